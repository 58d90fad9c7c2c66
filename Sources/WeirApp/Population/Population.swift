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
        let judge = PopulationJudge(use)
        var waiting: [AccountSaid] = []
        try workspace.ledger.forEachAccountSaid { said in
            waiting.append(said)
            if waiting.count == PopulationJudge.batch {
                judge.add(waiting)
                waiting.removeAll(keepingCapacity: true)
            }
        }
        judge.add(waiting)
        self.init(use, columns, judge)
    }

    private init(_ use: AgreementInUse, _ columns: AccountColumns, _ judge: PopulationJudge) {
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

    /// Who is not in the target market is unfit, whatever its points: Sales should not be sent there.
    static func fit(_ place: Place, tierCount: Int) -> Reading.Fit {
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
