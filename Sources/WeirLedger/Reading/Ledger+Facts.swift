import GRDB
import WeirFacts

/// One engagement, in the ledger's numbers.
public struct EngagementRow: Sendable {
    public var seq: Int64
    public var buyer: Int64
    public var signal: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var at: Int64
    public var content: Int64?
    public var sharedWith: Int64?
}

public struct OpportunityRecord: Hashable, Sendable {
    public var id: Int64
    public var external: String
    public var account: Int64?
    public var buyer: Int64?
    public var openedAt: Instant?
    public var stage: String?
    public var amount: Money?
    public var closedAt: Instant?
    public var outcome: OpportunitySeen.Outcome
    public var lossReason: String?
}

public struct DispositionRecord: Hashable, Sendable {
    public var buyer: Int64?
    public var account: Int64?
    public var verdict: DispositionMade.Verdict
    public var reason: String?
    public var at: Instant
}

/// What kind of word a term is.
public enum TermKind: Int64, Sendable {
    case signal = 1
    case content, campaign, channel, title
}

extension Ledger {
    /// Calls `body` with every engagement that counts, in order of recording, until it returns `false`. What was judged
    /// to be a program's does not count.
    public func forEachEngagement(_ body: (EngagementRow) throws -> Bool) throws(LedgerError) {
        try read { db in
            let select = try RawStatement(
                db, "SELECT seq, buyer, signal, at, content, shared_with FROM engagement ORDER BY seq")
            // Both in order, side by side: a join would cost a look-up for each of millions of rows.
            let discounted = try RawStatement(db, "SELECT engagement FROM discounted ORDER BY engagement")
            var skipped = try discounted.step() ? discounted.int(0) : Int64.max
            defer {
                select.reset()
                discounted.reset()
            }
            while try select.step() {
                while skipped < select.int(0) { skipped = try discounted.step() ? discounted.int(0) : Int64.max }
                if skipped == select.int(0) { continue }
                let row = EngagementRow(
                    seq: select.int(0), buyer: select.int(1), signal: select.int(2), at: select.int(3),
                    content: select.optionalInt(4), sharedWith: select.optionalInt(5))
                if try !body(row) { return }
            }
        }
    }

    /// The words of one kind, by number.
    public func terms(_ kind: TermKind) throws(LedgerError) -> [Int64: String] {
        try read { db in
            let select = try RawStatement(db, "SELECT id, text FROM term WHERE kind = ?")
            select.bind(kind.rawValue, at: 1)
            defer { select.reset() }
            var terms: [Int64: String] = [:]
            while try select.step() { terms[select.int(0)] = select.text(1) ?? "" }
            return terms
        }
    }

    public func opportunities() throws(LedgerError) -> [OpportunityRecord] {
        try read { db in
            let select = try RawStatement(
                db,
                "SELECT \(OpportunityRecord.columns) FROM opportunity ORDER BY id")
            defer { select.reset() }
            var result: [OpportunityRecord] = []
            while try select.step() { result.append(OpportunityRecord(select)) }
            return result
        }
    }

    public func dispositions() throws(LedgerError) -> [DispositionRecord] {
        try read { db in
            let select = try RawStatement(
                db,
                """
                SELECT coalesce((SELECT means FROM buyer_alias WHERE buyer_alias.buyer = disposition.buyer), buyer),
                coalesce((SELECT means FROM account_alias WHERE account_alias.account = disposition.account), account),
                verdict, reason, at FROM disposition ORDER BY seq
                """)
            defer { select.reset() }
            var result: [DispositionRecord] = []
            while try select.step() {
                guard let verdict = DispositionMade.Verdict(rawValue: select.text(2) ?? "") else { continue }
                result.append(
                    DispositionRecord(
                        buyer: select.optionalInt(0), account: select.optionalInt(1), verdict: verdict,
                        reason: select.text(3), at: Instant(milliseconds: select.int(4))))
            }
            return result
        }
    }

