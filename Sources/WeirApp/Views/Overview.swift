import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger
import WeirMarket

/// All accounts at once under the agreement in force, read once and kept in memory, so that pages that count over all of
/// them answer at once.
public struct Overview: Sendable {
    public let use: AgreementInUse
    /// The version in force.
    public let version: Int?
    public let asOf: CivilDay
    /// When it was begun.
    public let at: Instant
    /// Whether something came in since that it does not count yet.
    public fileprivate(set) var isBehind = false
    public fileprivate(set) var market: MarketReport
    /// What depends on engagements; `nil` before the first.
    public fileprivate(set) var past: Past?
    let population: Population
    /// Where each account stands in the market.
    private let places: [KnownCompanies.Place]

    /// What the agreement would have done over the history, and what became of it.
    public struct Past: Sendable {
        public let report: BacktestReport
        public let journeys: [AccountJourney]
        public fileprivate(set) var current: Trial
        /// Bars of entry around the one in force, with their numbers.
        public fileprivate(set) var frontier: [FrontierPoint]
        public fileprivate(set) var coverage: CoverageReport
        /// Seats to find somebody for, the one that would change the most first.
        public fileprivate(set) var gaps: [SeatGap]
        /// When people were qualified.
        let qualified: [BuyerSpell]
        fileprivate(set) var frame: SweepFrame

        /// First and last day of the history that is tried on.
        public var from: CivilDay { frame.from }
        public var to: CivilDay { frame.to }
    }

    /// A bar of entry and what it would have brought.
    public struct FrontierPoint: Hashable, Sendable {
        public var enterMilli: Int64
        public var engagedBuyers: Int
        public var numbers: SweepNumbers
    }

    /// Entries of each breakdown of the market.
    fileprivate static let listed = 12
    /// How long after entry an opportunity or a win counts.
    public static let horizonDays = 180

    init(_ workspace: Workspace, _ use: AgreementInUse, version: Int?, at now: Instant) async throws {
        let today = use.days.day(of: now)
        let snapshot = try workspace.snapshot()
        self.use = use
        self.version = version
        asOf = today
        at = now
        population = try Population(snapshot, use, keepsCompanies: true)
        market = population.market()
        places = population.companies?.places(in: use.market) ?? []
        past = try await Past(snapshot, population, today: today)
    }

    /// What people call an account.
    public func accountName(_ id: String) -> String {
        RecordID.account.numberIfAny(id).flatMap(population.number(ofAccount:)).map { population.accountNames[$0] }
            ?? id
    }
}

extension Population {
    fileprivate func market(at instant: Instant? = nil) -> MarketReport {
        (companies?.count(in: use.market, at: instant) ?? MarketCount(use.market)).report(top: Overview.listed)
    }
}

extension Overview {
    /// The market with companies as they were known at a time.
    fileprivate func market(at instant: Instant) -> MarketReport { population.market(at: instant) }

    /// The same, while a newer one is being made.
    fileprivate var behind: Overview {
        var copy = self
        copy.isBehind = true
        return copy
    }

    /// Whom another definition of the market would move; `nil` where it asks about other attributes.
    func shift(to new: AgreementInUse, listed: Int) -> MarketShift? {
        guard let companies = population.companies, companies.fit(new.market) else { return nil }
        return MarketShift(of: population, companies, standing: places, from: use, to: new, listed: listed)
    }
}

extension Overview.Past {
    init?(_ workspace: Workspace, _ population: Population, today: CivilDay) async throws {
        guard population.columns.history.engagementCount > 0 else { return nil }
        let backtest = try await Backtest(workspace, population, horizonDays: Overview.horizonDays)
        report = try BacktestReport(backtest.input)
        journeys = backtest.input.journeys
        qualified = backtest.input.buyerSpells
        frame = try SweepFrame(
            workspace, population, from: nil, to: nil, horizonDays: Overview.horizonDays)
        (current, frontier) = try await Overview.Past.tried(frame, population)
        let seats = try await population.seats(asOf: min(today, population.period.upperBound))
        (coverage, gaps) = (seats.report, Overview.Past.first(seats.gaps))
    }

    private static func first(_ gaps: [SeatGap]) -> [SeatGap] { Array(gaps.prefix(500)) }

    /// The agreement in force and the bars around its own.
    private static func tried(
        _ frame: SweepFrame, _ population: Population
    ) async throws -> (Trial, [Overview.FrontierPoint]) {
        let agreement = population.use.agreement
        let bars = TrialValues(agreement).barsAround
        let trials = try await frame.trials(
            of: [agreement] + bars.map { $0.applied(to: agreement) }, population)
        return (
            trials[0],
            zip(bars, trials.dropFirst()).map { bar, trial in
                .init(enterMilli: bar.enterMilli, engagedBuyers: bar.engagedBuyers, numbers: trial.numbers)
            }
        )
    }

    /// The same with the history ending on a past day.
    fileprivate func ended(on day: CivilDay, _ population: Population) async throws -> Overview.Past {
        var past = self
        past.frame = frame.ended(on: day)
        (past.current, past.frontier) = try await Overview.Past.tried(past.frame, population)
        return past
    }

    /// The same with the seats as they were on a past day.
    fileprivate func covered(on day: CivilDay, _ population: Population) async throws -> Overview.Past {
        var past = self
        let seats = try await population.seats(asOf: day)
        (past.coverage, past.gaps) = (seats.report, Overview.Past.first(seats.gaps))
        return past
    }
}

