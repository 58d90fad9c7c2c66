/// A company that others may be found to be.
public struct CompanyRecord: Hashable, Sendable {
    /// The caller's own; no two records of an index have the same.
    public var id: String
    public var name: String
    /// Further names: former ones, brands, the name in another script.
    public var aliases: [String]
    /// Web or mail domain, as written.
    public var domain: String?
    /// As written; compared as `Country` reads it.
    public var country: String?
    /// How well it is known (engagements, people, open deals): the greater wins where all else is equal.
    public var standing: Int
    /// The id of the company it belongs to. Of several as good the one above all the others is taken.
    public var parent: String?

    public init(
        id: String, name: String, aliases: [String] = [], domain: String? = nil, country: String? = nil,
        standing: Int = 0, parent: String? = nil
    ) {
        (self.id, self.name, self.aliases) = (id, name, aliases)
        (self.domain, self.country, self.standing) = (domain, country, standing)
        self.parent = parent
    }
}

/// What is known of a company that is looked for.
public struct CompanyQuery: Hashable, Sendable {
    public var name: String?
    /// A host name or web address.
    public var domain: String?
    /// Counts for its domain, unless that is a free or throw-away provider's.
    public var email: String?
    public var country: String?

    public init(name: String? = nil, domain: String? = nil, email: String? = nil, country: String? = nil) {
        (self.name, self.domain, self.email, self.country) = (name, domain, email, country)
    }
}
