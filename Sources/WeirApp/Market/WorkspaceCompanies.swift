import WeirFacts
import WeirLedger
import WeirMarket

/// The workspace's accounts, to be found by what a list or a form says of a company.
///
/// This is the one place where a list's companies meet the matcher: whatever finds candidates stands behind
/// `candidates(name:domain:country:)`.
struct WorkspaceCompanies: CompanyResolver {
    private var names: [Int64: String] = [:]
    private var attributes: [Int64: CompanyAttributes] = [:]
    private var byName: [TextKey: [Int64]] = [:]
    private var byDomain: [String: [Int64]] = [:]

    /// Reads every account, as known last.
    init(_ workspace: Workspace, _ use: AgreementInUse) throws {
        var reader = CompanyReader(use.market)
        try workspace.ledger.forEachTimeline { timeline in
            let known = timeline.profiles[timeline.profiles.count - 1].attributes
            let account = timeline.account
            names[account] = timeline.name ?? timeline.domain ?? "acc_\(account)"
            attributes[account] = reader.company(name: timeline.name, domain: timeline.domain, known)
            if let key = timeline.name.map(CompanyName.key), !key.isEmpty { byName[key, default: []].append(account) }
            if let domain = timeline.domain.flatMap(DomainName.init)?.registrable {
                byDomain[domain, default: []].append(account)
            }
            return true
        }
    }

    func attributes(of account: Int64) -> CompanyAttributes? { attributes[account] }

    func candidates(name: String?, domain: String?, country: String?) -> [CompanyCandidate] {
        let host = domain.flatMap(DomainName.init)?.registrable
        let ofDomain = host.flatMap { byDomain[$0] } ?? []
        let ofName = name.map(CompanyName.key).flatMap { byName[$0] } ?? []
        let both = ofName.filter(ofDomain.contains)
        if !both.isEmpty { return found(both, "the same name and domain") }
        if !ofDomain.isEmpty { return found(ofDomain, "the same domain") }
        return found(ofName, "the same name but for its legal form")
    }

    /// Several that agree are namesakes: none of them is sure.
    private func found(_ accounts: [Int64], _ evidence: String) -> [CompanyCandidate] {
        accounts.sorted().map { account in
            CompanyCandidate(
                account: account, name: names[account] ?? "acc_\(account)",
                strength: accounts.count == 1 ? .strong : .weak,
                evidence: accounts.count == 1 ? evidence : "\(evidence) as \(accounts.count - 1) others")
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
