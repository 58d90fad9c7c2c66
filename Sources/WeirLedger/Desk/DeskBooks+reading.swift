import GRDB
import WeirFacts

/// What stands in the books.
extension DeskBooks {
    /// How far the desk has followed; `nil` before the first time.
    public func position() throws -> DeskPosition? {
        let row = try Row.fetchOne(db, sql: "SELECT * FROM desk_position WHERE name = 'desk'")
        return row.map {
            DeskPosition(
                at: Instant(milliseconds: $0["at"]), fact: $0["fact"], agreement: $0["agreement"],
                reach: DeskReach(placing: $0["placing"], decision: $0["decision"], seq: $0["seq"]),
                handOffs: $0["hand_offs"])
        }
    }

    /// Bodies of the teams, by number.
    public func teams() throws -> [String] {
        try String.fetchAll(db, sql: "SELECT body FROM desk_team ORDER BY number")
    }

    public func forEachBuyer(_ body: (StoredDeskBuyer) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT buyer, stage, since, hand_off, team, comes_back FROM desk_buyer")
        while let row = try rows.next() {
            let day: Int32? = row[5]
            try body(
                StoredDeskBuyer(
                    buyer: row[0], stage: row[1], since: Instant(milliseconds: row[2]), handOff: row[3], team: row[4],
                    comesBack: day.map(CivilDay.init(number:))))
        }
    }

    public func waiting() throws -> [(team: Int?, body: String)] {
        try Row.fetchAll(db, sql: "SELECT team, body FROM release_queue ORDER BY buyer").map {
            ($0["team"], $0["body"])
        }
    }

    /// Bodies of hand-offs that are open, or joined another.
    public func livingHandOffs() throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT body FROM hand_off WHERE is_open = 1
                UNION ALL SELECT body FROM hand_off WHERE state = 'merged'
                """)
    }

    public func handOff(_ id: Int64) throws -> String? {
        try String.fetchOne(db, sql: "SELECT body FROM hand_off WHERE id = ?", arguments: [id])
    }

    /// Bodies of all hand-offs of a buyer, oldest first.
    public func handOffs(ofBuyer buyer: Int64) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT body FROM hand_off WHERE buyer = ? ORDER BY id", arguments: [buyer])
    }

    /// Moves after a place in the feed.
    public func moves(after id: Int64, limit: Int, buyer: Int64? = nil) throws -> [StoredStageMove] {
        let filter = buyer == nil ? "" : "AND buyer = ?3"
        var arguments: StatementArguments = [id, limit]
        if let buyer { arguments += [buyer] }
        return try Row.fetchAll(
            db, sql: "SELECT * FROM stage_move WHERE id > ?1 \(filter) ORDER BY id LIMIT ?2", arguments: arguments
        ).map(StoredStageMove.init)
    }

    /// Who in Sales added a buyer first.
    public func firstAdded(_ buyer: Int64) throws -> String? {
        try String.fetchOne(
            db,
            sql: "SELECT made_by FROM stage_move WHERE buyer = ? AND to_stage = 'lead' AND is_person = 1 ORDER BY id",
            arguments: [buyer])
    }

    /// The ledger's facts as this transaction sees them.
    /// - Parameter isFreeMail: domains that place nobody on a company.
    public func live(isFreeMail: @escaping (String) -> Bool) -> LiveReader {
        LiveReader(db, isFreeMail: isFreeMail)
    }

    /// Who is qualified now, by ascending id of the buyer, after one.
    public func qualifiedBuyers(after buyer: Int64, limit: Int) throws -> [(buyer: Int64, account: Int64, score: Int64)]
    {
        try Row.fetchAll(
            db,
            sql: "SELECT buyer, account, engagement FROM qualified_buyer WHERE buyer > ? ORDER BY buyer LIMIT ?",
            arguments: [buyer, limit]
        ).map { ($0["buyer"], $0["account"], $0["engagement"]) }
    }

    /// Whether a buyer is qualified now, and with what.
    public func qualifiedBuyer(_ buyer: Int64) throws -> (account: Int64, score: Int64)? {
        try Row.fetchOne(
            db, sql: "SELECT account, engagement FROM qualified_buyer WHERE buyer = ?", arguments: [buyer]
        ).map { ($0["account"], $0["engagement"]) }
    }

    /// Engagements of certain signals that count, after a fact and up to another, in order: who did them, and when.
    public func acts(of signals: [Int64], after seq: Int64, upTo last: Int64, limit: Int) throws -> [(
        seq: Int64, buyer: Int64, at: Instant
    )] {
        guard !signals.isEmpty, seq < last else { return [] }
        let list = signals.map(String.init).joined(separator: ", ")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT seq, coalesce(means, engagement.buyer) AS buyer, at FROM engagement
                LEFT JOIN buyer_alias ON buyer_alias.buyer = engagement.buyer
                WHERE seq > ? AND seq <= ? AND signal IN (\(list))
                AND seq NOT IN (SELECT engagement FROM discounted) ORDER BY seq LIMIT ?
                """, arguments: [seq, last, limit]
        ).map { ($0["seq"], $0["buyer"], Instant(milliseconds: $0["at"])) }
    }

    /// Whether a buyer raised a hand since an instant.
    public func hasRaisedHand(_ buyer: Int64, signals: [Int64], since: Instant) throws -> Bool {
        guard !signals.isEmpty else { return false }
        let list = signals.map(String.init).joined(separator: ", ")
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM engagement WHERE signal IN (\(list)) AND at >= ?2 AND buyer IN (
                    SELECT ?1 UNION ALL SELECT buyer FROM buyer_alias WHERE means = ?1)
                AND seq NOT IN (SELECT engagement FROM discounted))
                """, arguments: [buyer, since.milliseconds]) ?? false
    }

    /// Numbers of the signals with these names.
    public func signals(named names: [String]) throws -> [Int64] {
        var found: [Int64] = []
        for name in names {
            found += try Int64.fetchAll(
                db, sql: "SELECT id FROM term WHERE kind = ? AND text = ?",
                arguments: [Terms.Kind.signal.rawValue, name])
        }
        return found
    }
}

extension StoredStageMove {
    init(_ row: Row) {
        let facts: String = row["facts"]
        self.init(
            id: row["id"], fact: row["fact"], buyer: row["buyer"], from: row["from_stage"], to: row["to_stage"],
            at: Instant(milliseconds: row["at"]), stayedMillis: row["stayed"], by: row["made_by"],
            isPerson: row["is_person"], reason: row["reason"], agreement: row["agreement"],
            facts: facts.split(separator: " ").compactMap { Int64($0) })
    }
}
