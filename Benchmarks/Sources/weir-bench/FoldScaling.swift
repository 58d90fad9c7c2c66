import WeirFold

/// How the backtest's time grows: with threads, with engagements, with one account that has a quarter of them, and
/// with the number of variants decided at once.
struct FoldScaling {
    let bench: FoldBench

    func threads(_ world: WrittenWorld) {
        let pool = FoldPool(world.history)
        for (name, words, fold) in bench.cases(world) {
            var one: [Double] = []
            var two: [Double] = []
            for _ in 0..<bench.rounds {
                one.append(pool.backtest(fold, threads: 1, until: world.lastDay).seconds)
                two.append(pool.backtest(fold, threads: 2, until: world.lastDay).seconds)
            }
            Figure(
                name: "fold.threads\(name)", size: "\(world.size), \(words)", value: two.median, unit: "s",
                peer: "one thread", peerValue: one.median, isRace: true
            ).show()
        }
    }

    func sweep(_ world: WrittenWorld) {
        let pool = FoldPool(world.history)
        for (name, words, fold) in bench.cases(world) {
            let gates = (0..<16).map { step in
                var gates = bench.use.rules.rules.gates
                gates.enter.scoreMilli = 60_000 + Int64(step) * 5_000
                gates.stay.scoreMilli = min(gates.stay.scoreMilli, gates.enter.scoreMilli)
                return gates
            }
            let variants = HistoryFold(bench.use.rules, reading: fold.reading, variants: gates)
            var one: [Double] = []
            var all: [Double] = []
            for _ in 0..<bench.rounds {
                one.append(pool.backtest(fold, threads: FoldBench.threads, until: world.lastDay).seconds)
                all.append(pool.backtest(variants, threads: FoldBench.threads, until: world.lastDay).seconds)
            }
            Figure(
                name: "fold.sweep\(name)", size: "16 variants, \(world.size), \(words), 2 threads", value: all.median,
                unit: "s", peer: "one variant", peerValue: one.median
            ).show()
        }
    }

    /// Nanoseconds an engagement at a tenth, at all and at four times the engagements, with accounts in proportion.
    func growth(_ world: WrittenWorld) throws {
        let worlds = [
            try WrittenWorld(in: bench.folder, bench.use, engagements: bench.engagements / 10), world,
            try WrittenWorld(in: bench.folder, bench.use, engagements: bench.engagements * 4),
        ]
        let pools = worlds.map { FoldPool($0.history) }
        for number in 0..<2 {
            let cases = worlds.map { bench.cases($0)[number] }
            var times = Array(repeating: [Double](), count: worlds.count)
            for _ in 0..<bench.rounds {
                for (place, world) in worlds.enumerated() {
                    let run = pools[place].backtest(
                        cases[place].fold, threads: FoldBench.threads, until: world.lastDay)
                    times[place].append(run.seconds * 1e9 / Double(world.engagements))
                }
            }
            let each = times.map(\.median)
            for (place, world) in worlds.enumerated() {
                Figure(
                    name: "fold.growth\(cases[place].name)", size: "\(world.size), \(cases[place].words), 2 threads",
                    value: each[place], unit: "ns/engagement"
                ).show()
            }
            let spread = ((each.max() ?? 0) / (each.min() ?? 1) - 1) * 100
            Figure(
                name: "fold.growth.spread\(cases[0].name)", size: "\(worlds.count) sizes, \(cases[0].words)",
                value: spread, unit: "% from least to most"
            ).show()
        }
    }

    /// A world of the same size in which one account has a quarter of all engagements, all within reach so that it is
    /// not skipped.
    func skew(_ even: WrittenWorld) throws {
        let skewed = try WrittenWorld(in: bench.folder, bench.use, engagements: bench.engagements, largestShare: 250)
        let largest = (0..<skewed.history.accountCount).map { skewed.history.engagementCount(of: $0) }.max() ?? 0
        let worlds = [skewed, even]
        let pools = worlds.map { FoldPool($0.history) }
        let folds = worlds.map { HistoryFold(bench.use.rules, reading: $0.words.allWithinReach) }
        var two = [[Double](), []]
        var one: [Double] = []
        for _ in 0..<bench.rounds {
            for place in worlds.indices {
                two[place].append(pools[place].backtest(folds[place], threads: 2, until: worlds[place].lastDay).seconds)
            }
            one.append(pools[0].backtest(folds[0], threads: 1, until: skewed.lastDay).seconds)
        }
        let size = "\(skewed.size), \(largest) in one account, all within reach"
        Figure(
            name: "fold.skew", size: size + ", 2 threads", value: two[0].median * 1e9 / Double(skewed.engagements),
            unit: "ns/engagement", peer: "the even data", peerValue: two[1].median * 1e9 / Double(even.engagements)
        ).show()
        Figure(
            name: "fold.skew.threads", size: size, value: two[0].median, unit: "s", peer: "one thread",
            peerValue: one.median, isRace: true
        ).show()
    }
}
