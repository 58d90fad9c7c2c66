import WeirFacts

/// A buyer who fits the definition, as the fold and the market see them.
public struct QualifiedInput: Hashable, Sendable, Codable {
    public var buyer: String
    public var account: String
    public var raisedHand: Bool
    /// 0 is the best.
    public var tier: Int
    public var scoreMilli: Int64
    public var accountOwner: String?
    /// Numbers of the agreement's routing rules that fit the company.
    public var fittingRules: [Int]
    /// Numbers of the facts that this rests on.
    public var facts: [Int64]
    /// Who had the buyer and refused their record. The desk keeps it; what is told here does not count.
    public internal(set) var refusedBy: [String] = []

    public init(
        buyer: String, account: String, raisedHand: Bool = false, tier: Int, scoreMilli: Int64,
        accountOwner: String? = nil, fittingRules: [Int], facts: [Int64] = []
    ) {
        self.buyer = buyer
        self.account = account
        self.raisedHand = raisedHand
        self.tier = tier
        self.scoreMilli = scoreMilli
        self.accountOwner = accountOwner
        self.fittingRules = fittingRules
        self.facts = facts
    }
}

/// What the desk is told. Its instant comes beside it; instants never go back.
public enum DeskInput: Hashable, Sendable {
    /// Time has passed: clocks, expiry, release. Due at ``Desk/nextMoment``; one tick does so much and no more, and the
    /// next moment is now where something is left.
    case tick
    case qualified(QualifiedInput)
    /// The definition no longer holds for the buyer. Those handed over already stay with Sales.
    case noLongerQualified(buyer: String, reason: String)
    /// A person in Sales adds a buyer; from now on the same definition counts for them.
    case added(buyer: String, by: String)
    /// Must not be contacted any more, wherever they stand.
    case suppressed(buyer: String, reason: String)
    case disposition(handOff: String, Disposition, by: Actor, seen: Int?)
    case pause(handOff: String, ServicePromise.Milestone, PauseReason, by: Actor, seen: Int?)
    case resume(handOff: String, ServicePromise.Milestone, by: Actor, seen: Int?)
    case opportunity(buyer: String, OpportunityChange, by: Actor)
    case joined(team: Int, name: String, capacity: Int)
    case left(team: Int, name: String)
    case away(team: Int, name: String, Leave)
    /// A team's working hours change.
    case hours(team: Int, BusinessCalendar)
    /// A team works other hours on single days.
    case specialDays(team: Int, [SpecialDay])
    /// On these days a team works as its week and holidays say.
    case usualDays(team: Int, [CivilDay])
    /// Another agreement is in force.
    case agreement(DeskRules)

    public enum OpportunityChange: String, Hashable, Sendable, Codable { case opened, won, lost }
}

/// What the caller has to write down, or tell people.
public enum DeskAction: Hashable, Sendable {
    case moved(buyer: String, StageMove)
    /// A buyer is handed to somebody; `why`: the way there, in words.
    case offered(handOff: String, buyer: String, team: Int, owner: String, why: String)
    /// The buyer waits, with their place and the day on which their turn is expected.
    case waiting(buyer: String, team: Int, place: Int, expected: CivilDay?)
    /// No routing rule fits: somebody has to change the agreement, or the company's record.
    case withoutTeam(buyer: String)
    case clock(handOff: String, ServicePromise.Milestone, SLAClock.Action)
    /// The agreement wants the manager to know that a promise is broken.
    case notifyManager(handOff: String, ServicePromise.Milestone)
    case handedOn(handOff: String, from: String, to: String, why: String)
    /// Nobody is there to take it; it stays with its owner.
    case nobodyToTakeOver(handOff: String)
    case ghost(handOff: String)
    case comesBack(buyer: String, CivilDay)
    /// A row of a team's account book, to be kept.
    case fairness(team: Int, FairnessLedger.Row)
}
