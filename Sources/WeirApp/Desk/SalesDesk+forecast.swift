import WeirAgreement
import WeirDesk
import WeirFacts
import WeirInsight
import WeirLedger

/// What the next weeks will bring, before the money is spent.
extension SalesDesk {
    /// History that counts.
    private static let historyDays = 365
    /// A response later than this before somebody qualified is not taken to have brought it about.
    private static let lagDays = 60

    /// - Parameters:
    ///   - qualified: when people were, under the agreement in force.
    ///   - weeks: 1 to 52.
    func forecast(
        _ campaigns: [PlannedCampaign], _ qualified: [BuyerSpell], weeks: Int, now: Instant
    ) throws -> DeskForecast {
        guard (1...52).contains(weeks) else {
            throw ServiceError(.invalid, "a forecast looks 1 to 52 weeks ahead")
        }
        return try refusing {
            // History is long: it is read while others may work at the desk.
            let days = try terms(now: now).use.days
            let today = days.day(of: now)
            let history = try history(qualified, days, until: today)
            guard let desk = try look(now: now, { held, _ in held.desk }) else {
                throw ServiceError(
                    .conflict, "the desk has not begun, so it has no capacity; weir serve, or weir desk tick, begins it"
                )
            }
            let waiting = desk.teams.reduce(desk.withoutTeam.count) { $0 + $1.meter.waiting.count }
            let span = today...today.startOfWeek.advanced(by: 7 * weeks - 1)
            let forecast = try DemandForecast(
                campaigns: campaigns, history: history, days: span, waiting: waiting
            ) { day in
                desk.teams.indices.reduce(0) { $0 + desk.capacity(ofTeam: $1, on: day) }
            }
            return DeskForecast(
                from: today, waiting: waiting, history: history, campaigns: campaigns, weeks: forecast.weeks,
                proposals: forecast.proposals)
        }
    }

    /// How responses became qualified buyers in the last year: each qualification goes to the latest response before it.
    static func history(
        _ books: DeskBooks, _ qualified: [BuyerSpell], _ days: ZonedDays, until today: CivilDay
    ) throws -> ConversionHistory {
        let first = today.advanced(by: -historyDays)
        let responses = try books.responses(since: days.start(of: first.advanced(by: -lagDays)))
        var byBuyer: [Int64: [CivilDay]] = [:]
        var counted = 0
        for response in responses {
            let day = days.day(of: response.at)
            guard day < today else { continue }
            byBuyer[response.buyer, default: []].append(day)
            if day >= first { counted += 1 }
        }
        var lags = Array(repeating: 0, count: lagDays + 1)
        var (brought, quiet) = (0, 0)
        let within = qualified.filter { first <= $0.entered && $0.entered < today }
        for spell in within {
            let responses = RecordID.buyer.numberIfAny(spell.buyerID).flatMap { byBuyer[$0] }
            let lag = responses?.last { $0 <= spell.entered }.map { $0.distance(to: spell.entered) }
            if let lag, lag <= lagDays, brought < counted {
                lags[lag] += 1
                brought += 1
            } else {
                quiet += 1
            }
        }
        let began = within.map(\.entered).min() ?? today
        return ConversionHistory(
            responses: counted, qualified: brought, byLagDays: lags,
            quietDays: max(began.distance(to: today), 1), quietQualified: quiet)
    }
}
