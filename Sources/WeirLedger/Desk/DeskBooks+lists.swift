import GRDB
import WeirFacts

/// Somebody behind a number: who, and when they came or went.
public struct DeskMove: Hashable, Sendable {
    public var buyer: Int64
    /// `nil` for whoever was never moved.
    public var at: Instant?
    public var from: String?
    public var to: String?

    public init(buyer: Int64, at: Instant? = nil, from: String? = nil, to: String? = nil) {
        (self.buyer, self.at, self.from, self.to) = (buyer, at, from, to)
    }
}

/// Those behind what ``DeskBooks`` counts, by the same rules.
extension DeskBooks {
    /// Who stands in a stage just before an instant, the newest first.
    public func standing(in stage: String, at instant: Instant) throws -> [DeskMove] {
        try deskMoves(
            """
            to_stage = ?1 AND at < ?2 AND NOT EXISTS (
                SELECT 1 FROM stage_move AS later WHERE later.buyer = stage_move.buyer AND later.id > stage_move.id
                AND later.at < ?2)
            """, [stage, instant.milliseconds])
    }

    /// Moves into a stage in a span of time, the newest first.
    public func moves(into stage: String, from: Instant, to: Instant) throws -> [DeskMove] {
        try deskMoves("to_stage = ? AND at >= ? AND at < ?", [stage, from.milliseconds, to.milliseconds])
    }

    /// Moves out of a stage in a span of time, the newest first.
    public func moves(outOf stage: String, from: Instant, to: Instant) throws -> [DeskMove] {
        try deskMoves("from_stage = ? AND at >= ? AND at < ?", [stage, from.milliseconds, to.milliseconds])
    }

    private func deskMoves(_ condition: String, _ arguments: StatementArguments) throws -> [DeskMove] {
        try Row.fetchAll(
            db,
            sql: "SELECT buyer, at, from_stage, to_stage FROM stage_move WHERE \(condition) ORDER BY at DESC, id DESC",
            arguments: arguments
        ).map {
            DeskMove(buyer: $0[0], at: Instant(milliseconds: $0[1]), from: $0[2], to: $0[3])
        }
    }

    /// People who had not moved to any stage before an instant.
    public func listWithoutStage(at instant: Instant) throws -> [DeskMove] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM buyer WHERE id NOT IN (SELECT buyer FROM buyer_alias) AND NOT EXISTS (
                    SELECT 1 FROM stage_move WHERE stage_move.buyer = buyer.id AND at < ?) ORDER BY id
                """, arguments: [instant.milliseconds]
        ).map { DeskMove(buyer: $0) }
    }

    /// The hand-offs that were offered in a span of time, the newest first.
    /// - Parameter read: told of each; its body is only read where it is asked for.
    public func forEachHandOff(
        offeredFrom start: Instant, to end: Instant,
        _ read: (_ id: Int64, _ version: Int, _ body: () -> String) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, version, body FROM hand_off WHERE offered_at >= ? AND offered_at < ?
                ORDER BY offered_at DESC, id DESC
                """, arguments: [start.milliseconds, end.milliseconds])
        while let row = try rows.next() { try read(row[0], row[1]) { row[2] } }
    }
}
