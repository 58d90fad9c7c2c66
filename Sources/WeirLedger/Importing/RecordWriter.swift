import GRDB
import WeirFacts

/// Writes what sources said about companies and people, and updates the records derived from it.
final class RecordWriter {
    private let source: Int64
    private let recordedAt: Instant
    private let identities: Identities
    private let terms: Terms
    private let accountProfile: RawStatement
    private let updateAccount: RawStatement
    private let addAccountFact: RawStatement
    private let buyerRecord: RawStatement
    private let updateBuyer: RawStatement
    private let updatePerson: RawStatement
    private let addBuyerFact: RawStatement

    init(_ db: Database, source: Int64, recordedAt: Instant, identities: Identities, terms: Terms) throws {
        self.source = source
        self.recordedAt = recordedAt
        self.identities = identities
        self.terms = terms
        accountProfile = try RawStatement(db, "SELECT profile FROM account WHERE id = ?")
        updateAccount = try RawStatement(
            db,
            """
            UPDATE account SET name = ?, domain = ?, external = coalesce(external, ?), profile = ? WHERE id = ?
            """)
        addAccountFact = try RawStatement(
            db,
            """
            INSERT INTO account_fact (seq, account, source, observed_at, recorded_at, attributes)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        buyerRecord = try RawStatement(
            db,
            """
            SELECT buyer.account, buyer.title, person.name, person.email, buyer.external, buyer.domain
            FROM buyer LEFT JOIN person ON person.buyer = buyer.id WHERE buyer.id = ?
            """)
        updateBuyer = try RawStatement(
            db,
            "UPDATE buyer SET account = ?, title = ?, domain = ?, external = ? WHERE id = ?")
        updatePerson = try RawStatement(
            db,
            """
            INSERT INTO person (buyer, name, email) VALUES (?, ?, ?)
            ON CONFLICT (buyer) DO UPDATE SET name = excluded.name, email = excluded.email
            """)
        addBuyerFact = try RawStatement(
            db,
            """
            INSERT INTO buyer_fact (seq, buyer, source, observed_at, recorded_at, account, title)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
    }

    /// - Returns: whether it said anything new.
    func write(_ seen: AccountSeen, seq: () -> Int64) throws -> Bool {
        let matched = try identities.match(seen)
        let account = try matched ?? identities.newAccount(id: seen.id, name: seen.name, domain: seen.domain)
        var said = seen.attributes
        if let name = seen.name { said["name"] = .some(.text(name)) }
        if let domain = seen.domain { said["domain"] = .some(.text(domain)) }
        var profile = try profile(of: account)
        let news = said.filter { name, value in profile[name] ?? nil != value }
        guard matched == nil || !news.isEmpty else { return false }
        for (name, value) in news { profile[name] = value.map { .some($0) } }
        updateAccount.bind(text(profile["name"]), at: 1)
        updateAccount.bind(text(profile["domain"]), at: 2)
        updateAccount.bind(seen.id, at: 3)
        updateAccount.bind(StoredAttributes.encode(profile), at: 4)
        updateAccount.bind(account, at: 5)
        try updateAccount.run()
        try identities.learn(account: account, id: seen.id, name: seen.name, domain: seen.domain)
        addAccountFact.bind(seq(), at: 1)
        addAccountFact.bind(account, at: 2)
        addAccountFact.bind(source, at: 3)
        addAccountFact.bind(seen.observedAt?.milliseconds, at: 4)
        addAccountFact.bind(recordedAt.milliseconds, at: 5)
        addAccountFact.bind(StoredAttributes.encode(said), at: 6)
        try addAccountFact.run()
        return true
    }

    /// - Returns: whether it said anything new.
    func write(_ seen: BuyerSeen, seq: () -> Int64) throws -> Bool {
        let account = try account(of: seen)
        let title = try seen.title.map { try terms.number(.title, $0) }
        guard let buyer = try identities.match(seen) else {
            let buyer = try identities.newBuyer(
                .init(
                    id: seen.id, otherIDs: seen.otherIDs, email: seen.email, name: seen.name, account: account,
                    title: title, domain: seen.accountDomain))
            try addFact(of: seen, buyer: buyer, account: account, title: title, seq: seq())
            return true
        }
        let ids = [seen.id].compactMap { $0 } + seen.otherIDs
        try identities.learn(buyer: buyer, ids: ids, email: seen.email)
        let before = try record(of: buyer)
        var now = before
        now.account = account ?? before.account
        now.title = title ?? before.title
        now.name = seen.name ?? before.name
        now.email = seen.email ?? before.email
        now.external = before.external ?? seen.id
        now.domain = seen.accountDomain ?? before.domain ?? now.email.flatMap(domain)
        if now == before { return false }
        try update(buyer, now)
        try addFact(of: seen, buyer: buyer, account: now.account, title: now.title, seq: seq())
        return true
    }

    private func update(_ buyer: Int64, _ record: BuyerRecord) throws {
        updateBuyer.bind(record.account, at: 1)
        updateBuyer.bind(record.title, at: 2)
        updateBuyer.bind(record.domain, at: 3)
        updateBuyer.bind(record.external, at: 4)
        updateBuyer.bind(buyer, at: 5)
        try updateBuyer.run()
        updatePerson.bind(buyer, at: 1)
        updatePerson.bind(record.name, at: 2)
        updatePerson.bind(record.email, at: 3)
        try updatePerson.run()
    }

    private func addFact(of seen: BuyerSeen, buyer: Int64, account: Int64?, title: Int64?, seq: Int64) throws {
        addBuyerFact.bind(seq, at: 1)
        addBuyerFact.bind(buyer, at: 2)
        addBuyerFact.bind(source, at: 3)
        addBuyerFact.bind(seen.observedAt?.milliseconds, at: 4)
        addBuyerFact.bind(recordedAt.milliseconds, at: 5)
        addBuyerFact.bind(account, at: 6)
        addBuyerFact.bind(title, at: 7)
        try addBuyerFact.run()
    }

    private struct BuyerRecord: Equatable {
        var account: Int64?
        var title: Int64?
        var name: String?
        var email: String?
        var external: String?
        var domain: String?
    }

    private func record(of buyer: Int64) throws -> BuyerRecord {
        buyerRecord.bind(buyer, at: 1)
        defer { buyerRecord.reset() }
        guard try buyerRecord.step() else { return BuyerRecord() }
        return BuyerRecord(
            account: buyerRecord.optionalInt(0), title: buyerRecord.optionalInt(1), name: buyerRecord.text(2),
            email: buyerRecord.text(3), external: buyerRecord.text(4), domain: buyerRecord.text(5))
    }

    private func account(of seen: BuyerSeen) throws -> Int64? {
        if let id = seen.accountID { return try identities.account(id: id) }
        if let domain = seen.accountDomain, let account = try identities.account(domain: domain) { return account }
        return try seen.accountName.map { try identities.account(name: $0) }
    }

    private func profile(of account: Int64) throws -> [String: AttributeValue?] {
        accountProfile.bind(account, at: 1)
        defer { accountProfile.reset() }
        guard try accountProfile.step(), let text = accountProfile.text(0) else { return [:] }
        return StoredAttributes.decode(text)
    }

    private func text(_ value: AttributeValue??) -> String? {
        if case .text(let text)?? = value { return text }
        return nil
    }

    private func domain(_ email: String) -> String? {
        let parts = email.split(separator: "@")
        return parts.count == 2 ? String(parts[1]) : nil
    }
}
