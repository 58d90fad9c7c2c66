import WeirFacts
import WeirLedger

extension Service: MergeUseCases {
    public func merge(_ request: MergeRequest) async throws -> MergeSummary {
        let merge = try RecordMerge(request, at: clock())
        let receipt = try await ServiceError.wrapping { try await intake.record(.merge(merge)) }
        return try await stored(receipt.seq)
    }

    public func takeBackMerge(_ id: String, by name: String, because: String?) async throws -> MergeSummary {
        let merge = try RecordID.merge.number(id)
        let end = MergeTakenBack(
            merge: merge, by: try AccessDesk.name(name), evidence: try RecordMerge.evidence(because), at: clock())
        _ = try await ServiceError.wrapping { try await intake.record(.takeBack(end)) }
        return try await stored(merge)
    }

    public func merges(_ filter: MergeFilter, _ page: PageRequest) async throws -> Page<MergeSummary> {
        let list = "merges \(filter.kind?.rawValue ?? "") \(filter.includesTakenBack)"
        let after = try seal.place(page.cursor, of: list)
        let found = try await reading {
            try $0.merges(
                after: after, limit: page.limit + 1, kind: filter.kind, includingTakenBack: filter.includesTakenBack)
        }
        return seal.page(found, page, of: list, id: \.seq, MergeSummary.init)
    }

    public func merge(_ id: String) async throws -> MergeSummary {
        try await stored(try RecordID.merge.number(id))
    }

    private func stored(_ seq: Int64) async throws -> MergeSummary {
        guard let found = try await reading({ try $0.merge(seq) }) else {
            throw RecordID.merge.notFound(RecordID.merge.text(seq))
        }
        return MergeSummary(found)
    }
}
