import GRDB
import WeirFacts

/// A buyer as the ledger knows it now.
public struct BuyerRecord: Hashable, Sendable {
    public var id: Int64
    /// The account given for it; placing it by its e-mail domain is the caller's.
    public var account: Int64?
    public var domain: String?
    /// Number of its title.
    public var title: Int64?
    public var external: String?
    /// Somebody at a company, not a known person.
    public var isAnonymous: Bool
}

/// A change of a buyer's title.
public struct TitleChange: Hashable, Sendable {
    public var buyer: Int64
    /// `nil` since ever.
    public var observedAt: Instant?
    public var seq: Int64
    public var title: Int64
}

/// What people call a buyer.
public struct PersonRecord: Hashable, Sendable {
    public var buyer: Int64
    public var name: String?
    public var email: String?
    public var title: String?
    /// The id in the source.
    public var external: String?
    public var isAnonymous: Bool

    /// The name, or what stands in for it.
    public var label: String {
        name ?? email ?? (isAnonymous ? "somebody unknown" : external ?? "buy_\(buyer)")
    }
}

extension Ledger {
    /// Calls `body` with every account's id, name, own domain and id in its source, by ascending id.
    public func forEachAccountName(_ body: (Int64, String?, String?, String?) throws -> Void) throws(LedgerError) {
        try read { db in
            let select = try RawStatement(
                db,
                "SELECT id, \(Filled.column("name", of: .account)), domain, \(Filled.column("external", of: .account)) "
                    + "FROM account WHERE id NOT IN (SELECT account FROM account_alias) ORDER BY id")
            defer { select.reset() }
            while try select.step() {
                try body(select.int(0), select.text(1), select.text(2), select.text(3))
            }
        }
    }

    /// Calls `body` with every buyer, by ascending id.
    public func forEachBuyer(_ body: (BuyerRecord) throws -> Void) throws(LedgerError) {
        try read { db in
            let select = try RawStatement(
                db, "SELECT id, account, domain, title, external, anonymous FROM buyer ORDER BY id")
            defer { select.reset() }
            while try select.step() {
                try body(
                    BuyerRecord(
                        id: select.int(0), account: select.optionalInt(1), domain: select.text(2),
                        title: select.optionalInt(3), external: select.text(4), isAnonymous: select.int(5) == 1))
            }
        }
    }

    /// Calls `body` with every change of a title, by buyer and order of recording. The first title of a buyer holds
    /// since ever, as the first profile of an account does. Of records that are one person's, the one that is kept
    /// speaks, or else the oldest of whom a title was ever said.
    public func forEachTitleChange(_ body: (TitleChange) throws -> Void) throws(LedgerError) {
        try read { db in try WeirLedger.forEachTitleChange(db, only: nil, body) }
    }

    /// What people call some buyers.
    public func people(_ buyers: some Sequence<Int64>) throws(LedgerError) -> [Int64: PersonRecord] {
        try read { db in
            let select = try RawStatement(
                db,
                """
                SELECT \(Filled.column("name", of: .buyer, in: "person")),
                \(Filled.column("email", of: .buyer, in: "person")),
                (SELECT text FROM term WHERE id = \(Filled.column("title", of: .buyer))),
                \(Filled.column("external", of: .buyer)), buyer.anonymous
                FROM buyer LEFT JOIN person ON person.buyer = buyer.id WHERE buyer.id = ?
                """)
            var people: [Int64: PersonRecord] = [:]
            for buyer in buyers {
                select.bind(buyer, at: 1)
                if try select.step() {
                    people[buyer] = PersonRecord(
                        buyer: buyer, name: select.text(0), email: select.text(1), title: select.text(2),
                        external: select.text(3), isAnonymous: select.int(4) == 1)
                }
                select.reset()
            }
            return people
        }
    }
}

/// Whose titles do not count, since another record of the same person has one.
private let silent = """
    SELECT alias.buyer FROM buyer_alias AS alias
    WHERE EXISTS (SELECT 1 FROM buyer_fact WHERE buyer = alias.buyer AND title IS NOT NULL)
    AND (EXISTS (SELECT 1 FROM buyer_fact WHERE buyer = alias.means AND title IS NOT NULL) OR EXISTS (
        SELECT 1 FROM buyer_alias AS older JOIN buyer_fact ON buyer_fact.buyer = older.buyer AND title IS NOT NULL
        WHERE older.means = alias.means AND older.buyer < alias.buyer))
    """

/// See ``Ledger/forEachTitleChange(_:)``.
/// - Parameter buyer: only what was said of this very record.
func forEachTitleChange(_ db: Database, only buyer: Int64?, _ body: (TitleChange) throws -> Void) throws {
    let filter = buyer == nil ? "AND buyer NOT IN (\(silent))" : "AND buyer = ?"
    let sql =
        """
        SELECT buyer, seq, at, title FROM (
            SELECT buyer, seq, title, coalesce(observed_at, CASE
                WHEN seq = min(seq) OVER (PARTITION BY buyer) THEN -9223372036854775807
                ELSE recorded_at END) AS at
            FROM buyer_fact WHERE title IS NOT NULL \(filter)) AS said
        ORDER BY buyer, at, seq
        """
    // Of one person it is asked again and again.
    let select = try buyer == nil ? RawStatement(db, sql) : RawStatement(cached: db, sql)
    if let buyer { select.bind(buyer, at: 1) }
    defer { select.reset() }
    var last: (buyer: Int64, title: Int64)?
    while try select.step() {
        let buyer = select.int(0)
        let title = select.int(3)
        let isFirst = last?.buyer != buyer
        if !isFirst && last?.title == title { continue }
        last = (buyer, title)
        try body(
            TitleChange(
                buyer: buyer, observedAt: isFirst ? nil : Instant(milliseconds: select.int(2)),
                seq: isFirst ? 0 : select.int(1), title: title))
    }
}
