import WeirFacts
import WeirFold
import WeirLedger
import WeirMarket

extension Population {
    /// How each vendor's lists turned out up to a day.
    ///
    /// An accepted line counts as qualified when its account was qualified at some time since the list was checked, and
    /// as won when an opportunity of its account was won since.
    public func vendorScores(_ workspace: Workspace, asOf day: CivilDay) throws -> [VendorScore] {
        let deliveries = try VendorDelivery.all(in: workspace)
        let outcomes = try AccountOutcomes(workspace, self, deliveries, asOf: day)
        return Dictionary(grouping: deliveries, by: \.vendor).map { vendor, deliveries -> VendorScore in
            var rejections: [LineReason.Code: Int] = [:]
            for (name, lines) in deliveries.flatMap({ Array($0.rejections) }) {
                if let code = LineReason.Code(rawValue: name) { rejections[code, default: 0] += lines }
            }
            func accepted(where holds: (Int64, CivilDay) -> Bool) -> Int {
                deliveries.reduce(0) { sum, delivery in
                    let since = use.days.day(of: Instant(milliseconds: delivery.checkedAt))
                    return delivery.accounts.reduce(sum) { holds(Int64($1.key), since) ? $0 + $1.value : $0 }
                }
            }
            return VendorScore(
                vendor: vendor, lists: deliveries.count, lines: deliveries.reduce(0) { $0 + $1.lines },
                accepted: deliveries.reduce(0) { $0 + $1.accepted },
                qualified: accepted(where: outcomes.wasQualified), won: accepted(where: outcomes.wasWon),
                costs: sums(deliveries.flatMap(\.costs)),
                rejections: rejections.map { VendorScore.Rejection(code: $0.key, lines: $0.value) })
        }.sorted { $0.vendor < $1.vendor }
    }

    private func sums(_ costs: [Money]) -> [Money] {
        Dictionary(costs.map { ($0.currency, $0.minorUnits) }, uniquingKeysWith: &+)
            .map { Money(minorUnits: $0.value, currency: $0.key) }
    }
}

/// What became of the accounts of deliveries.
private struct AccountOutcomes {
    /// For each account the last day it was qualified on.
    private var lastQualified: [Int64: CivilDay] = [:]
    /// For each account the day of its last win.
    private var lastWon: [Int64: CivilDay] = [:]
    private let aliases: [Int64: Int64]

    init(_ workspace: Workspace, _ population: Population, _ deliveries: [VendorDelivery], asOf day: CivilDay) throws {
        let aliases = population.columns.accountAliases
        self.aliases = aliases
        let asked = Set(deliveries.flatMap(\.accounts.keys).map { aliases[Int64($0)] ?? Int64($0) })
        if asked.isEmpty { return }
        var fold = population.fold()
        for (number, account) in population.columns.accounts.enumerated() where asked.contains(account) {
            let life = fold.life(of: number, in: population.columns.history, until: day.number)
            guard let last = life.stays.last else { continue }
            lastQualified[account] = last.left.map(CivilDay.init(number:)) ?? day
        }
        for deal in try workspace.ledger.opportunities() where deal.outcome == .won {
            guard let account = deal.account.map({ aliases[$0] ?? $0 }), asked.contains(account),
                let closed = deal.closedAt.map(population.use.days.day(of:)), closed <= day
            else { continue }
            lastWon[account] = max(lastWon[account] ?? closed, closed)
        }
    }

    func wasQualified(_ account: Int64, since day: CivilDay) -> Bool {
        lastQualified[aliases[account] ?? account].map { $0 >= day } ?? false
    }

    func wasWon(_ account: Int64, since day: CivilDay) -> Bool {
        lastWon[aliases[account] ?? account].map { $0 >= day } ?? false
    }
}
