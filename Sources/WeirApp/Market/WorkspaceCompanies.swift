import WeirFacts
import WeirLedger
import WeirMarket

/// The workspace's accounts behind a list's questions: what finds them, and what is known of each account found.
struct WorkspaceCompanies: CompanyResolver {
    private let workspace: Workspace
    private let market: CompiledMarket
    private let search: CompanySearch

    init(_ workspace: Workspace, _ use: AgreementInUse, _ search: CompanySearch) {
        self.workspace = workspace
        market = use.market
        self.search = search
    }

    func attributes(of account: Int64) throws -> CompanyAttributes? {
        do {
            let company = try workspace.timeline(of: account)
            return company.profiles.last.map {
                market.company(name: company.name, domain: company.domain, $0.attributes)
            }
        } catch let error as AppError where error.code == .notFound {
            // Merged into another since the index was made.
            return nil
        }
    }

    func candidates(name: String?, domain: String?, country: String?) -> [CompanyCandidate] {
        search.find(CompanyQuery(name: name, domain: domain, country: country)).map { found in
            CompanyCandidate(
                account: found.account, name: found.name, strength: found.isSure ? .strong : .weak,
                evidence: found.match.evidence.joined(separator: ", "))
        }
    }
}

/// People of a list whom the workspace knows by their address.
struct WorkspacePeople: KnownPeople {
    private var buyers: [String: Int64] = [:]

    /// - Parameter addresses: those of the list, in small letters.
    init(_ workspace: Workspace, addresses: Set<String>) throws {
        for address in addresses.sorted() {
            if let buyer = try workspace.ledger.findBuyers(address).first { buyers[address] = buyer }
        }
    }

    func known(email: String?, name: String?, account: Int64?) -> KnownPerson? {
        guard let email, let buyer = buyers[email] else { return nil }
        return KnownPerson(id: "buy_\(buyer)", evidence: "the same address")
    }
}
