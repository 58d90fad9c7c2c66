import WeirMarket

/// The house's own matcher behind `CompanyResolver`: companies by their number as the record's id.
struct IndexedCompanies: CompanyResolver {
    private let index: CompanyIndex
    private let attributes: [Int64: CompanyAttributes]

    /// - Parameters:
    ///   - index: of records whose ids are the accounts' numbers in decimal; others are never found.
    ///   - attributes: what is known of each account.
    init(_ index: CompanyIndex, attributes: [Int64: CompanyAttributes]) {
        self.index = index
        self.attributes = attributes
    }

    func candidates(name: String?, domain: String?, country: String?) -> [CompanyCandidate] {
        index.find(CompanyQuery(name: name, domain: domain, country: country)).compactMap { match in
            guard let account = Int64(match.id), match.class != .none else { return nil }
            return CompanyCandidate(
                account: account, name: match.name, strength: match.class == .strong && !match.isTied ? .strong : .weak,
                evidence: match.evidence.joined(separator: ", "))
        }
    }

    func attributes(of account: Int64) -> CompanyAttributes? { attributes[account] }
}
