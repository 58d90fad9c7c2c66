import WeirFacts

/// Something the desk was told.
public struct StoredDeskFact: Hashable, Sendable {
    /// Order of recording; 0 before it has one.
    public var id: Int64
    public var at: Instant
    public var kind: String
    /// The hand-off, buyer or member it is about; may be empty.
    public var subject: String
    public var by: String
    public var isPerson: Bool
    /// JSON.
    public var body: String

    public init(
        id: Int64 = 0, at: Instant, kind: String, subject: String, by: String, isPerson: Bool, body: String
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.subject = subject
        self.by = by
        self.isPerson = isPerson
        self.body = body
    }
}

/// A move of a buyer from one stage to another.
public struct StoredStageMove: Hashable, Sendable {
    /// Place in the feed, from 1; 0 before it has one.
    public var id: Int64
    /// The fact of the desk that it follows from.
    public var fact: Int64
    public var buyer: Int64
    public var from: String
    public var to: String
    public var at: Instant
    public var stayedMillis: Int64
    public var by: String
    public var isPerson: Bool
    public var reason: String?
    /// Hash of the agreement's text.
    public var agreement: String
    /// Places of the facts it rests on.
    public var facts: [Int64]

    public init(
        id: Int64 = 0, fact: Int64, buyer: Int64, from: String, to: String, at: Instant, stayedMillis: Int64,
        by: String, isPerson: Bool, reason: String?, agreement: String, facts: [Int64]
    ) {
        self.id = id
        self.fact = fact
        self.buyer = buyer
        self.from = from
        self.to = to
        self.at = at
        self.stayedMillis = stayedMillis
        self.by = by
        self.isPerson = isPerson
        self.reason = reason
        self.agreement = agreement
        self.facts = facts
    }
}

/// A hand-off as it stands.
public struct StoredHandOff: Hashable, Sendable {
    public var id: Int64
    public var buyer: Int64
    public var account: Int64
    public var team: Int
    public var owner: String
    public var state: String
    public var isOpen: Bool
    public var offeredAt: Instant
    /// When the next of its promises is due.
    public var dueAt: Instant?
    public var version: Int
    /// JSON.
    public var body: String

    public init(
        id: Int64, buyer: Int64, account: Int64, team: Int, owner: String, state: String, isOpen: Bool,
        offeredAt: Instant, dueAt: Instant?, version: Int, body: String
    ) {
        self.id = id
        self.buyer = buyer
        self.account = account
        self.team = team
        self.owner = owner
        self.state = state
        self.isOpen = isOpen
        self.offeredAt = offeredAt
        self.dueAt = dueAt
        self.version = version
        self.body = body
    }
}

/// Where a buyer stands.
public struct StoredDeskBuyer: Hashable, Sendable {
    public var buyer: Int64
    public var stage: String
    public var since: Instant
    public var handOff: Int64?
    public var team: Int?
    public var comesBack: CivilDay?

    public init(buyer: Int64, stage: String, since: Instant, handOff: Int64?, team: Int?, comesBack: CivilDay?) {
        self.buyer = buyer
        self.stage = stage
        self.since = since
        self.handOff = handOff
        self.team = team
        self.comesBack = comesBack
    }
}

/// Up to where the desk has taken in what happened elsewhere.
public struct DeskReach: Hashable, Sendable {
    /// Of those who are qualified already when a desk begins, or when its agreement changes, the last buyer put in
    /// front of it; `nil` when all have been.
    public var placing: Int64?
    /// The last decision taken in.
    public var decision: Int64
    /// The last fact looked at for what people did and what Sales said.
    public var seq: Int64

    public init(placing: Int64?, decision: Int64, seq: Int64) {
        self.placing = placing
        self.decision = decision
        self.seq = seq
    }
}

/// How far the desk has come.
public struct DeskPosition: Hashable, Sendable {
    /// The desk's own time: it never goes back.
    public var at: Instant
    /// The last fact of the desk.
    public var fact: Int64
    /// Version of the agreement.
    public var agreement: Int
    public var reach: DeskReach
    /// Hand-offs so far.
    public var handOffs: Int

    public init(at: Instant, fact: Int64, agreement: Int, reach: DeskReach, handOffs: Int) {
        self.at = at
        self.fact = fact
        self.agreement = agreement
        self.reach = reach
        self.handOffs = handOffs
    }
}
