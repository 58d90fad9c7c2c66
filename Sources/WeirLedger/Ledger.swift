import Foundation
import GRDB

/// The system of record of one workspace: what was said (facts) and what follows from it (records), in one file.
///
/// A commit that has returned is on disk (`synchronous = FULL`); a process killed at any moment leaves the last commit.
public final class Ledger: Sendable {
    /// The database inside a workspace's folder.
    public static let fileName = "weir.db"

    let pool: DatabasePool
    /// The pool, or a snapshot of it.
    let reader: any DatabaseReader

    /// Opens the ledger of a workspace and brings its tables up to date.
    /// - Parameter folder: the workspace's folder.
    /// - Throws: ``LedgerError`` with `noWorkspace`, `tooNew` or `database`.
    public static func open(folder: String) throws(LedgerError) -> Ledger {
        let path = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw LedgerError(
                .noWorkspace, "there is no workspace in \(folder); make one with `weir init \(folder)`")
        }
        return try Ledger(path: path)
    }

    /// Makes a new, empty ledger.
    /// - Throws: ``LedgerError`` with `workspaceExists` where the folder has one.
    public static func create(folder: String) throws(LedgerError) -> Ledger {
        let path = folder + "/" + fileName
        if FileManager.default.fileExists(atPath: path) {
            throw LedgerError(.workspaceExists, "\(folder) is a workspace already; nothing was changed")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw LedgerError(.database, "cannot make the folder \(folder): \(error.localizedDescription)")
        }
        return try Ledger(path: path)
    }

    private init(path: String) throws(LedgerError) {
        let pool = try LedgerError.wrapping {
            var configuration = Configuration()
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA cache_size = -65536")
                try db.execute(sql: "PRAGMA temp_store = FILE")
                // 64 MB between checkpoints: an import writes each page of an index many times.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 16384")
            }
            configuration.busyMode = .timeout(30)
            configuration.maximumReaderCount = 4
            let pool = try DatabasePool(path: path, configuration: configuration)
            if try pool.read({ db in try Schema.migrator.hasBeenSuperseded(db) }) {
                throw LedgerError(
                    .tooNew, "\(path) was made by a newer version of weir; use that version to open it")
            }
            try Schema.migrator.migrate(pool)
            return pool
        }
        self.pool = pool
        reader = pool
    }

    private init(pool: DatabasePool, reader: any DatabaseReader) {
        self.pool = pool
        self.reader = reader
    }

    /// The ledger as it stands now, whatever others write from here on: for answers that read it several times. What
    /// stands still already is its own snapshot.
    public func snapshot() throws(LedgerError) -> Ledger {
        if !(reader is DatabasePool) { return self }
        return Ledger(pool: pool, reader: try LedgerError.wrapping { try pool.makeSnapshot() })
    }

    func read<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        try LedgerError.wrapping { try reader.read(body) }
    }

    func write<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        try LedgerError.wrapping { try pool.write(body) }
    }
}

extension Ledger {
    /// Writes nothing, as a writer would: whether somebody who has facts could put them on disk now.
    public func checkWritable() throws(LedgerError) {
        try write { db in try db.execute(sql: "UPDATE follower SET seq = seq WHERE name = ''") }
    }
}

extension LedgerError {
    /// Gives errors of the database our shape and words.
    static func wrapping<T>(_ body: () throws -> T) throws(LedgerError) -> T {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(error)
        } catch {
            throw LedgerError(.database, "the database failed: \(error)")
        }
    }

    init(_ error: DatabaseError) {
        self.init(error.isOfTheDisk ? .full : .database, LedgerError.describe(error))
    }

    private static func describe(_ error: DatabaseError) -> String {
        let words = error.message ?? "error \(error.resultCode.rawValue)"
        switch error.resultCode.primaryResultCode {
        case .SQLITE_FULL: return "the disk is full; free some space and run the command again (\(words))"
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return "another weir is writing to this workspace; wait for it to finish and try again (\(words))"
        case .SQLITE_READONLY: return "the workspace is read-only; check its permissions (\(words))"
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return "the database file is damaged; restore it from a backup (\(words))"
        default: return "the database failed: \(words)"
        }
    }
}

extension DatabaseError {
    /// Whether it is the disk that refuses, not what was to be written.
    fileprivate var isOfTheDisk: Bool {
        switch resultCode.primaryResultCode {
        case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_CANTOPEN: true
        default: false
        }
    }
}
