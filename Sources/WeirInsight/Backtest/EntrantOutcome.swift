import WeirFacts

/// What became of the accounts that entered: each counted once, by its first entry in the period.
///
/// INVARIANT: `entrants` = `alreadyInPipeline` + `notYetRipe` + `ripe`.
public struct EntrantOutcome: Hashable, Sendable {
    /// `all`, a tier, or the way in.
    public var name: String
    public var entrants: Int
    /// An opportunity opened before the entry was still open: the gate did not find it.
    public var alreadyInPipeline: Int
    /// Entered less than the horizon before the period's end: too early to say.
    public var notYetRipe: Int
    /// Of the ripe, those with an opportunity opened on the day of entry or within the horizon after.
    public var opportunity: Share
    /// Of the ripe, those with such an opportunity won within the horizon after entry.
    public var won: Share

    /// Entrants whose horizon is over: the base of both shares.
    public var ripe: Int { opportunity.of }

    init(name: String, _ fates: [EntrantFate]) {
        let ripe = fates.filter { $0.standing == .ripe }
        self.name = name
        entrants = fates.count
        alreadyInPipeline = fates.count { $0.standing == .alreadyInPipeline }
        notYetRipe = fates.count { $0.standing == .notYetRipe }
        opportunity = Share(ripe.count { $0.daysToOpportunity != nil }, of: ripe.count)
        won = Share(ripe.count(where: \.wasWon), of: ripe.count)
    }
}

/// What became of one account that entered.
struct EntrantFate {
    enum Standing { case alreadyInPipeline, notYetRipe, ripe }

    var account: BacktestAccount
    var byRaisedHand: Bool
    var standing: Standing
    /// Days from entry to the first opportunity within the horizon.
    var daysToOpportunity: Int?
    var wasWon: Bool

    /// `nil` if the account did not enter in the period.
    ///
    /// Looks at nothing later than the horizon after entry, so that no later event can change the verdict.
    init?(_ history: AccountHistory) {
        guard let entry = history.entry else { return nil }
        account = history.account
        byRaisedHand = entry.byRaisedHand
        let deadline = entry.entered.advanced(by: history.horizonDays)
        if history.isInPipeline(on: entry.entered) {
            standing = .alreadyInPipeline
        } else if deadline > history.to {
            standing = .notYetRipe
        } else {
            standing = .ripe
        }
        let found = history.opportunities.filter { $0.opened >= entry.entered && $0.opened <= deadline }
        daysToOpportunity = found.first.map { entry.entered.distance(to: $0.opened) }
        wasWon = found.contains { $0.outcome == .won && ($0.closed ?? .max) <= deadline }
    }
}

/// Outcomes of all entrants and of those of each tier and way in.
public struct BacktestOutcome: Hashable, Sendable {
    public var all: EntrantOutcome
    /// In the order of the tiers' names.
    public var byTier: [EntrantOutcome]
    /// By the gate, by a raised hand.
    public var byWay: [EntrantOutcome]
    /// Days from entry to the first opportunity, of the ripe entrants that got one.
    public var leadTime: DayDistribution
    /// Ripe entrants whose opportunity opened on the very day they entered: not much of a lead.
    public var sameDay: Int
    /// Entrants outside the target market.
    public var outsideTarget: Int

    init(_ timeline: BacktestTimeline) {
        let fates = timeline.histories.compactMap(EntrantFate.init)
        all = EntrantOutcome(name: "all", fates)
        let tiers = Set(fates.map(\.account.tier)).sorted(by: tierOrder)
        byTier = tiers.map { tier in EntrantOutcome(name: tier, fates.filter { $0.account.tier == tier }) }
        byWay = [
            EntrantOutcome(name: "through the gate", fates.filter { !$0.byRaisedHand }),
            EntrantOutcome(name: "raised hand", fates.filter(\.byRaisedHand)),
        ].filter { $0.entrants > 0 }
        let leads = fates.filter { $0.standing == .ripe }.compactMap(\.daysToOpportunity)
        leadTime = DayDistribution(leads, limit: timeline.input.horizonDays)
        sameDay = leads.count { $0 == 0 }
        outsideTarget = fates.count { !$0.account.inTargetMarket }
    }
}

/// Named tiers first, then words such as `unfit` and `unknown`.
private func tierOrder(_ a: String, _ b: String) -> Bool {
    let last: Set<String> = ["unfit", "unknown"]
    return last.contains(a) == last.contains(b) ? a < b : last.contains(b)
}
