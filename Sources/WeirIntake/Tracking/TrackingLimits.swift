/// How much one request of a source may hold, and how far its clock is believed.
public struct TrackingLimits: Hashable, Sendable {
    /// Largest body, bytes, after it is inflated.
    public var bodyBytes: Int
    /// Largest event, bytes.
    public var eventBytes: Int
    /// Most events of one request.
    public var events: Int
    /// Longest message id, characters.
    public var messageIDCharacters: Int
    /// Longest name or id of a person, company or event, bytes.
    public var nameBytes: Int
    /// How deep an event's JSON may nest.
    public var depth: Int
    /// How far a sender's clock may lag before its `sentAt` is taken for that of a stored event sent again, whose times
    /// are then believed as they are. Milliseconds.
    public var largestLagMillis: Int64
    /// How far ahead of its receipt an event may be before it is flagged. Milliseconds.
    public var futureToleranceMillis: Int64

    /// The limits that Segment documents: 32 KB an event, 500 KB a request, 100 characters a message id.
    public static let segment = TrackingLimits()

    /// The limits that RudderStack's clients keep to: 4 MB an event and a request.
    public static let rudderstack = TrackingLimits(bodyBytes: 4 << 20, eventBytes: 4 << 20)

    public init(
        bodyBytes: Int = 500 << 10, eventBytes: Int = 32 << 10, events: Int = 5000, messageIDCharacters: Int = 100,
        nameBytes: Int = 1024, depth: Int = 32, largestLagMillis: Int64 = 7 * 86_400_000,
        futureToleranceMillis: Int64 = 60_000
    ) {
        self.bodyBytes = bodyBytes
        self.eventBytes = eventBytes
        self.events = events
        self.messageIDCharacters = messageIDCharacters
        self.nameBytes = nameBytes
        self.depth = depth
        self.largestLagMillis = largestLagMillis
        self.futureToleranceMillis = futureToleranceMillis
    }

    /// The values that a body of typical density holds, so that a body of brackets costs no more memory than one of
    /// words: one value in six bytes, and never fewer than 10,000.
    var json: JSONLimits { JSONLimits(depth: depth, values: max(10_000, bodyBytes / 6)) }
}
