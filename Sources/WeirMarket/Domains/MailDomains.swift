/// Whose mail a domain carries: a company's, or anybody's.
///
/// An address at a free or throw-away provider never says which company somebody works for.
public struct MailDomains: Sendable {
    /// What kind of domain it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Mail for anybody, such as gmail.com.
        case free
        /// Addresses to throw away.
        case disposable
        /// Neither: it may be a company's.
        case company
    }

    private let free: Set<String>
    private let disposable: Set<String>

    /// - Parameters:
    ///   - free: further free providers, one host name each, beside some 5,400 that are built in.
    ///   - disposable: further providers of throw-away addresses, beside some 10,000 that are built in.
    public init(free: some Sequence<String> = [], disposable: some Sequence<String> = []) {
        self.free = Set(free.lazy.compactMap { DomainName($0)?.host })
        self.disposable = Set(disposable.lazy.compactMap { DomainName($0)?.host })
    }

    /// The kind of a domain. A host under a listed one is of the listed one's kind; throw-away wins over free.
    public func kind(of domain: DomainName) -> Kind { kind(of: domain, domain.candidates) }

    /// The same, where the domain's candidates are at hand.
    func kind(of domain: DomainName, _ candidates: [String]) -> Kind {
        // A listed provider may be a public suffix itself, and then is nobody's candidate.
        let names = candidates.isEmpty ? [domain.host] : candidates
        if names.contains(where: isDisposable) { return .disposable }
        if names.contains(where: isFree) { return .free }
        return .company
    }

    private func isDisposable(_ host: String) -> Bool {
        FreeMailDomains.isDisposable(host) || disposable.contains(host)
    }

    private func isFree(_ host: String) -> Bool { FreeMailDomains.isFree(host) || free.contains(host) }

    /// The domain of an e-mail address if it may be a company's; `nil` for free and throw-away mail, and for text
    /// that is no address.
    public func companyDomain(ofEmail address: String) -> DomainName? {
        guard let at = address.lastIndex(of: "@"), at != address.startIndex,
            let domain = DomainName(String(address[address.index(after: at)...])), kind(of: domain) == .company
        else { return nil }
        return domain
    }
}
