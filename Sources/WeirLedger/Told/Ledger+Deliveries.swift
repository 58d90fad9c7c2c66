import GRDB
import WeirFacts

/// A notice that is not stored yet.
public struct NewNotice: Hashable, Sendable {
    public var at: Instant
    public var kind: String
    /// JSON.
    public var body: String

    public init(at: Instant, kind: String, body: String) {
        self.at = at
        self.kind = kind
        self.body = body
    }
}

extension NewNotice {
    /// Writes it with a delivery for each destination that wants it; nothing where none does.
    func put(_ db: Database, for destinations: [StoredDestination]) throws {
        let wanting = destinations.filter { $0.wants(kind) }
        guard !wanting.isEmpty else { return }
        let notice = try put(db)
        for destination in wanting { _ = try deliver(db, notice, to: destination.id, dueAt: at) }
    }

    func put(_ db: Database) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO notice (at, kind, body) VALUES (?, ?, ?)")
            .execute(arguments: [at.milliseconds, kind, body])
        return db.lastInsertedRowID
    }

    func deliver(_ db: Database, _ notice: Int64, to destination: Int64, dueAt: Instant) throws -> Int64 {
        try db.cachedStatement(
            sql: "INSERT INTO delivery (notice, destination, state, attempts, due_at) VALUES (?, ?, 'waiting', 0, ?)"
        ).execute(arguments: [notice, destination, dueAt.milliseconds])
        return db.lastInsertedRowID
    }
}

extension DeskBooks {
    /// Writes notices in the transaction of what they are about.
    public func tell(_ notices: [NewNotice]) throws {
        guard !notices.isEmpty else { return }
        let destinations = try Ledger.destinations(db)
        for notice in notices { try notice.put(db, for: destinations) }
    }
}

extension Ledger {
    /// How many decisions are taken in at once, so that nobody else waits long for the disk.
    private static let decisionsAtOnce = 500

    /// Takes in some decisions about accounts since the last time, and remembers how far.
    /// - Parameter notice: what is to be said of one.
    public func tellDecisions(
        _ notice: (_ account: Int64, _ entered: Bool, _ cause: String, _ at: Instant) throws -> NewNotice
    ) throws(LedgerError) {
        let last = try read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM transition") ?? 0 }
        let known = try read { db in try Int64.fetchOne(db, sql: "SELECT decision FROM told_position") ?? 0 }
        guard last > known else { return }
        try write { db in
            let place = try Int64.fetchOne(db, sql: "SELECT decision FROM told_position WHERE name = 'accounts'") ?? 0
            let destinations = try Ledger.destinations(db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT account, entered, cause, decided_at, id FROM transition
                    WHERE id > ? AND id <= ? AND buyer IS NULL ORDER BY id LIMIT \(Ledger.decisionsAtOnce)
                    """, arguments: [place, last])
            for row in rows {
                try notice(row[0], row[1], row[2], Instant(milliseconds: row[3])).put(db, for: destinations)
            }
            let reached: Int64 = rows.count == Ledger.decisionsAtOnce ? rows.last?[4] ?? last : last
            try db.execute(
                sql: "UPDATE told_position SET decision = ? WHERE name = 'accounts'", arguments: [max(place, reached)])
        }
    }

    /// The next delivery of each destination that has one due and may be sent to.
    public func dueDeliveries(now: Instant, besides busy: Set<Int64>, limit: Int) throws(LedgerError)
        -> [(StoredDelivery, StoredDestination)]
    {
        try read { db in
            var due: [(StoredDelivery, StoredDestination)] = []
            for destination in try Ledger.destinations(db) where destination.isOn && !busy.contains(destination.id) {
                guard due.count < limit, destination.resumesAt.map({ $0 <= now }) ?? true else { continue }
                let row = try Row.fetchOne(
                    db,
                    sql: StoredDelivery.select + """
                         WHERE delivery.destination = ? AND delivery.state = 'waiting' AND delivery.due_at <= ?
                        ORDER BY delivery.due_at, delivery.id LIMIT 1
                        """, arguments: [destination.id, now.milliseconds])
                if let row { due.append((StoredDelivery(row), destination)) }
            }
            return due
        }
    }

    /// How many wait to be sent.
    public func waitingDeliveries() throws(LedgerError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM delivery WHERE state = 'waiting'") ?? 0 }
    }

    /// A notice for one destination alone, held back from everybody else for a while: whoever asked for it sends it.
    public func addDelivery(_ notice: NewNotice, to destination: Int64, heldUntil: Instant) throws(LedgerError) -> Int64
    {
        try write { db in try notice.deliver(db, try notice.put(db), to: destination, dueAt: heldUntil) }
    }

    /// Writes an attempt down with what follows from it.
    /// - Parameter failed: told to the others where the destination is switched off.
    public func record(
        _ attempt: StoredAttempt, of delivery: StoredDelivery, _ consequence: AttemptConsequence, failed: NewNotice
    ) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO delivery_attempt (delivery, number, at, took, verdict, status, note)
                    SELECT ?1, 1 + (SELECT count(*) FROM delivery_attempt WHERE delivery = ?1), ?2, ?3, ?4, ?5, ?6
                    """,
                arguments: [
                    delivery.id, attempt.at.milliseconds, attempt.tookMillis, attempt.verdict, attempt.status,
                    attempt.note,
                ])
            let ended = consequence.state == .waiting ? nil : attempt.at.milliseconds + attempt.tookMillis
            try db.execute(
                sql: """
                    UPDATE delivery SET state = ?, attempts = attempts + 1, due_at = ?, ended_at = ?
                    WHERE id = ? AND state = 'waiting'
                    """, arguments: [consequence.state.rawValue, consequence.dueAt.milliseconds, ended, delivery.id])
            try db.execute(
                sql: "UPDATE destination SET failures = ?, resumes_at = ? WHERE id = ?",
                arguments: [consequence.failures, consequence.resumesAt?.milliseconds, delivery.destination])
            if let reason = consequence.offReason {
                try db.execute(
                    sql: """
                        UPDATE destination SET is_on = 0, off_reason = ?, revision = revision + 1
                        WHERE id = ? AND deleted_at IS NULL
                        """, arguments: [reason, delivery.destination])
                try failed.put(db, for: try Ledger.destinations(db))
            }
        }
    }

