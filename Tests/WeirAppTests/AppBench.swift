import Foundation
import WeirAgreement
import WeirApp
import WeirFacts
import WeirInsight
import WeirIntake
import WeirLedger
import WeirSimulation
import WeirTestSupport

/// A workspace in a folder of its own.
final class AppBench: Sendable {
    let bench: Workbench
    let workspace: Workspace
    let file: LedgerFile

    static let now = Instant(milliseconds: 1_800_000_000_000)

    init() throws {
        bench = try Workbench()
        workspace = try Workspace.create(bench.place("weir"))
        file = LedgerFile(workspace: bench.place("weir"))
    }

    @discardableResult
    func take(_ path: String, _ kind: FactKind, _ mapping: MappingOptions = MappingOptions()) async throws
        -> ImportOutcome
    {
        try await workspace.importFile(path, ImportSettings(kind: kind, mapping: mapping), now: AppBench.now)
    }
}

/// A simulated world in a workspace, read under the example agreement: made once for all tests that only look at it.
final class ImportedWorld: Sendable {
    let truth: WorldOnDisk
    let bench: AppBench
    let use: AgreementInUse
    let population: Population
    let outcomes: [WorldFile: ImportOutcome]
    /// Our number of an account by its id in the files, and of a buyer.
    let accountNumbers: [String: Int]

    /// Small enough to explain every account of it.
    static let small = Task {
        try await ImportedWorld(WorldSettings(seed: 20_261, population: .invented(600), days: 500))
    }
    /// Large enough to count entries in.
    static let large = Task {
        try await ImportedWorld(WorldSettings(seed: 20_262, population: .invented(2400), days: 500))
    }

    static let kinds: [(WorldFile, FactKind)] = [
        (.accounts, .accounts), (.buyers, .buyers), (.engagements, .engagements), (.opportunities, .opportunities),
        (.dispositions, .dispositions), (.costs, .costs),
    ]

    init(_ settings: WorldSettings) async throws {
        print("world of seed \(settings.seed)")
        truth = try WorldOnDisk(settings)
        bench = try AppBench()
        use = try AgreementInUse.draft(ProjectFiles.exampleAgreement)
        let types = Dictionary(
            use.agreement.declaredAttributes.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
        var outcomes: [WorldFile: ImportOutcome] = [:]
        for (file, kind) in ImportedWorld.kinds {
            outcomes[file] = try await bench.take(truth.path(file), kind, MappingOptions(attributeTypes: types))
        }
        self.outcomes = outcomes
        population = try Population(bench.workspace, use)
        var numbers: [String: Int] = [:]
        try bench.workspace.ledger.forEachAccountName { _, _, _, external in
            if let external {
                numbers[external] = numbers.count
            } else {
                numbers["no id \(numbers.count)"] = numbers.count
            }
        }
        accountNumbers = numbers
    }

    var workspace: Workspace { bench.workspace }
    var lastDay: CivilDay { truth.world.settings.lastDay }
    func id(_ account: Int) -> String { "acc_\(population.columns.accounts[account])" }

    /// The account's id in the files, by ours.
    var externals: [String: String] {
        Dictionary(uniqueKeysWithValues: accountNumbers.map { (id($0.value), $0.key) })
    }
}
