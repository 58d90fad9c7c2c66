import GRDB
import WeirFacts

/// A token as stored: its secret is a hash.
public struct StoredToken: Hashable, Sendable {
    public var id: Int64
    public var name: String
    /// SHA-256 of the secret.
    public var hash: String
    public var hint: String
    /// Parted by spaces.
    public var scopes: String
    public var createdAt: Instant
    public var expiresAt: Instant?
    public var lastUsedAt: Instant?
}

extension Ledger {
    /// Every token that was not revoked, by id.
    public func tokens() throws(LedgerError) -> [StoredToken] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM api_token WHERE revoked_at IS NULL ORDER BY id")
                .map(StoredToken.init)
        }
    }

    /// - Parameter spending: a setting that goes with it in the same transaction: the set-up secret.
    /// - Throws: `notFound` where the setting is not there any more.
    public func addToken(
        name: String, hash: String, hint: String, scopes: String, expiresAt: Instant?, now: Instant,
        spending setting: String? = nil
    ) throws(LedgerError) -> StoredToken {
        try write { db in
            if let setting {
                try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting])
                guard changes(db) == 1 else { throw LedgerError(.notFound, "the set-up is done already") }
            }
            try db.execute(
                sql: """
                    INSERT INTO api_token (name, hash, hint, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [name, hash, hint, scopes, now.milliseconds, expiresAt?.milliseconds])
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM api_token WHERE id = ?", arguments: [db.lastInsertedRowID])
            else { throw LedgerError(.database, "the token was not stored") }
            return StoredToken(row)
        }
    }

    public func revokeToken(_ id: Int64, now: Instant) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                arguments: [now.milliseconds, id])
            guard changes(db) == 1 else { throw LedgerError(.notFound, "there is no token tok_\(id)") }
        }
    }

    /// Remembers when tokens were used last.
    public func noteUse(_ uses: [Int64: Instant]) throws(LedgerError) {
        try write { db in
            for (id, at) in uses {
                try db.execute(
                    sql: "UPDATE api_token SET last_used_at = ? WHERE id = ?", arguments: [at.milliseconds, id])
            }
        }
    }

    // MARK: Settings

    public func setting(_ name: String) throws(LedgerError) -> [UInt8]? {
        try read { db in
            let select = try RawStatement(db, "SELECT value FROM setting WHERE name = ?")
            select.bind(name, at: 1)
            defer { select.reset() }
            return try select.step() ? select.bytes(0) : nil
        }
    }

    /// Stores a setting unless there is one by that name.
    /// - Returns: what holds now.
    public func setting(_ name: String, orElse value: [UInt8]) throws(LedgerError) -> [UInt8] {
        try write { db in
            let insert = try RawStatement(
                db, "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING")
            insert.bind(name, at: 1)
            insert.bind(bytes: value, at: 2)
            try insert.run()
        }
        return try setting(name) ?? value
    }

    public func replaceSetting(_ name: String, _ value: [UInt8]) throws(LedgerError) {
        try write { db in
            let insert = try RawStatement(db, "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)")
            insert.bind(name, at: 1)
            insert.bind(bytes: value, at: 2)
            try insert.run()
        }
    }
}

extension StoredToken {
    fileprivate init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        hash = row["hash"]
        hint = row["hint"]
        scopes = row["scopes"]
        createdAt = Instant(milliseconds: row["created_at"])
        expiresAt = (row["expires_at"] as Int64?).map(Instant.init(milliseconds:))
        lastUsedAt = (row["last_used_at"] as Int64?).map(Instant.init(milliseconds:))
    }
}
