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

    private var free: Set<String>
    private var disposable: Set<String>

    /// - Parameters:
    ///   - free: further free providers, one host name each, beside the commonest ones, which are built in.
    ///   - disposable: providers of throw-away addresses; none is built in.
    public init(free: some Sequence<String> = [], disposable: some Sequence<String> = []) {
        self.free = FreeMailDomains.commonest
        for written in free {
            if let domain = DomainName(written) { self.free.insert(domain.host) }
        }
        self.disposable = Set(disposable.lazy.compactMap { DomainName($0)?.host })
    }

    /// The kind of a domain. A host under a listed one is of the listed one's kind; throw-away wins over free.
    public func kind(of domain: DomainName) -> Kind {
        let candidates = domain.candidates
        if candidates.contains(where: disposable.contains) { return .disposable }
        if candidates.contains(where: free.contains) { return .free }
        return .company
    }

    /// The domain of an e-mail address if it may be a company's; `nil` for free and throw-away mail, and for text
    /// that is no address.
    public func companyDomain(ofEmail address: String) -> DomainName? {
        guard let at = address.lastIndex(of: "@"), at != address.startIndex,
            let domain = DomainName(String(address[address.index(after: at)...])), kind(of: domain) == .company
        else { return nil }
        return domain
    }
}
