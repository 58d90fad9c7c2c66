import WeirFacts

/// What a record is of.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
    case account, buyer

    /// Our id of a record as people see it, e.g. `buy_7`.
    func label(_ id: Int64) -> String { (self == .account ? "acc_" : "buy_") + String(id) }
}

/// Somebody's word on who is who.
public enum MergeWord: Hashable, Sendable {
    case merge(RecordMerge)
    case takeBack(MergeTakenBack)
}

/// Two records are one: what was ever recorded under either is read as one record's from now on.
public struct RecordMerge: Hashable, Sendable {
    public var kind: RecordKind
    public var first: Int64
    public var second: Int64
    /// Which of the two is kept; `nil` leaves it to the rule, see ``MergeGroups``.
    public var into: Int64?
    /// Who says so.
    public var by: String
    /// What it rests on, in words.
    public var evidence: String?
    public var at: Instant

    public init(
        _ kind: RecordKind, _ first: Int64, _ second: Int64, into: Int64? = nil, by: String, evidence: String? = nil,
        at: Instant
    ) {
        self.kind = kind
        self.first = first
        self.second = second
        self.into = into
        self.by = by
        self.evidence = evidence
        self.at = at
    }
}

/// A merge was a mistake: what it joined is read apart again, as if it had never been said.
public struct MergeTakenBack: Hashable, Sendable {
    /// Place of the merge in the ledger.
    public var merge: Int64
    public var by: String
    public var evidence: String?
    public var at: Instant

    public init(merge: Int64, by: String, evidence: String? = nil, at: Instant) {
        self.merge = merge
        self.by = by
        self.evidence = evidence
        self.at = at
    }
}

/// A merge as it stands in the ledger.
public struct StoredMerge: Hashable, Sendable {
    /// Who took it back, why and when.
    public struct End: Hashable, Sendable {
        public var by: String
        public var evidence: String?
        public var at: Instant
    }

    /// Place in the ledger, its id.
    public var seq: Int64
    public var kind: RecordKind
    /// The two records that were named; for a mention, the record that it was known to be.
    public var first: Int64
    public var second: Int64
    /// What people call them, each by what was said of itself.
    public var firstLabel: String?
    public var secondLabel: String?
    /// The record that was kept when it was said.
    public var into: Int64
    public var by: String
    public var evidence: String?
    public var at: Instant
    /// `nil` while it holds.
    public var end: End?
}
