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
    public fileprivate(set) var market: MarketReport
    /// What depends on engagements; `nil` before the first.
    public let past: Past?
    let population: Population

    /// What the agreement would have done over the history, and what became of it.
    public struct Past: Sendable {
        public let report: BacktestReport
        public let journeys: [AccountJourney]
        public let current: Trial
        /// Bars of entry around the one in force, with their numbers.
        public let frontier: [FrontierPoint]
        public let coverage: CoverageReport
        /// Seats to find somebody for, the one that would change the most first.
        public let gaps: [SeatGap]
        /// When people were qualified.
        let qualified: [BuyerSpell]
        let frame: SweepFrame
    }

    /// A bar of entry and what it would have brought.
    public struct FrontierPoint: Hashable, Sendable {
        public var enterMilli: Int64
        public var numbers: SweepNumbers
    }

    /// Entries of each breakdown of the market.
    fileprivate static let listed = 12
    /// How long after entry an opportunity or a win counts.
    public static let horizonDays = 180

    init(_ workspace: Workspace, _ use: AgreementInUse, version: Int?, today: CivilDay) async throws {
        let snapshot = try workspace.snapshot()
        self.use = use
        self.version = version
        asOf = today
        market = try snapshot.marketCount(under: use).report(top: Overview.listed)
        population = try Population(snapshot, use)
        past = try await Past(snapshot, population, today: today)
    }

    /// What people call an account.
    public func accountName(_ id: String) -> String {
        RecordID.account.numberIfAny(id).flatMap(population.number(ofAccount:)).map { population.accountNames[$0] }
            ?? id
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
        let agreement = population.use.agreement
        let bars = TrialValues(agreement).barsAround
        let trials = try await frame.trials(
            of: [agreement] + bars.map { TrialValues(agreement).with(enterMilli: $0).applied(to: agreement) },
            population)
        current = trials[0]
        frontier = zip(bars, trials.dropFirst()).map { .init(enterMilli: $0, numbers: $1.numbers) }
        let seats = try await population.seats(asOf: min(today, population.period.upperBound))
        coverage = seats.report
        gaps = Array(seats.gaps.prefix(500))
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

    /// The overview as of the facts decided upon, or the last one under this version while a newer is being made.
    func overview(
        _ workspace: Workspace, _ use: AgreementInUse, version: Int?, today: CivilDay
    ) async throws -> Overview {
        let position = try await onDisk {
            try workspace.ledger.readLive(isFreeMail: { _ in false }) { try $0.position() }
        }
        let stamp = Stamp(position: position, version: version, day: today)
        if let latest, latest.stamp.version == version, latest.stamp == stamp || .now < latest.restsUntil {
            return latest.overview
        }
        // What is being made under another version is of no use any more.
        if making.map({ $0.stamp.version != version }) ?? true { begin(stamp, workspace, use) }
        if let latest, latest.stamp.version == version { return latest.overview }
        guard let making else { throw ServiceError(.unavailable, "the overview is being made; ask again") }
        return try await making.task.value
    }

    private func begin(_ stamp: Stamp, _ workspace: Workspace, _ use: AgreementInUse) {
        let task = Task.detached { try await Overview(workspace, use, version: stamp.version, today: stamp.day) }
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
            workspace, use, version: now.version, today: use.days.day(of: clock()))
    }

    /// The same with the market as companies were known at the end of a past day.
    public func overview(marketAsOf day: CivilDay) async throws -> Overview {
        var overview = try await overview()
        let (workspace, use) = (workspace, overview.use)
        let market = try await onDisk {
            let last = Instant(milliseconds: use.days.start(of: day.advanced(by: 1)).milliseconds - 1)
            return try workspace.marketCount(under: use, at: last).report(top: Overview.listed)
        }
        overview.market = market
        return overview
    }

    /// Who was qualified on a day, by the agreement in force today and what had been done by then.
    public func qualified(asOf day: CivilDay) async throws -> Qualified {
        let overview = try await overview()
        guard overview.past != nil else { return Qualified(asOf: day, accounts: [], buyers: []) }
        return try await overview.population.qualified(asOf: day)
    }
}
