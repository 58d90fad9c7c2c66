import GRDB
import WeirFacts

/// Writes what sources said about companies and people, and updates the records derived from it.
final class RecordWriter {
    private let source: Int64
    /// The time of recording.
    var recordedAt: Instant
    private let identities: Identities
    private let terms: Terms
    private let accountProfile: RawStatement
    private let updateAccount: RawStatement
    private let addAccountFact: RawStatement
    private let knownFact: RawStatement
    private let knownBuyerFact: RawStatement
    private let buyerRecord: RawStatement
    private let updateBuyer: RawStatement
    private let updatePerson: RawStatement
    private let addBuyerFact: RawStatement
    private let journal: TouchedAccounts?

    /// What became of something said.
    struct Outcome {
        /// Our number of the account or the buyer it was said of.
        var record: Int64
        var isNews: Bool
        /// Whether saying it again changes nothing as long as the record stays as it is.
        var isSettled = true
    }

    /// - Parameter journal: told whose past changes; see ``Identities``.
    init(
        _ db: Database, source: Int64, recordedAt: Instant, identities: Identities, terms: Terms,
        journal: TouchedAccounts? = nil
    ) throws {
        self.journal = journal
        self.source = source
        self.recordedAt = recordedAt
        self.identities = identities
        self.terms = terms
        accountProfile = try RawStatement(db, "SELECT profile, said_at FROM account WHERE id = ?")
        updateAccount = try RawStatement(
            db,
            """
            UPDATE account SET name = ?, domain = ?, external = coalesce(external, ?), profile = ?, said_at = ? WHERE id = ?
            """)
        addAccountFact = try RawStatement(
            db,
            """
            INSERT INTO account_fact (seq, account, source, observed_at, recorded_at, attributes)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        knownFact = try RawStatement(
            db,
            """
            SELECT 1 FROM account_fact WHERE account = ? AND source = ? AND observed_at IS ? AND attributes = ? LIMIT 1
            """)
        knownBuyerFact = try RawStatement(
            db,
            """
            SELECT 1 FROM buyer_fact WHERE buyer = ? AND source = ? AND observed_at IS ? AND account IS ? AND title IS ?
            LIMIT 1
            """)
        buyerRecord = try RawStatement(
            db,
            """
            SELECT buyer.account, buyer.title, person.name, person.email, buyer.external, buyer.domain,
            buyer.said_at
            FROM buyer LEFT JOIN person ON person.buyer = buyer.id WHERE buyer.id = ?
            """)
        updateBuyer = try RawStatement(
            db,
            "UPDATE buyer SET account = ?, title = ?, domain = ?, external = ?, said_at = ? WHERE id = ?")
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

    func write(_ seen: AccountSeen, seq: () -> Int64) throws -> Outcome {
        let matched = try identities.match(seen)
        let account = try matched ?? identities.newAccount(id: seen.id, name: seen.name, domain: seen.domain)
        var said = seen.attributes
        if let name = seen.name { said["name"] = .some(.text(name)) }
        if let domain = seen.domain { said["domain"] = .some(.text(domain)) }
        try identities.learn(account: account, id: seen.id, name: seen.name, domain: seen.domain)
        var (profile, saidAt) = try record(ofAccount: account)
        let news = said.filter { name, value in profile[name] ?? nil != value }
        guard matched == nil || !news.isEmpty else { return Outcome(record: account, isNews: false) }
        let at = (seen.observedAt ?? recordedAt).milliseconds
        let isLate = saidAt.map { at < $0 } ?? false
        let stored = StoredAttributes.encode(said)
        if isLate {
            if try isKnown(account, seen.observedAt, stored) { return Outcome(record: account, isNews: false) }
            // It changes the past, not what is known now, but for what nobody has said since.
            for (name, value) in said where profile[name] == nil { profile[name] = value.map { .some($0) } }
        } else {
            for (name, value) in news { profile[name] = value.map { .some($0) } }
            saidAt = seen.observedAt == nil && matched == nil ? nil : at
        }
        try journal?.touch(account: account)
        updateAccount.bind(text(profile["name"]), at: 1)
        updateAccount.bind(text(profile["domain"]), at: 2)
        updateAccount.bind(seen.id, at: 3)
        updateAccount.bind(StoredAttributes.encode(profile), at: 4)
        updateAccount.bind(saidAt, at: 5)
        updateAccount.bind(account, at: 6)
        try updateAccount.run()
        addAccountFact.bind(seq(), at: 1)
        addAccountFact.bind(account, at: 2)
        addAccountFact.bind(source, at: 3)
        addAccountFact.bind(seen.observedAt?.milliseconds, at: 4)
        addAccountFact.bind(recordedAt.milliseconds, at: 5)
        addAccountFact.bind(stored, at: 6)
        try addAccountFact.run()
        return Outcome(record: account, isNews: true)
    }

    func write(_ seen: BuyerSeen, seq: () -> Int64) throws -> Outcome {
        let account = try account(of: seen)
        // A company that nobody knows yet may be known when it is named again.
        let isSettled = account != nil || seen.accountDomain == nil
        let title = try seen.title.map { try terms.number(.title, $0) }
        guard let buyer = try identities.match(seen) else {
            let buyer = try identities.newBuyer(
                .init(
                    id: seen.id, otherIDs: seen.otherIDs, email: seen.email, name: seen.name, account: account,
                    title: title, domain: seen.accountDomain, saidAt: seen.observedAt?.milliseconds))
            try addFact(of: seen, buyer: buyer, account: account, title: title, seq: seq())
            return Outcome(record: buyer, isNews: true, isSettled: isSettled)
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
        let moved = seen.email == before.email ? nil : seen.email.flatMap(domain)
        now.domain = seen.accountDomain ?? moved ?? before.domain ?? now.email.flatMap(domain)
        if now == before { return Outcome(record: buyer, isNews: false, isSettled: isSettled) }
        let at = (seen.observedAt ?? recordedAt).milliseconds
        if let saidAt = before.saidAt, at < saidAt {
            // It changes the past, not what is known now, but for what nobody has said since.
            if try isKnown(buyer, seen.observedAt, account, title) {
                return Outcome(record: buyer, isNews: false, isSettled: isSettled)
            }
            now = before
            now.account = before.account ?? account
            now.title = before.title ?? title
            now.name = before.name ?? seen.name
            now.email = before.email ?? seen.email
        } else {
            now.saidAt = at
        }
        try journal?.touch(buyer: buyer)
        try update(buyer, now)
        try addFact(of: seen, buyer: buyer, account: account ?? now.account, title: title ?? now.title, seq: seq())
        return Outcome(record: buyer, isNews: true, isSettled: isSettled)
    }

    private func update(_ buyer: Int64, _ record: BuyerRecord) throws {
        updateBuyer.bind(record.account, at: 1)
        updateBuyer.bind(record.title, at: 2)
        updateBuyer.bind(record.domain, at: 3)
        updateBuyer.bind(record.external, at: 4)
        updateBuyer.bind(record.saidAt, at: 5)
        updateBuyer.bind(buyer, at: 6)
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
        /// When it was last described; `nil`: at no time known.
        var saidAt: Int64?

        static func == (a: BuyerRecord, b: BuyerRecord) -> Bool {
            a.account == b.account && a.title == b.title && a.name == b.name && a.email == b.email
                && a.external == b.external && a.domain == b.domain
        }
    }

    private func isKnown(_ buyer: Int64, _ observedAt: Instant?, _ account: Int64?, _ title: Int64?) throws -> Bool {
        knownBuyerFact.bind(buyer, at: 1)
        knownBuyerFact.bind(source, at: 2)
        knownBuyerFact.bind(observedAt?.milliseconds, at: 3)
        knownBuyerFact.bind(account, at: 4)
        knownBuyerFact.bind(title, at: 5)
        defer { knownBuyerFact.reset() }
        return try knownBuyerFact.step()
    }

    private func record(of buyer: Int64) throws -> BuyerRecord {
        buyerRecord.bind(buyer, at: 1)
        defer { buyerRecord.reset() }
        guard try buyerRecord.step() else { return BuyerRecord() }
        return BuyerRecord(
            account: buyerRecord.optionalInt(0), title: buyerRecord.optionalInt(1), name: buyerRecord.text(2),
            email: buyerRecord.text(3), external: buyerRecord.text(4), domain: buyerRecord.text(5),
            saidAt: buyerRecord.optionalInt(6))
    }

    private func account(of seen: BuyerSeen) throws -> Int64? {
        if let id = seen.accountID { return try identities.account(id: id) }
        if let domain = seen.accountDomain, let account = try identities.account(domain: domain) { return account }
        return try seen.accountName.map { try identities.account(name: $0) }
    }

    /// The profile as last described, and when it was.
    private func record(ofAccount account: Int64) throws -> ([String: AttributeValue?], saidAt: Int64?) {
        accountProfile.bind(account, at: 1)
        defer { accountProfile.reset() }
        guard try accountProfile.step(), let text = accountProfile.text(0) else { return ([:], nil) }
        return (StoredAttributes.decode(text), accountProfile.optionalInt(1))
    }

    /// Whether this source has said the very same as of that time before.
    private func isKnown(_ account: Int64, _ observedAt: Instant?, _ stored: String) throws -> Bool {
        knownFact.bind(account, at: 1)
        knownFact.bind(source, at: 2)
        knownFact.bind(observedAt?.milliseconds, at: 3)
        knownFact.bind(stored, at: 4)
        defer { knownFact.reset() }
        return try knownFact.step()
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
