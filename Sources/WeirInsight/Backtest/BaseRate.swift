import WeirFacts

/// The outcome of the rest of the target market, which that of the entrants is compared with.
///
/// "Never qualified" would be an unfair base: whether an account qualifies later is not known on the day, and
/// leaving out those that did makes the rest look worse than it was. So account-*days* are compared, not accounts.
/// Every day of the period of every account of the target market belongs to one of two groups:
///
/// - *after entry*: the account was qualified, or entered no more than the horizon before;
/// - *the rest*: all other days, those before the entry of an account that entered later included.
///
/// Days with an opportunity still open from before belong to neither, since none could be found. An opportunity counts
/// for the group of the day on which it opened, one a day. A win counts on the day its opportunity opened, if it was won
/// within the horizon after that; therefore only days up to the horizon before the period's end count for wins.
public struct BaseRate: Hashable, Sendable {
    public var opportunitiesAfterEntry: IncidenceRate
    public var opportunitiesOfRest: IncidenceRate
    public var winsAfterEntry: IncidenceRate
    public var winsOfRest: IncidenceRate
    /// How many times the rest's rate; `nil` where a group has no event.
    public var opportunityLift: Lift?
    public var winLift: Lift?
    /// Accounts of the target market that were not qualified on any day of the period, and those of them for which an
    /// opportunity opened in it. For orientation only: see above.
    public var neverQualified: Share

    init(_ timeline: BacktestTimeline) {
        var opportunities = ExposureCount()
        var wins = ExposureCount()
        var never = 0
        var neverWithOpportunity = 0
        for history in timeline.histories where history.account.inTargetMarket {
            opportunities.add(history, until: history.to) { _ in true }
            wins.add(history, until: history.to.advanced(by: -history.horizonDays)) { opportunity in
                opportunity.outcome == .won
                    && (opportunity.closed ?? .max) <= opportunity.opened.advanced(by: history.horizonDays)
            }
            let wasQualified = history.spells.contains { ($0.left ?? .max) >= history.from }
            if !wasQualified {
                never += 1
                neverWithOpportunity += history.opportunities.contains { $0.opened >= history.from } ? 1 : 0
            }
        }
        opportunitiesAfterEntry = opportunities.afterEntry
        opportunitiesOfRest = opportunities.rest
        winsAfterEntry = wins.afterEntry
        winsOfRest = wins.rest
        opportunityLift = Lift(of: opportunities.afterEntry, over: opportunities.rest)
        winLift = Lift(of: wins.afterEntry, over: wins.rest)
        neverQualified = Share(neverWithOpportunity, of: never)
    }
}

/// Events and account-days of both groups.
private struct ExposureCount {
    var afterEntry = IncidenceRate(events: 0, accountDays: 0)
    var rest = IncidenceRate(events: 0, accountDays: 0)

    mutating func add(
        _ history: AccountHistory, until last: CivilDay, counting counts: (BacktestOpportunity) -> Bool
    ) {
        guard last >= history.from else { return }
        let atRisk = history.daysAtRisk.clipped(to: history.from.number..<last.number + 1)
        let entered = history.daysAfterEntry
        let restDays = atRisk.subtracting(entered)
        rest.accountDays += restDays.days
        afterEntry.accountDays += atRisk.days - restDays.days
        let days = Set(history.opportunities.filter(counts).map(\.opened)).filter { atRisk.contains($0) }
        for day in days {
            if entered.contains(day) { afterEntry.events += 1 } else { rest.events += 1 }
        }
    }
}
