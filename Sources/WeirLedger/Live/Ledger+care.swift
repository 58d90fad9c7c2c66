import GRDB
import WeirFacts

/// Looking after the file.
extension Ledger {
    /// Copies the whole database into a new file, as it stands at one moment, with SQLite's online backup.
    public func copy(to path: String) throws(LedgerError) {
        try LedgerError.wrapping {
            let target = try DatabaseQueue(path: path)
            try pool.backup(to: target)
            try target.close()
        }
    }

    /// What SQLite finds wrong with the file, in its words; empty where nothing is.
    public func integrityProblems(limit: Int) throws(LedgerError) -> [String] {
        try read { db in
            let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(limit))")
            return found == ["ok"] ? [] : found
        }
    }

    /// When something was recorded last; `nil` in an empty ledger.
    public func latestRecording() throws(LedgerError) -> Instant? {
        try read { db in
            let times = [
                "SELECT received_at FROM event ORDER BY seq DESC LIMIT 1",
                "SELECT recorded_at FROM account_fact ORDER BY seq DESC LIMIT 1",
                "SELECT recorded_at FROM buyer_fact ORDER BY seq DESC LIMIT 1",
                "SELECT recorded_at FROM opportunity_fact ORDER BY seq DESC LIMIT 1",
                "SELECT decided_at FROM transition ORDER BY id DESC LIMIT 1",
            ]
            return try times.compactMap { try Int64.fetchOne(db, sql: $0) }.max().map(Instant.init(milliseconds:))
        }
    }

    /// Writes back what stands in the write-ahead log, and lets go of the file.
    public func close() throws(LedgerError) {
        try LedgerError.wrapping {
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try pool.close()
        }
    }
}
