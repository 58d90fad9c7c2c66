import Foundation
import GRDB
import WeirFacts

/// What is kept under a key that makes a request repeatable.
public struct KeptAnswer: Hashable, Sendable {
    public var fingerprint: String
    /// `nil` while the request is being done.
    public var status: Int?
    /// Name and value a line.
    public var headers: String
    public var body: [UInt8]
    public var begunAt: Instant
}

extension Ledger {
    /// Takes a key for a request.
    /// - Parameter abandoned: what was begun before this and never ended is anybody's again.
    /// - Returns: what is kept under it; `nil` where it was free and is now taken.
    public func takeKey(_ key: String, caller: String, fingerprint: String, now: Instant, abandoned: Instant)
        throws(LedgerError) -> KeptAnswer?
    {
        try write { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM idempotency WHERE key = ? AND caller = ?", arguments: [key, caller])
            if let row {
                let kept = KeptAnswer(
                    fingerprint: row["fingerprint"], status: row["status"], headers: row["headers"] ?? "",
                    body: (row["body"] as Data?).map(Array.init) ?? [],
                    begunAt: Instant(milliseconds: row["begun_at"]))
                if kept.status != nil || kept.begunAt >= abandoned { return kept }
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO idempotency (key, caller, fingerprint, begun_at) VALUES (?, ?, ?, ?)",
                arguments: [key, caller, fingerprint, now.milliseconds])
            return nil
        }
    }

    public func keepAnswer(status: Int, headers: String, body: [UInt8], key: String, caller: String)
        throws(LedgerError)
    {
        try write { db in
            try db.execute(
                sql: "UPDATE idempotency SET status = ?, headers = ?, body = ? WHERE key = ? AND caller = ?",
                arguments: [status, headers, Data(body), key, caller])
        }
    }

    public func releaseKey(_ key: String, caller: String) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM idempotency WHERE key = ? AND caller = ? AND status IS NULL",
                arguments: [key, caller])
        }
    }

    /// Forgets the keys taken before a time.
    public func forgetKeys(before instant: Instant) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM idempotency WHERE begun_at < ?", arguments: [instant.milliseconds])
        }
    }
}
