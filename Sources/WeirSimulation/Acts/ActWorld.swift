/// What the acts of every account have in common: calendar, campaigns and the mixes as tables.
///
/// A class because every act looks at it, and it is dear to copy.
final class ActWorld: Sendable {
    let parameters: WorldParameters
    let calendar: WorldCalendar
    let campaigns: CampaignPlan
    /// How busy each day is, in permille: the calendar's and the campaigns' together.
    let busy: [Int]
    /// Signals in proportion, 1024 places each: browsing, researching, collecting, spying.
    let mixes: [[WorldSignal]]
    let channels: [WorldChannel]
    /// How much rows say about who acted, in 1000 places.
    let identities: [Identity]
    /// Days with a mailing, a webinar or an event.
    let isMarketingDay: [Bool]

    init(settings: WorldSettings, calendar: WorldCalendar) {
        parameters = settings.parameters
        self.calendar = calendar
        campaigns = CampaignPlan(seed: settings.seed, days: settings.days, isBusinessDay: calendar.isBusinessDay)
        busy = zip(calendar.busy, campaigns.running).map { [campaigns] ordinary, running in
            let boost = running.reduce(0) { $0 + campaigns.campaigns[Int($1)].boost }
            return ordinary * (1000 + boost) / 1000
        }
        mixes = [parameters.browsing, parameters.researching, parameters.collecting, parameters.spying].map(\.table)
        channels = campaigns.campaigns.map(\.channel)
        let spoken: [(Identity, Int)] = [
            (.emailOnly, parameters.emailOnlyPermille), (.domainOnly, parameters.domainOnlyPermille),
            (.accountOnly, parameters.accountOnlyPermille), (.stranger, parameters.strangerPermille), (.known, 1000),
        ]
        identities = Array(spoken.flatMap { Array(repeating: $0.0, count: max(0, $0.1)) }.prefix(1000))
        isMarketingDay = (0..<settings.days).map { [campaigns] day in
            [campaigns.mailing, campaigns.webinar, campaigns.event].contains { $0[day] != Campaign.none }
        }
    }
}

/// Places in `ActWorld.mixes`.
enum Mix {
    static let browsing = 0
    static let researching = 1
}
