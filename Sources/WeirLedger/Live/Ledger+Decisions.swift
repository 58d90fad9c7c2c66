import GRDB
import WeirFacts

extension Ledger {
    /// Stores what was decided and how far, in one transaction.
    /// - Returns: the decisions with their places in the feed.
    public func store(_ batch: DecisionBatch) throws(LedgerError) -> [StoredDecision] {
        try write { db in try batch.store(db) }
    }

    /// Replaces everybody's standing, and stores what that decides, in one transaction.
    public func store(
        _ decisions: [StoredDecision], replacing standings: [StoredStanding], position: FollowerPosition
    ) throws(LedgerError) -> [StoredDecision] {
        try write { db in
            let writer = try DecisionWriter(db)
            let stored = try decisions.map(writer.add)
            try db.execute(sql: "DELETE FROM qualification")
            try db.execute(sql: "DELETE FROM qualified_buyer")
            for standing in standings { try writer.put(standing) }
            try db.execute(sql: "DELETE FROM refold WHERE seq <= ?", arguments: [position.seq])
            try writer.move(to: position)
            return stored
        }
    }

    /// The first day with a fact after another, of the people and accounts that have any: what lies in the future.
    public func firstDays(after today: CivilDay, days: ZonedDays) throws(LedgerError) -> (
        buyers: [Int64: CivilDay], accounts: [Int64: CivilDay]
    ) {
        func read(_ db: Database, _ sql: String, into found: inout [Int64: CivilDay]) throws {
            let select = try RawStatement(db, sql)
            // No zone is a whole day away from UTC; the exact day is looked at below.
            select.bind(Instant(startOf: today).milliseconds - 86_400_000, at: 1)
            defer { select.reset() }
            while try select.step() {
                let day = days.day(of: Instant(milliseconds: select.int(1)))
                if day > today { found[select.int(0)] = min(day, found[select.int(0)] ?? day) }
            }
        }
        return try self.read { db in
            var buyers: [Int64: CivilDay] = [:]
            var accounts: [Int64: CivilDay] = [:]
            try read(db, "SELECT buyer, at FROM engagement WHERE at >= ?", into: &buyers)
            try read(db, "SELECT buyer, observed_at FROM buyer_fact WHERE observed_at >= ?", into: &buyers)
            try read(db, "SELECT account, observed_at FROM account_fact WHERE observed_at >= ?", into: &accounts)
            return (buyers, accounts)
        }
    }

    /// Decisions after a place in the feed.
    /// - Parameter account: only this account's; `nil` for all.
    public func decisions(after id: Int64, limit: Int, account: Int64? = nil) throws(LedgerError) -> [StoredDecision] {
        try read { db in
            try LiveReader(db, isFreeMail: { _ in false }).decisions(after: id, limit: limit, account: account)
        }
    }
}

extension DecisionBatch {
    /// Stores it inside a transaction.
    func store(_ db: Database) throws -> [StoredDecision] {
        let writer = try DecisionWriter(db)
        let stored = try decisions.map(writer.add)
        for standing in standings { try writer.put(standing) }
        for account in gone { try writer.remove(account) }
        for refold in refolded { try writer.finish(refold) }
        try writer.move(to: position)
        return stored
    }
}

extension LiveReader {
    /// Decisions after a place in the feed.
    /// - Parameter account: only this account's; `nil` for all.
    public func decisions(after id: Int64, limit: Int, account: Int64? = nil) throws -> [StoredDecision] {
        let filter = account == nil ? "" : "AND account = ?3"
        let select = try RawStatement(
            cached: db,
            """
            SELECT id, account, buyer, entered, score, day, cause, fact, agreement, decided_at FROM transition
            WHERE id > ?1 \(filter) ORDER BY id LIMIT ?2
            """)
        select.bind(id, at: 1)
        select.bind(Int64(limit), at: 2)
        if let account { select.bind(account, at: 3) }
        defer { select.reset() }
        var result: [StoredDecision] = []
        while try select.step() { result.append(StoredDecision(select)) }
        return result
    }

