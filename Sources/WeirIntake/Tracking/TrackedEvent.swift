import WeirFacts

/// One call of a tracking client, checked and with its time set right.
public struct TrackedEvent: Hashable, Sendable {
    /// The sender's id of the event. Where it sent none: `sha256-` and 40 hexadecimal digits made of the event itself,
    /// so that a retry is the same event.
    public var messageID: String
    public var kind: TrackingKind
    /// Of a track call the event, of a page or screen its name; empty where there is none.
    public var name: String
    public var userID: String?
    public var anonymousID: String?
    /// Of an alias: who `userID` was before.
    public var previousID: String?
    /// The company, by its id at the sender.
    public var groupID: String?
    /// Of identify what is said of the person, of group of the company.
    public var traits: JSONObject
    /// What the context says of the person, with any kind of call.
    public var contextTraits: JSONObject
    public var properties: JSONObject
    public var page: TrackedPage
    public var campaign: TrackedCampaign?
    /// As the client has it, such as `server` or `browser`: where the call was made, not a channel of marketing.
    public var channel: String?
    public var userAgent: String?
    public var ip: String?
    public var locale: String?
    /// Whether the person did it now; `false` only updates what is known of them.
    public var isActive: Bool
    /// Whether the browser says that a program drives it (`navigator.webdriver`, sent as `context.automated`).
    public var isDrivenByProgram: Bool
    /// When it happened, the sender's clock set right; never after `receivedAt`.
    public var at: Instant
    /// When it happened by the sender's clock.
    public var originalAt: Instant?
    /// When it was sent by the sender's clock.
    public var sentAt: Instant?
    public var receivedAt: Instant
    /// It claimed to happen well after it was received; `at` is then when it was received.
    public var isFromFuture: Bool
    /// Its bytes as they were sent.
    public var raw: [UInt8]
    /// What its request said for all its events, as a small JSON object; with `raw` enough to decode it again.
    public var envelope: [UInt8]

    public init(
        messageID: String, kind: TrackingKind, name: String = "", userID: String? = nil, anonymousID: String? = nil,
        previousID: String? = nil, groupID: String? = nil, traits: JSONObject = JSONObject(),
        contextTraits: JSONObject = JSONObject(), properties: JSONObject = JSONObject(),
        page: TrackedPage = TrackedPage(), campaign: TrackedCampaign? = nil, channel: String? = nil,
        userAgent: String? = nil, ip: String? = nil, locale: String? = nil, isActive: Bool = true,
        isDrivenByProgram: Bool = false, at: Instant,
        originalAt: Instant? = nil, sentAt: Instant? = nil, receivedAt: Instant, isFromFuture: Bool = false,
        raw: [UInt8] = [], envelope: [UInt8] = []
    ) {
        self.messageID = messageID
        self.kind = kind
        self.name = name
        self.userID = userID
        self.anonymousID = anonymousID
        self.previousID = previousID
        self.groupID = groupID
        self.traits = traits
        self.contextTraits = contextTraits
        self.properties = properties
        self.page = page
        self.campaign = campaign
        self.channel = channel
        self.userAgent = userAgent
        self.ip = ip
        self.locale = locale
        self.isActive = isActive
        self.isDrivenByProgram = isDrivenByProgram
        self.at = at
        self.originalAt = originalAt
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.isFromFuture = isFromFuture
        self.raw = raw
        self.envelope = envelope
    }
}

/// Where on a site it happened.
public struct TrackedPage: Hashable, Sendable {
    /// Without scheme, host and query: `/pricing`.
    public var path: String?
    public var url: String?
    public var title: String?
    public var referrer: String?

    public init(path: String? = nil, url: String? = nil, title: String? = nil, referrer: String? = nil) {
        self.path = path
        self.url = url
        self.title = title
        self.referrer = referrer
    }
}

/// The campaign that brought the visitor: what the client says of it, else the `utm_` parameters of the page.
public struct TrackedCampaign: Hashable, Sendable {
    public var name: String?
    public var source: String?
    public var medium: String?
    public var term: String?
    public var content: String?

    public init(
        name: String? = nil, source: String? = nil, medium: String? = nil, term: String? = nil, content: String? = nil
    ) {
        self.name = name
        self.source = source
        self.medium = medium
        self.term = term
        self.content = content
    }

    var isEmpty: Bool { self == TrackedCampaign() }
}
