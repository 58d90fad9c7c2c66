/// What one request held: each of its items is either an event or rejected.
public struct TrackingBatch: Sendable {
    public var events: [TrackedEvent]
    public var rejected: [RejectedItem]
    /// Items passed over because the visitor asks not to be tracked.
    public var optedOut: Int

    public init(events: [TrackedEvent] = [], rejected: [RejectedItem] = [], optedOut: Int = 0) {
        self.events = events
        self.rejected = rejected
        self.optedOut = optedOut
    }
}

/// An item that is no event. Kept with the reason and its bytes, so that nothing vanishes silently.
public struct RejectedItem: Hashable, Sendable {
    /// Stable names for scripts; they never change their meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case notAnObject = "not_an_object"
        case notUTF8 = "not_utf8"
        case unknownType = "unknown_type"
        case noIdentity = "no_identity"
        case noEventName = "no_event_name"
        case noGroupID = "no_group_id"
        case noPreviousID = "no_previous_id"
        case noUserID = "no_user_id"
        case badID = "bad_id"
        case badMessageID = "bad_message_id"
        case badTime = "bad_time"
        case badValue = "bad_value"
        case tooLarge = "too_large"
    }

    /// Its place in the request, from 0.
    public var index: Int
    public var code: Code
    /// What is wrong and what to do, in a sentence.
    public var reason: String
    public var messageID: String?
    /// The bytes of the item as they were sent.
    public var raw: [UInt8]
    /// What its request said for all its items, as a small JSON object; with `raw` enough to decode it again.
    public var envelope: [UInt8]

    public init(
        index: Int, code: Code, reason: String, messageID: String? = nil, raw: [UInt8], envelope: [UInt8] = []
    ) {
        self.index = index
        self.code = code
        self.reason = reason
        self.messageID = messageID
        self.raw = raw
        self.envelope = envelope
    }
}
