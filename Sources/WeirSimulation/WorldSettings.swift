import WeirFacts

/// What world to make. The same settings always give the same bytes.
public struct WorldSettings: Hashable, Sendable {
    /// Who lives in the world.
    public enum Population: Hashable, Sendable {
        /// This many invented companies.
        case invented(Int)
        /// Given companies, with invented people.
        case companies([SimulatedCompany])
    }

    public var seed: UInt64
    public var population: Population
    /// Length of the window, 1 to 3660 days.
    public var days: Int
    /// The last day of the window, in UTC.
    public var lastDay: CivilDay
    /// About how many engagements there should be (within some per cent); `nil` for as many as come naturally,
    /// roughly 60 to 120 a year for each active account.
    public var engagements: Int?
    /// The share of all engagements that the largest account has, in permille, 0 to 500; 0 leaves it as it comes. The
    /// second largest then has half of that, the third a quarter.
    public var largestAccountSharePermille: Int
    public var parameters: WorldParameters

    public init(
        seed: UInt64, population: Population, days: Int = 730, lastDay: CivilDay = CivilDay(number: 20_757),
        engagements: Int? = nil, largestAccountSharePermille: Int = 0, parameters: WorldParameters = WorldParameters()
    ) {
        self.seed = seed
        self.population = population
        self.days = days
        self.lastDay = lastDay
        self.engagements = engagements
        self.largestAccountSharePermille = largestAccountSharePermille
        self.parameters = parameters
    }

    /// The first day of the window.
    public var firstDay: CivilDay { lastDay.advanced(by: 1 - days) }

    /// How many accounts there are.
    public var accounts: Int {
        switch population {
        case .invented(let count): count
        case .companies(let companies): companies.count
        }
    }

    func check() throws(SimulationError) {
        guard (1...9_000_000).contains(accounts) else { throw .accounts(accounts) }
        guard (1...3660).contains(days) else { throw .days(days) }
        guard (0...500).contains(largestAccountSharePermille) else { throw .share(largestAccountSharePermille) }
        if let engagements, !(1...4_000_000_000).contains(engagements) { throw .engagements(engagements) }
        if case .companies(let companies) = population {
            var seen: Set<String> = []
            for (place, company) in companies.enumerated() {
                let id = company.id ?? AccountNumber.id(place)
                guard seen.insert(id).inserted else { throw .repeatedID(id) }
            }
        }
    }
}

/// Why a world cannot be made.
public enum SimulationError: Error, Hashable, Sendable, CustomStringConvertible {
    case accounts(Int)
    case days(Int)
    case share(Int)
    case engagements(Int)
    case repeatedID(String)

    /// Never changes.
    public var code: String {
        switch self {
        case .accounts: "simulation.accounts"
        case .days: "simulation.days"
        case .share: "simulation.share"
        case .engagements: "simulation.engagements"
        case .repeatedID: "simulation.repeated-id"
        }
    }

    public var description: String {
        switch self {
        case .accounts(let count): "\(code): \(count) accounts; give between 1 and 9000000"
        case .days(let days): "\(code): a window of \(days) days; give between 1 and 3660"
        case .share(let permille): "\(code): a largest share of \(permille)‰; give between 0 and 500"
        case .engagements(let count): "\(code): \(count) engagements; give between 1 and 4000000000"
        case .repeatedID(let id): "\(code): two companies have the id \(id); give each its own, or none"
        }
    }
}
