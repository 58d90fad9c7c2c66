import WeirFold

/// The fold over a simulated history, in one process and without a ledger: transitions of every account and buyer
/// over all days, and one new act into an account that is held in memory.
struct FoldBench {
    let engagements: Int

    func run() throws {
        let world = try SimulatedHistory(accounts: 20_000, days: 730, engagements: engagements)
        let rules = try SimulatedHistory.northwind()
        let count = world.history.engagementCount
        let size = "\(count) engagements, \(world.history.accountCount) accounts"
        var times: [Double] = []
        var changes = 0
        for _ in 0..<5 {
            var fold = HistoryFold(rules, reading: world.reading)
            changes = 0
            times.append(
                seconds {
                    for account in 0..<world.history.accountCount {
                        changes +=
                            fold.life(of: account, in: world.history, until: world.history.firstDay + 730)
                            .stays.count
                    }
                })
        }
        Figure(name: "fold.backtest", size: size, value: times.median, unit: "s").show()
        Figure(
            name: "fold.backtest.each", size: "\(changes) stays", value: times.median * 1e9 / Double(count),
            unit: "ns/engagement"
        ).show()
        live(world, rules)
    }

    /// One new act at a time into one account of a thousand acts.
    private func live(_ world: SimulatedHistory, _ rules: CompiledRules) {
        var fold = AccountFold(rules)
        var transitions: [Transition] = []
        fold.record(DatedFact(day: 0, fact: .fit(pointsMilli: 50_000, tier: 1)), position: 0, into: &transitions)
        for buyer in 0..<6 {
            let fact = FoldFact.persona(buyer: buyer, role: buyer % 4, level: buyer % 5)
            fold.record(DatedFact(day: 0, fact: fact), position: buyer, into: &transitions)
        }
        var nanoseconds: [Double] = []
        for act in 0..<20_000 {
            let fact = FoldFact.engagement(
                buyer: act % 6, signal: [0, 3, 4, 5][act % 4], content: act % 9, sharedWith: (act + 1) % 6)
            let dated = DatedFact(day: Int32(act / 20), fact: fact)
            nanoseconds.append(seconds { fold.record(dated, position: act, into: &transitions) } * 1e9)
        }
        let sorted = nanoseconds.sorted()
        Figure(name: "fold.live", size: "median", value: sorted[sorted.count / 2], unit: "ns").show()
        Figure(name: "fold.live", size: "p99", value: sorted[sorted.count * 99 / 100], unit: "ns").show()
    }

    private func seconds(_ work: () -> Void) -> Double {
        let elapsed = ContinuousClock().measure(work)
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }
}
