import GRDB
import WeirFacts

/// What was known of a company over time.
public struct AccountTimeline: Sendable {
    /// What held from `day` on; `nil` since ever.
    public struct Profile: Sendable {
        public var observedAt: Instant?
        /// Order of recording; 0 for what holds since ever.
        public var seq: Int64
        public var attributes: [String: AttributeValue]
    }

    public var account: Int64
    public var name: String?
    public var domain: String?
    public var external: String?
    /// At least one; the first holds since ever.
    public var profiles: [Profile]

    /// The profile that holds at a time.
    public func profile(at instant: Instant) -> Profile {
        profiles.last { ($0.observedAt ?? instant) <= instant } ?? profiles[0]
    }
}

extension Ledger {
    /// Calls `body` with every account, by ascending id, until it returns `false`.
    ///
    /// What a source first says of an attribute is taken to have been so before: a company did not come into being
    /// when its file was imported. Later changes hold from the day they were observed, or else recorded.
    public func forEachTimeline(only account: Int64? = nil, _ body: (AccountTimeline) throws -> Bool)
        throws(LedgerError)
    {
        try read { db in try WeirLedger.forEachTimeline(db, only: account, body) }
    }

    /// Calls `body` with what was said of every account, by ascending id, as it is stored: making a timeline of it is
    /// most of the work, and may be done elsewhere.
    public func forEachAccountSaid(_ body: (AccountSaid) throws -> Void) throws(LedgerError) {
        try read { db in
            try WeirLedger.forEachAccountSaid(db, only: nil) {
                try body($0)
                return true
            }
        }
    }
}

/// See ``Ledger/forEachTimeline(only:_:)``.
func forEachTimeline(_ db: Database, only account: Int64?, _ body: (AccountTimeline) throws -> Bool) throws {
    try forEachAccountSaid(db, only: account) { try body($0.timeline()) }
}

private func forEachAccountSaid(_ db: Database, only account: Int64?, _ body: (AccountSaid) throws -> Bool) throws {
    let filter = account == nil ? "" : "AND account.id = ?"
    let merged = try saidOfMerged(db, only: account)
    let sql =
        """
        SELECT account.id, \(Filled.column("name", of: .account)), \(Filled.column("domain", of: .account)),
        \(Filled.column("external", of: .account)), fact.seq, fact.observed_at, fact.recorded_at, fact.attributes
        FROM account LEFT JOIN account_fact AS fact ON fact.account = account.id
        WHERE account.id NOT IN (SELECT account FROM account_alias) \(filter)
        ORDER BY account.id, fact.seq
        """
    // Of one account it is asked again and again.
    let select = try account == nil ? RawStatement(db, sql) : RawStatement(cached: db, sql)
    if let account { select.bind(account, at: 1) }
    defer { select.reset() }
    var current: AccountSaid?
    while try select.step() {
        if current?.account != select.int(0) {
            if let done = current, try !body(done) { return }
            current = AccountSaid(
                account: select.int(0), name: select.text(1), domain: select.text(2), external: select.text(3),
                merged: merged[select.int(0)] ?? [])
        }
        guard select.optionalInt(4) != nil else { continue }
        let isFirst = current?.facts.isEmpty ?? true
        current?.facts.append(AccountSaid.Fact(select, from: 4, isFirst: isFirst))
    }
    if let done = current { _ = try body(done) }
}

/// By the id of the account they are read as: what was said of each account that was merged into it, the oldest first.
private func saidOfMerged(_ db: Database, only account: Int64?) throws -> [Int64: [[AccountSaid.Fact]]] {
    let filter = account == nil ? "" : "AND means = ?"
    let sql =
        """
        SELECT means, fact.account, fact.seq, fact.observed_at, fact.recorded_at, fact.attributes FROM account_alias
        JOIN account_fact AS fact ON fact.account = account_alias.account WHERE mention IS NULL \(filter)
        ORDER BY means, fact.account, fact.seq
        """
    let select = try account == nil ? RawStatement(db, sql) : RawStatement(cached: db, sql)
    if let account { select.bind(account, at: 1) }
    defer { select.reset() }
    var said: [Int64: [[AccountSaid.Fact]]] = [:]
    var last: Int64?
    while try select.step() {
        let isFirst = last != select.int(1)
        last = select.int(1)
        if isFirst { said[select.int(0), default: []].append([]) }
        let place = (said[select.int(0)]?.count ?? 1) - 1
        said[select.int(0)]?[place].append(AccountSaid.Fact(select, from: 2, isFirst: isFirst))
    }
    return said
}

/// What was said of a company, as it is stored.
public struct AccountSaid: Sendable {
    fileprivate struct Fact: Sendable {
        var seq: Int64
        var at: Instant
        var attributes: String

        /// - Parameter column: the first of `seq, observed_at, recorded_at, attributes`.
        init(_ select: RawStatement, from column: Int32, isFirst: Bool) {
            seq = select.int(column)
            // Undated, the first thing said is the oldest; later ones hold from when they were said.
            at = Instant(milliseconds: select.optionalInt(column + 1) ?? (isFirst ? .min : select.int(column + 2)))
            attributes = select.text(column + 3) ?? ""
        }
    }

    public let account: Int64
    fileprivate let name: String?
    fileprivate let domain: String?
    fileprivate let external: String?
    /// Of each account that was merged into it, the oldest first.
    fileprivate let merged: [[Fact]]
    fileprivate var facts: [Fact] = []

    /// What was known of the company over time. An attribute that was never said of the account itself is that of the
    /// first account merged into it of which it was said.
    public func timeline() -> AccountTimeline {
        AccountTimeline(account: account, name: name, domain: domain, external: external, profiles: [])
            .filled(from: merged.reduce(said(facts)) { known, facts in known + lacking(said(facts), in: known) })
    }

    private func said(_ facts: [Fact]) -> [SaidOfAccount] {
        facts.map { SaidOfAccount(seq: $0.seq, at: $0.at, attributes: StoredAttributes.decode($0.attributes)) }
    }

    /// What is said of attributes that nothing known speaks of.
    private func lacking(_ facts: [SaidOfAccount], in known: [SaidOfAccount]) -> [SaidOfAccount] {
        var names: Set<String> = []
        for fact in known { for case (let name, _?) in fact.attributes { names.insert(name) } }
        return facts.compactMap { fact in
            var fact = fact
            fact.attributes = fact.attributes.filter { !names.contains($0.key) }
            return fact.attributes.isEmpty ? nil : fact
        }
    }
}

private struct SaidOfAccount {
    var seq: Int64
    var at: Instant
    var attributes: [String: AttributeValue?]
}

extension AccountTimeline {
    fileprivate func filled(from said: [SaidOfAccount]) -> AccountTimeline {
        let facts = said.sorted { ($0.at, $0.seq) < ($1.at, $1.seq) }
        var first: [String: AttributeValue] = [:]
        if facts.count == 1 { first = facts[0].attributes.compactMapValues { $0 } }
        for fact in facts where facts.count > 1 {
            for case let (name, value?) in fact.attributes where first[name] == nil { first[name] = value }
        }
        var result = self
        result.profiles = [Profile(observedAt: nil, seq: 0, attributes: first)]
        if facts.count < 2 { return result }
        var now = first
        for fact in facts {
            let before = now
            for (name, value) in fact.attributes { now[name] = value }
            if now != before {
                result.profiles.append(Profile(observedAt: fact.at, seq: fact.seq, attributes: now))
            }
        }
        return result
    }
}
