import WeirFacts
import WeirFold
import WeirInsight

extension Backtest {
    public func report() throws -> BacktestReport { try BacktestReport(input) }

    /// Two definitions over one history: who is gained, lost, earlier or later, and by which condition.
    public func compared(with other: Backtest) throws -> BacktestComparison {
        var ours = population.fold()
        var theirs = other.population.fold()
        return try BacktestComparison(input, against: other.input) { id, change in
            guard let account = numbers[id] else { return nil }
            switch change {
            case .gained, .earlier: return difference(account, entry: self, lacking: other, &theirs)
            case .lost, .later: return difference(account, entry: other, lacking: self, &ours)
            }
        }
    }

    private var numbers: [String: Int] {
        Dictionary(
            uniqueKeysWithValues: population.columns.accounts.indices.map { (population.accountID($0), $0) })
    }

    /// What one definition lacked when the other let the account in.
    private func difference(_ account: Int, entry: Backtest, lacking: Backtest, _ fold: inout HistoryFold) -> String? {
        guard let day = entry.lives[account].stays.first?.entered else { return nil }
        let state = fold.state(of: account, in: lacking.population.columns.history, asOf: day)
        let there = ClosestApproach(state, on: day)
        return lacking.population.words(there, account)
    }
}

extension Population {
    /// What was lacking, with amounts: `16.2 points short; one engaged buyer short`.
    func words(_ approach: ClosestApproach, _ account: Int) -> String {
        let roles = use.agreement.buyingGroup.roles
        let words = approach.lacks.map { lack -> String in
            switch lack {
            case .tier: places[account].isTarget ? "tier too low" : "outside the target market"
            case .score(let missing): "\(FixedNumber(thousandths: missing)) points short"
            case .engagedBuyers(let missing): "\(missing) engaged \(missing == 1 ? "buyer" : "buyers") short"
            case .role(let role): "no \(roles[role].name) engaged"
            case .cooldown(let days): "\(days) days of cooldown left"
            }
        }
        return words.isEmpty ? "a raised hand or another moment" : words.joined(separator: "; ")
    }
}
