import GRDB
import WeirFacts

extension Ledger {
    /// Everybody, also who was disabled, by id.
    public func colleagues() throws(LedgerError) -> [StoredColleague] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM colleague ORDER BY id").map(StoredColleague.init)
        }
    }

    /// - Parameter spending: a setting that goes with it in the same transaction: the set-up secret.
    /// - Throws: `conflict` where the address is taken; `notFound` where the setting is not there any more.
    public func addColleague(_ colleague: StoredColleague, spending setting: String? = nil) throws(LedgerError)
        -> StoredColleague
    {
        try write { db in
            if let setting {
                try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting])
                guard changes(db) == 1 else { throw LedgerError(.notFound, "the set-up is done already") }
            }
            try db.execute(
                sql: """
                    INSERT INTO colleague (name, email, role, zone, created_at, password, code_key, code_step, subject,
                        invitation, invited_until, disabled_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """, arguments: colleague.arguments)
            guard changes(db) == 1 else {
                throw LedgerError(.conflict, "\(colleague.email) has an account already")
            }
            var stored = colleague
            stored.id = db.lastInsertedRowID
            return stored
        }
    }

    /// Changes a colleague as they stand in this transaction.
    /// - Parameter role: one that somebody who may sign in has to keep.
    /// - Throws: `conflict` where the change would take this role from the last who has it.
    public func changeColleague(
        _ id: Int64, keeping role: String, _ change: (inout StoredColleague) throws -> Void
    ) throws(LedgerError) -> StoredColleague {
        try write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM colleague WHERE id = ?", arguments: [id]) else {
                throw LedgerError(.notFound, "there is no person per_\(id)")
            }
            var stored = StoredColleague(row)
            let hadRole = stored.role == role && stored.disabledAt == nil
            try change(&stored)
            let others = "SELECT EXISTS (SELECT 1 FROM colleague WHERE id <> ? AND role = ? AND disabled_at IS NULL)"
            if hadRole, stored.role != role || stored.disabledAt != nil,
                try Bool.fetchOne(db, sql: others, arguments: [id, role]) != true
            {
                throw LedgerError(
                    .conflict, "\(stored.name) is the last with the role \(role); give it to somebody else first")
            }
            try db.execute(
                sql: """
                    UPDATE colleague SET name = ?, email = ?, role = ?, zone = ?, created_at = ?, password = ?,
                        code_key = ?, code_step = ?, subject = ?, invitation = ?, invited_until = ?, disabled_at = ?
                    WHERE id = ?
                    """, arguments: stored.arguments + [id])
            return stored
        }
    }

    // MARK: Sessions

    public func sessions() throws(LedgerError) -> [StoredSession] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM session ORDER BY created_at").map { row in
                StoredSession(
                    hash: row["hash"], colleague: row["colleague"], agent: row["agent"],
                    createdAt: Instant(milliseconds: row["created_at"]), usedAt: Instant(milliseconds: row["used_at"]))
            }
        }
    }

    public func addSession(_ session: StoredSession) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "INSERT INTO session (hash, colleague, agent, created_at, used_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    session.hash, session.colleague, session.agent, session.createdAt.milliseconds,
                    session.usedAt.milliseconds,
                ])
        }
    }

    public func endSession(_ hash: String) throws(LedgerError) {
        try write { db in try db.execute(sql: "DELETE FROM session WHERE hash = ?", arguments: [hash]) }
    }

    /// - Parameter but: one that stays: the one that asks.
    public func endSessions(of colleague: Int64, but hash: String? = nil) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM session WHERE colleague = ? AND hash <> ?", arguments: [colleague, hash ?? ""])
        }
    }

    /// Remembers when sessions were used last, and forgets those that have ended by age.
    public func noteSessionUse(_ uses: [String: Instant], usedBefore: Instant, createdBefore: Instant)
        throws(LedgerError)
    {
        try write { db in
            for (hash, at) in uses {
                try db.execute(
                    sql: "UPDATE session SET used_at = ? WHERE hash = ?", arguments: [at.milliseconds, hash])
            }
            try db.execute(
                sql: "DELETE FROM session WHERE used_at < ? OR created_at < ?",
                arguments: [usedBefore.milliseconds, createdBefore.milliseconds])
        }
    }

    // MARK: Audit

    public func addAudit(_ entries: [StoredAudit]) throws(LedgerError) {
        try write { db in
            for entry in entries {
                try db.execute(
                    sql: "INSERT INTO audit (at, colleague, act, subject) VALUES (?, ?, ?, ?)",
                    arguments: [entry.at.milliseconds, entry.colleague, entry.act, entry.subject])
            }
        }
    }

    /// The newest first.
    /// - Parameters:
    ///   - acts: of these only; none: of all.
    ///   - colleague: only what they did.
    public func audit(
        before id: Int64, limit: Int, acts: [String] = [], by colleague: Int64? = nil
    ) throws(LedgerError) -> [StoredAudit] {
        let ofActs = acts.isEmpty ? "" : "AND act IN (\(acts.map { _ in "?" }.joined(separator: ", ")))"
        let ofOne = colleague == nil ? "" : "AND colleague = ?"
        var arguments: StatementArguments = [id]
        arguments += StatementArguments(acts)
        if let colleague { arguments += [colleague] }
        arguments += [limit]
        return try read { [arguments] db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM audit WHERE id < ? \(ofActs) \(ofOne) ORDER BY id DESC LIMIT ?",
                arguments: arguments
            ).map { row in
                StoredAudit(
                    id: row["id"], at: Instant(milliseconds: row["at"]), colleague: row["colleague"], act: row["act"],
                    subject: row["subject"])
            }
        }
    }
}
