import WeirFacts

/// An account as a list shows it.
public struct ListedAccount: Hashable, Sendable {
    public var id: Int64
    public var name: String?
    public var domain: String?
    public var external: String?
    public var attributes: [String: AttributeValue]
    /// `nil` before anything was decided about it.
    public var isQualified: Bool?
    public var since: CivilDay?
    public var scoreMilli: Int64?
    public var tier: Int?
}

/// A person as a list shows them.
public struct ListedBuyer: Hashable, Sendable {
    public var id: Int64
    public var account: Int64?
    public var external: String?
    public var name: String?
    public var email: String?
    public var title: String?
    public var isAnonymous: Bool
    /// `nil` where they are not qualified.
    public var qualifiedSince: CivilDay?
}

/// An engagement as a list shows it.
public struct ListedEngagement: Hashable, Sendable {
    public var seq: Int64
    public var source: String
    public var message: String
    /// The person meant, not the mention.
    public var buyer: Int64
    public var account: Int64?
    public var signal: String
    public var at: Instant
    public var content: String?
    public var sharedWith: Int64?
    public var campaign: String?
    public var channel: String?
    /// A program did it, so it does not count.
    public var isAutomated: Bool
}
