import GRDB
import WeirFacts

/// A change of status as it stands in the record of decisions.
public struct StoredDecision: Hashable, Sendable {
    /// Place in the feed; 0 before it has one.
    public var id: Int64
    public var account: Int64
    /// `nil` where it is about the account.
    public var buyer: Int64?
    public var entered: Bool
    /// Millipoints.
    public var scoreMilli: Int64
    public var day: CivilDay
    /// Why it was decided then.
    public var cause: String
    /// Place of the fact in the ledger.
    public var fact: Int64?
    /// Version of the agreement.
    public var agreement: Int
    public var decidedAt: Instant

    public init(
        id: Int64 = 0, account: Int64, buyer: Int64? = nil, entered: Bool, scoreMilli: Int64, day: CivilDay,
        cause: String, fact: Int64?, agreement: Int, decidedAt: Instant
    ) {
        self.id = id
        self.account = account
        self.buyer = buyer
        self.entered = entered
        self.scoreMilli = scoreMilli
        self.day = day
        self.cause = cause
        self.fact = fact
        self.agreement = agreement
        self.decidedAt = decidedAt
    }
}

/// Where an account stands by what was decided.
public struct StoredStanding: Hashable, Sendable {
    public struct Buyer: Hashable, Sendable {
        public var id: Int64
        public var since: CivilDay
        /// When it entered, millipoints.
        public var engagementMilli: Int64

        public init(id: Int64, since: CivilDay, engagementMilli: Int64) {
            self.id = id
            self.since = since
            self.engagementMilli = engagementMilli
        }
    }

    public var account: Int64
    public var isQualified: Bool
    /// The day it entered last, where it is qualified.
    public var since: CivilDay?
    /// On the last day that something happened, millipoints.
    public var scoreMilli: Int64
    public var tier: Int
    /// The next day on which time alone, or a fact that lies in the future, may change something.
    public var due: CivilDay?
    /// Who of its people is qualified, by ascending id.
    public var buyers: [Buyer]

    public init(
        account: Int64, isQualified: Bool, since: CivilDay?, scoreMilli: Int64, tier: Int, due: CivilDay?,
        buyers: [Buyer]
    ) {
        self.account = account
        self.isQualified = isQualified
        self.since = since
        self.scoreMilli = scoreMilli
        self.tier = tier
        self.due = due
        self.buyers = buyers
    }
}

/// How far the facts have been decided upon, and by what.
public struct FollowerPosition: Hashable, Sendable {
    /// The last fact decided upon.
    public var seq: Int64
    /// The last day settled.
    public var day: CivilDay
    /// Version of the agreement.
    public var agreement: Int
    /// What had been imported; see ``LiveReader/importStamp()``.
    public var imports: String
    /// The day that "since ever" begins.
    public var firstDay: CivilDay

    public init(seq: Int64, day: CivilDay, agreement: Int, imports: String, firstDay: CivilDay) {
        self.seq = seq
        self.day = day
        self.agreement = agreement
        self.imports = imports
        self.firstDay = firstDay
    }
}

/// What one look at the facts decided: stored whole or not at all.
public struct DecisionBatch: Sendable {
    public var decisions: [StoredDecision] = []
    public var standings: [StoredStanding] = []
    /// Accounts that are no more: they turned out to be mentions of others.
    public var gone: [Int64] = []
    public var refolded: [Refold] = []
    public var position: FollowerPosition

    public init(position: FollowerPosition) { self.position = position }
}
