import WeirFacts

/// Everything that is known of one account, in the ledger's numbers and apart from any agreement: what a fold of this
/// one account needs.
public struct KnownAccount: Sendable {
    public var timeline: AccountTimeline
    /// Ids of its people, ascending; a person's number is the place here.
    public var buyers: [Int64]
    /// The same by id, and for every mention of one of them.
    public var numbers: [Int64: Int]
    /// What they did that counts, in order of recording.
    public var engagements: [EngagementRow]
    /// By the id under which it was said; `nil` dates hold since ever.
    public var titles: [TitleChange]
}

/// Where a person belongs.
public struct BuyerPlace: Hashable, Sendable {
    /// The person meant, where a mention was asked for.
    public var buyer: Int64
    /// `nil` where nobody knows yet.
    public var account: Int64?
}

/// An account to be folded anew, and the fact by which it became so.
public struct Refold: Hashable, Sendable {
    public var account: Int64
    public var seq: Int64
}
