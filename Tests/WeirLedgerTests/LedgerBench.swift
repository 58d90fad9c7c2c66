import WeirFacts
import WeirLedger
import WeirTestSupport

/// A ledger in a folder of its own, and the shortest way to get facts into it.
final class LedgerBench {
    let bench: Workbench
    let ledger: Ledger
    let file: LedgerFile
    private var imports = 0

    static let now = Instant(milliseconds: 1_780_000_000_000)

    init() throws {
        bench = try Workbench()
        ledger = try Ledger.create(folder: bench.place("weir"))
        file = LedgerFile(workspace: bench.place("weir"))
    }

    /// Begins, or goes on with, the import of a file that its digest names.
    func session(
        _ kind: FactKind, digest: String, source: String = "crm", at now: Instant = LedgerBench.now
    ) throws -> ImportSession {
        try ImportSession(
            ledger, ImportRequest(source: source, kind: kind, file: "\(digest).csv", digest: digest, mapping: "{}"),
            now: now)
    }

    /// Takes a whole file in, as one batch.
    @discardableResult
    func take(_ facts: Facts, source: String = "crm", at now: Instant = LedgerBench.now) throws -> ImportCounts {
        imports += 1
        let session = try session(facts.kind, digest: "file-\(imports)", source: source, at: now)
        let place = ImportPlace(read: facts.count, rejected: 0, skipped: 0)
        try session.write(facts, upTo: place)
        try session.finish(read: facts.count, rejected: 0, skipped: 0, now: now)
        return session.counts
    }

    /// The facts as columns.
    /// - Parameter folder: where they are kept, beside the ledger.
    func columns(
        _ freeMail: Set<String> = ["gmail.com"], in folder: String = "columns", zone: String = "Europe/London",
        progress: @escaping (Int, Int) throws -> Void = { _, _ in }
    ) throws -> AccountColumns {
        guard let days = ZonedDays(timeZone: zone) else { throw LedgerError(.notFound, "no zone") }
        return try ColumnStore(
            ledger, folder: bench.place(folder), days: days, isFreeMail: { freeMail.contains($0) }, progress: progress
        ).columns()
    }
}

/// The facts of one file.
enum Facts {
    case accounts([AccountSeen])
    case buyers([BuyerSeen])
    case deeds([Deed])
    case opportunities([OpportunitySeen])
    case dispositions([DispositionMade])
    case costs([CostIncurred])

    var kind: FactKind {
        switch self {
        case .accounts: .accounts
        case .buyers: .buyers
        case .deeds: .engagements
        case .opportunities: .opportunities
        case .dispositions: .dispositions
        case .costs: .costs
        }
    }

    var count: Int {
        switch self {
        case .accounts(let facts): facts.count
        case .buyers(let facts): facts.count
        case .deeds(let facts): facts.count
        case .opportunities(let facts): facts.count
        case .dispositions(let facts): facts.count
        case .costs(let facts): facts.count
        }
    }
}

/// An engagement as a test writes it.
struct Deed: Hashable {
    var id: String?
    var buyer: String?
    var email: String?
    var account: String?
    var domain: String?
    var signal = "page_viewed"
    var content: String?
    var sharedWith: String?
    var campaign: String?
    /// Milliseconds since 1970-01-01T00:00:00Z.
    var at: Int64 = 1_770_000_000_000
}

extension EngagementBatch {
    init(_ deeds: [Deed]) {
        self.init()
        for (row, deed) in deeds.enumerated() {
            message.append(add(deed.id))
            buyerID.append(add(deed.buyer))
            email.append(add(deed.email))
            accountID.append(add(deed.account))
            domain.append(add(deed.domain))
            signal.append(add(deed.signal))
            content.append(add(deed.content))
            sharedWith.append(add(deed.sharedWith))
            campaign.append(add(deed.campaign))
            channel.append(.absent)
            at.append(deed.at)
            line.append(UInt64(row + 2))
        }
    }

    private mutating func add(_ string: String?) -> Slice {
        guard let string, !string.isEmpty else { return .absent }
        defer { text += string.utf8 }
        return Slice(start: UInt32(text.count), count: UInt32(string.utf8.count))
    }
}

extension ImportSession {
    /// - Parameter isOnDisk: an earlier run wrote them; they are only counted.
    func write(_ facts: Facts, isOnDisk: Bool = false, upTo place: ImportPlace) throws {
        switch facts {
        case .accounts(let facts): try write(facts, upTo: place)
        case .buyers(let facts): try write(facts, upTo: place)
        case .deeds(let facts): try write(EngagementBatch(facts), skip: isOnDisk ? facts.count : 0, upTo: place)
        case .opportunities(let facts): try write(facts, upTo: place)
        case .dispositions(let facts): try write(facts, upTo: place)
        case .costs(let facts): try write(facts, isOnDisk: isOnDisk, upTo: place)
        }
    }
}

extension AccountColumns {
    /// Everybody who did anything.
    var actors: Set<Int64> {
        var actors: Set<Int64> = []
        for account in accounts.indices {
            history.withAccount(account) { rows in
                for row in rows.days.indices { actors.insert(buyerID(rows.buyer(row), of: account)) }
            }
        }
        return actors
    }
}
