import WeirFacts

/// The input arranged by account, checked and cut to the period.
struct BacktestTimeline {
    let input: BacktestInput
    /// In the order of the input's accounts; accounts that only spells or opportunities name come after them.
    let histories: [AccountHistory]
    private let indexByID: [String: Int]

    init(_ input: BacktestInput) throws(InsightError) {
        guard input.from <= input.to else {
            throw .period("the period ends on \(input.to), before it begins on \(input.from): swap --from and --to")
        }
        guard (1...3650).contains(input.horizonDays) else {
            throw .period("a horizon of \(input.horizonDays) days is none: give 1 to 3650 days")
        }
        self.input = input
        var accounts = input.accounts
        var index: [String: Int] = [:]
        for (position, account) in accounts.enumerated() where index[account.id] == nil {
            index[account.id] = position
        }
        let named = input.accountSpells.map(\.accountID) + input.opportunities.map(\.accountID)
        for id in named where index[id] == nil {
            index[id] = accounts.count
            accounts.append(BacktestAccount(id: id, name: id, tier: "unknown", inTargetMarket: false))
        }
        var spells = [[AccountSpell]](repeating: [], count: accounts.count)
        var opportunities = [[BacktestOpportunity]](repeating: [], count: accounts.count)
        for spell in input.accountSpells {
            if let place = index[spell.accountID] { spells[place].append(spell) }
        }
        for opportunity in input.opportunities {
            if let place = index[opportunity.accountID] { opportunities[place].append(opportunity) }
        }
        indexByID = index
        histories = accounts.indices.map {
            AccountHistory(accounts[$0], spells: spells[$0], opportunities: opportunities[$0], in: input)
        }
    }

    func history(of accountID: String) -> AccountHistory? {
        indexByID[accountID].map { histories[$0] }
    }
}
