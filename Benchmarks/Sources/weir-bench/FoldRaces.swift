import Foundation
import WeirFold

/// Backtests and scores of one day, beside DuckDB over the same facts.
struct FoldRaces {
    let bench: FoldBench
    let world: WrittenWorld

    private var database: String { world.folder + "/peer.duckdb" }
    private var rules: FoldRules { bench.use.rules.rules }

    func run(_ wanted: Wanted) throws {
        let tables = PeerTables(world: world, rules: rules)
        Progress.say("writing tables for DuckDB")
        try tables.write(unless: database)
        let duck = try PeerProcess([".venv/bin/python", "peers/fold.py", database, tables.folder])
        defer { duck.close() }
        if wanted.includes("fold.asof") {
            try asOf(duck)
            try equality(duck)
        }
        tables.remove()
        if wanted.includes("fold.backtest") { try backtests(duck) }
    }

    /// What DuckDB is asked, and on which of ours it is a measure.
    private struct Race {
        var name: String
        var query: String
        /// Accounts of worse tiers are left out by DuckDB before anything else.
        var tier: Int
        var words: String
        var isHardest = false
        var rounds: Int
    }

    private func races() -> [Race] {
        let all = rules.tierCount
        let lenient = max(rules.enter.tier, rules.actNow?.tier ?? -1, rules.buyer.tier)
        let (few, some) = (min(2, bench.rounds), bench.rounds)
        return [
            Race(name: "", query: "backtest", tier: all, words: "scores", rounds: some),
            Race(
                name: ".told", query: "backtest", tier: lenient,
                words: "told beforehand which accounts are within reach, scores", rounds: some),
            Race(name: ".hardest", query: "backtest", tier: all, words: "scores", isHardest: true, rounds: some),
            Race(
                name: ".engaged.hardest", query: "engaged", tier: all, words: "scores and engaged buyers",
                isHardest: true, rounds: few),
        ]
    }

    private func backtests(_ duck: PeerProcess) throws {
        let pool = FoldPool(world.history)
        let cases = bench.cases(world)
        for race in races() {
            let (_, words, fold) = cases[race.isHardest ? 1 : 0]
            let found = pool.backtest(fold, threads: FoldBench.threads, until: world.lastDay).tally
            var ours: [Double] = []
            var theirs: [Double] = []
            var days = 0.0
            for _ in 0..<race.rounds {
                let mine = pool.backtest(fold, threads: FoldBench.threads, until: world.lastDay)
                guard mine.tally == found else { throw BenchError("two runs of one backtest differ") }
                ours.append(mine.seconds)
                let answer = try duck.ask("\(race.query) \(race.tier)")
                theirs.append(answer.seconds)
                days = answer.first
            }
            Figure(
                name: "fold.backtest\(race.name)",
                size: "\(world.size), \(words), \(found.changes) transitions, 2 threads", value: ours.median,
                unit: "s", peer: "DuckDB, 2 threads, \(race.words) at \(Int(days)) account-days",
                peerValue: theirs.median, isRace: true
            ).show()
        }
    }

    private func asOf(_ duck: PeerProcess) throws {
        let pool = FoldPool(world.history)
        let fold = HistoryFold(bench.use.rules, reading: world.words.asJudged)
        let day = world.lastDay - 30
        let column = Int(day - world.history.firstDay)
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<bench.rounds {
            ours.append(pool.asOf(fold, threads: FoldBench.threads, day: day).seconds)
            theirs.append(try duck.ask("asof \(column) \(rules.tierCount)").seconds)
        }
        Figure(
            name: "fold.asof", size: "\(world.size), day \(column), 2 threads", value: ours.dropFirst().array.median,
            unit: "s", peer: "DuckDB, 2 threads, group by", peerValue: theirs.dropFirst().array.median, isRace: true
        ).show()
    }

    /// Every account's score must be DuckDB's, under the agreement without what SQL does not say: caps, daily limits,
    /// points taken away (a score does not fall below nothing), echoes and breadth.
    ///
    /// The fold rounds to a millipoint: each engagement, and the last look, rounds a buyer's four scores by at most
    /// half of one each, so an account may differ by 2 millipoints × the highest weight for each engagement and buyer.
    private func equality(_ duck: PeerProcess) throws {
        var plain = rules
        for number in plain.categories.indices { plain.categories[number].capMilli = .max }
        for number in plain.signals.indices { plain.signals[number].limitPerDay = nil }
        plain.echo = nil
        plain.breadthMilli = 0
        var reading = world.words.asJudged
        reading.signals = reading.signals.map { $0.flatMap { plain.signals[$0].pointsMilli > 0 ? $0 : nil } }
        var fold = HistoryFold(try CompiledRules(plain), reading: reading)
        let day = world.lastDay
        let file = world.folder + "/peer-scores.csv"
        _ = try duck.ask("plain \(day - world.history.firstDay) \(file)")
        let theirs = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        try? FileManager.default.removeItem(atPath: file)
        guard theirs.count == world.history.accountCount else {
            throw BenchError("DuckDB gave the scores of \(theirs.count) accounts")
        }
        let highest = Double(plain.roleWeightsPermille.max() ?? 1000) / 1000
        var largest = 0.0
        for (account, line) in theirs.enumerated() {
            let words = line.split(separator: ",")
            guard words.count == 2, Int(words[0]) == account, let theirs = Double(words[1]) else {
                throw BenchError("DuckDB gave \(line) for account \(account)")
            }
            let ours = Double(fold.standing(of: account, in: world.history, asOf: day).scoreMilli) / 1000
            let steps =
                world.history.engagementCount(of: account) + world.history.withAccount(account) { $0.buyerCount }
            let allowed = 0.002 * highest * Double(steps) + 0.001 + theirs * 1e-6
            guard abs(ours - theirs) <= allowed else {
                throw BenchError("account \(account) has the score \(ours) here and \(theirs) in DuckDB")
            }
            largest = max(largest, abs(ours - theirs))
        }
        Figure(
            name: "fold.asof.difference", size: "\(theirs.count) accounts, no caps, limits, echoes or breadth",
            value: largest, unit: "points at most"
        ).show()
    }
}

extension ArraySlice {
    var array: [Element] { Array(self) }
}
