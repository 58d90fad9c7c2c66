import Foundation
import WeirApp
import WeirFold

/// The fold over simulated histories of several sizes, beside DuckDB and the same loop in C.
///
/// Sides take turns in one run, and each figure is the median of its turns. `WEIR_BENCH_ENGAGEMENTS` is the main size
/// (20 million), growth is shown from a tenth of it to four times it; `WEIR_BENCH_ROUNDS` is the number of turns (5).
struct FoldBench {
    let folder: String
    let use: AgreementInUse
    let engagements: Int
    let rounds: Int
    static let threads = 2

    init(folder: String, environment: [String: String]) throws {
        self.folder = folder
        use = try AgreementInUse.draft(environment["WEIR_BENCH_AGREEMENT"] ?? "../Examples/northwind/agreement.yaml")
        engagements = environment["WEIR_BENCH_ENGAGEMENTS"].flatMap { Int($0) } ?? 20_000_000
        rounds = environment["WEIR_BENCH_ROUNDS"].flatMap { Int($0) } ?? 5
    }

    func run(_ wanted: Wanted) throws {
        let world = try world()
        if wanted.includes("fold.backtest") || wanted.includes("fold.asof") {
            try FoldRaces(bench: self, world: world).run(wanted)
        }
        if wanted.includes("fold.c") || wanted.includes("fold.bandwidth") {
            try FoldInC(bench: self, world: world).run()
        }
        if wanted.includes("fold.threads") { FoldScaling(bench: self).threads(world) }
        if wanted.includes("fold.sweep") { FoldScaling(bench: self).sweep(world) }
        if wanted.includes("fold.live") { FoldLive(bench: self, world: world).run() }
        if wanted.includes("fold.memory") { try FoldMemory.measure(world.size) }
        if wanted.includes("fold.skew") { try FoldScaling(bench: self).skew(world) }
        if wanted.includes("fold.growth") { try FoldScaling(bench: self).growth(world) }
    }

    func world() throws -> WrittenWorld { try WrittenWorld(in: folder, use, engagements: engagements) }

    /// The two cases measured: companies as the agreement judges them, of which those out of reach of every gate are
    /// skipped; and every company in the best tier, where nothing is.
    func cases(_ world: WrittenWorld) -> [(name: String, words: String, fold: HistoryFold)] {
        [
            ("", "as judged", HistoryFold(use.rules, reading: world.words.asJudged)),
            (".hardest", "all within reach", HistoryFold(use.rules, reading: world.words.allWithinReach)),
        ]
    }
}
