import WeirAgreement
import WeirFacts
import WeirFold
import WeirLedger
import WeirMarket

extension Population {
    /// The seats of the buying group at every target account as of a day, the one that would change the most first.
    public func seats(asOf day: CivilDay) async throws -> SeatRanking {
        let gate = EntryGate(use.agreement)
        let rules = use.rules.rules
        let covered = try await foldEach { fold, number -> CoveredAccount? in
            guard places[number].isTarget else { return nil }
            let state = fold.state(of: number, in: columns.history, asOf: day.number)
            let standing = state.measure(on: day.number)
            let rest = state.leftDay.map { rules.cooldownDays - (Int(day.number) - Int($0)) } ?? 0
            let people = state.knownBuyers.map { buyer in
                CoverageReport.Person(
                    role: state.role(of: buyer),
                    isEngaged: state.engagementMilli(of: buyer, on: day.number) >= rules.engagedAtMilli)
            }
            return CoveredAccount(
                id: columns.accounts[number], name: accountNames[number],
                standing: .init(
                    isQualified: state.isQualified, tier: places[number].tier, scoreMilli: standing.scoreMilli,
                    engagedBuyers: standing.engagedBuyers, engagedRoles: Set(standing.engagedRoles.members),
                    cooldownDays: state.isQualified ? 0 : max(0, rest)),
                people: people)
        }
        return SeatRanking(covered.compactMap(\.self), use.agreement.buyingGroup, gate)
    }
}

extension Workspace {
    /// An order for the people of missing seats, to be sent to a list vendor or an SDR and checked by
    /// `weir list check` when the list comes back.
    public func order(
        for gaps: some Sequence<SeatGap>, required: [String], price: Money?, under use: AgreementInUse
    ) throws -> ListOrder {
        try ListOrder(
            gaps, use.agreement.buyingGroup, required: required, price: price
        ) { account in
            let company = try timeline(of: account)
            let known = company.profiles[company.profiles.count - 1].attributes
            var country: String?
            if case .text(let text)? = known["country"] { country = text }
            return AccountAddress(
                name: company.name ?? company.domain ?? "acc_\(account)", domain: company.domain, country: country)
        }
    }
}
