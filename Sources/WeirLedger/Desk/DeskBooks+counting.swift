import GRDB
import WeirFacts

/// Counting who was where.
extension DeskBooks {
    /// Calls `body` with moves since an instant, buyer by buyer, each buyer's in order.
    public func forEachMove(
        since: Instant, _ body: (_ buyer: Int64, _ to: String, _ from: String, _ at: Instant) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT buyer, to_stage, from_stage, at FROM stage_move WHERE at >= ? ORDER BY buyer, id",
            arguments: [since.milliseconds])
        while let row = try rows.next() { try body(row[0], row[1], row[2], Instant(milliseconds: row[3])) }
    }

    /// When the first buyer moved; `nil` before anybody has.
    public func firstMove() throws -> Instant? {
        try Int64.fetchOne(db, sql: "SELECT min(at) FROM stage_move").map(Instant.init(milliseconds:))
    }

    /// Buyers by stage just before an instant; those who had none are not counted.
    public func stock(at instant: Instant) throws -> [String: Int] {
        try counts(
            """
            SELECT to_stage, count(*) FROM stage_move AS move WHERE at < ?1 AND NOT EXISTS (
                SELECT 1 FROM stage_move AS later WHERE later.buyer = move.buyer AND later.id > move.id
                AND later.at < ?1) GROUP BY to_stage
            """, [instant.milliseconds])
    }

    /// Moves from stage to stage in a span of time.
    public func flows(from: Instant, to: Instant) throws -> [(from: String, to: String, count: Int)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT from_stage, to_stage, count(*) FROM stage_move WHERE at >= ? AND at < ?
                GROUP BY from_stage, to_stage
                """, arguments: [from.milliseconds, to.milliseconds]
        ).map { ($0[0], $0[1], $0[2]) }
    }

    /// Half of those who left a stage in a span of time had stayed no longer.
    public func medianStay(_ stage: String, from: Instant, to: Instant, count: Int) throws -> Int64? {
        guard count > 0 else { return nil }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT stayed FROM stage_move WHERE from_stage = ? AND at >= ? AND at < ? ORDER BY stayed
                LIMIT 1 OFFSET ?
                """, arguments: [stage, from.milliseconds, to.milliseconds, (count - 1) / 2])
    }

    /// People who had not moved to any stage before an instant.
    public func peopleWithoutStage(at instant: Instant) throws -> Int {
        let people = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM buyer WHERE id NOT IN (SELECT buyer FROM buyer_alias)")
        let moved = try Int.fetchOne(
            db, sql: "SELECT count(DISTINCT buyer) FROM stage_move WHERE at < ?", arguments: [instant.milliseconds])
        return max((people ?? 0) - (moved ?? 0), 0)
    }

    private func counts(_ sql: String, _ arguments: StatementArguments) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() { counts[row[0]] = row[1] }
        return counts
    }

    /// First acts of people under each campaign since an instant, by person and time.
    public func responses(since: Instant) throws -> [(buyer: Int64, at: Instant)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT coalesce(means, engagement.buyer) AS who, min(at) FROM engagement
                LEFT JOIN buyer_alias ON buyer_alias.buyer = engagement.buyer
                WHERE campaign IS NOT NULL AND at >= ? AND seq NOT IN (SELECT engagement FROM discounted)
                GROUP BY who, campaign ORDER BY who, min(at)
                """, arguments: [since.milliseconds]
        ).map { ($0[0], Instant(milliseconds: $0[1])) }
    }
}
