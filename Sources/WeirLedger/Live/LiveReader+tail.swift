import GRDB
import WeirFacts

/// An event as it came, for whoever watches them come.
public struct TailedEvent: Hashable, Sendable {
    public var seq: Int64
    public var sourceName: String
    public var kind: String
    public var name: String
    public var at: Instant
    public var receivedAt: Instant
    /// `nil` for an item that was rejected.
    public var outcome: LiveEvent.Outcome?
    /// Why it was rejected.
    public var reason: String?
}

extension LiveReader {
    /// What came after a place in the ledger, events and rejected items together, the newest first.
    public func tail(after seq: Int64, limit: Int) throws -> [TailedEvent] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT * FROM (
                SELECT seq, source.name AS source_name, kind, event.name AS name, at, received_at, outcome, NULL AS reason
                FROM event JOIN source ON source.id = event.source WHERE seq > ?1 ORDER BY seq DESC LIMIT ?2)
            UNION ALL SELECT * FROM (
                SELECT seq, source.name, 'rejected', code, received_at, received_at, NULL, reason
                FROM rejected_event JOIN source ON source.id = rejected_event.source
                WHERE seq > ?1 ORDER BY seq DESC LIMIT ?2)
            ORDER BY 1 DESC LIMIT ?2
            """)
        select.bind(seq, at: 1)
        select.bind(Int64(limit), at: 2)
        defer { select.reset() }
        var result: [TailedEvent] = []
        while try select.step() {
            result.append(
                TailedEvent(
                    seq: select.int(0), sourceName: select.text(1) ?? "", kind: select.text(2) ?? "",
                    name: select.text(3) ?? "", at: Instant(milliseconds: select.int(4)),
                    receivedAt: Instant(milliseconds: select.int(5)),
                    outcome: select.optionalInt(6).flatMap { LiveEvent.Outcome(rawValue: $0) },
                    reason: select.text(7)))
        }
        return result
    }
}

extension Ledger {
    /// Whether any company is known.
    public func hasAccounts() throws(LedgerError) -> Bool {
        try read { db in try Row.fetchOne(db, sql: "SELECT id FROM account LIMIT 1") != nil }
    }
}
