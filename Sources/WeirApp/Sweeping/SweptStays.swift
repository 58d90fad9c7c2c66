import WeirFacts
import WeirFold
import WeirInsight

/// When accounts and buyers were qualified under one variant: sixteen bytes a stay, and nothing for who never entered.
struct SweptStays: Sendable {
    struct AccountStay: Sendable {
        var account: Int32
        var entered: Int32
        /// `stillIn` where it has not left.
        var left: Int32
        var byRaisedHand: Bool
    }

    struct BuyerStay: Sendable {
        var account: Int32
        /// Its number in the account.
        var buyer: Int32
        var entered: Int32
        var left: Int32
    }

    static let stillIn = Int32.max

    private(set) var accounts: [AccountStay] = []
    private(set) var buyers: [BuyerStay] = []

    /// Takes in changes of one account, in order; accounts come one after the other.
    mutating func add(_ account: Int, _ transitions: ArraySlice<Transition>) {
        let account = Int32(account)
        for transition in transitions {
            switch (transition.subject, transition.change) {
            case (.account, .entered):
                accounts.append(
                    AccountStay(
                        account: account, entered: transition.day, left: SweptStays.stillIn,
                        byRaisedHand: transition.byRaisedHand))
            case (.account, .left):
                if let last = accounts.indices.last { accounts[last].left = transition.day }
            case (.buyer(let buyer), .entered):
                buyers.append(
                    BuyerStay(
                        account: account, buyer: Int32(buyer), entered: transition.day, left: SweptStays.stillIn))
            case (.buyer(let buyer), .left):
                let last = buyers.lastIndex { $0.buyer == Int32(buyer) && $0.account == account }
                if let last { buyers[last].left = transition.day }
            }
        }
    }

    mutating func add(_ other: SweptStays) {
        accounts += other.accounts
        buyers += other.buyers
    }
}

extension SweptStays {
    private func day(_ left: Int32) -> CivilDay? { left == SweptStays.stillIn ? nil : CivilDay(number: left) }

    func accountSpells(of population: Population) -> [AccountSpell] {
        accounts.map { stay in
            AccountSpell(
                accountID: population.accountID(Int(stay.account)), entered: CivilDay(number: stay.entered),
                left: day(stay.left), enteredScoreMilli: 0, byRaisedHand: stay.byRaisedHand)
        }
    }

    func buyerSpells(of population: Population) -> [BuyerSpell] {
        buyers.map { stay in
            let id = "buy_\(population.columns.buyerID(Int(stay.buyer), of: Int(stay.account)))"
            return BuyerSpell(
                buyerID: id, name: id, accountID: population.accountID(Int(stay.account)),
                entered: CivilDay(number: stay.entered), left: day(stay.left))
        }
    }
}
