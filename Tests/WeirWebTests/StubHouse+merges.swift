import WeirApp
import WeirFacts
import WeirLedger

extension StubHouse: MergeUseCases {
    func merge(_ request: MergeRequest) async throws -> MergeSummary {
        if request.first == request.second { throw ServiceError(.conflict, "it is one record already") }
        return StubHouse.merge(request.first, request.second, by: request.by)
    }

    func takeBackMerge(_ id: String, by name: String, because: String?) async throws -> MergeSummary {
        guard id == "mrg_1" else { throw StubHouse.missing(id) }
        var merge = StubHouse.merge("buy_1", "buy_2", by: name)
        (merge.takenBackBy, merge.takenBackBecause, merge.takenBackAt) = (name, because, Instant(milliseconds: 1))
        return merge
    }

    func merges(_ filter: MergeFilter, _ page: PageRequest) async throws -> Page<MergeSummary> {
        Page(items: [StubHouse.merge("buy_1", "buy_2", by: "Ann")], next: nil)
    }

    func merge(_ id: String) async throws -> MergeSummary {
        guard id == "mrg_1" else { throw StubHouse.missing(id) }
        return StubHouse.merge("buy_1", "buy_2", by: "Ann")
    }

    static func merge(_ first: String, _ second: String, by name: String) -> MergeSummary {
        MergeSummary(
            id: "mrg_1", kind: .buyer, first: first, second: second, firstName: "Ann Lee", secondName: nil, into: first,
            by: name, because: nil, at: Instant(milliseconds: 0), takenBackBy: nil, takenBackBecause: nil,
            takenBackAt: nil)
    }
}