    /// The newest decision's place in the feed; 0 before the first.
    public func lastDecision() throws -> Int64 {
        let select = try RawStatement(cached: db, "SELECT coalesce(max(id), 0) FROM transition")
        defer { select.reset() }
        return try select.step() ? select.int(0) : 0
    }

    /// How far was decided; `nil` before the first time.
    public func position() throws -> FollowerPosition? {
        let select = try RawStatement(
            cached: db, "SELECT seq, day, agreement, imports, first_day FROM follower WHERE name = 'qualification'")
        defer { select.reset() }
        guard try select.step() else { return nil }
        return FollowerPosition(
            seq: select.int(0), day: CivilDay(number: Int32(select.int(1))), agreement: Int(select.int(2)),
            imports: select.text(3) ?? "", firstDay: CivilDay(number: Int32(select.int(4))))
    }

    /// Where an account stands by what was decided; `nil` where nothing was.
    public func standing(of account: Int64) throws -> StoredStanding? {
        let select = try RawStatement(
            cached: db, "SELECT account, qualified, since, score, tier, due FROM qualification WHERE account = ?")
        select.bind(account, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        return StoredStanding(select, buyers: try qualifiedBuyers(of: account))
    }

    /// Every account's standing, by ascending id.
    public func forEachStanding(_ body: (StoredStanding) throws -> Void) throws {
        let select = try RawStatement(
            db, "SELECT account, qualified, since, score, tier, due FROM qualification ORDER BY account")
        defer { select.reset() }
        while try select.step() {
            try body(StoredStanding(select, buyers: try qualifiedBuyers(of: select.int(0))))
        }
    }

    /// Accounts that are due on or before a day, by ascending id.
    public func due(on day: CivilDay, limit: Int) throws -> [Int64] {
        let select = try RawStatement(
            cached: db, "SELECT account FROM qualification WHERE due <= ? ORDER BY due, account LIMIT ?")
        select.bind(Int64(day.number), at: 1)
        select.bind(Int64(limit), at: 2)
        defer { select.reset() }
        var accounts: [Int64] = []
        while try select.step() { accounts.append(select.int(0)) }
        return accounts
    }

    private func qualifiedBuyers(of account: Int64) throws -> [StoredStanding.Buyer] {
        let select = try RawStatement(
            cached: db, "SELECT buyer, since, engagement FROM qualified_buyer WHERE account = ? ORDER BY buyer")
        select.bind(account, at: 1)
        defer { select.reset() }
        var buyers: [StoredStanding.Buyer] = []
        while try select.step() {
            buyers.append(
                .init(
                    id: select.int(0), since: CivilDay(number: Int32(select.int(1))), engagementMilli: select.int(2)))
        }
        return buyers
    }
}

/// Statements of one transaction that stores decisions.
private struct DecisionWriter {
    private let db: Database
    private let addDecision: RawStatement
    private let putStanding: RawStatement
    private let removeStanding: RawStatement
    private let removeBuyers: RawStatement
    private let addBuyer: RawStatement
    private let removeRefold: RawStatement

