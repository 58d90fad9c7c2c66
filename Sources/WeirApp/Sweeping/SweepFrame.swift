import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// What all variants of a sweep share: the period, and what became of the accounts.
struct SweepFrame: Sendable {
    let from: CivilDay
    private(set) var to: CivilDay
    let horizonDays: Int
    private var opportunities: [BacktestOpportunity]
    private var dispositions: [BacktestDisposition]

    init(
        _ workspace: Workspace, _ population: Population, from: CivilDay?, to: CivilDay?, horizonDays: Int
    ) throws {
        guard population.columns.history.engagementCount > 0 else {
            throw AppError(
                .notFound, "there are no engagements to backtest here yet: weir import engagements FILE")
        }
        self.from = from ?? population.period.lowerBound
        self.to = to ?? population.period.upperBound
        self.horizonDays = horizonDays
        let records = try HistoryRecords(workspace.ledger, of: population)
        opportunities = records.deals
        dispositions = records.answers
    }

    /// The same as it was known on a past day: without what was opened, closed or answered after it.
    func ended(on day: CivilDay) -> SweepFrame {
        var frame = self
        frame.to = max(from, min(to, day))
        frame.dispositions = dispositions.filter { $0.day <= day }
        frame.opportunities = opportunities.filter { $0.opened <= day }.map { opportunity in
            var known = opportunity
            if let closed = opportunity.closed, closed > day { (known.outcome, known.closed) = (.open, nil) }
            return known
        }
        return frame
    }

    /// The numbers of agreements that differ only in gates and in what comes after them, by one pass.
    func numbers(of agreements: [Agreement], _ population: Population) async throws -> [SweepNumbers] {
        let stays = try await stays(of: agreements, population)
        return try await withThrowingTaskGroup(of: (Int, SweepNumbers).self) { group in
            for number in agreements.indices {
                group.addTask {
                    try Task.checkCancellation()
                    return (number, try numbers(of: agreements[number], stays.map { $0[number] }, population))
                }
            }
            return try await group.reduce(into: [(Int, SweepNumbers)]()) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// What agreements that differ only so would have done, with the flow by week, by one pass.
    func trials(of agreements: [Agreement], _ population: Population) async throws -> [Trial] {
        let stays = try await stays(of: agreements, population)
        return try await withThrowingTaskGroup(of: (Int, Trial).self) { group in
            for number in agreements.indices {
                group.addTask {
                    try Task.checkCancellation()
                    return (number, try Trial(input(of: agreements[number], stays.map { $0[number] }, population)))
                }
            }
            return try await group.reduce(into: [(Int, Trial)]()) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// By pieces of accounts, then by agreement.
    private func stays(of agreements: [Agreement], _ population: Population) async throws -> [[SweptStays]] {
        let gates = agreements.map { $0.foldRules().gates }
        let fold = HistoryFold(population.use.rules, reading: population.reading, variants: gates)
        let (history, until) = (population.columns.history, to.number)
        return try await population.foldPieces(with: fold) { fold, piece in
            var stays = Array(repeating: SweptStays(), count: gates.count)
            for account in piece {
                fold.decide(account, in: history, until: until) { variant, changes in
                    stays[variant].add(account, changes)
                }
            }
            return stays
        }
    }

    private func numbers(
        of agreement: Agreement, _ pieces: [SweptStays], _ population: Population
    ) throws -> SweepNumbers {
        try SweepNumbers(input(of: agreement, pieces, population))
    }

    /// A backtest's input without the accounts to which nothing happened, which change none of the numbers.
    private func input(
        of agreement: Agreement, _ pieces: [SweptStays], _ population: Population
    ) -> BacktestInput {
        let stays = pieces.reduce(into: SweptStays()) { $0.add($1) }
        return BacktestInput(
            title: "", from: from, to: to, horizonDays: horizonDays, accounts: [],
            accountSpells: stays.accountSpells(of: population), buyerSpells: stays.buyerSpells(of: population),
            opportunities: opportunities, capacity: agreement.followUpCapacity, dispositions: dispositions)
    }
}