    // MARK: The log

    /// Deliveries before one, the newest first.
    public func deliveries(
        before id: Int64, limit: Int, destination: Int64? = nil, state: StoredDelivery.State? = nil
    ) throws(LedgerError) -> [StoredDelivery] {
        try read { db in
            var sql = StoredDelivery.select + " WHERE delivery.id < ?"
            var arguments: StatementArguments = [id]
            if let destination {
                sql += " AND delivery.destination = ?"
                arguments += [destination]
            }
            if let state {
                sql += " AND delivery.state = ?"
                arguments += [state.rawValue]
            }
            arguments += [limit]
            return try Row.fetchAll(db, sql: sql + " ORDER BY delivery.id DESC LIMIT ?", arguments: arguments)
                .map(StoredDelivery.init)
        }
    }

    public func delivery(_ id: Int64) throws(LedgerError) -> (StoredDelivery, attempts: [StoredAttempt])? {
        try read { db in
            let found = try Row.fetchOne(db, sql: StoredDelivery.select + " WHERE delivery.id = ?", arguments: [id])
            guard let found else { return nil }
            let attempts = try Row.fetchAll(
                db, sql: "SELECT * FROM delivery_attempt WHERE delivery = ? ORDER BY number", arguments: [id]
            ).map { row in
                var attempt = StoredAttempt(
                    at: Instant(milliseconds: row["at"]), tookMillis: row["took"], verdict: row["verdict"],
                    status: row["status"], note: row["note"])
                attempt.number = row["number"]
                return attempt
            }
            return (StoredDelivery(found), attempts)
        }
    }

    /// Sends deliveries once more, from the first attempt on. Those of a deleted destination stay as they are.
    /// - Returns: how many.
    public func replayDeliveries(_ ids: [Int64], now: Instant) throws(LedgerError) -> Int {
        try write { db in
            var count = 0
            for id in ids {
                try db.execute(
                    sql: """
                        UPDATE delivery SET state = 'waiting', attempts = 0, due_at = ?, ended_at = NULL
                        WHERE id = ? AND destination IN (SELECT id FROM destination WHERE deleted_at IS NULL)
                        """, arguments: [now.milliseconds, id])
                count += Int(changes(db))
            }
            return count
        }
    }

    /// Those of a destination that ended since, by state.
    public func endedDeliveries(of destination: Int64, since: Instant, includingDelivered: Bool, limit: Int)
        throws(LedgerError) -> [Int64]
    {
        try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT delivery.id FROM delivery JOIN notice ON notice.id = delivery.notice
                    WHERE delivery.destination = ? AND notice.at >= ? AND delivery.state IN ('dead', ?)
                    ORDER BY delivery.id LIMIT ?
                    """,
                arguments: [destination, since.milliseconds, includingDelivered ? "delivered" : "dead", limit])
        }
    }

    /// Forgets what ended before an instant.
    public func forgetDeliveries(before: Instant) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: """
                    DELETE FROM delivery_attempt WHERE delivery IN (SELECT id FROM delivery WHERE ended_at < ?)
                    """, arguments: [before.milliseconds])
            try db.execute(sql: "DELETE FROM delivery WHERE ended_at < ?", arguments: [before.milliseconds])
            guard changes(db) > 0 else { return }
            try db.execute(
                sql: "DELETE FROM notice WHERE at < ? AND id NOT IN (SELECT notice FROM delivery)",
                arguments: [before.milliseconds])
        }
    }
}
