import WeirFacts
import WeirFold
import WeirMarket

/// Companies as they were read under one agreement, kept so that another definition of the market over the same
/// attributes only has to compare, and a page need not wait for every profile to be read again.
struct KnownCompanies: Sendable {
    private let layout: AttributeLayout
    /// One for each profile, account after account.
    private let profiles: [Profile]
    /// For each account, the number of its last profile.
    let lasts: [Int]

    struct Profile: Sendable {
        /// From when on it holds; `nil` since ever.
        var since: Instant?
        var company: CompanyAttributes
    }

    init(_ layout: AttributeLayout, _ profiles: [Profile], lasts: [Int]) {
        (self.layout, self.profiles, self.lasts) = (layout, profiles, lasts)
    }

    /// Where an account stands in a market.
    struct Place: Hashable, Sendable {
        /// The innermost circle it is in; `nil` outside all.
        var layer: MarketLayer?
        var tier: Int
        var fitMilli: Int64

        init(_ verdict: MarketVerdict) {
            layer = MarketLayer.allCases.last { verdict[$0] == .yes }
            (tier, fitMilli) = (verdict.tier, verdict.fitMilli)
        }
    }

    /// Whether a market asks about the attributes that were read.
    func fit(_ market: CompiledMarket) -> Bool { market.layout == layout }

    /// What is known last of an account.
    func last(_ account: Int) -> CompanyAttributes { profiles[lasts[account]].company }

    /// What was known of an account at a time.
    private func known(_ account: Int, at instant: Instant) -> CompanyAttributes {
        let first = account == 0 ? 0 : lasts[account - 1] + 1
        return (profiles[first...lasts[account]].last { ($0.since ?? instant) <= instant } ?? profiles[first]).company
    }

    /// Where each account stands, as known last.
    /// - Precondition: ``fit(_:)``
    func places(in market: CompiledMarket) -> [Place] {
        Cores.share(lasts.count) { accounts in accounts.map { Place(market.verdict(on: last($0))) } }.flatMap(\.self)
    }

    /// Where each profile belongs.
    /// - Precondition: ``fit(_:)``
    func judged(under use: AgreementInUse) -> [Population.Place] {
        Cores.share(profiles.count) { part in part.map { use.place(of: profiles[$0].company) } }.flatMap(\.self)
    }

    /// The market as it narrows.
    /// - Parameter instant: as it was known then; `nil`: as known last.
    /// - Precondition: ``fit(_:)``
    func count(in market: CompiledMarket, at instant: Instant? = nil) -> MarketCount {
        let parts = Cores.share(lasts.count) { accounts in
            var count = MarketCount(market)
            for account in accounts { count.add(instant.map { known(account, at: $0) } ?? last(account)) }
            return count
        }
        var count = MarketCount(market)
        for part in parts { count.add(part) }
        return count
    }
}

extension AgreementInUse {
    func place(of company: CompanyAttributes) -> Population.Place {
        let fitMilli = market.fitMilli(company)
        return Population.Place(
            isTarget: market.target(of: company) == .yes, tier: market.tier(of: fitMilli), fitMilli: fitMilli)
    }

    /// Who is not in the target market is unfit, whatever its points: Sales should not be sent there.
    func fit(_ place: Population.Place) -> Reading.Fit {
        Reading.Fit(pointsMilli: place.fitMilli, tier: place.isTarget ? place.tier : rules.rules.tierCount)
    }
}