    init(_ db: Database) throws {
        self.db = db
        addDecision = try RawStatement(
            cached: db,
            """
            INSERT INTO transition (account, buyer, entered, score, day, cause, fact, agreement, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
        putStanding = try RawStatement(
            cached: db,
            "INSERT OR REPLACE INTO qualification (account, qualified, since, score, tier, due) VALUES (?, ?, ?, ?, ?, ?)"
        )
        removeStanding = try RawStatement(cached: db, "DELETE FROM qualification WHERE account = ?")
        removeBuyers = try RawStatement(cached: db, "DELETE FROM qualified_buyer WHERE account = ?")
        addBuyer = try RawStatement(
            cached: db,
            "INSERT OR REPLACE INTO qualified_buyer (buyer, account, since, engagement) VALUES (?, ?, ?, ?)")
        removeRefold = try RawStatement(cached: db, "DELETE FROM refold WHERE account = ? AND seq = ?")
    }

    func add(_ decision: StoredDecision) throws -> StoredDecision {
        addDecision.bind(decision.account, at: 1)
        addDecision.bind(decision.buyer, at: 2)
        addDecision.bind(decision.entered ? 1 : 0, at: 3)
        addDecision.bind(decision.scoreMilli, at: 4)
        addDecision.bind(Int64(decision.day.number), at: 5)
        addDecision.bind(decision.cause, at: 6)
        addDecision.bind(decision.fact, at: 7)
        addDecision.bind(Int64(decision.agreement), at: 8)
        addDecision.bind(decision.decidedAt.milliseconds, at: 9)
        defer { addDecision.reset() }
        guard try addDecision.step() else { throw LedgerError(.database, "a decision was not stored") }
        var stored = decision
        stored.id = addDecision.int(0)
        while try addDecision.step() {}
        return stored
    }

    func put(_ standing: StoredStanding) throws {
        putStanding.bind(standing.account, at: 1)
        putStanding.bind(standing.isQualified ? 1 : 0, at: 2)
        putStanding.bind(standing.since.map { Int64($0.number) }, at: 3)
        putStanding.bind(standing.scoreMilli, at: 4)
        putStanding.bind(Int64(standing.tier), at: 5)
        putStanding.bind(standing.due.map { Int64($0.number) }, at: 6)
        try putStanding.run()
        removeBuyers.bind(standing.account, at: 1)
        try removeBuyers.run()
        for buyer in standing.buyers {
            addBuyer.bind(buyer.id, at: 1)
            addBuyer.bind(standing.account, at: 2)
            addBuyer.bind(Int64(buyer.since.number), at: 3)
            addBuyer.bind(buyer.engagementMilli, at: 4)
            try addBuyer.run()
        }
    }

    func remove(_ account: Int64) throws {
        for statement in [removeStanding, removeBuyers] {
            statement.bind(account, at: 1)
            try statement.run()
        }
    }

    func finish(_ refold: Refold) throws {
        removeRefold.bind(refold.account, at: 1)
        removeRefold.bind(refold.seq, at: 2)
        try removeRefold.run()
    }

    func move(to position: FollowerPosition) throws {
        let move = try RawStatement(
            cached: db,
            """
            INSERT OR REPLACE INTO follower (name, seq, day, agreement, imports, first_day)
            VALUES ('qualification', ?, ?, ?, ?, ?)
            """)
        move.bind(position.seq, at: 1)
        move.bind(Int64(position.day.number), at: 2)
        move.bind(Int64(position.agreement), at: 3)
        move.bind(position.imports, at: 4)
        move.bind(Int64(position.firstDay.number), at: 5)
        try move.run()
    }
}

extension StoredDecision {
    fileprivate init(_ select: RawStatement) {
        self.init(
            id: select.int(0), account: select.int(1), buyer: select.optionalInt(2), entered: select.int(3) == 1,
            scoreMilli: select.int(4), day: CivilDay(number: Int32(select.int(5))), cause: select.text(6) ?? "",
            fact: select.optionalInt(7), agreement: Int(select.int(8)),
            decidedAt: Instant(milliseconds: select.int(9)))
    }
}

extension StoredStanding {
    fileprivate init(_ select: RawStatement, buyers: [Buyer]) {
        self.init(
            account: select.int(0), isQualified: select.int(1) == 1,
            since: select.optionalInt(2).map { CivilDay(number: Int32($0)) }, scoreMilli: select.int(3),
            tier: Int(select.int(4)), due: select.optionalInt(5).map { CivilDay(number: Int32($0)) }, buyers: buyers)
    }
}
