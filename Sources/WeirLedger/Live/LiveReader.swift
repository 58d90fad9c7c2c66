import GRDB
import WeirFacts

/// The ledger as one reading of it sees it, for whoever follows the facts as they come.
public final class LiveReader {
    let db: Database
    private let isFreeMail: (String) -> Bool

    init(_ db: Database, isFreeMail: @escaping (String) -> Bool) {
        self.db = db
        self.isFreeMail = isFreeMail
    }

    /// The highest number of any fact.
    public func lastSeq() throws -> Int64 { try Ledger.lastSeq(db) }

    /// Changes with every batch of every import.
    public func importStamp() throws -> String {
        let select = try RawStatement(
            cached: db,
            "SELECT count(*) || ' ' || coalesce(sum(records_read), 0) || ' ' || count(finished_at) FROM import")
        defer { select.reset() }
        return try select.step() ? select.text(0) ?? "" : ""
    }

    /// Engagements that count, after a place in the ledger and up to another, in order of recording.
    public func engagements(after seq: Int64, upTo last: Int64, limit: Int) throws -> [EngagementRow] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT seq, buyer, signal, at, content, shared_with FROM engagement
            WHERE seq > ? AND seq <= ? AND seq NOT IN (SELECT engagement FROM discounted) ORDER BY seq LIMIT ?
            """)
        select.bind(seq, at: 1)
        select.bind(last, at: 2)
        select.bind(Int64(limit), at: 3)
        return try rows(select)
    }

    /// Accounts whose past has changed, the longest waiting first.
    public func refolds(limit: Int) throws -> [Refold] {
        let select = try RawStatement(cached: db, "SELECT account, seq FROM refold ORDER BY seq, account LIMIT ?")
        select.bind(Int64(limit), at: 1)
        defer { select.reset() }
        var result: [Refold] = []
        while try select.step() { result.append(Refold(account: select.int(0), seq: select.int(1))) }
        return result
    }

    public func place(of buyer: Int64) throws -> BuyerPlace {
        let select = try RawStatement(
            cached: db, Filled.placeOfBuyer)
        select.bind(buyer, at: 1)
        defer { select.reset() }
        guard try select.step() else { return BuyerPlace(buyer: buyer, account: nil) }
        let account = try select.optionalInt(1) ?? select.text(2).flatMap(account(domain:))
        return BuyerPlace(buyer: select.int(0), account: account)
    }

    /// The account that a domain places people on: the first that has it, or the one that this was merged into.
    private func account(domain: String) throws -> Int64? {
        if isFreeMail(domain) { return nil }
        let select = try RawStatement(
            cached: db,
            """
            SELECT coalesce(means, id) FROM account LEFT JOIN account_alias ON account_alias.account = account.id
            WHERE domain = ? AND mention IS NULL ORDER BY id LIMIT 1
            """)
        select.bind(domain, at: 1)
        defer { select.reset() }
        return try select.step() ? select.int(0) : nil
    }

    /// What is known of an account.
    /// - Parameter last: engagements recorded after it are left out.
    /// - Returns: `nil` for a mere mention of another account, and for one that does not exist.
    public func facts(of account: Int64, upTo last: Int64 = .max) throws -> KnownAccount? {
        var timeline: AccountTimeline?
        try forEachTimeline(db, only: account) {
            timeline = $0
            return false
        }
        guard let timeline else { return nil }
        let buyers = try people(of: account)
        var facts = KnownAccount(timeline: timeline, buyers: buyers, numbers: [:], engagements: [], titles: [])
        for (number, buyer) in buyers.enumerated() {
            let records = [buyer] + (try mentions(of: buyer))
            for record in records {
                facts.numbers[record] = number
                facts.engagements += try engagements(of: record, upTo: last)
            }
            facts.titles += try titles(of: records)
        }
        facts.engagements.sort { $0.seq < $1.seq }
        return facts
    }

    /// The changes of a person's title, in order. The first holds since ever.
    public func titles(of person: Int64) throws -> [TitleChange] {
        try titles(of: [person] + mentions(of: person))
    }

    /// - Parameter records: all of one person's, the one that is kept first: the first of whom a title was said speaks.
    private func titles(of records: [Int64]) throws -> [TitleChange] {
        var titles: [TitleChange] = []
        for record in records where titles.isEmpty {
            try forEachTitleChange(db, only: record) { titles.append($0) }
        }
        return titles
    }

    /// Who was described between two places in the ledger, in order.
    public func described(after seq: Int64, upTo last: Int64, limit: Int) throws -> [(seq: Int64, buyer: Int64)] {
        let select = try RawStatement(
            cached: db, "SELECT seq, buyer FROM buyer_fact WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?")
        select.bind(seq, at: 1)
        select.bind(last, at: 2)
        select.bind(Int64(limit), at: 3)
        defer { select.reset() }
        var result: [(seq: Int64, buyer: Int64)] = []
        while try select.step() { result.append((select.int(0), select.int(1))) }
        return result
    }

    /// Who belongs to an account, by ascending id.
    func people(of account: Int64) throws -> [Int64] {
        let placed = try RawStatement(
            cached: db,
            """
            SELECT coalesce(means, id), means IS NULL FROM buyer
            LEFT JOIN buyer_alias ON buyer_alias.buyer = buyer.id WHERE mention IS NULL
            AND account IN (SELECT ?1 UNION ALL SELECT account FROM account_alias WHERE means = ?1)
            """)
        placed.bind(account, at: 1)
        var people = try people(placed)
        let byDomain = try RawStatement(
            cached: db,
            """
            SELECT coalesce(means, id), means IS NULL AND NOT EXISTS (
                SELECT 1 FROM buyer_alias AS away WHERE away.means = id AND away.mention IS NULL)
            FROM buyer LEFT JOIN buyer_alias ON buyer_alias.buyer = buyer.id
            WHERE mention IS NULL AND account IS NULL AND domain = ?
            """)
        for domain in try domains(of: account) where try self.account(domain: domain) == account {
            byDomain.bind(domain, at: 1)
            people.merge(try self.people(byDomain)) { $0 || $1 }
        }
        return try people.keys.filter { try people[$0] == true || place(of: $0).account == account }.sorted()
    }

    /// Who was found, and whether that is certain: somebody in whom others were merged may be placed by what another
    /// of them has.
    private func people(_ select: RawStatement) throws -> [Int64: Bool] {
        defer { select.reset() }
        var people: [Int64: Bool] = [:]
        while try select.step() { people[select.int(0)] = select.int(1) == 1 || people[select.int(0)] == true }
        return people
    }

    /// The domains of an account and of those merged into it.
    private func domains(of account: Int64) throws -> Set<String> {
        let select = try RawStatement(
            cached: db,
            """
            SELECT domain FROM account WHERE domain IS NOT NULL AND id IN (
                SELECT ?1 UNION ALL SELECT account FROM account_alias WHERE means = ?1 AND mention IS NULL)
            """)
        select.bind(account, at: 1)
        defer { select.reset() }
        var domains: Set<String> = []
        while try select.step() { domains.insert(select.text(0) ?? "") }
        return domains
    }

    /// The other records of a person, ascending.
    func mentions(of buyer: Int64) throws -> [Int64] {
        let select = try RawStatement(cached: db, "SELECT buyer FROM buyer_alias WHERE means = ? ORDER BY buyer")
        select.bind(buyer, at: 1)
        return try ids(select)
    }

    private func engagements(of buyer: Int64, upTo last: Int64) throws -> [EngagementRow] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT seq, buyer, signal, at, content, shared_with FROM engagement
            WHERE buyer = ? AND seq <= ? AND seq NOT IN (SELECT engagement FROM discounted) ORDER BY seq
            """)
        select.bind(buyer, at: 1)
        select.bind(last, at: 2)
        return try rows(select)
    }

    private func rows(_ select: RawStatement) throws -> [EngagementRow] {
        defer { select.reset() }
        var rows: [EngagementRow] = []
        while try select.step() {
            rows.append(
                EngagementRow(
                    seq: select.int(0), buyer: select.int(1), signal: select.int(2), at: select.int(3),
                    content: select.optionalInt(4), sharedWith: select.optionalInt(5)))
        }
        return rows
    }

    func ids(_ select: RawStatement) throws -> [Int64] {
        defer { select.reset() }
        var ids: [Int64] = []
        while try select.step() { ids.append(select.int(0)) }
        return ids
    }

    /// The word behind a number.
    public func term(_ id: Int64) throws -> String? {
        let select = try RawStatement(cached: db, "SELECT text FROM term WHERE id = ?")
        select.bind(id, at: 1)
        defer { select.reset() }
        return try select.step() ? select.text(0) : nil
    }
}

extension Ledger {
    /// Reads the ledger as it is at one moment.
    /// - Parameter isFreeMail: domains that place nobody on a company.
    public func readLive<T>(isFreeMail: @escaping (String) -> Bool, _ body: (LiveReader) throws -> T)
        throws(LedgerError) -> T
    {
        try read { db in try body(LiveReader(db, isFreeMail: isFreeMail)) }
    }
}
