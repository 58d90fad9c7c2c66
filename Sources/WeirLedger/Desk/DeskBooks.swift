import GRDB
import WeirFacts

/// The desk's books inside one transaction of the ledger: read to go on from, written when something happened.
public final class DeskBooks {
    let db: Database

    init(_ db: Database) { self.db = db }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    // MARK: Facts

    /// - Returns: its place.
    public func add(_ fact: StoredDeskFact) throws -> Int64 {
        try run(
            "INSERT INTO desk_fact (at, kind, subject, made_by, is_person, body) VALUES (?, ?, ?, ?, ?, ?)",
            [fact.at.milliseconds, fact.kind, fact.subject, fact.by, fact.isPerson, fact.body])
        return db.lastInsertedRowID
    }

    public func add(_ move: StoredStageMove) throws {
        try run(
            """
            INSERT INTO stage_move (fact, buyer, from_stage, to_stage, at, stayed, made_by, is_person, reason, agreement,
            facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                move.fact, move.buyer, move.from, move.to, move.at.milliseconds, move.stayedMillis, move.by,
                move.isPerson, move.reason, move.agreement, move.facts.map(String.init).joined(separator: " "),
            ])
    }

    /// Keeps a row of a team's account book: one line for each credit.
    public func addFairness(
        team: Int, number: Int, at: Instant, cause: String, subject: String, about: String,
        credits: [(member: String, micro: Int64)]
    ) throws {
        for (place, credit) in credits.enumerated() {
            try run(
                """
                INSERT INTO fairness_credit (team, number, place, at, cause, subject, about, member, micro)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [team, number, place, at.milliseconds, cause, subject, about, credit.member, credit.micro])
        }
    }

    public func addAnswer(
        handOff: Int64, buyer: Int64, letter: String, verdict: String, value: String, saidBy: String?, by: String,
        isPerson: Bool, at: Instant, surePermille: Int, evidence: String
    ) throws {
        try run(
            """
            INSERT INTO bant_answer (hand_off, buyer, letter, verdict, value, said_by, recorded_by, is_person, at, sure,
            evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                handOff, buyer, letter, verdict, value, saidBy, by, isPerson, at.milliseconds, surePermille, evidence,
            ])
    }

    // MARK: Where everything stands

    public func put(_ buyer: StoredDeskBuyer) throws {
        try run(
            "INSERT OR REPLACE INTO desk_buyer (buyer, stage, since, hand_off, team, comes_back) VALUES (?, ?, ?, ?, ?, ?)",
            [
                buyer.buyer, buyer.stage, buyer.since.milliseconds, buyer.handOff, buyer.team,
                buyer.comesBack?.number,
            ])
    }

    public func put(_ handOff: StoredHandOff) throws {
        try run(
            """
            INSERT OR REPLACE INTO hand_off (id, buyer, account, team, owner, state, is_open, offered_at, due_at, version,
            body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                handOff.id, handOff.buyer, handOff.account, handOff.team, handOff.owner, handOff.state, handOff.isOpen,
                handOff.offeredAt.milliseconds, handOff.dueAt?.milliseconds, handOff.version, handOff.body,
            ])
    }

    /// - Parameter body: JSON; `nil`: the buyer does not wait any more.
    public func putWaiting(_ buyer: Int64, team: Int?, body: String?) throws {
        guard let body else { return try run("DELETE FROM release_queue WHERE buyer = ?", [buyer]) }
        try run("INSERT OR REPLACE INTO release_queue (buyer, team, body) VALUES (?, ?, ?)", [buyer, team, body])
    }

    /// - Parameter body: JSON.
    public func putTeam(_ number: Int, name: String, body: String) throws {
        try run("INSERT OR REPLACE INTO desk_team (number, name, body) VALUES (?, ?, ?)", [number, name, body])
    }

    public func move(to position: DeskPosition) throws {
        try run(
            """
            INSERT OR REPLACE INTO desk_position (name, at, fact, agreement, placing, decision, seq, hand_offs)
            VALUES ('desk', ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                position.at.milliseconds, position.fact, position.agreement, position.reach.placing,
                position.reach.decision, position.reach.seq, position.handOffs,
            ])
    }
}

extension Ledger {
    /// Writes the desk's books, in one transaction: everything in it or nothing.
    /// - Throws: what `body` throws; ``LedgerError`` where the database refuses.
    public func writeDesk<T>(_ body: (DeskBooks) throws -> T) throws -> T {
        do {
            return try pool.write { db in try body(DeskBooks(db)) }
        } catch let error as DatabaseError {
            throw LedgerError(error)
        }
    }

    /// Reads the desk's books as they are at one moment. Nothing else may be read of the ledger meanwhile.
    /// - Throws: see ``writeDesk(_:)``.
    public func readDesk<T>(_ body: (DeskBooks) throws -> T) throws -> T {
        do {
            return try reader.read { db in try body(DeskBooks(db)) }
        } catch let error as DatabaseError {
            throw LedgerError(error)
        }
    }
}
