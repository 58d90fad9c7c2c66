import WeirFacts

/// What arrived over HTTP, as far as events are concerned: its body already inflated.
public struct TrackingRequest: Sendable {
    public struct Pair: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var endpoint: TrackingEndpoint
    public var body: [UInt8]
    /// Percent-decoded, in the order sent.
    public var query: [Pair]
    public var contentType: String?
    /// The whole `Authorization` header.
    public var authorization: String?
    public var userAgent: String?
    /// The headers that begin with `ce-`, whatever their case: CloudEvents in binary mode.
    public var cloudEventHeaders: [Pair]
    /// The address the request came from, where the source keeps it.
    public var remoteAddress: String?
    /// `Sec-GPC: 1`: the visitor asks not to be tracked, and nothing of the request is kept.
    public var asksNotToBeTracked: Bool
    public var receivedAt: Instant
    public var limits: TrackingLimits

    public init(
        endpoint: TrackingEndpoint, body: [UInt8], query: [Pair] = [], contentType: String? = nil,
        authorization: String? = nil, userAgent: String? = nil, cloudEventHeaders: [Pair] = [],
        remoteAddress: String? = nil, asksNotToBeTracked: Bool = false, receivedAt: Instant,
        limits: TrackingLimits = .segment
    ) {
        self.endpoint = endpoint
        self.body = body
        self.query = query
        self.contentType = contentType
        self.authorization = authorization
        self.userAgent = userAgent
        self.cloudEventHeaders = cloudEventHeaders
        self.remoteAddress = remoteAddress
        self.asksNotToBeTracked = asksNotToBeTracked
        self.receivedAt = receivedAt
        self.limits = limits
    }

    func query(_ name: String) -> String? {
        query.first { $0.name == name && !$0.value.isEmpty }?.value
    }
}
