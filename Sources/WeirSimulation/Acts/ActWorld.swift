/// What the acts of every account have in common: calendar, campaigns and the mixes as tables.
struct ActWorld {
    let parameters: WorldParameters
    let calendar: WorldCalendar
    let campaigns: CampaignPlan
    /// How busy each day is, in permille: the calendar's and the campaigns' together.
    let busy: [Int]
    /// Signals in proportion, 1024 places each: browsing, researching, collecting, spying.
    let mixes: [[WorldSignal]]
    let channels: [WorldChannel]

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
    }
}

/// Places in `ActWorld.mixes`.
enum Mix {
    static let browsing = 0
    static let researching = 1
}
