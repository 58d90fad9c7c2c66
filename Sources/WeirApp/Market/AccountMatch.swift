import WeirMarket

/// An account that a name, a domain or an address may mean.
public struct AccountMatch: Hashable, Sendable {
    /// `acc_7`.
    public var account: String
    public var name: String
    /// Strong: to be used without asking. Weak: to be shown to somebody.
    public var strength: CompanyCandidate.Strength
    /// How alike the names are, in thousandths.
    public var likenessPermille: Int
    /// Whether it was found under its domain.
    public var isSameDomain: Bool
    /// Why, in plain words, the most telling first.
    public var evidence: [String]
    /// The company it belongs to, and the one above all others; `nil` where it belongs to none.
    public var parent: AccountGroups.Member?
    public var ultimateParent: AccountGroups.Member?

    init(_ found: CompanyFinder.Found, _ groups: AccountGroups) {
        account = RecordID.account.text(found.account)
        name = found.name
        strength = found.isSure ? .strong : .weak
        likenessPermille = found.match.permille
        isSameDomain = found.match.sameDomain
        evidence = found.match.evidence
        if found.match.isTied { evidence.append("another account is as good") }
        parent = groups.parent(of: account)
        ultimateParent = groups.ultimateParent(of: account)
    }
}

extension CompanySearch {
    /// The accounts that a query may mean, with their parents.
    func matches(_ queries: [CompanyQuery], limit: Int) -> [[AccountMatch]] {
        let groups = groups
        return find(queries, limit: limit).map { $0.map { AccountMatch($0, groups) } }
    }
}

extension Workspace {
    /// The accounts that a name, a domain or an address may mean, the best first.
    public func match(_ query: CompanyQuery, limit: Int) throws -> [AccountMatch] {
        try companies().matches([query], limit: limit).first ?? []
    }
}
