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
    /// Signals in the facts that the agreement does not name, and how many engagements have them: worth nothing, and
    /// said so.
    public let unknownSignals: [(name: String, count: Int)]

    /// What people call each account.
    public let accountNames: [String]
    /// Where each account belongs, as known last.
    public let places: [Place]

    public struct Place: Sendable {
        public var isTarget: Bool
        /// The matrix's tier, whether in the target market or not.
        public var tier: Int
        public var fitMilli: Int64
    }

    /// What the accounts were judged by; `nil` where nobody asked for it to be kept.
    let companies: KnownCompanies?

    /// Reads the workspace's columns, bringing them up to date first.
    /// - Parameter progress: called now and then while columns are made; see `ColumnStore`.
    public init(
        _ workspace: Workspace, _ use: AgreementInUse, progress: @escaping (Int, Int) throws -> Void = { _, _ in }
    ) throws {
        try self.init(workspace, use, keepsCompanies: false, progress: progress)
    }

    /// - Parameter keepsCompanies: for other definitions of the market, which costs memory.
    init(
        _ workspace: Workspace, _ use: AgreementInUse, keepsCompanies: Bool,
        progress: @escaping (Int, Int) throws -> Void = { _, _ in }
    ) throws {
        let workspace = try workspace.snapshot()
        let store = ColumnStore(
            workspace.ledger, folder: workspace.folder + "/columns", days: use.days, isFreeMail: CompanyMail().isFree,
            progress: progress)
        try self.init(workspace, use, columns: try store.columns(), keepsCompanies: keepsCompanies)
    }

    /// Reads columns under another agreement, without reading the facts again.
    /// - Precondition: both count days in one time zone, and the workspace stands still.
    public init(_ workspace: Workspace, _ use: AgreementInUse, columns: AccountColumns) throws {
        try self.init(workspace, use, columns: columns, keepsCompanies: false)
    }

    private init(
        _ workspace: Workspace, _ use: AgreementInUse, columns: AccountColumns, keepsCompanies: Bool
    ) throws {
        let judge = PopulationJudge(use, keepsCompanies: keepsCompanies)
        var waiting: [AccountSaid] = []
        try workspace.ledger.forEachAccountSaid { said in
            waiting.append(said)
            if waiting.count == PopulationJudge.batch {
                judge.add(waiting)
                waiting.removeAll(keepingCapacity: true)
            }
        }
        judge.add(waiting)
        self.use = use
        self.columns = columns
        accountNames = judge.names
        places = judge.places
        companies = judge.known
        let signals = Dictionary(
            use.agreement.signals.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        reading = Reading(
            signals: columns.signals.map { signals[$0] },
            personas: Population.personas(use, columns), fits: judge.fits)
        unknownSignals = Population.count(columns, where: reading.signals.map { $0 == nil })
    }

    /// The accounts of another population, without reading any profile again.
    /// - Parameter other: reads the same signals in the same time zone. `nil` comes back where it does not, or where
    ///   neither the market is drawn alike nor the companies were kept.
    init?(_ use: AgreementInUse, like other: Population) {
        let (mine, its) = (use.agreement, other.use.agreement)
        guard mine.timeZone == its.timeZone, mine.signals.map(\.name) == its.signals.map(\.name) else { return nil }
        let fits: [Reading.Fit]
        if mine.drawsMarket(like: its) {
            (fits, places) = (other.reading.fits, other.places)
        } else if let companies = other.companies, companies.fit(use.market) {
            let judged = companies.judged(under: use)
            fits = judged.map(use.fit)
            places = companies.lasts.map { judged[$0] }
        } else {
            return nil
        }
        self.use = use
        columns = other.columns
        accountNames = other.accountNames
        companies = other.companies
        reading = Reading(
            signals: other.reading.signals, personas: Population.personas(use, other.columns), fits: fits)
        unknownSignals = other.unknownSignals
    }

    private static func personas(_ use: AgreementInUse, _ columns: AccountColumns) -> [Reading.Persona] {
        columns.titles.map { title in
            let placing = use.titles.read(title)
            return Reading.Persona(role: placing.role, level: placing.level)
        }
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
