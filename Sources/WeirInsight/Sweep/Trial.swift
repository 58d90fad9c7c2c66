/// What one definition would have done, for a page that redraws while somebody tries values: the numbers by which it is
/// weighed, the flow by week, and who entered.
public struct Trial: Hashable, Sendable {
    public var numbers: SweepNumbers
    public var flow: BacktestFlow
    /// Days from entry to the first opportunity.
    public var leadTime: DayDistribution
    /// Ids of the accounts that entered in the period, each once, in order of entry.
    public var entrants: [String]

    /// - Throws: `InsightError.period` as a report does.
    public init(_ input: BacktestInput) throws(InsightError) {
        let timeline = try BacktestTimeline(input)
        numbers = try SweepNumbers(input)
        flow = BacktestFlow(timeline)
        let leads = timeline.histories.compactMap(EntrantFate.init).filter { $0.standing == .ripe }
            .compactMap(\.daysToOpportunity)
        leadTime = DayDistribution(leads, limit: input.horizonDays)
        var seen: Set<String> = []
        entrants = input.accountSpells.filter { $0.entered >= input.from && $0.entered <= input.to }
            .sorted { ($0.entered, $0.accountID) < ($1.entered, $1.accountID) }
            .map(\.accountID).filter { seen.insert($0).inserted }
    }
}
