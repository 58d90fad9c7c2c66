import WeirAgreement
import WeirFacts
import WeirInsight
import WeirLedger

/// What became of accounts, from the ledger to the backtest's terms.
struct HistoryRecords {
    private let opportunities: [OpportunityRecord]
    private let dispositions: [DispositionRecord]
    private let population: Population
    private let places: AccountPlaces

    init(_ ledger: Ledger, of population: Population) throws {
        opportunities = try ledger.opportunities()
        dispositions = try ledger.dispositions()
        self.population = population
        places = AccountPlaces(
            population, accounts: opportunities.compactMap(\.account) + dispositions.compactMap(\.account),
            buyers: opportunities.compactMap(\.buyer) + dispositions.compactMap(\.buyer))
    }

    /// Opportunities of known accounts: by their account, or else by their buyer's.
    var deals: [BacktestOpportunity] {
        opportunities.compactMap { record in
            guard let account = places.account(record.account, buyer: record.buyer),
                let opened = record.openedAt ?? record.closedAt
            else { return nil }
            return BacktestOpportunity(
                id: record.external, accountID: account, opened: population.use.days.day(of: opened),
                outcome: record.outcome.forBacktest, closed: record.closedAt.map(population.use.days.day(of:)),
                amount: record.amount)
        }
    }

    var answers: [BacktestDisposition] {
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

/// Where accounts and buyers that were asked for are in the columns, by our ids.
struct AccountPlaces {
    private var accounts: Set<Int64> = []
    private var buyers: [Int64: Int64] = [:]
    private let columns: AccountColumns

    /// - Parameters:
    ///   - accounts: those that will be asked for; an alias stands for the account it leads to.
    ///   - buyers: those that will be asked for.
    init(_ population: Population, accounts asked: [Int64], buyers askedBuyers: [Int64]) {
        let columns = population.columns
        self.columns = columns
        let wanted = Set(asked.map { columns.accountAliases[$0] ?? $0 })
        let wantedBuyers = Set(askedBuyers.map { columns.buyerAliases[$0] ?? $0 })
        accounts = Set(columns.accounts.filter(wanted.contains))
        if wantedBuyers.isEmpty { return }
        for account in columns.accounts.indices {
            for place in columns.buyerStarts[account]..<columns.buyerStarts[account + 1] {
                let buyer = columns.buyers[place]
                if wantedBuyers.contains(buyer) { buyers[buyer] = columns.accounts[account] }
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
