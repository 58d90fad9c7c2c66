import WeirFacts

/// A system that sends events: a website, a product, a form. Ids of people and companies are unique within it.
public struct TrackingSource: Hashable, Sendable {
    /// `src_3`.
    public var id: String
    public var name: String
    /// The beginning of its write key, enough to tell one from another.
    public var keyHint: String
    /// The ledger's number of the system whose ids its events carry.
    var ledgerSource: Int64
    public var settings: TrackingSourceSettings
    public var createdAt: Instant
    /// Raised with every change; what an `ETag` is made of.
    public var revision: Int

    package init(
        id: String, name: String, keyHint: String, ledgerSource: Int64, settings: TrackingSourceSettings,
        createdAt: Instant,
        revision: Int
    ) {
        self.id = id
        self.name = name
        self.keyHint = keyHint
        self.ledgerSource = ledgerSource
        self.settings = settings
        self.createdAt = createdAt
        self.revision = revision
    }
}

/// What may be changed about a source.
public struct TrackingSourceSettings: Hashable, Sendable {
    /// Web pages that may send from a browser, e.g. `https://www.example.com`; `*` is any. Empty: no browser may.
    public var allowedOrigins: [String]
    public var maxEventBytes: Int
    public var maxRequestBytes: Int
    /// `nil`: no limit.
    public var eventsPerMinute: Int?
    public var isEnabled: Bool

    public init(
        allowedOrigins: [String] = [], maxEventBytes: Int = 32 << 10, maxRequestBytes: Int = 4 << 20,
        eventsPerMinute: Int? = nil, isEnabled: Bool = true
    ) {
        self.allowedOrigins = allowedOrigins
        self.maxEventBytes = maxEventBytes
        self.maxRequestBytes = maxRequestBytes
        self.eventsPerMinute = eventsPerMinute
        self.isEnabled = isEnabled
    }
}
