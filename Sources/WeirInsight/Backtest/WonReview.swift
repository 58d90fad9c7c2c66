import WeirFacts

/// An opportunity that was won without the gate having let its account through in time.
public struct MissedWin: Hashable, Sendable {
    public var accountID: String
    public var accountName: String
    public var tier: String
    public var opportunityID: String
    public var opened: CivilDay
    /// `nil`: nobody recorded when.
    public var won: CivilDay?
    public var amount: Money?
    /// The day it entered, after the opportunity opened; `nil`: never before it was won.
    public var entered: CivilDay?
    public var reason: MissedReason?
}

/// Every opportunity won in the period, and whether the gate had let its account through before it opened.
///
/// INVARIANT: `total` = `found` + `lapsed` + `late` + `never` + `openedBefore`.
public struct WonReview: Hashable, Sendable {
    public struct Tally: Hashable, Sendable {
        public var count: Int
        /// One amount for each currency, in the order of their codes.
        public var value: [Money]
    }

    /// A condition that kept accounts out, and how many wins that cost.
    public struct ReasonCount: Hashable, Sendable {
        public var condition: String
        public var count: Int
    }

    public var total: Tally
    /// Opened while qualified or within the horizon after an entry.
    public var found: Tally
    /// Qualified once, but had left, and its entry was longer ago than the horizon.
    public var lapsed: Tally
    /// Qualified only after the opportunity had opened.
    public var late: Tally
    /// Not qualified before it was won.
    public var never: Tally
    /// Opened before the period began: not judged.
    public var openedBefore: Tally
    /// Won, but nobody recorded when: taken as won by the end of the period.
    public var undated: Int
    /// The late, longest delay first.
    public var lateWins: [MissedWin]
    /// The never qualified, largest amount first.
    public var neverWins: [MissedWin]

    public var reasonsLate: [ReasonCount] { WonReview.grouped(lateWins) }
    public var reasonsNever: [ReasonCount] { WonReview.grouped(neverWins) }

    /// Of the wins judged, those the gate had let through in time.
    public var foundShare: Share { Share(found.count, of: total.count - openedBefore.count) }

    init(_ timeline: BacktestTimeline) {
        var classes: [Standing: [BacktestOpportunity]] = [:]
        undated = 0
        lateWins = []
        neverWins = []
        for history in timeline.histories {
            for opportunity in history.opportunities where opportunity.outcome == .won {
                // A win without a day was won by the end of the period, whenever that was.
                if opportunity.closed == nil { undated += 1 }
                let won = opportunity.closed ?? timeline.input.to
                guard won >= history.from else { continue }
                let (standing, entered) = Standing.of(opportunity, won: won, in: history)
                classes[standing, default: []].append(opportunity)
                guard standing == .late || standing == .never else { continue }
                let missed = MissedWin(
                    accountID: history.account.id, accountName: history.account.name, tier: history.account.tier,
                    opportunityID: opportunity.id, opened: opportunity.opened, won: opportunity.closed,
                    amount: opportunity.amount,
                    entered: entered, reason: timeline.input.missedReasons[history.account.id])
                if standing == .late { lateWins.append(missed) } else { neverWins.append(missed) }
            }
        }
        let tally = { (standing: Standing) in Tally(classes[standing] ?? []) }
        (found, lapsed, late) = (tally(.found), tally(.lapsed), tally(.late))
        (never, openedBefore) = (tally(.never), tally(.openedBefore))
        total = Tally(classes.values.flatMap(\.self))
        lateWins.sort { ($1.daysLate, $0.accountID, $0.opportunityID) < ($0.daysLate, $1.accountID, $1.opportunityID) }
        neverWins.sort {
            ($1.sortAmount, $0.accountID, $0.opportunityID) < ($0.sortAmount, $1.accountID, $1.opportunityID)
        }
    }

    static let noReason = "no reason given"

    private static func grouped(_ wins: [MissedWin]) -> [ReasonCount] {
        Dictionary(grouping: wins) { $0.reason?.condition ?? WonReview.noReason }
            .map { ReasonCount(condition: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.condition) < ($0.count, $1.condition) }
    }
}

private enum Standing {
    case found, lapsed, late, never, openedBefore

    static func of(
        _ opportunity: BacktestOpportunity, won: CivilDay, in history: AccountHistory
    ) -> (Standing, entered: CivilDay?) {
        if opportunity.opened < history.from { return (.openedBefore, nil) }
        if history.daysAfterEntry.contains(opportunity.opened) { return (.found, nil) }
        if history.spells.contains(where: { $0.entered <= opportunity.opened }) { return (.lapsed, nil) }
        let entered = history.spells.first { $0.entered <= won }?.entered
        return (entered == nil ? .never : .late, entered)
    }
}

extension MissedWin {
    /// Days the entry came after the opportunity had opened; 0 where there was no entry.
    public var daysLate: Int { entered.map { opened.distance(to: $0) } ?? 0 }

    fileprivate var sortAmount: Int64 { amount?.minorUnits ?? -1 }
}

extension WonReview.Tally {
    init(_ opportunities: [BacktestOpportunity]) {
        count = opportunities.count
        var sums: [String: Int64] = [:]
        for amount in opportunities.compactMap(\.amount) { sums[amount.currency, default: 0] += amount.minorUnits }
        value = sums.keys.sorted().map { Money(minorUnits: sums[$0] ?? 0, currency: $0) }
    }
}
