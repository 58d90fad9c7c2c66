import WeirFacts

/// What a definition costs and brings, in the numbers by which variants of it are weighed.
public struct SweepNumbers: Hashable, Sendable {
    public var accountsEntered: Int
    /// Spells of buyers that began in the period: each is a follow-up.
    public var buyersEntered: Int
    /// Days of the period.
    public var days: Int
    /// Weeks of the period, Monday to Sunday, partial ones included.
    public var weeks: Int
    /// Most buyers that entered in one week.
    public var peakWeek: Int
    /// Follow-ups the teams can do in a week without exceptions; `nil` without teams.
    public var capacityPerWeek: Int?
    public var weeksOver: Int
    /// Buyers beyond the capacity of their week, all weeks together.
    public var overCapacity: Int
    /// Of the ripe entrants, those with an opportunity.
    public var opportunity: Share
    /// Of the wins judged, those let through in time.
    public var winsFound: Share
    public var valueFound: [Money]
    /// Accepted, of the answers for accounts qualified at the time; `nil` where Sales answered nothing in the period.
    public var acceptance: Share?
    /// Of the accounts' entries, those within 30 days of leaving.
    public var accountsReturned: Share
    /// The same of buyers.
    public var buyersReturned: Share

    /// The numbers of a whole report.
    public init(_ report: BacktestReport) {
        self.init(
            flow: report.flow, days: report.from.distance(to: report.to) + 1,
            capacity: report.teams.isEmpty ? nil : report.teams.reduce(0) { $0 + $1.perWeek },
            opportunity: report.outcome.all.opportunity, won: report.won, acceptance: report.acceptance,
            flapping: (report.accountFlapping, report.buyerFlapping))
    }

    /// The numbers alone. Accounts that neither entered nor have an opportunity change none of them and may be left out.
    ///
    /// - Throws: `InsightError.period` as a report does.
    public init(_ input: BacktestInput) throws(InsightError) {
        let timeline = try BacktestTimeline(input)
        let fates = timeline.histories.compactMap(EntrantFate.init)
        self.init(
            flow: BacktestFlow(timeline), days: input.from.distance(to: input.to) + 1,
            capacity: input.capacity?.perWeek, opportunity: EntrantOutcome(name: "all", fates).opportunity,
            won: WonReview(timeline), acceptance: Acceptance(timeline),
            flapping: (
                Flapping(BacktestFlow.accountStays(timeline), from: input.from, to: input.to),
                Flapping(BacktestFlow.buyerStays(timeline), from: input.from, to: input.to)
            ))
    }

    private init(
        flow: BacktestFlow, days: Int, capacity: Int?, opportunity: Share, won: WonReview, acceptance: Acceptance?,
        flapping: (accounts: Flapping, buyers: Flapping)
    ) {
        accountsEntered = flow.accounts.enteredDistinct
        buyersEntered = flow.buyers.entered
        self.days = days
        weeks = flow.weeks.count
        peakWeek = flow.weeks.map(\.buyersEntered).max() ?? 0
        capacityPerWeek = capacity
        weeksOver = flow.weeksOverCapacity.count
        overCapacity = flow.weeks.reduce(0) { $0 + $1.overCapacity }
        self.opportunity = opportunity
        winsFound = won.foundShare
        valueFound = won.found.value
        self.acceptance = acceptance?.qualified
        accountsReturned = flapping.accounts.returned
        buyersReturned = flapping.buyers.returned
    }
}

extension SweepNumbers {
    /// Buyers that enter in seven days, on average over the period, in tenths, rounded half up.
    public var weeklyTenths: Int { (buyersEntered * 140 + days) / (2 * max(1, days)) }

    public var winsMissed: Int { winsFound.of - winsFound.count }

    /// Whether the mean week is within what the teams can follow up; `nil` without teams.
    public var fitsCapacity: Bool? { capacityPerWeek.map { weeklyTenths <= $0 * 10 } }

    /// Whether it asks for no more follow-ups than another, finds as many wins and is accepted as often, and is better in
    /// one of the three.
    ///
    /// Acceptance counts only between bases that are not small: one answer of one accepted would beat everything.
    public func beats(_ other: SweepNumbers) -> Bool {
        let accepted = SweepNumbers.order(acceptance, other.acceptance)
        let isWorse =
            buyersEntered > other.buyersEntered || winsFound.count < other.winsFound.count || accepted < 0
        let isBetter =
            buyersEntered < other.buyersEntered || winsFound.count > other.winsFound.count || accepted > 0
        return isBetter && !isWorse
    }

    /// Above 0 where the first share is the greater; 0 where one has too small a base to tell.
    private static func order(_ a: Share?, _ b: Share?) -> Int {
        guard let a, let b, !a.isSmall, !b.isSmall else { return 0 }
        return (a.count * b.of - b.count * a.of).signum()
    }
}
