import WeirAgreement
import WeirFacts
import WeirFold
import WeirLedger
import WeirMarket

/// All accounts with their history, read under one agreement: what every question about qualification starts from.
public struct Population: Sendable {
    public let use: AgreementInUse
    public let columns: AccountColumns
    public let reading: Reading
    /// Where each account belongs, as known last.
    public let places: [Place]
    /// Signals in the facts that the agreement does not name, and how many engagements have them: worth nothing, and
    /// said so.
    public let unknownSignals: [(name: String, count: Int)]

    public struct Place: Sendable {
        public var isTarget: Bool
        /// The matrix's tier, whether in the target market or not.
        public var tier: Int
        public var fitMilli: Int64
    }

    /// What people call each account.
    public let accountNames: [String]

    /// Reads the workspace's columns, bringing them up to date first.
    /// - Parameter progress: called now and then while columns are made; see `ColumnStore`.
    public init(
        _ workspace: Workspace, _ use: AgreementInUse, progress: @escaping (Int, Int) throws -> Void = { _, _ in }
    ) throws {
        let workspace = try workspace.snapshot()
        let store = ColumnStore(
            workspace.ledger, folder: workspace.folder + "/columns", days: use.days, isFreeMail: CompanyMail().isFree,
            progress: progress)
        try self.init(workspace, use, columns: try store.columns())
    }

    /// Reads columns under another agreement, without reading the facts again.
    /// - Precondition: both count days in one time zone, and the workspace stands still.
    public init(_ workspace: Workspace, _ use: AgreementInUse, columns: AccountColumns) throws {
        let judge = Judge(use)
        try workspace.ledger.forEachTimeline { timeline in
            judge.add(timeline)
            return true
        }
        self.init(use, columns, judge)
    }

    private init(_ use: AgreementInUse, _ columns: AccountColumns, _ judge: Judge) {
        self.use = use
        self.columns = columns
        places = judge.places
        accountNames = judge.names
        let signals = Dictionary(
            use.agreement.signals.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        reading = Reading(
            signals: columns.signals.map { signals[$0] },
            personas: Population.personas(use, columns), fits: judge.fits)
        unknownSignals = Population.count(columns, where: reading.signals.map { $0 == nil })
    }

    /// The accounts of another population under an agreement that draws the market alike, so that no profile needs to
    /// be judged again.
    /// - Precondition: both agreements have the same market, attributes, lists and signal names.
    init(_ use: AgreementInUse, withMarketOf other: Population) {
        self.use = use
        columns = other.columns
        places = other.places
        accountNames = other.accountNames
        reading = Reading(
            signals: other.reading.signals, personas: Population.personas(use, other.columns), fits: other.reading.fits)
        unknownSignals = other.unknownSignals
    }

    private static func personas(_ use: AgreementInUse, _ columns: AccountColumns) -> [Reading.Persona] {
        columns.titles.map { title in
            let placing = use.titles.read(title)
            return Reading.Persona(role: placing.role, level: placing.level)
        }
    }

    /// Judges profiles as they are read.
    private final class Judge {
        private let use: AgreementInUse
        private(set) var fits: [Reading.Fit] = []
        private(set) var places: [Place] = []
        private(set) var names: [String] = []

        init(_ use: AgreementInUse) { self.use = use }

        func add(_ timeline: AccountTimeline) {
            names.append(timeline.name ?? timeline.domain ?? timeline.external ?? "acc_\(timeline.account)")
            for profile in timeline.profiles {
                let company = use.market.company(name: timeline.name, domain: timeline.domain, profile.attributes)
                let verdict = use.market.verdict(on: company)
                let place = Place(isTarget: verdict.target == .yes, tier: verdict.tier, fitMilli: verdict.fitMilli)
                fits.append(Population.fit(place, tierCount: use.rules.rules.tierCount))
                if profile.seq == timeline.profiles.last?.seq { places.append(place) }
            }
        }
    }

    /// Who is not in the target market is unfit, whatever its points: Sales should not be sent there.
    private static func fit(_ place: Place, tierCount: Int) -> Reading.Fit {
        Reading.Fit(pointsMilli: place.fitMilli, tier: place.isTarget ? place.tier : tierCount)
    }

    private static func count(_ columns: AccountColumns, where isUnknown: [Bool]) -> [(name: String, count: Int)] {
        guard isUnknown.contains(true) else { return [] }
        var counts = Array(repeating: 0, count: isUnknown.count)
        for account in columns.accounts.indices {
            columns.history.withAccount(account) { rows in
                for row in rows.signals.indices where isUnknown[Int(rows.signals[row])] {
                    counts[Int(rows.signals[row])] += 1
                }
            }
        }
        return counts.indices.filter { counts[$0] > 0 }.map { (columns.signals[$0], counts[$0]) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    /// First and last day with an engagement.
    public var period: ClosedRange<CivilDay> {
        CivilDay(number: columns.history.firstDay)...CivilDay(number: columns.lastDay)
    }
}
