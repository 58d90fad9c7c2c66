import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger
import WeirMarket

/// Why an account stands where it does on a day, with everything a person needs to check it.
struct AccountExplanation {
    let use: AgreementInUse
    let dossier: AccountDossier
    let day: CivilDay
    /// Whether people are named; otherwise their titles stand for them.
    let seesPeople: Bool
    let explanation: Explanation

    init(_ use: AgreementInUse, _ dossier: AccountDossier, on day: CivilDay, seesPeople: Bool = true) {
        self.use = use
        self.dossier = dossier
        self.day = day
        self.seesPeople = seesPeople
        var fold = ExplainingFold(use.rules)
        for (fact, position) in dossier.facts where fact.day <= day.number { fold.record(fact, position: position) }
        explanation = fold.explain(on: day.number)
    }

    var agreement: Agreement { use.agreement }

    var accountName: String { dossier.name }

    func person(_ buyer: Int) -> PersonRecord? { dossier.people[dossier.buyers[buyer]] }

    /// What a buyer is called here: every sentence about people takes its names from this.
    func label(_ buyer: Int) -> String {
        guard seesPeople else { return person(buyer)?.title ?? "somebody" }
        return person(buyer)?.label ?? "buyer \(buyer)"
    }

    /// What the market says of the company on the day.
    var placing: MarketExplanation {
        let days = use.days
        let company = dossier.company
        let profile =
            company.profiles.last { $0.observedAt.map { days.day(of: $0) <= day } ?? true } ?? company.profiles[0]
        let origins = dossier.origins.filter { days.day(of: $0.value.at) <= day }
            .mapValues { AttributeOrigin(source: $0.source, at: $0.at) }
        return use.market.explanation(
            of: use.market.company(name: company.name, domain: company.domain, profile.attributes)
        ).sourced(by: origins)
    }
}