    /// Every file taken in, oldest first.
    public func imports() throws(LedgerError) -> [ImportRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT import.*, source.name AS source_name FROM import JOIN source ON source.id = import.source
                    ORDER BY import.id
                    """
            ).map { row in
                ImportRecord(
                    id: row["id"],
                    request: ImportRequest(
                        source: row["source_name"], kind: FactKind(rawValue: row["kind"]) ?? .accounts,
                        file: row["file"], digest: row["digest"], mapping: row["mapping"]),
                    counts: ImportCounts(row), startedAt: Instant(milliseconds: row["started_at"]),
                    finishedAt: (row["finished_at"] as Int64?).map(Instant.init(milliseconds:)))
            }
        }
    }

    /// How many facts and records there are, by what they are.
    public func counts() throws(LedgerError) -> [(name: String, count: Int)] {
        try read { db in
            let counts = [
                ("accounts", "account WHERE id NOT IN (SELECT account FROM account_alias)"),
                ("buyers", "buyer WHERE anonymous = 0 AND id NOT IN (SELECT buyer FROM buyer_alias)"),
                ("visitors of whom only the company is known", "buyer WHERE anonymous = 1"),
                ("engagements", "engagement"), ("opportunities", "opportunity"), ("dispositions", "disposition"),
                ("costs", "cost"),
            ]
            return try counts.map { name, table in
                (name, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0)
            }
        }
    }

    /// An account by our id (`acc_7`), its id in a source, its domain or its name, in this order.
    public func findAccounts(_ text: String) throws(LedgerError) -> [Int64] {
        try read { db in
            if text.hasPrefix("acc_"), let id = Int64(text.dropFirst(4)) {
                return try Int64.fetchAll(db, sql: "SELECT id FROM account WHERE id = ?", arguments: [id])
            }
            let folded = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for sql in [
                "SELECT id FROM account WHERE external = ?", "SELECT account FROM account_key WHERE key = 'd:' || ?",
                "SELECT account FROM account_key WHERE key = 'n:' || ?",
            ] {
                let argument = sql.contains("external") ? text : folded
                let found = try Int64.fetchAll(db, sql: sql, arguments: [argument])
                if !found.isEmpty { return found }
            }
            return try Int64.fetchAll(
                db, sql: "SELECT id FROM account WHERE name LIKE '%' || ? || '%' ORDER BY id LIMIT 20",
                arguments: [text])
        }
    }

    /// A buyer by our id (`buy_7`), its id in a source, its e-mail address or its name, in this order.
    public func findBuyers(_ text: String) throws(LedgerError) -> [Int64] {
        try read { db in
            if text.hasPrefix("buy_"), let id = Int64(text.dropFirst(4)) {
                return try Int64.fetchAll(db, sql: "SELECT id FROM buyer WHERE id = ?", arguments: [id])
            }
            for sql in [
                "SELECT id FROM buyer WHERE external = ?", "SELECT buyer FROM buyer_key WHERE key = 'e:' || ?",
                "SELECT buyer FROM person WHERE name = ? LIMIT 20",
            ] {
                let argument = sql.contains("'e:'") ? text.lowercased() : text
                let found = try Int64.fetchAll(db, sql: sql, arguments: [argument])
                if !found.isEmpty { return found }
            }
            return []
        }
    }
}

extension OpportunityRecord {
    static let columns =
        "id, external, coalesce((SELECT means FROM account_alias WHERE account_alias.account = opportunity.account), account), "
        + "coalesce((SELECT means FROM buyer_alias WHERE buyer_alias.buyer = opportunity.buyer), buyer), opened_at, stage, amount, currency, closed_at, outcome, loss_reason"

    /// - Parameter select: of ``columns``.
    init(_ select: RawStatement) {
        self.init(
            id: select.int(0), external: select.text(1) ?? "", account: select.optionalInt(2),
            buyer: select.optionalInt(3), openedAt: select.optionalInt(4).map(Instant.init(milliseconds:)),
            stage: select.text(5),
            amount: select.optionalInt(6).map { Money(minorUnits: $0, currency: select.text(7) ?? "") },
            closedAt: select.optionalInt(8).map(Instant.init(milliseconds:)),
            outcome: OpportunitySeen.Outcome(rawValue: select.text(9) ?? "") ?? .open, lossReason: select.text(10))
    }
}
