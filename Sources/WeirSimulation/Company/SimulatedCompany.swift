/// A company of the world, invented or given. What is given is written as it is; what is `nil` stays empty in the
/// files, except the domain, which every company needs and which is then made from the name.
public struct SimulatedCompany: Hashable, Sendable {
    /// The account's id in the files; `nil` gives it one like `A0000123`.
    public var id: String?
    public var name: String
    public var domain: String?
    public var industry: String?
    public var country: String?
    public var region: String?
    public var city: String?
    public var employees: Int64?
    /// Yearly revenue in whole units of one currency.
    public var revenue: Int64?
    /// The year.
    public var founded: Int?
    /// What it is known to run; `nil` invents some, an empty list says that nothing is known.
    public var technologies: [String]?
    /// The parent's account id.
    public var parent: String?

    public init(
        id: String? = nil, name: String, domain: String? = nil, industry: String? = nil, country: String? = nil,
        region: String? = nil, city: String? = nil, employees: Int64? = nil, revenue: Int64? = nil,
        founded: Int? = nil, technologies: [String]? = nil, parent: String? = nil
    ) {
        self.id = id
        self.name = name
        self.domain = domain
        self.industry = industry
        self.country = country
        self.region = region
        self.city = city
        self.employees = employees
        self.revenue = revenue
        self.founded = founded
        self.technologies = technologies
        self.parent = parent
    }
}
