import ArgumentParser
import WeirApp
import WeirFacts
import WeirSimulation

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Make a demand world with known truth, as files to import.")

    @Option(help: "The same seed gives the same world.")
    var seed: UInt64
    @Option(help: "How many companies to invent.")
    var accounts: Int?
    @Option(help: "Use the companies of this file instead.")
    var companies: String?
    @Option(help: "Length of the window.")
    var days = 730
    @Option(help: "Last day of the window.")
    var lastDay = CivilDay(number: 20_757)
    @Option(help: "About how many engagements; as many as come naturally if not given.")
    var engagements: Int?
    @Option(help: "Share of all engagements that the largest account has, percent (0 to 50).")
    var largestShare = 0
    @Option(help: "The folder to write to; it must be new or empty.")
    var out: String

    func validate() throws {
        guard (0...50).contains(largestShare) else { throw ValidationError("--largest-share: give 0 to 50 (percent)") }
    }

    func run() async throws {
        let settings = WorldSettings(
            seed: seed, population: try population(), days: days, lastDay: lastDay, engagements: engagements,
            largestAccountSharePermille: largestShare * 10)
        let out = out
        let (summary, seconds) = try await interruptible {
            let line = ProgressLine("simulating", unit: "engagements")
            defer { line.end() }
            let world = try DemandWorld(settings: settings)
            var folder = try WorldFolder(out)
            do {
                let summary = try world.write(to: &folder) { progress in
                    try Task.checkCancellation()
                    line.show(
                        done: Double(progress.accountsDone) / Double(max(progress.accounts, 1)),
                        count: progress.engagements)
                }
                try folder.finish()
                return (summary, line.seconds)
            } catch {
                folder.discard()
                throw error is CancellationError ? AppError(.interrupted, "stopped; nothing was written") : error
            }
        }
        Terminal.print("A world is in \(out), made in \(Int(seconds.rounded())) s:")
        for file in WorldFile.allCases {
            if let rows = summary.rows[file] { Terminal.print("  \(file.path): \(grouped(rows)) rows") }
        }
    }

    private func population() throws -> WorldSettings.Population {
        switch (accounts, companies) {
        case (let count?, nil): return .invented(count)
        case (nil, let file?):
            return .companies(try CompanyFile.read(file).companies.map(SimulatedCompany.init))
        default: throw AppError(.usage, "say either --accounts N or --companies FILE")
        }
    }
}
