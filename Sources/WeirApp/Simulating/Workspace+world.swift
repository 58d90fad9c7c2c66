import Foundation
import WeirFacts
import WeirIntake

extension Workspace {
    /// Takes in all files of a simulated world.
    /// - Parameter progress: told how many of its six files are in.
    /// - Returns: rows that are new.
    func importWorld(_ folder: String, now: Instant, progress: (Int) -> Void = { _ in }) async throws -> Int {
        let kinds: [FactKind] = [.accounts, .buyers, .engagements, .opportunities, .dispositions, .costs]
        var rows = 0
        for (index, kind) in kinds.enumerated() {
            let outcome = try await importFile(
                "\(folder)/\(kind.rawValue).csv", ImportSettings(kind: kind), now: now)
            rows += outcome.counts.added
            progress(index + 1)
        }
        return rows
    }

    /// Puts an example's agreement in force, signed by the example's two people.
    func signExample(_ text: [UInt8], now: Instant) throws {
        let (version, _) = try propose(text, lists: [:], by: "Maria Lopez", now: now)
        _ = try sign(version: version.version, side: .marketing, by: "Maria Lopez", now: now)
        _ = try sign(version: version.version, side: .sales, by: "Tom Baker", now: now)
    }
}

extension DeskHistory {
    /// What a simulated world would have told the desk. It is taken into a workspace made for it, which is removed after.
    /// - Parameters:
    ///   - world: the folder that `weir simulate` wrote.
    ///   - draft: the file of an agreement; `nil` takes the example's.
    /// - Throws: `AppError` where the folder is no such world.
    public init(ofWorld world: String, draft: String?, days: Int, from: CivilDay?, at now: Instant) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/weir-world-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let workspace = try Workspace.create(folder)
        if draft == nil { try workspace.signExample(PackageResources.northwind_agreement_yaml, now: now) }
        _ = try await workspace.importWorld(world, now: now)
        try await self.init(workspace, draft: draft, world: world, days: days, from: from, at: now)
    }
}
