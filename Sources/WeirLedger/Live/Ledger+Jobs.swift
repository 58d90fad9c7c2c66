import Foundation
import GRDB
import WeirFacts

/// Work that outlasts a request, as stored.
public struct StoredJob: Hashable, Sendable {
    public var id: Int64
    public var kind: String
    public var state: String
    public var title: String
    public var progressPermille: Int?
    public var createdAt: Instant
    public var finishedAt: Instant?
    public var failureCode: String?
    public var failure: String?
    public var result: String?
}

/// How a job ended.
public struct JobEnd: Hashable, Sendable {
    public var state: String
    public var failureCode: String?
    public var failure: String?
    public var result: String?
    public var rejects: [UInt8]?

    public init(
        state: String, failureCode: String? = nil, failure: String? = nil, result: String? = nil,
        rejects: [UInt8]? = nil
    ) {
        self.state = state
        self.failureCode = failureCode
        self.failure = failure
        self.result = result
        self.rejects = rejects
    }
}

extension Ledger {
    public func addJob(kind: String, title: String, now: Instant) throws(LedgerError) -> StoredJob {
        try write { db in
            try db.execute(
                sql: "INSERT INTO job (kind, state, title, created_at) VALUES (?, 'queued', ?, ?)",
                arguments: [kind, title, now.milliseconds])
            return StoredJob(
                id: db.lastInsertedRowID, kind: kind, state: "queued", title: title, progressPermille: nil,
                createdAt: now)
        }
    }

    /// - Parameter id: only this one.
    public func jobs(after last: Int64 = 0, limit: Int = 1, only id: Int64? = nil) throws(LedgerError) -> [StoredJob] {
        try read { db in
            let filter = id.map { "id = \($0)" } ?? "id > \(last)"
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT id, kind, state, title, progress, created_at, finished_at, failure_code, failure, result
                    FROM job WHERE \(filter) ORDER BY id LIMIT ?
                    """, arguments: [limit]
            ).map(StoredJob.init)
        }
    }

    public func moveJob(_ id: Int64, state: String, progressPermille: Int?) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "UPDATE job SET state = ?, progress = ? WHERE id = ? AND finished_at IS NULL",
                arguments: [state, progressPermille, id])
        }
    }

    public func endJob(_ id: Int64, _ end: JobEnd, now: Instant) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE job SET state = ?, failure_code = ?, failure = ?, result = ?, rejects = ?, finished_at = ?
                    WHERE id = ? AND finished_at IS NULL
                    """,
                arguments: [
                    end.state, end.failureCode, end.failure, end.result, end.rejects.map { Data($0) },
                    now.milliseconds, id,
                ])
        }
    }

    /// Jobs that a process which died had begun: nobody works on them any more.
    public func endAbandonedJobs(now: Instant) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE job SET state = 'aborted', failure_code = 'interrupted',
                    failure = 'the service was stopped while this was running; start it again', finished_at = ?
                    WHERE finished_at IS NULL
                    """,
                arguments: [now.milliseconds])
        }
    }

    /// What a job left aside.
    public func rejects(ofJob id: Int64) throws(LedgerError) -> [UInt8]? {
        try read { db in
            let select = try RawStatement(db, "SELECT rejects FROM job WHERE id = ? AND rejects IS NOT NULL")
            select.bind(id, at: 1)
            defer { select.reset() }
            return try select.step() ? select.bytes(0) : nil
        }
    }
}

extension StoredJob {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], kind: row["kind"], state: row["state"], title: row["title"],
            progressPermille: row["progress"], createdAt: Instant(milliseconds: row["created_at"]),
            finishedAt: (row["finished_at"] as Int64?).map(Instant.init(milliseconds:)),
            failureCode: row["failure_code"], failure: row["failure"], result: row["result"])
    }
}
