import WeirFacts
import WeirLedger
import WeirMarket

/// The workspace's accounts, to be found by what a form, a file, a list or a question says of a company: the one place
/// where the product meets the matcher. A command makes one (`Workspace.companies()`), a server keeps one up to date
/// (`CompanyDirectory`).
///
/// A domain that the ledger knows comes first, then a name that it knows as written, which covers whatever was merged;
/// what neither finds is looked for in the index by likeness (`CompanyIndex`).
struct CompanyFinder: Sendable {
    let index: CompanyIndex
    /// Accounts with a higher id are not in the index.
    let newest: Int64
    /// Parents and subsidiaries, those of older finders too.
    let groups: AccountGroups

    /// An account that may be meant.
    struct Found: Hashable, Sendable {
        var account: Int64
        var name: String
        /// Whether it may be acted upon without asking.
        var isSure: Bool
        var match: CompanyMatch
    }

    /// Reads every account, as known last.
    init(_ workspace: Workspace, mail: MailDomains) throws {
        try self.init(workspace, mail: mail, after: 0, groups: AccountGroups())
    }

    /// Reads the accounts with a higher id only, besides those that another finder has.
    init(_ workspace: Workspace, mail: MailDomains, besides other: CompanyFinder) throws {
        try self.init(workspace, mail: mail, after: other.newest, groups: other.groups)
    }

    private init(_ workspace: Workspace, mail: MailDomains, after: Int64, groups known: AccountGroups) throws {
        // Asked before the accounts are read: one that comes meanwhile is newer, whether it was read or not.
        let extent = try workspace.ledger.accountExtent()
        let others = try workspace.ledger.namesOfMergedAccounts()
        let groups = try AccountGroups(workspace, after: after, besides: known)
        var records: [CompanyRecord] = []
        var last = after
        // In pages, so that a few new accounts cost a few rows.
        while true {
            let page = try workspace.ledger.readLive(isFreeMail: CompanyMail().isFree) { reader in
                try reader.accounts(after: last, limit: 5_000)
            }
            for account in page {
                records.append(CompanyRecord(account, others[account.id] ?? [], groups))
            }
            guard let end = page.last else { break }
            last = end.id
        }
        index = CompanyIndex(records, mail: mail)
        newest = max(last, extent.newest)
        self.groups = groups
    }

    static func found(_ matches: [CompanyMatch]) -> [Found] {
        matches.compactMap { match in
            guard let account = Int64(match.id) else { return nil }
            return Found(
                account: account, name: match.name, isSure: match.class == .strong && !match.isTied, match: match)
        }
    }
}

extension Workspace {
    /// All accounts as they are now, to be searched.
    func companies() throws -> CompanySearch { CompanySearch([try CompanyFinder(self, mail: try mailDomains())]) }
}

/// Companies of one or two finders, searched as one; nothing is read from the ledger.
struct CompanySearch: Sendable {
    private let finders: [CompanyFinder]

    init(_ finders: [CompanyFinder]) { self.finders = finders }

    /// Parents and subsidiaries, as known when the newest finder was made.
    var groups: AccountGroups { finders.last?.groups ?? AccountGroups() }

    /// The accounts that a query may mean, the best first.
    func find(_ query: CompanyQuery, limit: Int = 5) -> [CompanyFinder.Found] {
        find([query], limit: limit).first ?? []
    }

    /// The same for several, which is less work than one after the other.
    func find(_ queries: [CompanyQuery], limit: Int = 5) -> [[CompanyFinder.Found]] {
        var searches = finders.map { CompanyIndex.Finder($0.index) }
        return queries.map { query in
            var matches: [CompanyMatch] = []
            for number in searches.indices { matches += searches[number].find(query, limit: limit) }
            if searches.count > 1 { CompanySearch.merge(&matches) }
            return CompanyFinder.found(Array(matches.prefix(limit)))
        }
    }

    /// Puts matches of several finders into one order, and says which are tied over all of them.
    private static func merge(_ matches: inout [CompanyMatch]) {
        matches.sort { a, b in a.goodness == b.goodness ? number(a) < number(b) : a.goodness > b.goodness }
        for (place, next) in matches.indices.dropFirst().enumerated()
        where matches[place].goodness == matches[next].goodness {
            matches[place].isTied = true
            matches[next].isTied = true
        }
    }

    private static func number(_ match: CompanyMatch) -> Int64 { Int64(match.id) ?? 0 }
}

extension CompanyRecord {
    init(_ account: ListedAccount, _ others: [(name: String?, domain: String?)], _ groups: AccountGroups) {
        var country: String?
        if case .text(let text)? = account.attributes["country"] { country = text }
        let name = account.name ?? account.domain ?? account.external ?? "acc_\(account.id)"
        self.init(
            id: String(account.id), name: name, aliases: others.compactMap(\.name).filter { $0 != name },
            domain: account.domain ?? others.lazy.compactMap(\.domain).first, country: country,
            standing: account.isQualified == true ? 2 : account.scoreMilli != nil ? 1 : 0,
            parent: groups.parentNumber(of: account.id).map { String($0) })
    }
}
