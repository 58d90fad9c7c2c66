import GRDB
import WeirFacts

/// Takes the rows of one file into the ledger, batch by batch.
///
/// Each batch is one transaction that also stores how many records of the file it reaches, so a process killed at
/// any moment resumes after the last batch on disk: nothing is lost and nothing comes in twice.
public final class ImportSession {
    let ledger: Ledger
    let importID: Int64
    let source: Int64
    let startedAt: Instant
    /// What is on disk.
    public private(set) var counts: ImportCounts
    /// Whether this very file was taken in to its end before; there is nothing to do.
    public let isFinished: Bool
    var nextSeq: Int64
    /// Made on the writer's connection at the first batch.
    var workshop: Workshop?

    /// Statements and caches of the writer's connection.
    struct Workshop {
        let identities: Identities
        let terms: Terms
        let engagements: EngagementWriter
        let records: RecordWriter
        let opportunities: OpportunityWriter
        let repeats: Repeats
    }

    /// - Parameters:
    ///   - now: the time of recording.
    public init(_ ledger: Ledger, _ request: ImportRequest, now: Instant) throws(LedgerError) {
        self.ledger = ledger
        startedAt = now
        let opened = try ledger.write { db in
            try db.execute(
                sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [request.source])
            let source =
                try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [request.source]) ?? 0
            try db.execute(
                sql: """
                    INSERT INTO import (source, kind, file, digest, mapping, started_at) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    source, request.kind.rawValue, request.file, request.digest, request.mapping, now.milliseconds,
                ])
            let row = try Row.fetchOne(
                db,
                sql: "SELECT * FROM import WHERE digest = ? AND kind = ? AND source = ? AND mapping = ?",
                arguments: [request.digest, request.kind.rawValue, source, request.mapping])
            guard let row else { throw LedgerError(.database, "the import was not stored") }
            return (source: source, id: row["id"] as Int64, counts: ImportCounts(row), done: row["finished_at"] != nil)
        }
        source = opened.source
        importID = opened.id
        counts = opened.counts
        isFinished = opened.done
        nextSeq = 1
    }

    /// Writes one batch and the place in the file that it reaches.
    /// - Parameter counts: totals since the beginning of the file, without this batch's `added` and `known`.
    func commit(
        read: Int, rejected: Int, skipped: Int, _ body: (Database, Workshop) throws -> (added: Int, known: Int)
    ) throws(LedgerError) {
        var next = counts
        next.read = read
        next.rejected = rejected
        next.skipped = skipped
        let seqBefore = nextSeq
        do throws(LedgerError) {
            next = try ledger.write { db in
                try checkAlone(db)
                nextSeq = max(nextSeq, try Ledger.lastSeq(db) + 1)
                let outcome = try body(db, try preparedWorkshop(db))
                next.added += outcome.added
                next.known += outcome.known
                try db.execute(
                    sql: """
                        UPDATE import SET records_read = ?, added = ?, known = ?, rejected = ?, skipped = ?
                        WHERE id = ?
                        """,
                    arguments: [next.read, next.added, next.known, next.rejected, next.skipped, importID])
                return next
            }
            counts = next
        } catch {
            // The transaction is gone, and with it what the caches learnt in it.
            workshop = nil
            nextSeq = seqBefore
            throw error
        }
    }

    /// Marks the file as taken in to its end.
    public func finish(read: Int, rejected: Int, skipped: Int, now: Instant) throws(LedgerError) {
        try commit(read: read, rejected: rejected, skipped: skipped) { _, _ in (0, 0) }
        try ledger.write { db in
            try db.execute(
                sql: "UPDATE import SET finished_at = ? WHERE id = ?", arguments: [now.milliseconds, importID])
        }
    }

    /// Another process may import other files in between, but not this one: both would write its rows.
    private func checkAlone(_ db: Database) throws {
        let onDisk = try Int.fetchOne(db, sql: "SELECT records_read FROM import WHERE id = ?", arguments: [importID])
        guard onDisk == counts.read else {
            throw LedgerError(
                .conflict, "another weir is importing this very file; wait for it to finish, then run this again")
        }
    }

    func takeSeq() -> Int64 {
        defer { nextSeq += 1 }
        return nextSeq
    }

    private func preparedWorkshop(_ db: Database) throws -> Workshop {
        if let workshop { return workshop }
        let identities = try Identities(db, source: source)
        let terms = try Terms(db)
        let repeats = try Repeats(db)
        let made = Workshop(
            identities: identities, terms: terms,
            engagements: try EngagementWriter(
                db, source: source, identities: identities, terms: terms, repeats: repeats),
            records: try RecordWriter(
                db, source: source, recordedAt: startedAt, identities: identities, terms: terms),
            opportunities: try OpportunityWriter(
                db, source: source, recordedAt: startedAt, identities: identities),
            repeats: repeats)
        workshop = made
        return made
    }
}

extension ImportCounts {
    init(_ row: Row) {
        self.init(
            read: row["records_read"], added: row["added"], known: row["known"], rejected: row["rejected"],
            skipped: row["skipped"])
    }
}

extension Ledger {
    /// The highest number of any fact; 0 in an empty ledger.
    static func lastSeq(_ db: Database) throws -> Int64 {
        let tables = [
            "account_fact", "buyer_fact", "engagement", "opportunity_fact", "disposition", "cost", "event",
            "rejected_event", "judged", "inquiry", "merged",
        ]
        let each = tables.map { "coalesce((SELECT max(seq) FROM \($0)), 0)" }.joined(separator: ", ")
        // Asked at every commit of a running service.
        let select = try RawStatement(cached: db, "SELECT max(\(each))")
        defer { select.reset() }
        return try select.step() ? select.int(0) : 0
    }
}
