import GRDB
import WeirFacts

extension Ledger {
    /// Gives somebody's calendar a new address; the old one stops working.
    /// - Parameter hash: SHA-256 of the secret in it; `nil` takes it away.
    public func setCalendar(of colleague: Int64, hash: String?, now: Instant) throws(LedgerError) {
        try write { db in
            try db.execute(sql: "DELETE FROM calendar_feed WHERE colleague = ?", arguments: [colleague])
            guard let hash else { return }
            try db.execute(
                sql: "INSERT INTO calendar_feed (colleague, hash, created_at) VALUES (?, ?, ?)",
                arguments: [colleague, hash, now.milliseconds])
        }
    }

    /// Whose calendar it is; `nil` for one that is not known.
    public func colleague(calendarHash: String) throws(LedgerError) -> Int64? {
        try read { db in
            try Int64.fetchOne(
                db, sql: "SELECT colleague FROM calendar_feed WHERE hash = ?", arguments: [calendarHash])
        }
    }

    /// Since when somebody has a calendar; `nil` where they have none.
    public func calendarSince(of colleague: Int64) throws(LedgerError) -> Instant? {
        try read { db in
            try Int64.fetchOne(
                db, sql: "SELECT created_at FROM calendar_feed WHERE colleague = ?", arguments: [colleague])
        }.map(Instant.init(milliseconds:))
    }
}
