import WeirAgreement
import WeirFacts
import WeirInsight
import WeirLedger

/// What became of accounts, from the ledger to the backtest's terms.
struct HistoryRecords {
    private let opportunities: [OpportunityRecord]
    private let dispositions: [DispositionRecord]

    init(_ opportunities: [OpportunityRecord], _ dispositions: [DispositionRecord]) {
        self.opportunities = opportunities
        self.dispositions = dispositions
    }

    /// Opportunities of known accounts: by their account, or else by their buyer's.
    func opportunities(of population: Population) -> [BacktestOpportunity] {
        let places = AccountPlaces(population)
        return opportunities.compactMap { record in
            guard let account = places.account(record.account, buyer: record.buyer),
                let opened = record.openedAt ?? record.closedAt
            else { return nil }
            return BacktestOpportunity(
                id: record.external, accountID: account, opened: population.use.days.day(of: opened),
                outcome: record.outcome.forBacktest, closed: record.closedAt.map(population.use.days.day(of:)),
                amount: record.amount)
        }
    }

    func dispositions(of population: Population) -> [BacktestDisposition] {
        let places = AccountPlaces(population)
        let procedural = Set(population.use.agreement.handOff.dispositions?.rejectProcedural ?? [])
        return dispositions.compactMap { record in
            guard let account = places.account(record.account, buyer: record.buyer) else { return nil }
            return BacktestDisposition(
                accountID: account, buyerID: record.buyer.map { "buy_\($0)" },
                day: population.use.days.day(of: record.at), verdict: record.verdict.forBacktest,
                reason: record.reason, isProcedural: record.reason.map(procedural.contains) ?? false)
        }
    }
}

/// Where accounts and buyers are in the columns, by our ids.
struct AccountPlaces {
    private var accounts: Set<Int64>
    private var buyers: [Int64: Int64] = [:]
    private let columns: AccountColumns

    init(_ population: Population) {
        columns = population.columns
        accounts = Set(columns.accounts)
        for account in columns.accounts.indices {
            for place in columns.buyerStarts[account]..<columns.buyerStarts[account + 1] {
                buyers[columns.buyers[place]] = columns.accounts[account]
            }
        }
    }

    /// The account's id in reports; by the buyer where the account itself is not given.
    func account(_ account: Int64?, buyer: Int64?) -> String? {
        let account = account.map { columns.accountAliases[$0] ?? $0 }
        if let account, accounts.contains(account) { return "acc_\(account)" }
        return buyer.flatMap { buyers[columns.buyerAliases[$0] ?? $0] }.map { "acc_\($0)" }
    }
}

extension OpportunitySeen.Outcome {
    fileprivate var forBacktest: BacktestOpportunity.Outcome {
        switch self {
        case .open: .open
        case .won: .won
        case .lost: .lost
        }
    }
}

extension DispositionMade.Verdict {
    fileprivate var forBacktest: BacktestDisposition.Verdict {
        switch self {
        case .accept: .accept
        case .reject: .reject
        case .recycle: .recycle
        }
    }
}
