import WeirFacts

/// Expected qualified buyers against what the teams can follow up, week by week, before the money is spent.
///
/// A response on day `r` is expected to bring `qualified ÷ responses` buyers, of whom `byLagDays[k] ÷ Σ byLagDays`
/// qualify on day `r + k`; to these comes what qualifies without campaigns, `quietQualified ÷ quietDays` a day. The sum
/// of a week is `E`. How many really come scatters twice: by chance, with variance `E`, and because the rate is known
/// from `n = qualified + quietQualified` cases only, with variance `E² ÷ n`. So the interval is
/// `E ± 1.96 · √(E + E² ÷ n)` (a gamma rate with Poisson counts), and never below nothing.
/// Whole millionths of a buyer throughout; what division leaves over is carried to the next day, so sums are exact.
public struct DemandForecast: Hashable, Sendable {
    public let weeks: [ForecastWeek]
    public let proposals: [ForecastProposal]

    /// - Parameters:
    ///   - days: what is asked for, a quarter for example; at most 366 days.
    ///   - waiting: qualified buyers who wait when it begins.
    ///   - capacity: what the teams can follow up on a day, see ``ReleaseMeter/limit(_:on:permille:)``.
    /// - Throws: `notAllowed` where history is too thin for a number, or the plan cannot be.
    public init(
        campaigns: [PlannedCampaign], history: ConversionHistory, days: ClosedRange<CivilDay>, waiting: Int = 0,
        capacity: (CivilDay) -> Int
    ) throws(DeskError) {
        try DemandForecast.check(campaigns, history, days)
        let quiet = DemandForecast.quiet(history, days)
        let byCampaign = campaigns.map { DemandForecast.brought($0, history, days) }
        let cases = Int64(history.qualified + history.quietQualified)
        var weeks: [ForecastWeek] = []
        var backlog = Int64(waiting) * 1000
        var first = days.lowerBound
        while first <= days.upperBound {
            let last = min(first.startOfWeek.advanced(by: 6), days.upperBound)
            let span = days.lowerBound.distance(to: first)...days.lowerBound.distance(to: last)
            let parts = byCampaign.map { $0[span].reduce(0, +) / 1000 }
            let expected = quiet[span].reduce(0, +) / 1000 + parts.reduce(0, +)
            let half = DemandForecast.halfWidth(expected, cases)
            let room = (first...last).reduce(0) { $0 + capacity($1) }
            backlog = max(backlog + expected - Int64(room) * 1000, 0)
            let over = expected - Int64(room) * 1000
            weeks.append(
                ForecastWeek(
                    from: first, expectedMilli: expected, lowMilli: max(expected - half, 0), highMilli: expected + half,
                    capacity: room, overflowMilli: over < 1000 ? 0 : over, waitingMilli: backlog,
                    byCampaignMilli: parts))
            first = last.advanced(by: 1)
        }
        self.weeks = weeks
        proposals = DemandForecast.proposals(weeks, campaigns)
    }

    private static func check(
        _ campaigns: [PlannedCampaign], _ history: ConversionHistory, _ days: ClosedRange<CivilDay>
    ) throws(DeskError) {
        guard days.lowerBound.distance(to: days.upperBound) < 366 else {
            throw DeskError(.notAllowed, at: "days", "a forecast looks ahead a year at most")
        }
        guard history.quietDays > 0, history.qualified + history.quietQualified >= 30 else {
            throw DeskError(
                .notAllowed, at: "history", "fewer than 30 people qualified so far: too few to say how many will")
        }
        guard history.quietQualified >= 0, (0...history.responses).contains(history.qualified),
            history.byLagDays.allSatisfy({ $0 >= 0 }), history.byLagDays.count <= 366,
            campaigns.isEmpty || (history.responses > 0 && history.byLagDays.contains { $0 > 0 })
        else { throw DeskError(.notAllowed, at: "history", "its counts contradict one another") }
        for campaign in campaigns {
            guard campaign.from <= campaign.to, campaign.from.distance(to: campaign.to) <= 366,
                (0...10_000_000).contains(campaign.responses)
            else {
                throw DeskError(
                    .notAllowed, at: campaign.name, "a campaign lasts at most a year and ends after it begins")
            }
        }
    }

    /// Millionths a day that come without campaigns.
    private static func quiet(_ history: ConversionHistory, _ days: ClosedRange<CivilDay>) -> [Int64] {
        let total = Int64(history.quietQualified) * 1_000_000
        let every = Int64(history.quietDays)
        return (0..<Int64(days.count)).map { total * ($0 + 1) / every - total * $0 / every }
    }

    /// Millionths a day that one campaign brings.
    private static func brought(
        _ campaign: PlannedCampaign, _ history: ConversionHistory, _ days: ClosedRange<CivilDay>
    ) -> [Int64] {
        let lasts = Int64(campaign.from.distance(to: campaign.to) + 1)
        let total = Int64(campaign.responses) * 1_000_000 / Int64(history.responses) * Int64(history.qualified)
        let lagTotal = Int64(history.byLagDays.reduce(0, +))
        var brought = Array(repeating: Int64(0), count: days.count)
        for number in 0..<lasts {
            let ofDay = total * (number + 1) / lasts - total * number / lasts
            let first = days.lowerBound.distance(to: campaign.from) + Int(number)
            var before: Int64 = 0
            for (lag, count) in history.byLagDays.enumerated() {
                let after = before + Int64(count)
                if brought.indices.contains(first + lag) {
                    brought[first + lag] += ofDay * after / lagTotal - ofDay * before / lagTotal
                }
                before = after
            }
        }
        return brought
    }

    /// 1.96 standard deviations, thousandths.
    private static func halfWidth(_ expectedMilli: Int64, _ cases: Int64) -> Int64 {
        let variance = expectedMilli * 1000 + expectedMilli * expectedMilli / cases
        return squareRoot(variance) * 196 / 100
    }

    /// The largest whole number whose square is not above `value`.
    static func squareRoot(_ value: Int64) -> Int64 {
        guard value > 1 else { return max(value, 0) }
        var root = value
        var next = (root + 1) / 2
        while next < root {
            root = next
            next = (root + value / root) / 2
        }
        return root
    }

    private static func proposals(_ weeks: [ForecastWeek], _ campaigns: [PlannedCampaign]) -> [ForecastProposal] {
        var proposals: [ForecastProposal] = []
        for (index, week) in weeks.enumerated() where week.overflowMilli > 0 {
            let keep = Int64(week.capacity) * 1_000_000 / week.expectedMilli
            proposals.append(.raiseBar(weekFrom: week.from, keepPermille: Int(keep)))
            guard
                let largest = week.byCampaignMilli.indices.max(by: { a, b in
                    (week.byCampaignMilli[a], b) < (week.byCampaignMilli[b], a)
                }), week.byCampaignMilli[largest] > 0
            else { continue }
            let later = weeks[(index + 1)...].firstIndex { later in
                later.expectedMilli + week.overflowMilli <= Int64(later.capacity) * 1000
            }
            if let later {
                let move = ForecastProposal.moveCampaign(
                    name: campaigns[largest].name, byDays: week.from.distance(to: weeks[later].from))
                if !proposals.contains(move) { proposals.append(move) }
            }
        }
        return proposals
    }
}
