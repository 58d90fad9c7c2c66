import GRDB
import WeirFacts

/// Who is meant: from the ids, addresses and names that sources use to our own numbers of accounts and buyers.
///
/// Used inside one write transaction at a time, by the one writer. A reference to a record not seen yet makes an
/// empty one under that key, which the record's own file fills later, so the order of files does not matter.
final class Identities {
    let source: Int64
    private let findAccount: RawStatement
    private let addAccountKey: RawStatement
    private let addAccount: RawStatement
    private let addAccountID: RawStatement
    private let accountID: RawStatement
    private let placeBuyer: RawStatement
    private var placed: [UInt64] = []
    private let accountName: RawStatement
    private let accountAliases: Aliases
    let buyerAliases: Aliases
    let findBuyer: RawStatement
    let addBuyerKey: RawStatement
    private let addBuyer: RawStatement
    private let addPerson: RawStatement
    let isAnonymous: RawStatement
    let setKnown: RawStatement
    var buyersByID: KeyCache
    private var buyersByEmail: KeyCache
    let journal: TouchedAccounts?

    /// - Parameters:
    ///   - journal: told whose past changes: `nil` for an import, after which everybody is looked at anyway.
    ///   - cacheSlots: a power of two; how many people's keys are kept in memory, twice over.
    ///   - recalls: whether to read known keys ahead.
    init(
        _ db: Database, source: Int64, journal: TouchedAccounts? = nil, cacheSlots: Int = 1 << 20,
        recalls: Bool = true
    ) throws {
        self.source = source
        self.journal = journal
        buyersByID = KeyCache(slots: cacheSlots)
        buyersByEmail = KeyCache(slots: max(cacheSlots / 4, 1 << 10))
        findAccount = try RawStatement(db, Aliases.lookUp(.account))
        addAccountKey = try RawStatement(
            db, "INSERT INTO account_key (key, account) VALUES (?, ?) ON CONFLICT DO NOTHING")
        addAccount = try RawStatement(
            db, "INSERT INTO account (name, domain, external) VALUES (?, ?, ?) RETURNING id")
        addAccountID = try RawStatement(
            db, "INSERT INTO account_id (account, source, external) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        accountID = try RawStatement(db, "SELECT 1 FROM account_id WHERE account = ? AND source = ? LIMIT 1")
        accountName = try RawStatement(db, "SELECT name FROM account WHERE id = ?")
        accountAliases = try Aliases(db, of: .account) { mention, record in
            try journal?.touch(account: mention)
            try journal?.touch(account: record)
        }
        buyerAliases = try Aliases(db, of: .buyer) { mention, record in
            try journal?.touch(buyer: mention)
            try journal?.touch(buyer: record)
        }
        isAnonymous = try RawStatement(db, "SELECT anonymous FROM buyer WHERE id = ?")
        setKnown = try RawStatement(db, "UPDATE buyer SET anonymous = 0 WHERE id = ?")
        placeBuyer = try RawStatement(db, "UPDATE buyer SET account = ? WHERE id = ? AND account IS NULL")
        findBuyer = try RawStatement(db, Aliases.lookUp(.buyer))
        addBuyerKey = try RawStatement(
            db, "INSERT INTO buyer_key (key, buyer) VALUES (?, ?) ON CONFLICT DO NOTHING")
        addBuyer = try RawStatement(
            db,
            "INSERT INTO buyer (account, domain, external, anonymous, title, said_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id"
        )
        addPerson = try RawStatement(db, "INSERT INTO person (buyer, email, name) VALUES (?, ?, ?)")
        if recalls { try recallBuyers(db) }
    }

    /// Fills the cache in one pass: a look-up for each buyer of a large file costs ten times as much.
    private func recallBuyers(_ db: Database) throws {
        let prefix = key(id: "")
        let select = try RawStatement(
            db,
            """
            SELECT substr(key, ?), coalesce(mention, buyer_key.buyer) FROM buyer_key
            LEFT JOIN buyer_alias ON buyer_alias.buyer = buyer_key.buyer WHERE key >= ? AND key < ? LIMIT 400000
            """)
        select.bind(Int64(prefix.utf8.count + 1), at: 1)
        select.bind(prefix, at: 2)
        select.bind(String(prefix.dropLast()) + ";", at: 3)
        defer { select.reset() }
        while try select.step() {
            if var id = select.text(0) { id.withUTF8 { buyersByID.insert($0, select.int(1)) } }
        }
    }

    // MARK: Accounts

    /// The account of an id in this source; made empty if it was never seen.
    func account(id: String) throws -> Int64 {
        try find(findAccount, key(id: id)) ?? newAccount(id: id, name: nil, domain: nil)
    }

    func account(domain: String) throws -> Int64? {
        try find(findAccount, "d:" + domain)
    }

    /// The account of a name, compared without case or surrounding space; made if it was never seen.
    func account(name: String) throws -> Int64 {
        try find(findAccount, key(name: name)) ?? newAccount(id: nil, name: name, domain: nil)
    }

    /// The account of a column that may hold ids or names: by id, else by name; if it is new, known under both.
    func account(idOrName text: String) throws -> Int64 {
        if let known = try find(findAccount, key(id: text)) ?? find(findAccount, key(name: text)) { return known }
        let account = try newAccount(id: text, name: nil, domain: nil)
        try add(addAccountKey, key(name: text), account)
        return account
    }

    /// The account that a record speaks of: by id, else by domain, else by name; `nil` if it is new. A match by
    /// domain or name does not hold where both have ids of this source: two records with two ids stay two.
    func match(_ seen: AccountSeen) throws -> Int64? {
        if let id = seen.id, let account = try find(findAccount, key(id: id)) { return account }
        let candidates = [seen.domain.map { "d:" + $0 }, seen.name.map(key(name:))].compactMap { $0 }
        for candidate in candidates {
            guard let account = try find(findAccount, candidate) else { continue }
            if try seen.id == nil ? hasSameName(account, as: seen.name) : !hasID(account) { return account }
        }
        return nil
    }

    func newAccount(id: String?, name: String?, domain: String?) throws -> Int64 {
        addAccount.bind(name, at: 1)
        addAccount.bind(domain, at: 2)
        addAccount.bind(id, at: 3)
        let account = try oneInt(addAccount)
        try journal?.touch(account: account)
        try learn(account: account, id: id, name: name, domain: domain)
        return account
    }

    /// Remembers the keys under which an account is known; a key that is another's already stays so.
    func learn(account: Int64, id: String?, name: String?, domain: String?) throws {
        let keys = [id.map(key(id:)), domain.map { "d:" + $0 }, name.map(key(name:))]
        for case let key? in keys {
            try add(addAccountKey, key, account)
            try absorb(key, findAccount, into: account, aliases: accountAliases)
        }
        guard let id else { return }
        addAccountID.bind(account, at: 1)
        addAccountID.bind(source, at: 2)
        addAccountID.bind(id, at: 3)
        try addAccountID.run()
    }

    /// Whether a record without an id may be a known company of the same domain: names that begin alike are ("Acme",
    /// "Acme GmbH"); a site that many share, such as a social network's, makes no company.
    private func hasSameName(_ account: Int64, as name: String?) throws -> Bool {
        accountName.bind(account, at: 1)
        defer { accountName.reset() }
        guard let name, try accountName.step(), let known = accountName.text(0) else { return true }
        return firstWord(of: known) == firstWord(of: name)
    }

    private func firstWord(of name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.first.map(String.init) ?? ""
    }

    /// A key of one record that stands at another: if that one is a mere mention, of whom no record was ever seen, the
    /// two are one.
    private func absorb(_ key: String, _ find: RawStatement, into record: Int64, aliases: Aliases) throws {
        guard let other = try self.find(find, key), other != record, try aliases.isMention(other) else { return }
        try aliases.add(other, means: record)
    }

    private func hasID(_ account: Int64) throws -> Bool {
        accountID.bind(account, at: 1)
        accountID.bind(source, at: 2)
        defer { accountID.reset() }
        return try accountID.step()
    }

    // MARK: Buyers

    /// The buyer that a record speaks of, by any of its ids or its address; `nil` if it is new.
    func match(_ seen: BuyerSeen) throws -> Int64? {
        for id in [seen.id].compactMap({ $0 }) + seen.otherIDs {
            if let buyer = try find(findBuyer, key(id: id)) { return buyer }
        }
        return try seen.email.flatMap { try find(findBuyer, "e:" + $0) }
    }

    /// What is known of a new buyer.
    struct NewBuyer {
        var id: String?
        var otherIDs: [String] = []
        var email: String?
        var name: String?
        var account: Int64?
        var title: Int64?
        /// Where no account is known yet: the domain that places it once one is.
        var domain: String?
        /// When the source saw it so; `nil` where it does not say.
        var saidAt: Int64?
        /// Somebody of whom only a browser's or a device's id is known.
        var isAnonymous = false
    }

    func newBuyer(_ new: NewBuyer) throws -> Int64 {
        let buyer = try insertBuyer(
            account: new.account, domain: new.domain ?? new.email.flatMap(domain(ofEmail:)), external: new.id,
            title: new.title, saidAt: new.saidAt, anonymous: new.isAnonymous)
        if new.email != nil || new.name != nil {
            addPerson.bind(buyer, at: 1)
            addPerson.bind(new.email, at: 2)
            addPerson.bind(new.name, at: 3)
            try addPerson.run()
        }
        try learn(buyer: buyer, ids: [new.id].compactMap { $0 } + new.otherIDs, email: new.email)
        return buyer
    }

    func learn(buyer: Int64, ids: [String], email: String?) throws {
        for key in ids.map(key(id:)) + (email.map { ["e:" + $0] } ?? []) {
            try add(addBuyerKey, key, buyer)
            try absorb(key, findBuyer, into: buyer, aliases: buyerAliases)
        }
    }

    /// The buyer of an id in this source, or of an e-mail address; made empty if it was never seen.
    func buyer(id: UnsafeBufferPointer<UInt8>) throws -> Int64 {
        if let known = buyersByID[id] { return known }
        let text = String(decoding: id, as: UTF8.self)
        let buyer = try find(findBuyer, key(id: text)) ?? newBuyer(NewBuyer(id: text))
        buyersByID.insert(id, buyer)
        return buyer
    }

    func buyer(email: UnsafeBufferPointer<UInt8>) throws -> Int64 {
        if let known = buyersByEmail[email] { return known }
        let text = String(decoding: email, as: UTF8.self)
        let buyer = try find(findBuyer, "e:" + text) ?? newBuyer(NewBuyer(email: text))
        buyersByEmail.insert(email, buyer)
        return buyer
    }

    func buyer(id: String) throws -> Int64 {
        var id = id
        return try id.withUTF8 { try buyer(id: $0) }
    }

    func buyer(email: String) throws -> Int64 {
        var email = email
        return try email.withUTF8 { try buyer(email: $0) }
    }

    /// Puts a buyer who is on no account on the one that an act names. Asked once for each buyer.
    func place(_ buyer: Int64, accountID: String?, domain: String?) throws {
        let word = Int(buyer >> 6)
        while placed.count <= word { placed.append(0) }
        if placed[word] & (1 << UInt64(buyer & 63)) != 0 { return }
        placed[word] |= 1 << UInt64(buyer & 63)
        var account: Int64?
        if let accountID { account = try self.account(id: accountID) }
        if account == nil, let domain { account = try self.account(domain: domain) }
        guard let account else { return }
        try journal?.touch(buyer: buyer)
        placeBuyer.bind(account, at: 1)
        placeBuyer.bind(buyer, at: 2)
        try placeBuyer.run()
    }

    func insertBuyer(
        account: Int64?, domain: String?, external: String?, title: Int64? = nil, saidAt: Int64? = nil,
        anonymous: Bool = false
    ) throws -> Int64 {
        addBuyer.bind(account, at: 1)
        addBuyer.bind(domain, at: 2)
        addBuyer.bind(external, at: 3)
        addBuyer.bind(anonymous ? 1 : 0, at: 4)
        addBuyer.bind(title, at: 5)
        addBuyer.bind(saidAt, at: 6)
        return try oneInt(addBuyer)
    }
}
