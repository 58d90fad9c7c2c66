import Foundation

/// Measures and prints one JSON object a line. `WEIR_BINARY` names the release binary; data are kept in
/// `Benchmarks/data` and used again.
@main
struct Bench {
    static func main() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let weir = environment["WEIR_BINARY"] else {
            throw BenchError("WEIR_BINARY must name the release binary; `make bench` sets it")
        }
        let folder = environment["WEIR_BENCH_DATA"] ?? "data"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let wanted = CommandLine.arguments.dropFirst()
        func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains { name.hasPrefix($0) } }
        if isWanted("fold") { try FoldBench(engagements: 2_000_000).run() }
        if isWanted("import") { try ImportBench(weir: weir, folder: folder, engagements: 1_200_000).run() }
    }
}
