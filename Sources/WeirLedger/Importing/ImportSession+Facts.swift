import GRDB
import WeirFacts

/// Where a batch ends in its file: totals since the file's beginning.
public struct ImportPlace: Hashable, Sendable {
    public var read: Int
    public var rejected: Int
    public var skipped: Int

    public init(read: Int, rejected: Int, skipped: Int) {
        self.read = read
        self.rejected = rejected
        self.skipped = skipped
    }
}

extension ImportSession {
    /// - Parameter skip: leading rows of the batch that an earlier, interrupted run put on disk.
    public func write(_ batch: EngagementBatch, skip: Int = 0, upTo place: ImportPlace) throws(LedgerError) {
        try commit(place) { db, workshop in
            try workshop.engagements.write(batch, skip: skip, db: db, takeSeq: takeSeq)
        }
    }

    public func write(_ accounts: [AccountSeen], upTo place: ImportPlace) throws(LedgerError) {
        try commit(place) { _, workshop in
            try tally(accounts) { try workshop.records.write($0, seq: takeSeq).isNews }
        }
    }

    public func write(_ buyers: [BuyerSeen], upTo place: ImportPlace) throws(LedgerError) {
        try commit(place) { _, workshop in
            try tally(buyers) { try workshop.records.write($0, seq: takeSeq).isNews }
        }
    }

    public func write(_ opportunities: [OpportunitySeen], upTo place: ImportPlace) throws(LedgerError) {
        try commit(place) { _, workshop in
            try tally(opportunities) { try workshop.opportunities.write($0, seq: takeSeq) }
        }
    }

    public func write(_ dispositions: [DispositionMade], upTo place: ImportPlace) throws(LedgerError) {
        try commit(place) { db, workshop in
            try tally(dispositions) { try write($0, db, workshop.identities) }
        }
    }

    /// - Parameter isOnDisk: an earlier, interrupted run wrote them; they are only counted.
    public func write(_ costs: [CostIncurred], isOnDisk: Bool = false, upTo place: ImportPlace) throws(LedgerError) {
        try commit(place) { db, workshop in
            let outcome = try tally(costs) { try write($0, db, workshop.repeats, isOnDisk: isOnDisk) }
            return isOnDisk ? (0, 0) : outcome
        }
    }

    private func commit(_ place: ImportPlace, _ body: (Database, Workshop) throws -> (added: Int, known: Int))
        throws(LedgerError)
    {
        try commit(read: place.read, rejected: place.rejected, skipped: place.skipped, body)
    }

    private func tally<Fact>(_ facts: [Fact], _ write: (Fact) throws -> Bool) throws -> (added: Int, known: Int) {
        var added = 0
        for fact in facts where try write(fact) { added += 1 }
        return (added, facts.count - added)
    }

    private func write(_ made: DispositionMade, _ db: Database, _ identities: Identities) throws -> Bool {
        var buyer: Int64?
        if let id = made.buyerID { buyer = try identities.buyer(id: id) }
        if buyer == nil, let email = made.email { buyer = try identities.buyer(email: email) }
        let account = try made.accountID.map { try identities.account(id: $0) }
        let parts = [made.buyerID, made.email, made.accountID, made.verdict.rawValue, made.reason, "\(made.at)"]
        let message = made.id ?? generatedMessage(parts)
        try db.execute(
            sql: """
                INSERT INTO disposition (seq, source, message, buyer, account, verdict, reason, at, made_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message, source) DO NOTHING
                """,
            arguments: [
                takeSeq(), source, message, buyer, account, made.verdict.rawValue, made.reason, made.at.milliseconds,
                made.by,
            ])
        return changes(db) > 0
    }

    private func write(_ cost: CostIncurred, _ db: Database, _ repeats: Repeats, isOnDisk: Bool) throws -> Bool {
        let parts = [cost.campaign, cost.vendor, "\(cost.from)", "\(cost.to)", "\(cost.amount)"]
        // Two equal lines of one file are two costs.
        let message = try cost.id ?? repeats.message(for: parts.map { $0 ?? "" }.joined(separator: "|"))
        if isOnDisk { return false }
        try db.execute(
            sql: """
                INSERT INTO cost (seq, source, message, campaign, vendor, from_day, to_day, amount, currency)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message, source) DO NOTHING
                """,
            arguments: [
                takeSeq(), source, message, cost.campaign, cost.vendor, cost.from.number, cost.to.number,
                cost.amount.minorUnits, cost.amount.currency,
            ])
        return changes(db) > 0
    }

    /// An id for a row that has none: its content.
    private func generatedMessage(_ parts: [String?]) -> String {
        "row:" + parts.map { $0 ?? "" }.joined(separator: "|")
    }
}
