import Glibc
import WeirFold

/// One new engagement into an account that is held in memory, and an account of a thousand engagements from nothing.
struct FoldLive {
    let bench: FoldBench
    let world: WrittenWorld

    func run() {
        let history = world.history
        let reading = world.words.allWithinReach
        let nearest = (0..<history.accountCount).sorted {
            abs(history.engagementCount(of: $0) - 1000) < abs(history.engagementCount(of: $1) - 1000)
        }
        let accounts = Array(nearest.prefix(40))
        var nanoseconds: [Double] = []
        var transitions: [Transition] = []
        for account in accounts {
            var fold = AccountFold(bench.use.rules)
            history.withAccount(account) { rows in
                var position = 0
                rows.forEachFact(reading: reading) { read in
                    guard let fact = read.fact else { return true }
                    let dated = DatedFact(day: read.day, fact: fact)
                    let start = FoldLive.now()
                    fold.record(dated, position: position, into: &transitions)
                    if read.engagement != nil { nanoseconds.append(Double(FoldLive.now() - start)) }
                    position += 1
                    return true
                }
            }
        }
        let sorted = nanoseconds.sorted()
        guard !sorted.isEmpty else { return }
        let size = "\(sorted.count) engagements into \(accounts.count) accounts of about 1,000, all within reach"
        Figure(name: "fold.live", size: size + ", median", value: sorted[sorted.count / 2], unit: "ns").show()
        Figure(name: "fold.live.p99", size: size, value: sorted[sorted.count * 99 / 100], unit: "ns").show()
        let clock = (0..<10_000).map { _ in
            let start = FoldLive.now()
            return Double(FoldLive.now() - start)
        }
        Figure(name: "fold.live.clock", size: "of which looking at the clock", value: clock.median, unit: "ns").show()
        scratch(accounts)
    }

    private func scratch(_ accounts: [Int]) {
        var fold = HistoryFold(bench.use.rules, reading: world.words.allWithinReach)
        var times: [Double] = []
        var counts: [Int] = []
        for _ in 0..<20 {
            for account in accounts {
                let start = FoldLive.now()
                let changes = fold.transitions(of: account, in: world.history, until: world.lastDay)
                times.append(Double(FoldLive.now() - start))
                counts.append(changes.count)
            }
        }
        let changes = counts.reduce(0, +) / max(1, counts.count)
        Figure(
            name: "fold.live.scratch",
            size: "an account of about 1,000 engagements from nothing, \(changes) transitions on average",
            value: times.median / 1000, unit: "µs"
        ).show()
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
