import WeirFacts

/// What a definition would have done over a period, and whether it was right.
///
/// Everything is reckoned from whole days and counts. `text`, `json` and `page` render it.
public struct BacktestReport: Hashable, Sendable {
    public var title: String
    /// `unsigned draft`; stands at the head of every section.
    public var banner: String?
    public var from: CivilDay
    public var to: CivilDay
    public var horizonDays: Int
    public var accountCount: Int
    public var targetMarketCount: Int
    public var teams: [FollowUpCapacity.Team]
    public var flow: BacktestFlow
    public var outcome: BacktestOutcome
    public var baseRate: BaseRate
    public var won: WonReview
    /// `nil` where Sales answered nothing in the period.
    public var acceptance: Acceptance?
    public var accountFlapping: Flapping
    public var buyerFlapping: Flapping

    /// - Throws: `InsightError.period` when the period ends before it begins or the horizon is not 1 to 3650 days.
    public init(_ input: BacktestInput) throws(InsightError) {
        let timeline = try BacktestTimeline(input)
        title = input.title
        banner = input.banner
        (from, to, horizonDays) = (input.from, input.to, input.horizonDays)
        accountCount = input.accounts.count
        targetMarketCount = input.accounts.count(where: \.inTargetMarket)
        teams = input.capacity?.teams ?? []
        flow = BacktestFlow(timeline)
        outcome = BacktestOutcome(timeline)
        baseRate = BaseRate(timeline)
        won = WonReview(timeline)
        acceptance = Acceptance(timeline)
        accountFlapping = Flapping(BacktestFlow.accountStays(timeline), from: input.from, to: input.to)
        buyerFlapping = Flapping(BacktestFlow.buyerStays(timeline), from: input.from, to: input.to)
    }
}