/// Keeps the overview, and makes it anew when facts were decided upon or the agreement changed.
///
/// Where facts come all the time it is not made all the time: after each making it rests for five times as long as that
/// took, so that pages take a sixth of one processor at most from those who take facts in.
actor OverviewDesk {
    private struct Stamp: Hashable {
        var position: FollowerPosition?
        var version: Int?
        var day: CivilDay
    }

    private struct Making {
        let stamp: Stamp
        let task: Task<Overview, any Error>
    }

    private var latest: (overview: Overview, stamp: Stamp, restsUntil: ContinuousClock.Instant)?
    private var making: Making?
    /// The last overview with its history ended on past days that were asked for.
    private var ended: [CivilDay: Overview] = [:]
    private static let mostEnded = 4

    /// The overview as of the facts decided upon, or the last one under this version while a newer is being made.
    func overview(
        _ workspace: Workspace, _ use: AgreementInUse, version: Int?, at now: Instant
    ) async throws -> Overview {
        if let made = try await atHand(workspace, use, version: version, at: now) { return made }
        guard let making else { throw ServiceError(.unavailable, "the overview is being made; ask again") }
        return try await making.task.value
    }

    /// What is there under this version; a newer one is begun where facts have come since.
    func atHand(
        _ workspace: Workspace, _ use: AgreementInUse, version: Int?, at now: Instant
    ) async throws -> Overview? {
        let position = try await onDisk {
            try workspace.ledger.readLive(isFreeMail: { _ in false }) { try $0.position() }
        }
        let stamp = Stamp(position: position, version: version, day: use.days.day(of: now))
        if let latest, latest.stamp == stamp { return latest.overview }
        if let latest, latest.stamp.version == version, .now < latest.restsUntil { return latest.overview.behind }
        // What is being made under another version is of no use any more.
        if making.map({ $0.stamp.version != version }) ?? true { begin(stamp, workspace, use, at: now) }
        return latest.flatMap { $0.stamp.version == version ? $0.overview.behind : nil }
    }

    /// An overview with its history ended on a past day; kept, for a slider asks for it again and again.
    func ended(_ overview: Overview, on day: CivilDay) async throws -> Overview {
        if let kept = ended[day], kept.at == overview.at { return kept }
        var made = overview
        made.past = nil
        if let past = overview.past, past.from <= day {
            made.past = try await past.ended(on: day, overview.population)
        }
        ended = ended.filter { $0.value.at == overview.at }
        if ended.count >= OverviewDesk.mostEnded { ended = [:] }
        ended[day] = made
        return made
    }

    private func begin(_ stamp: Stamp, _ workspace: Workspace, _ use: AgreementInUse, at now: Instant) {
        let task = Task.detached(executorPreference: Counting.threads) {
            try await Overview(workspace, use, version: stamp.version, at: now)
        }
        making = Making(stamp: stamp, task: task)
        let start = ContinuousClock.now
        Task {
            let made = try? await task.value
            self.finish(stamp, made, since: start)
        }
    }

    private func finish(_ stamp: Stamp, _ made: Overview?, since start: ContinuousClock.Instant) {
        guard making?.stamp == stamp else { return }
        making = nil
        guard let made else { return }
        let end = ContinuousClock.now
        latest = (made, stamp, end + start.duration(to: end) * 5)
    }
}

extension Service {
    /// Every account at once under the agreement in force.
    public func overview() async throws -> Overview {
        let now = definitions.now
        let use = try inForce
        return try await overviews.overview(
            workspace, use, version: now.version, at: clock())
    }

    /// The same where it is there already; otherwise it is begun, and `nil`.
    public func overviewAtHand() async throws -> Overview? {
        let use = try inForce
        return try await overviews.atHand(workspace, use, version: definitions.now.version, at: clock())
    }

    /// The same with the market as companies were known at the end of a past day.
    public func overview(marketAsOf day: CivilDay) async throws -> Overview {
        var overview = try await overview()
        let use = overview.use
        let last = Instant(milliseconds: use.days.start(of: day.advanced(by: 1)).milliseconds - 1)
        overview.market = try await onDisk { [overview] in overview.market(at: last) }
        return overview
    }

    /// The same with coverage as it was on a past day.
    public func overview(coverageAsOf day: CivilDay) async throws -> Overview {
        var overview = try await overview()
        overview.past = try await overview.past?.covered(on: day, overview.population)
        return overview
    }

    /// The same with the history that the lab tries on ending on a past day, and nothing known of what came after.
    public func overview(historyUntil day: CivilDay) async throws -> Overview {
        try await overviews.ended(try await overview(), on: day)
    }

    /// Makes what pages need of all accounts before somebody asks for it.
    public func prepareOverview() async {
        guard !colleagues.everybody().isEmpty else { return }
        _ = try? await deskForecast([], weeks: 13)
        let today = definitions.now.use?.days.day(of: clock()) ?? clock().utcDay
        _ = try? await promises(from: today.advanced(by: -91), to: today)
    }

    /// Who was qualified on a day, by the agreement in force today and what had been done by then.
    public func qualified(asOf day: CivilDay) async throws -> Qualified {
        let overview = try await overview()
        guard overview.past != nil else { return Qualified(asOf: day, accounts: [], buyers: []) }
        return try await overview.population.qualified(asOf: day)
    }
}
