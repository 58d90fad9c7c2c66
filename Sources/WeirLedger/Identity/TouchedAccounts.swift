import GRDB

/// The accounts whose past changes by what is being written, so that they can be folded anew: whoever had somebody who
/// is moved, whoever gets them, and whoever is described anew.
///
/// Each `touch` comes before the change it announces; ``flush(seq:)`` looks again after all of them. Somebody of whom
/// nothing was known has no past, and is not announced.
final class TouchedAccounts {
    private let placeOfBuyer: RawStatement
    private let domainOfAccount: RawStatement
    private let accountsOfDomain: RawStatement
    /// The account that one is read as, where it is another.
    private let readAs: RawStatement
    private let remember: RawStatement
    private let said: SaidOfLate
    private var accounts: Set<Int64> = []
    private var buyers: Set<Int64> = []
    private var described: Set<Int64> = []

    /// - Parameter said: told of every change.
    init(_ db: Database, _ said: SaidOfLate = SaidOfLate()) throws {
        self.said = said
        placeOfBuyer = try RawStatement(
            db,
            Filled.placeOfBuyer)
        domainOfAccount = try RawStatement(db, "SELECT domain FROM account WHERE id = ?")
        accountsOfDomain = try RawStatement(db, "SELECT id FROM account WHERE domain = ?")
        readAs = try RawStatement(db, "SELECT means FROM account_alias WHERE account = ?")
        remember = try RawStatement(
            db,
            "INSERT INTO refold (account, seq) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET seq = excluded.seq")
    }

    func touch(account: Int64) throws {
        said.change(.account(account))
        try add(account)
        if described.insert(account).inserted { try addThoseOfSameDomain(account) }
    }

    func touch(buyer: Int64) throws {
        said.change(.buyer(buyer))
        if buyers.insert(buyer).inserted { try addPlace(of: buyer) }
    }

    /// Stores what was touched.
    /// - Parameter seq: the last fact written.
    func flush(seq: Int64) throws {
        for buyer in buyers { try addPlace(of: buyer) }
        for account in described {
            try add(account)
            try addThoseOfSameDomain(account)
        }
        for account in accounts {
            remember.bind(account, at: 1)
            remember.bind(seq, at: 2)
            try remember.run()
        }
        accounts.removeAll(keepingCapacity: true)
        buyers.removeAll(keepingCapacity: true)
        described.removeAll(keepingCapacity: true)
    }

    private func addPlace(of buyer: Int64) throws {
        placeOfBuyer.bind(buyer, at: 1)
        defer { placeOfBuyer.reset() }
        guard try placeOfBuyer.step() else { return }
        if let account = placeOfBuyer.optionalInt(1) {
            accounts.insert(account)
        } else if let domain = placeOfBuyer.text(2) {
            try addAll(of: domain)
        }
    }

    /// Two accounts of one domain: the first has those whom only the domain places, and either may be the first.
    private func addThoseOfSameDomain(_ account: Int64) throws {
        domainOfAccount.bind(account, at: 1)
        defer { domainOfAccount.reset() }
        if try domainOfAccount.step(), let domain = domainOfAccount.text(0) { try addAll(of: domain) }
    }

    private func addAll(of domain: String) throws {
        accountsOfDomain.bind(domain, at: 1)
        defer { accountsOfDomain.reset() }
        while try accountsOfDomain.step() { try add(accountsOfDomain.int(0)) }
    }

    /// An account, and the one that it is read as.
    private func add(_ account: Int64) throws {
        accounts.insert(account)
        readAs.bind(account, at: 1)
        defer { readAs.reset() }
        if try readAs.step() { accounts.insert(readAs.int(0)) }
    }
}
