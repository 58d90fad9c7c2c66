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

    private func backtests(_ duck: PeerProcess) throws {
        let pool = FoldPool(world.history)
        let lenient = max(rules.enter.tier, rules.actNow?.tier ?? -1, rules.buyer.tier)
        for (name, words, fold) in bench.cases(world) {
            // Where nothing may be skipped, DuckDB must not skip either: it then reads accounts of any tier.
            let tier = name.isEmpty ? lenient : rules.tierCount
            var found = pool.backtest(fold, threads: FoldBench.threads, until: world.lastDay).tally
            for query in ["backtest", "engaged"] {
                var ours: [Double] = []
                var theirs: [Double] = []
                var days = 0.0
                let rounds = query == "engaged" ? min(3, bench.rounds) : bench.rounds
                for _ in 0..<rounds {
                    let mine = pool.backtest(fold, threads: FoldBench.threads, until: world.lastDay)
                    guard mine.tally == found else { throw BenchError("two runs of one backtest differ") }
                    found = mine.tally
                    ours.append(mine.seconds)
                    let answer = try duck.ask("\(query) \(tier)")
                    theirs.append(answer.seconds)
                    days = answer.first
                }
                let part = query == "engaged" ? ".engaged" : ""
                let peer =
                    query == "engaged"
                    ? "DuckDB, 2 threads, scores and engaged buyers at \(Int(days)) account-days"
                    : "DuckDB, 2 threads, scores at \(Int(days)) account-days"
                Figure(
                    name: "fold.backtest\(part)\(name)",
                    size: "\(world.size), \(words), \(found.changes) transitions, 2 threads", value: ours.median,
                    unit: "s", peer: peer, peerValue: theirs.median, isRace: true
                ).show()
            }
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
