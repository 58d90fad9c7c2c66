import Foundation
import WeirApp

/// Measures and prints one JSON object a line. `WEIR_BINARY` names the release binary; data are kept in
/// `Benchmarks/.data` and used again.
@main
struct Bench {
    static func main() async throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["WEIR_BENCH_DATA"] ?? ".data"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let wanted = Wanted(Array(CommandLine.arguments.dropFirst()))
        let fold = try FoldBench(folder: folder, environment: environment)
        if wanted.words.first == FoldMemory.word { return try FoldMemory.answer(fold) }
        if wanted.includes("fold") { try fold.run(wanted) }
        if wanted.includes("import") {
            try ImportBench(weir: weir(environment), folder: folder, engagements: 1_200_000).run()
        }
        if wanted.includes("desk") { try DeskBench(weir: weir(environment), folder: folder).run() }
        if wanted.includes("market") {
            let use = try AgreementInUse.draft("../Examples/northwind/agreement.yaml")
            try await MarketBench(market: use.market, gate: use.gate).run(wanted)
        }
        if wanted.includes("serve") {
            let seconds = environment["WEIR_BENCH_SECONDS"].flatMap { Double($0) } ?? 60
            try ServeBench(weir: weir(environment), folder: folder, seconds: seconds).run()
        }
    }

    private static func weir(_ environment: [String: String]) throws -> String {
        guard let weir = environment["WEIR_BINARY"] else {
            throw BenchError("WEIR_BINARY must name the release binary; `make bench` sets it")
        }
        return weir
    }
}

/// Which figures were asked for, by the beginnings of their names; all where none is named.
struct Wanted {
    let words: [String]

    init(_ words: [String]) { self.words = words }

    func includes(_ name: String) -> Bool {
        words.isEmpty || words.contains { name.hasPrefix($0) || $0.hasPrefix(name + ".") }
    }
}
