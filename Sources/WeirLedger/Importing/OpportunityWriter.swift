import GRDB
import WeirFacts

/// Writes what a source said about an opportunity: the fact, and the record as last described.
struct OpportunityWriter {
    private struct State: Equatable {
        var account: Int64?
        var buyer: Int64?
        var openedAt: Int64?
        var stage: String?
        var amount: Int64?
        var currency: String?
        var closedAt: Int64?
        var outcome: String?
        var lossReason: String?
    }

    private let source: Int64
    private let recordedAt: Instant
    private let identities: Identities
    private let find: RawStatement
    private let upsert: RawStatement
    private let addFact: RawStatement

    init(_ db: Database, source: Int64, recordedAt: Instant, identities: Identities) throws {
        self.source = source
        self.recordedAt = recordedAt
        self.identities = identities
        find = try RawStatement(
            db,
            """
            SELECT account, buyer, opened_at, stage, amount, currency, closed_at, outcome, loss_reason
            FROM opportunity WHERE source = ? AND external = ?
            """)
        upsert = try RawStatement(
            db,
            """
            INSERT INTO opportunity (account, buyer, opened_at, stage, amount, currency, closed_at, outcome,
            loss_reason, source, external) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, external) DO UPDATE SET account = excluded.account, buyer = excluded.buyer,
            opened_at = excluded.opened_at, stage = excluded.stage, amount = excluded.amount,
            currency = excluded.currency, closed_at = excluded.closed_at, outcome = excluded.outcome,
            loss_reason = excluded.loss_reason RETURNING id
            """)
        addFact = try RawStatement(
            db,
            """
            INSERT INTO opportunity_fact (stage, amount, currency, closed_at, outcome, loss_reason, seq, opportunity,
            source, observed_at, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    /// - Returns: whether it said anything new.
    func write(_ seen: OpportunitySeen, seq: () -> Int64) throws -> Bool {
        let before = try state(of: seen.id)
        var now = before ?? State()
        if let account = try account(of: seen) { now.account = account }
        if let id = seen.buyerID { now.buyer = try identities.buyer(id: id) }
        now.openedAt = seen.openedAt?.milliseconds ?? now.openedAt
        now.stage = seen.stage ?? now.stage
        now.amount = seen.amount?.minorUnits ?? now.amount
        now.currency = seen.amount?.currency ?? now.currency
        now.closedAt = seen.closedAt?.milliseconds ?? now.closedAt
        now.outcome = seen.outcome.rawValue
        now.lossReason = seen.lossReason ?? now.lossReason
        if now == before { return false }
        let id = try store(now, external: seen.id)
        bindCommon(addFact, now, from: 1)
        addFact.bind(seq(), at: 7)
        addFact.bind(id, at: 8)
        addFact.bind(source, at: 9)
        addFact.bind(seen.observedAt?.milliseconds, at: 10)
        addFact.bind(recordedAt.milliseconds, at: 11)
        try addFact.run()
        return true
    }

    private func account(of seen: OpportunitySeen) throws -> Int64? {
        if let id = seen.accountID, id == seen.accountName { return try identities.account(idOrName: id) }
        if let id = seen.accountID { return try identities.account(id: id) }
        if let name = seen.accountName { return try identities.account(name: name) }
        return nil
    }

    private func state(of external: String) throws -> State? {
        find.bind(source, at: 1)
        find.bind(external, at: 2)
        defer { find.reset() }
        guard try find.step() else { return nil }
        return State(
            account: find.optionalInt(0), buyer: find.optionalInt(1), openedAt: find.optionalInt(2),
            stage: find.text(3), amount: find.optionalInt(4), currency: find.text(5), closedAt: find.optionalInt(6),
            outcome: find.text(7), lossReason: find.text(8))
    }

    private func store(_ state: State, external: String) throws -> Int64 {
        upsert.bind(state.account, at: 1)
        upsert.bind(state.buyer, at: 2)
        upsert.bind(state.openedAt, at: 3)
        bindCommon(upsert, state, from: 4)
        upsert.bind(source, at: 10)
        upsert.bind(external, at: 11)
        defer { upsert.reset() }
        guard try upsert.step() else { throw LedgerError(.database, "the opportunity was not stored") }
        let id = upsert.int(0)
        while try upsert.step() {}
        return id
    }

    private func bindCommon(_ statement: RawStatement, _ state: State, from first: Int32) {
        statement.bind(state.stage, at: first)
        statement.bind(state.amount, at: first + 1)
        statement.bind(state.currency, at: first + 2)
        statement.bind(state.closedAt, at: first + 3)
        statement.bind(state.outcome, at: first + 4)
        statement.bind(state.lossReason, at: first + 5)
    }
}
