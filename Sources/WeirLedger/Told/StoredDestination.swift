import Foundation
import GRDB
import WeirFacts

/// Where notices go, as stored.
public struct StoredDestination: Hashable, Sendable {
    public var id: Int64 = 0
    public var name: String
    /// `webhook`, `slack`, `teams` or `mail`.
    public var kind: String
    /// A web address, a mail address, or `owner`.
    public var address: String
    /// Kinds of notices, parted by spaces; empty is every kind.
    public var events: String
    public var showsPeople: Bool
    public var isOn = true
    /// Why it was switched off by itself.
    public var offReason: String?
    /// What webhooks are signed with.
    public var secret: [UInt8]?
    /// The one before, which signs too until ``oldUntil``.
    public var oldSecret: [UInt8]?
    public var oldUntil: Instant?
    /// Failures in a row.
    public var failures = 0
    /// Nothing is sent before.
    public var resumesAt: Instant?
    public var createdAt: Instant
    public var revision = 1

    public init(
        name: String, kind: String, address: String, events: String, showsPeople: Bool, secret: [UInt8]?,
        createdAt: Instant
    ) {
        self.name = name
        self.kind = kind
        self.address = address
        self.events = events
        self.showsPeople = showsPeople
        self.secret = secret
        self.createdAt = createdAt
    }

    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        kind = row["kind"]
        address = row["address"]
        events = row["events"]
        showsPeople = row["shows_people"]
        isOn = row["is_on"]
        offReason = row["off_reason"]
        secret = (row["secret"] as Data?).map(Array.init)
        oldSecret = (row["old_secret"] as Data?).map(Array.init)
        oldUntil = (row["old_until"] as Int64?).map(Instant.init(milliseconds:))
        failures = row["failures"]
        resumesAt = (row["resumes_at"] as Int64?).map(Instant.init(milliseconds:))
        createdAt = Instant(milliseconds: row["created_at"])
        revision = row["revision"]
    }

    func wants(_ kind: String) -> Bool {
        isOn && (events.isEmpty || events.split(separator: " ").contains(Substring(kind)))
    }
}

extension Ledger {
    /// Those that were not deleted, by id.
    public func destinations() throws(LedgerError) -> [StoredDestination] {
        try read { db in try Ledger.destinations(db) }
    }

    /// The destination as it is, where nobody has changed it since it was seen.
    private static func destination(_ db: Database, _ id: Int64, seen revision: Int?) throws -> StoredDestination {
        guard let stored = try destinations(db).first(where: { $0.id == id }) else {
            throw LedgerError(.notFound, "there is no destination dst_\(id)")
        }
        guard revision.map({ $0 == stored.revision }) ?? true else {
            throw LedgerError(.changed, "somebody changed it in between; read it again, then change it")
        }
        return stored
    }

    static func destinations(_ db: Database) throws -> [StoredDestination] {
        try Row.fetchAll(db, sql: "SELECT * FROM destination WHERE deleted_at IS NULL ORDER BY id")
            .map(StoredDestination.init)
    }

    /// - Throws: `conflict` where the name is taken.
    public func addDestination(_ destination: StoredDestination) throws(LedgerError) -> StoredDestination {
        try write { db in
            var stored = destination
            try db.execute(
                sql: """
                    INSERT INTO destination (name, kind, address, events, shows_people, is_on, secret, created_at, revision)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    stored.name, stored.kind, stored.address, stored.events, stored.showsPeople, stored.isOn,
                    stored.secret.map { Data($0) }, stored.createdAt.milliseconds, stored.revision,
                ])
            guard changes(db) == 1 else {
                throw LedgerError(.conflict, "there is a destination “\(stored.name)” already; take another name")
            }
            stored.id = db.lastInsertedRowID
            return stored
        }
    }

    /// Changes a destination as it stands in this transaction.
    /// - Parameter revision: the one the change was made from; `nil` whatever it is.
    /// - Throws: `notFound`; `changed` where it is another by now; `conflict` where the name is taken.
    public func changeDestination(
        _ id: Int64, revision: Int?, _ change: (inout StoredDestination) throws -> Void
    ) throws(LedgerError) -> StoredDestination {
        try write { db in
            var stored = try Ledger.destination(db, id, seen: revision)
            try change(&stored)
            stored.revision += 1
            let isTaken = try Ledger.destinations(db).contains { $0.name == stored.name && $0.id != id }
            guard !isTaken else {
                throw LedgerError(.conflict, "there is a destination “\(stored.name)” already; take another name")
            }
            try db.execute(
                sql: """
                    UPDATE destination SET name = ?, address = ?, events = ?, shows_people = ?, is_on = ?, off_reason = ?,
                    secret = ?, old_secret = ?, old_until = ?, failures = ?, resumes_at = ?, revision = ? WHERE id = ?
                    """,
                arguments: [
                    stored.name, stored.address, stored.events, stored.showsPeople, stored.isOn, stored.offReason,
                    stored.secret.map { Data($0) }, stored.oldSecret.map { Data($0) }, stored.oldUntil?.milliseconds,
                    stored.failures, stored.resumesAt?.milliseconds, stored.revision, id,
                ])
            return stored
        }
    }

    /// Its log stays; what waits for it is dropped.
    public func deleteDestination(_ id: Int64, revision: Int?, now: Instant) throws(LedgerError) {
        try write { db in
            _ = try Ledger.destination(db, id, seen: revision)
            try db.execute(
                sql: "UPDATE destination SET deleted_at = ?, is_on = 0, secret = NULL, old_secret = NULL WHERE id = ?",
                arguments: [now.milliseconds, id])
            try db.execute(
                sql: "UPDATE delivery SET state = 'dropped', ended_at = ? WHERE destination = ? AND state = 'waiting'",
                arguments: [now.milliseconds, id])
        }
    }
}
