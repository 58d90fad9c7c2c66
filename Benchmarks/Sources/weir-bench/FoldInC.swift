import WeirFold

/// The loop over engagements beside the same loop in C, and beside merely reading the bytes; one thread.
struct FoldInC {
    let bench: FoldBench
    let world: WrittenWorld

    func run() throws {
        let fold = HistoryFold(bench.use.rules, reading: world.words.asJudged)
        let pool = FoldPool(world.history)
        let plan = world.folder + "/plan.bin"
        try PeerTables(world: world, rules: bench.use.rules.rules).writePlan(
            plan, compiled: bench.use.rules, reading: world.words.asJudged, until: world.lastDay)
        let loop = try PeerProcess([
            ".build/fold-in-c", world.folder + "/written.index", world.folder + "/written.0.columns", plan,
        ])
        defer { loop.close() }
        var ours: [Double] = []
        var theirs: [Double] = []
        var sums: [Double] = []
        for round in 0...2 * bench.rounds {
            let mine = pool.asOf(fold, threads: 1, day: world.lastDay)
            let other = try loop.ask("fold")
            guard Double(mine.tally.sum) == other.first, Double(mine.tally.changes) == other.second else {
                throw BenchError("the loop in C finds \(other.first), ours \(mine.tally.sum)")
            }
            let sum = try loop.ask("sum").seconds
            if round == 0 { continue }
            ours.append(mine.seconds)
            theirs.append(other.seconds)
            sums.append(sum)
        }
        let count = Double(world.engagements)
        Figure(
            name: "fold.c", size: "\(world.size), scores of one day, 1 thread, equal sums", value: ours.median,
            unit: "s",
            peer: "the same loop in C, clang -O3", peerValue: theirs.median
        ).show()
        Figure(
            name: "fold.c.each", size: world.size, value: ours.median * 1e9 / count, unit: "ns/engagement",
            peer: "the same loop in C, clang -O3", peerValue: theirs.median * 1e9 / count
        ).show()
        let bytes = Double(world.history.byteCount)
        Figure(
            name: "fold.bandwidth", size: "\(world.history.byteCount) bytes of columns, 1 thread",
            value: bytes / ours.median / 1e9, unit: "GB/s", peer: "adding up the same mapped bytes in C",
            peerValue: bytes / sums.median / 1e9
        ).show()
    }
}
