import GRDB
import WeirFacts

/// What may be changed about a source that sends events.
public struct StoredSourceSettings: Hashable, Sendable {
    /// Parted by spaces.
    public var origins: String
    public var maxEventBytes: Int
    public var maxRequestBytes: Int
    public var eventsPerMinute: Int?
    public var isEnabled: Bool

    public init(
        origins: String = "", maxEventBytes: Int = 32 << 10, maxRequestBytes: Int = 4 << 20,
        eventsPerMinute: Int? = nil, isEnabled: Bool = true
    ) {
        self.origins = origins
        self.maxEventBytes = maxEventBytes
        self.maxRequestBytes = maxRequestBytes
        self.eventsPerMinute = eventsPerMinute
        self.isEnabled = isEnabled
    }
}

/// A system that sends events, as stored.
public struct StoredSource: Hashable, Sendable {
    public var id: Int64
    /// Our number of the system whose ids its events carry.
    public var source: Int64
    public var name: String
    /// SHA-256 of the write key.
    public var keyHash: String
    public var keyHint: String
    public var settings: StoredSourceSettings
    public var createdAt: Instant
    public var revision: Int
}

extension Ledger {
    /// Our number of the system that ids belong to; made where there is none of that name.
    public func source(named name: String) throws(LedgerError) -> Int64 {
        try write { db in
            try db.execute(sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
            return try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
        }
    }

    /// Every source that may send, by id.
    public func trackingSources() throws(LedgerError) -> [StoredSource] {
        try read { db in try Row.fetchAll(db, sql: Self.sources + " ORDER BY id").map(StoredSource.init) }
    }

    /// - Throws: `conflict` where the name is taken.
    public func addTrackingSource(
        name: String, keyHash: String, keyHint: String, settings: StoredSourceSettings, now: Instant
    ) throws(LedgerError) -> StoredSource {
        try write { db in
            if try Row.fetchOne(db, sql: Self.sources + " AND name = ?", arguments: [name]) != nil {
                throw LedgerError(.conflict, "there is a source called “\(name)” already; choose another name")
            }
            try db.execute(sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
            try db.execute(
                sql: """
                    INSERT INTO tracking_source (source, name, key_hash, key_hint, origins, max_event_bytes,
                    max_request_bytes, events_per_minute, enabled, created_at, revision)
                    SELECT id, name, ?, ?, ?, ?, ?, ?, ?, ?, 1 FROM source WHERE name = ?
                    """,
                arguments: [
                    keyHash, keyHint, settings.origins, settings.maxEventBytes, settings.maxRequestBytes,
                    settings.eventsPerMinute, settings.isEnabled, now.milliseconds, name,
                ])
            return try Self.stored(db, db.lastInsertedRowID)
        }
    }

    /// - Parameter revision: the one the change was made from; `nil` whatever it is.
    /// - Throws: `notFound`; `changed` where it is another by now.
    public func changeTrackingSource(_ id: Int64, _ settings: StoredSourceSettings, revision: Int?)
        throws(LedgerError) -> StoredSource
    {
        try write { db in
            try Self.check(db, id, revision)
            try db.execute(
                sql: """
                    UPDATE tracking_source SET origins = ?, max_event_bytes = ?, max_request_bytes = ?,
                    events_per_minute = ?, enabled = ?, revision = revision + 1 WHERE id = ?
                    """,
                arguments: [
                    settings.origins, settings.maxEventBytes, settings.maxRequestBytes, settings.eventsPerMinute,
                    settings.isEnabled, id,
                ])
            return try Self.stored(db, id)
        }
    }

    public func replaceKey(ofTrackingSource id: Int64, hash: String, hint: String) throws(LedgerError)
        -> StoredSource
    {
        try write { db in
            try Self.check(db, id, nil)
            try db.execute(
                sql: "UPDATE tracking_source SET key_hash = ?, key_hint = ?, revision = revision + 1 WHERE id = ?",
                arguments: [hash, hint, id])
            return try Self.stored(db, id)
        }
    }

    /// Its events stay; it may send no more.
    public func deleteTrackingSource(_ id: Int64, revision: Int?, now: Instant) throws(LedgerError) {
        try write { db in
            try Self.check(db, id, revision)
            try db.execute(
                sql: "UPDATE tracking_source SET deleted_at = ?, key_hash = 'deleted ' || id WHERE id = ?",
                arguments: [now.milliseconds, id])
        }
    }

    private static let sources = "SELECT * FROM tracking_source WHERE deleted_at IS NULL"

    private static func stored(_ db: Database, _ id: Int64) throws -> StoredSource {
        guard let row = try Row.fetchOne(db, sql: sources + " AND id = ?", arguments: [id]) else {
            throw LedgerError(.notFound, "there is no source src_\(id)")
        }
        return StoredSource(row)
    }

    private static func check(_ db: Database, _ id: Int64, _ revision: Int?) throws {
        let now = try stored(db, id).revision
        guard revision == nil || revision == now else {
            throw LedgerError(.changed, "somebody changed src_\(id) in between; read it again and repeat the change")
        }
    }
}

extension StoredSource {
    fileprivate init(_ row: Row) {
        id = row["id"]
        source = row["source"]
        name = row["name"]
        keyHash = row["key_hash"]
        keyHint = row["key_hint"]
        settings = StoredSourceSettings(
            origins: row["origins"], maxEventBytes: row["max_event_bytes"], maxRequestBytes: row["max_request_bytes"],
            eventsPerMinute: row["events_per_minute"], isEnabled: row["enabled"])
        createdAt = Instant(milliseconds: row["created_at"])
        revision = row["revision"]
    }
}
