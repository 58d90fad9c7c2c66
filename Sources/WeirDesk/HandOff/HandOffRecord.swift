import WeirAgreement
import WeirFacts

/// One buyer handed to one person in Sales, from the offer to the end.
///
/// Each change raises the version. Who acts says which version they saw; if somebody was faster, nothing changes and
/// they are told who, when and what.
public struct HandOffRecord: Hashable, Sendable, Codable {
    public enum State: Hashable, Sendable, Codable {
        case offered
        case accepted(Instant)
        case salesQualified(Instant)
        case rejected(reason: String, RejectionKind)
        /// `until`: the day on which the buyer comes back.
        case recycled(reason: String, until: CivilDay?)
        case merged(into: String)
        /// The buyer was suppressed or disqualified elsewhere.
        case withdrawn(reason: String)
    }

    public struct Change: Hashable, Sendable, Codable {
        public var by: Actor
        public var at: Instant
        public var what: String
    }

    public let id: String
    public let buyer: String
    public let account: String
    public let team: Int
    public let raisedHand: Bool
    public let offeredAt: Instant
    /// Who had the buyer before and refused their record.
    public let refusedBy: [String]
    public internal(set) var owner: String
    /// Who had it before, first to last.
    public internal(set) var handledBy: [String] = []
    public internal(set) var state: State = .offered
    /// Starts at 1.
    public internal(set) var version = 1
    public internal(set) var changes: [Change] = []
    public internal(set) var clocks: [SLAClock]
    public internal(set) var snoozedUntil: Instant?
    public internal(set) var snoozes = 0
    public internal(set) var bant = BANTBook()
    public internal(set) var lastContact: Instant?

    init(
        id: String, buyer: WaitingBuyer, team: Int, owner: String, at now: Instant, rules: DeskRules,
        calendar: BusinessCalendar
    ) throws(DeskError) {
        self.id = id
        self.buyer = buyer.buyer
        account = buyer.account
        self.team = team
        self.owner = owner
        raisedHand = buyer.raisedHand
        refusedBy = buyer.refusedBy
        offeredAt = now
        var clocks: [SLAClock] = []
        for promise in rules.promises(raisedHand: buyer.raisedHand) {
            clocks.append(try SLAClock(promise, startedAt: now, calendar: calendar))
        }
        self.clocks = clocks
    }

    /// Whether somebody in Sales still has to do something with it.
    public var isOpen: Bool {
        switch state {
        case .offered, .accepted: true
        case .salesQualified, .rejected, .recycled, .merged, .withdrawn: false
        }
    }

    /// Nobody has answered the offer yet: it counts in its owner's load of the day.
    public var isUnanswered: Bool { state == .offered }

    public func clock(_ milestone: ServicePromise.Milestone) -> SLAClock? {
        clocks.first { $0.promise.milestone == milestone }
    }

    /// Accepted, and nobody talked with the buyer within the agreed time: an acceptance in name only.
    public var isGhost: Bool { clock(.contact)?.breachedAt != nil && lastContact == nil }

    /// When one of its clocks next has something to say.
    public var nextAt: Instant? { clocks.compactMap(\.nextAt).min() }
}

extension HandOffRecord.State {
    /// In one word, as it is stored.
    public var word: String {
        switch self {
        case .offered: "offered"
        case .accepted: "accepted"
        case .salesQualified: "sales_qualified"
        case .rejected: "rejected"
        case .recycled: "recycled"
        case .merged: "merged"
        case .withdrawn: "withdrawn"
        }
    }
}
