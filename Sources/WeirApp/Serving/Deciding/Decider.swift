import WeirAgreement
import WeirFacts
import WeirFold
import WeirLedger

/// Decides upon facts as they come: reads what is new, folds it, and stores what it changes together with how far it
/// came, so that a process killed at any moment goes on exactly there.
///
/// Used by one thread. What it keeps in memory can be lost at any time: an account that is not there is folded from
/// its facts.
final class Decider {
    /// How much one look takes on.
    private static let rowsAtOnce = 4_000
    private static let accountsAtOnce = 400

    let workspace: Workspace
    let use: AgreementInUse
    let version: Int
    private let reading: FactReading
    private let terms: TermReader
    private let mail = CompanyMail()
    private let firstDayMatters: Bool
    /// Whether somebody may be qualified who has done nothing.
    private let newcomersMatter: Bool
    private var accounts: FollowedAccounts
    private var places = PlaceCache()
    /// How far it came; what is stored may lag behind where nothing was to be decided.
    private(set) var position: FollowerPosition?
    private var storedDay: CivilDay?
    private(set) var refolds = 0

    private let store: (DecisionBatch) throws -> [StoredDecision]

    init(
        _ workspace: Workspace, _ use: AgreementInUse, version: Int, capacity: Int,
        store: @escaping (DecisionBatch) throws -> [StoredDecision]
    ) {
        self.store = store
        self.workspace = workspace
        self.use = use
        self.version = version
        let terms = TermReader()
        self.terms = terms
        reading = FactReading(use) { try terms.word($0) }
        accounts = FollowedAccounts(capacity: capacity)
        let rules = use.rules.rules
        // Unless fit alone can let an account in, nothing happens before somebody does something.
        newcomersMatter = rules.buyer.enterMilli <= 0
        firstDayMatters = (rules.enter.engagedBuyers == 0 && rules.enter.roles.isEmpty) || newcomersMatter
    }

    var accountsInMemory: Int { accounts.count }

    /// What a look came to.
    enum Outcome {
        case idle
        /// Stored; there may be more to do at once.
        case decided([StoredDecision])
        /// Everybody has to be folded anew.
        case rebuild(Decision.Cause)
    }

    /// Looks for what is new and decides upon it.
    func look(now: Instant) throws -> Outcome {
        do {
            let outcome = try workspace.ledger.readLive(isFreeMail: mail.isFree) { reader in
                try terms.reading(from: reader) { try look(reader, now: now) }
            }
            guard case .store(let batch) = outcome else { return outcome.answer }
            let decisions = try store(batch)
            position = batch.position
            storedDay = batch.position.day
            return .decided(decisions)
        } catch {
            // What is in memory may be ahead of what is stored.
            forget()
            throw error
        }
    }

    /// Drops what is in memory; it is read again when it is needed.
    func forget() {
        accounts.removeAll()
        places.removeAll()
        position = nil
    }

    private enum Found {
        case nothing
        case rebuild(Decision.Cause)
        case store(DecisionBatch)

        var answer: Outcome {
            if case .rebuild(let cause) = self { return .rebuild(cause) }
            return .idle
        }
    }

    // MARK: One look

    private func look(_ reader: LiveReader, now: Instant) throws -> Found {
        guard var position = try position ?? reader.position() else { return .rebuild(.imported) }
        if position.agreement != version { return .rebuild(.agreement) }
        let imports = try reader.importStamp()
        if position.imports != imports { return .rebuild(.imported) }
        let today = max(position.day, use.days.day(of: now))
        let refolds = try reader.refolds(limit: Decider.accountsAtOnce)
        let last = refolds.count == Decider.accountsAtOnce ? position.seq : try reader.lastSeq()
        let rows = try reader.engagements(after: position.seq, upTo: last, limit: Decider.rowsAtOnce)
        var reached = rows.count == Decider.rowsAtOnce ? rows[rows.count - 1].seq : last
        let newcomers =
            newcomersMatter
            ? try reader.described(after: position.seq, upTo: reached, limit: Decider.rowsAtOnce) : []
        if newcomers.count == Decider.rowsAtOnce { reached = newcomers[newcomers.count - 1].seq }
        if firstDayMatters, rows.contains(where: { reading.day($0.at) < position.firstDay }) {
            return .rebuild(.late)
        }
        var look = Look(reader, reading, from: position, upTo: reached, today: today, now: now)
        swap(&look.accounts, &accounts)
        swap(&look.places, &places)
        defer {
            swap(&look.accounts, &accounts)
            swap(&look.places, &places)
        }
        try look.refold(refolds)
        try look.welcome(newcomers.map(\.buyer))
        try look.fold(rows.prefix { $0.seq <= reached })
        let isUpToDate = reached == last && refolds.count < Decider.accountsAtOnce
        if isUpToDate, today > position.day {
            let due = try reader.due(on: today, limit: Decider.accountsAtOnce)
            try look.settle(due)
            if due.count < Decider.accountsAtOnce { position.day = today }
        }
        look.close()
        position.seq = reached
        self.refolds += look.refolds
        guard look.hasChanges || position.day != storedDay else {
            self.position = position
            return .nothing
        }
        return .store(look.batch(position))
    }
}

/// Reads words from whichever reading of the ledger is open.
final class TermReader {
    private var reader: LiveReader?

    func reading<T>(from reader: LiveReader, _ body: () throws -> T) throws -> T {
        self.reader = reader
        defer { self.reader = nil }
        return try body()
    }

    func word(_ term: Int64) throws -> String? { try reader?.term(term) }
}

/// By the id of a buyer: where they belong. Those who belong nowhere yet are looked up each time.
struct PlaceCache {
    private var places: [Int64: BuyerPlace] = [:]

    func place(_ buyer: Int64) -> BuyerPlace? { places[buyer] }

    mutating func keep(_ place: BuyerPlace, of buyer: Int64) {
        if places.count >= 200_000 { places.removeAll(keepingCapacity: true) }
        if place.account != nil { places[buyer] = place }
    }

    /// People may have moved.
    mutating func removeAll() { places.removeAll(keepingCapacity: true) }
}
