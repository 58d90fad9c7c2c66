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

    init(_ found: CompanyFinder.Found) {
        account = RecordID.account.text(found.account)
        name = found.name
        strength = found.isSure ? .strong : .weak
        likenessPermille = found.match.permille
        isSameDomain = found.match.sameDomain
        evidence = found.match.evidence
        if found.match.isTied { evidence.append("another account is as good") }
    }
}
