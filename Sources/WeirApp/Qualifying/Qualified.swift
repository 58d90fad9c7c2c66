import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// Who is qualified on a day.
public struct Qualified: Sendable {
    public struct Account: Sendable {
        public var number: Int
        public var id: String
        public var name: String
        public var tier: String
        public var since: CivilDay
        public var scoreMilli: Int64
        public var engagedBuyers: Int
        public var rolesEngaged: [String]
        /// The next day on which time alone changes its status, or one of its buyers'; `nil` within two years.
        public var nextChange: CivilDay?
    }

    public struct Buyer: Sendable {
        public var id: Int64
        public var account: String
        public var role: String
        public var since: CivilDay
        public var engagementMilli: Int64
        public var raisedHand: CivilDay?
    }

    public var asOf: CivilDay
    public var accounts: [Account]
    public var buyers: [Buyer]
}

extension Population {
    /// Folds everybody up to a day and keeps who is qualified then, the highest score first.
    public func qualified(asOf day: CivilDay) async throws -> Qualified {
        let parts = try await foldEach { fold, account -> (Qualified.Account?, [Qualified.Buyer]) in
            let life = fold.life(of: account, in: columns.history, until: day.number)
            let stays = life.buyerStays.filter { $0.left == nil }
            let stay = life.stays.last.flatMap { $0.left == nil ? $0 : nil }
            guard stay != nil || !stays.isEmpty else { return (nil, []) }
            let state = fold.state(of: account, in: columns.history, asOf: day.number)
            let buyers = stays.map { buyer(state, account: account, $0, on: day) }
            return (stay.map { self.account(state, number: account, $0, on: day) }, buyers)
        }
        return Qualified(
            asOf: day,
            accounts: parts.compactMap(\.0).sorted { ($1.scoreMilli, $0.number) < ($0.scoreMilli, $1.number) },
            buyers: parts.flatMap(\.1).sorted { ($1.engagementMilli, $0.id) < ($0.engagementMilli, $1.id) })
    }

    private func account(_ state: AccountFold, number: Int, _ stay: AccountLife.Stay, on day: CivilDay)
        -> Qualified.Account
    {
        let standing = state.measure(on: day.number)
        return Qualified.Account(
            number: number, id: "acc_\(columns.accounts[number])", name: accountNames[number],
            tier: use.market.tierName(state.tier), since: CivilDay(number: stay.entered),
            scoreMilli: standing.scoreMilli, engagedBuyers: standing.engagedBuyers,
            rolesEngaged: standing.engagedRoles.members.map { use.agreement.buyingGroup.roles[$0].name },
            nextChange: state.nextChange(until: day.number + 730).map(CivilDay.init(number:)))
    }

    private func buyer(_ state: AccountFold, account: Int, _ stay: AccountLife.BuyerStay, on day: CivilDay)
        -> Qualified.Buyer
    {
        Qualified.Buyer(
            id: columns.buyerID(stay.buyer, of: account), account: accountNames[account],
            role: state.role(of: stay.buyer).map { use.agreement.buyingGroup.roles[$0].name } ?? "",
            since: CivilDay(number: stay.entered),
            engagementMilli: state.engagementMilli(of: stay.buyer, on: day.number),
            raisedHand: state.raisedDay(of: stay.buyer).map(CivilDay.init(number:)))
    }
}
