import WeirFacts

/// An item that could not be understood.
public struct RejectedEvent: Hashable, Sendable {
    /// `rej_7`.
    public var id: String
    public var source: String
    public var code: String
    public var reason: String
    public var message: String?
    public var receivedAt: Instant
    /// When it was taken in after all.
    public var replayedAt: Instant?
    /// Exactly as it came.
    public var raw: [UInt8]

    package init(
        id: String, source: String, code: String, reason: String, message: String?, receivedAt: Instant,
        replayedAt: Instant?, raw: [UInt8]
    ) {
        self.id = id
        self.source = source
        self.code = code
        self.reason = reason
        self.message = message
        self.receivedAt = receivedAt
        self.replayedAt = replayedAt
        self.raw = raw
    }
}

/// Events that the signal mapping does not know, by what they are called.
public struct UnmappedEvents: Hashable, Sendable {
    public var source: String
    public var kind: String
    public var name: String
    public var count: Int
    public var lastAt: Instant
}

/// An act that a program is thought to have done.
public struct AutomatedEvent: Hashable, Sendable {
    /// `evt_7`.
    public var id: String
    public var source: String
    public var kind: String
    public var name: String
    public var at: Instant
    public var reason: String
    public var buyer: String?
    /// When somebody decided that a person did it.
    public var clearedAt: Instant?
}

/// What became of events that were taken in again.
public struct ReplayOutcome: Hashable, Sendable {
    public var tried: Int
    /// Now in the ledger, or known there before.
    public var taken: Int
    /// Still not understood.
    public var rejected: Int

    public init(tried: Int, taken: Int, rejected: Int) {
        self.tried = tried
        self.taken = taken
        self.rejected = rejected
    }
}
