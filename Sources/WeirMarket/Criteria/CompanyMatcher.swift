import WeirAgreement

/// A list of companies, ready to be asked whether a company is on it.
///
/// A company is on it by its domain, or by its name without its legal form. The domain may be the listed one or any
/// host below it: `mail.rival.example` is on a list that has `rival.example`. An entry such as `Booking.com` counts
/// as a domain and as a name.
struct CompanyMatcher: Hashable, Sendable {
    private var domains: Set<TextKey> = []
    private var names: Set<TextKey> = []

    var isEmpty: Bool { domains.isEmpty && names.isEmpty }

    init(_ list: CompanyList) { self.init([list]) }

    /// Several lists as one.
    init(_ lists: [CompanyList]) {
        for entry in lists.lazy.flatMap(\.entries) {
            if let domain = DomainName(entry) { domains.insert(TextKey(folded: domain.host)) }
            let name = CompanyName.key(entry)
            if !name.isEmpty { names.insert(name) }
        }
    }

    /// All of its domains and names, in no particular order.
    var keys: [TextKey] { Array(domains.union(names)) }

    /// Whether one of these hosts or names is on it.
    /// - Parameter hosts: a company's domains and their parents.
    func contains(hosts: [String], names asked: [TextKey]) -> Bool {
        if asked.contains(where: names.contains) { return true }
        return !domains.isEmpty && hosts.contains { domains.contains(TextKey(folded: $0)) }
    }

    /// Unknown only for a company of which neither name nor domain is known.
    func answer(_ company: CompanyAttributes) -> Answer {
        // Where the domain has not been read yet, a look at its ends tells whether reading it is worth while.
        let mayHaveDomain = company.unreadDomain.map(mayContain) ?? true
        if mayHaveDomain, company.domainKeys.contains(where: domains.contains) { return .yes }
        guard let name = company.nameKey else { return company.domainKeys.isEmpty ? .unknown : .no }
        return Answer(names.contains(name))
    }

    /// Whether one of the listed domains may be this one or a parent of it. `false` is certain.
    private func mayContain(_ written: String) -> Bool {
        if domains.isEmpty { return false }
        var isPlain = true
        for byte in written.utf8 where !(byte >= 0x61 && byte <= 0x7A || byte >= 0x2D && byte <= 0x39 && byte != 0x2F) {
            isPlain = false
        }
        // Capitals, a scheme, a path, a closing dot and the like are for `DomainName` to read.
        guard isPlain, written.utf8.last != 0x2E else { return true }
        var rest = Substring(written)
        while true {
            if domains.contains(TextKey(folded: String(rest))) { return true }
            guard let dot = rest.utf8.firstIndex(of: 0x2E) else { return false }
            rest = rest[rest.utf8.index(after: dot)...]
        }
    }
}
