import WeirFacts
import WeirLedger

/// What a person says of who is who, straight to the ledger: a service that runs beside sees it within a second.
extension Workspace {
    /// Says that two records are one.
    /// - Parameters:
    ///   - first: our id (`buy_7`), an id in a source, an e-mail address, a domain or a name; so for `second` and `into`.
    ///   - into: the one to keep; `nil` leaves it to the rule.
    /// - Throws: `AppError.notFound`, with what came close, where a word names no record or several.
    public func merge(
        _ kind: RecordKind, _ first: String, _ second: String, into: String?, by name: String, because: String?,
        now: Instant
    ) throws -> MergeSummary {
        let id = RecordID(kind)
        let one = id.text(try record(kind, first))
        let other = id.text(try record(kind, second))
        let kept = try into.map { word in
            // Words that name one of the two again need not be looked up, where several records go by them.
            try word == first ? one : word == second ? other : id.text(record(kind, word))
        }
        let request = MergeRequest(first: one, second: other, into: kept, by: name, because: because)
        return MergeSummary(try ledger.record(.merge(try RecordMerge(request, at: now))))
    }

    /// Says that what a merge joined is two after all.
    /// - Parameter id: the merge's, `mrg_7`.
    public func takeBackMerge(_ id: String, by name: String, because: String?, now: Instant) throws -> MergeSummary {
        let end = MergeTakenBack(
            merge: try RecordID.merge.number(id), by: try AccessDesk.name(name),
            evidence: try RecordMerge.evidence(because), at: now)
        return MergeSummary(try ledger.record(.takeBack(end)))
    }

    /// What was merged, in the order it was said.
    public func merges(_ filter: MergeFilter) throws -> [MergeSummary] {
        try ledger.readLive(isFreeMail: { _ in false }) { reader in
            try reader.merges(
                after: 0, limit: .max, kind: filter.kind, includingTakenBack: filter.includesTakenBack)
        }.map(MergeSummary.init)
    }

    private func record(_ kind: RecordKind, _ text: String) throws -> Int64 {
        let other: RecordKind = kind == .account ? .buyer : .account
        if RecordID(other).numberIfAny(text) != nil {
            let article = other == .account ? "an" : "a"
            throw AppError(
                .usage, "\(text) is \(article) \(other.rawValue); use weir merge \(other.rawValue) for two of them")
        }
        let found = try kind == .account ? ledger.findAccounts(text) : ledger.findBuyers(text)
        guard let only = found.first else {
            let ways =
                kind == .account ? "an id (acc_12), a domain or a name" : "an id (buy_7), an e-mail address or a name"
            throw AppError(.notFound, "no \(kind.rawValue) is known as “\(text)”; use \(ways)")
        }
        if found.count > 1 {
            let names = found.map { RecordID(kind).text($0) }.joined(separator: ", ")
            throw AppError(.notFound, "several \(kind.rawValue)s match “\(text)”; name one: \(names)")
        }
        return only
    }
}
