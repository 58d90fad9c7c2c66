import WeirFacts

/// What a token lets its bearer do. Nothing is open without one.
public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Accounts, opportunities, qualification and the transitions feed.
    case accountsRead = "accounts:read"
    /// Names and addresses of people, and what each of them did.
    case peopleRead = "people:read"
    /// Saying that two buyers or two accounts are one, and taking it back.
    case mergesWrite = "merges:write"
    /// Checking vendors' lists, which keeps how each vendor did.
    case listsWrite = "lists:write"
    /// The desk: hand-offs with the names of those handed over, queues, teams, stage moves.
    case deskRead = "desk:read"
    /// Accepting, rejecting and everything else that is done at the desk.
    case deskWrite = "desk:write"
    /// Where notifications go, and the log of deliveries.
    case notificationsRead = "notifications:read"
    /// Destinations, tests and replays.
    case notificationsWrite = "notifications:write"
    case agreementsRead = "agreements:read"
    case agreementsWrite = "agreements:write"
    case agreementsSign = "agreements:sign"
    /// Rejected, unmapped and automated events.
    case eventsRead = "events:read"
    /// Replaying rejected events, clearing automated ones.
    case eventsWrite = "events:write"
    case inquiriesWrite = "inquiries:write"
    case importsWrite = "imports:write"
    case exportsRead = "exports:read"
    /// Backtests.
    case reportsRead = "reports:read"
    case reportsWrite = "reports:write"
    /// What the server counts about itself (`/metrics`).
    case operationsRead = "operations:read"
    /// Sources and tokens.
    case admin
}

/// A token as it may be shown: never its secret, which is stored as a hash and shown once.
public struct APIToken: Hashable, Sendable {
    /// `tok_3`.
    public var id: String
    public var name: String
    /// The beginning of the secret.
    public var hint: String
    public var scopes: Set<Scope>
    public var createdAt: Instant
    public var expiresAt: Instant?
    /// To the minute; `nil` if it was never used.
    public var lastUsedAt: Instant?

    package init(
        id: String, name: String, hint: String, scopes: Set<Scope>, createdAt: Instant, expiresAt: Instant?,
        lastUsedAt: Instant?
    ) {
        self.id = id
        self.name = name
        self.hint = hint
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
    }
}
