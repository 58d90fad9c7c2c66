import WeirFacts

/// One event that a client sent, resolved into what the ledger takes in: the raw bytes as they came, what they say
/// about companies and people, and the engagement they are, if they are one.
public struct LiveEvent: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: Int64, Hashable, Sendable, CaseIterable {
        /// It is a signal of the agreement, and counts.
        case mapped = 0
        /// The mapping does not know it: kept, counted, worth nothing until somebody maps it.
        case unmapped
        /// The mapping says that it is of no interest.
        case ignored
        /// A program did it, not a person: kept, worth nothing unless it is cleared.
        case automated
    }

    /// The sender's id of the event, unique per source; at most 100 characters.
    public var message: String
    /// `track`, `page`, `identify`, …
    public var kind: String
    /// The event's or page's name; what an unmapped event is counted under.
    public var name: String
    /// When it happened, clock skew corrected.
    public var at: Instant
    /// When the client says it happened; `nil` where it does not say.
    public var originalAt: Instant?
    public var sentAt: Instant?
    public var receivedAt: Instant
    /// The item exactly as it came.
    public var raw: [UInt8]
    /// What its request said for all its items; with `raw` enough to read it again.
    public var envelope: [UInt8]
    public var actor: LiveActor?
    public var accounts: [AccountSeen]
    public var buyers: [BuyerSeen]
    /// What is said of the visitor, where no person's id is given; its own id is the actor's ``LiveActor/anonymousID``.
    public var visitor: BuyerSeen?
    /// Visitors' ids that from now on mean the actor too: what the browser was called before the log-in.
    public var formerVisitors: [String]
    /// An id that the actor gave up.
    public var formerID: String?
    /// The engagement. It counts where the outcome is `mapped`, and is kept ready where it is `automated`.
    public var act: LiveAct?
    public var outcome: Outcome
    /// Why a program is thought to have done it, e.g. `scanner: every link within 2 s`.
    public var reason: String?
    /// Messages of earlier events of which it shows now that a program did them, and why.
    public var alsoAutomated: [String] = []
    public var alsoReason: String?

    public init(
        message: String, kind: String, name: String, at: Instant, originalAt: Instant? = nil, sentAt: Instant? = nil,
        receivedAt: Instant, raw: [UInt8] = [], envelope: [UInt8] = [], actor: LiveActor? = nil,
        accounts: [AccountSeen] = [],
        buyers: [BuyerSeen] = [], visitor: BuyerSeen? = nil, formerVisitors: [String] = [], formerID: String? = nil,
        act: LiveAct? = nil,
        outcome: Outcome,
        reason: String? = nil
    ) {
        self.message = message
        self.kind = kind
        self.name = name
        self.at = at
        self.originalAt = originalAt
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.raw = raw
        self.envelope = envelope
        self.actor = actor
        self.accounts = accounts
        self.buyers = buyers
        self.visitor = visitor
        self.formerVisitors = formerVisitors
        self.formerID = formerID
        self.act = act
        self.outcome = outcome
        self.reason = reason
    }
}

/// Who did something, by whatever the client knows: the first of these that is given decides.
public struct LiveActor: Hashable, Sendable {
    /// The person's id in the source.
    public var id: String?
    /// Lower case, trimmed.
    public var email: String?
    /// A browser's or device's id, of whom no person is known yet.
    public var anonymousID: String?
    /// The company's id in the source: somebody there.
    public var accountID: String?

    public init(id: String? = nil, email: String? = nil, anonymousID: String? = nil, accountID: String? = nil) {
        self.id = id
        self.email = email
        self.anonymousID = anonymousID
        self.accountID = accountID
    }
}

/// What a person did, in the agreement's words.
public struct LiveAct: Hashable, Sendable {
    /// Name of the signal.
    public var signal: String
    public var content: String?
    /// Id or e-mail address of the buyer the content was shared with.
    public var sharedWith: String?
    public var campaign: String?
    public var channel: String?

    public init(
        signal: String, content: String? = nil, sharedWith: String? = nil, campaign: String? = nil,
        channel: String? = nil
    ) {
        self.signal = signal
        self.content = content
        self.sharedWith = sharedWith
        self.campaign = campaign
        self.channel = channel
    }
}

/// An item of a good batch that could not be understood: kept with its bytes, listed, and taken in again when what was
/// wrong with the reading has been mended.
public struct LiveRejection: Hashable, Sendable {
    /// Stable, e.g. `missing-event`.
    public var code: String
    public var reason: String
    public var message: String?
    public var receivedAt: Instant
    public var raw: [UInt8]
    public var envelope: [UInt8]
    /// Of the raw bytes, so that the same item sent again is kept once.
    public var digest: String

    public init(
        code: String, reason: String, message: String? = nil, receivedAt: Instant, raw: [UInt8],
        envelope: [UInt8] = [], digest: String
    ) {
        self.digest = digest
        self.envelope = envelope
        self.code = code
        self.reason = reason
        self.message = message
        self.receivedAt = receivedAt
        self.raw = raw
    }
}

/// What one request put on disk.
public struct IntakeReceipt: Hashable, Sendable {
    /// Events that were new.
    public var added = 0
    /// Events that an earlier request had brought.
    public var known = 0
    public var rejected = 0
    /// The highest fact on disk after the commit.
    public var seq: Int64 = 0
    /// Place of an inquiry that was new.
    public var inquiry: Int64?
    /// Decisions as they were stored, with their places in the feed.
    public var decisions: [StoredDecision] = []

    public init(added: Int = 0, known: Int = 0, rejected: Int = 0, seq: Int64 = 0) {
        self.added = added
        self.known = known
        self.rejected = rejected
        self.seq = seq
    }
}
