import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger
import WeirMarket

/// Why an account stands where it does on a day, with everything a person needs to check it.
struct AccountExplanation {
    let population: Population
    let account: Int
    let day: CivilDay
    let explanation: Explanation
    /// By position of a fact in the account's history: its place in the engagement columns.
    let engagements: [Int: Int]
    let company: AccountTimeline
    let people: [Int64: PersonRecord]

    init(_ workspace: Workspace, _ population: Population, account: Int, on day: CivilDay) throws {
        self.population = population
        self.account = account
        self.day = day
        var fold = ExplainingFold(population.use.rules)
        var engagements: [Int: Int] = [:]
        var position = 0
        population.columns.history.forEachFact(of: account, reading: population.reading) { fact in
            guard fact.day <= day.number else { return false }
            if let folded = fact.fact {
                fold.record(DatedFact(day: fact.day, fact: folded), position: position)
                engagements[position] = fact.engagement
            }
            position += 1
            return true
        }
        explanation = fold.explain(on: day.number)
        self.engagements = engagements
        var company: AccountTimeline?
        try workspace.ledger.forEachTimeline(only: population.columns.accounts[account]) {
            company = $0
            return false
        }
        guard let company else { throw AppError(.notFound, "the account is gone") }
        self.company = company
        let starts = population.columns.buyerStarts
        people = try workspace.ledger.people(population.columns.buyers[starts[account]..<starts[account + 1]])
    }

    var agreement: Agreement { population.use.agreement }

    var accountName: String { population.columns.accountNames[account] }

    func person(_ buyer: Int) -> PersonRecord? { people[population.columns.buyerID(buyer, of: account)] }

    func label(_ buyer: Int) -> String { person(buyer)?.label ?? "buyer \(buyer)" }

    /// What the market says of the company on the day.
    var placing: MarketExplanation {
        let days = population.use.days
        let profile =
            company.profiles.last { $0.observedAt.map { days.day(of: $0) <= day } ?? true } ?? company.profiles[0]
        return population.use.market.explanation(
            of: population.use.market.company(name: company.name, domain: company.domain, profile.attributes))
    }
}
