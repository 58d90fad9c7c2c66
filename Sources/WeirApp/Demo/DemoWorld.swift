import Foundation
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirSimulation

/// The demonstration: an invented market whose facts end last night, the example agreement, in force for half a year,
/// and what the teams made in that time of whom it handed them.
struct DemoWorld {
    let service: Service
    let now: Instant
    private var workspace: Workspace { service.workspace }

    private static let accounts = 20_000
    private static let days = 400
    /// How long the teams have been at work.
    private static let daysAtWork = 182

    /// Builds it in an empty workspace.
    /// - Parameter progress: told how far it is, permille.
    /// - Returns: rows of facts that were taken in.
    func build(_ progress: @Sendable (Int) -> Void) async throws -> Int {
        let folder = try Spool.newFolder(workspace)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try putSignals()
        let yesterday = now.utcDay.advanced(by: -1)
        try await write(to: folder + "/world", lastDay: yesterday)
        progress(150)
        let rows = try await workspace.importWorld(folder + "/world", now: now) { progress(150 + $0 * 110) }
        let agreement = DemoWorld.agreement(PackageResources.northwind_agreement_yaml, now: now)
        let draft = folder + "/agreement.yaml"
        try Data(agreement).write(to: URL(filePath: draft))
        var past = try DemoPast(
            try await DeskHistory(
                workspace, draft: draft, world: nil, days: DemoWorld.daysAtWork,
                from: yesterday.advanced(by: 1 - DemoWorld.daysAtWork), at: now),
            until: now)
        let start = past.start
        progress(850)
        try past.happen(at: service.desk) { try workspace.signExample(agreement, now: start) }
        try Files.write(campaigns, to: workspace.folder + "/campaigns.csv")
        try await DemoVisitors().come(to: service, past.fitting.keys.sorted(), now: now)
        return rows
    }

    private func write(to folder: String, lastDay: CivilDay) async throws {
        var parameters = WorldParameters()
        // A week shall have dozens of buyers, and the whole be there within seconds: companies that fit need what is
        // sold four times as often as they naturally would, and the others keep quiet.
        parameters.needsPerThousandAYear = [6, 30, 500, 800]
        parameters.activePermille = [40, 100, 650, 720]
        let settings = WorldSettings(
            seed: 7, population: .invented(DemoWorld.accounts), days: DemoWorld.days, lastDay: lastDay,
            parameters: parameters)
        var world = try WorldFolder(folder)
        do {
            _ = try DemandWorld(settings: settings).write(to: &world) { _ in try Task.checkCancellation() }
            try world.finish()
        } catch {
            world.discard()
            throw error
        }
    }

    /// What is planned for the coming quarter: one campaign more than its end can bear.
    private var campaigns: [UInt8] {
        let plan = [
            ("Newsletter", 2, 86, 9000), ("Webinar: one funnel", 9, 23, 2500), ("Banking summit", 30, 34, 3500),
            ("Benchmark report", 44, 65, 6000),
        ]
        let rows = plan.map { name, first, last, responses in
            "\(name),\(now.utcDay.advanced(by: first)),\(now.utcDay.advanced(by: last)),\(responses)"
        }
        return Array((["name,from,to,responses"] + rows).joined(separator: "\n").utf8) + [10]
    }

    private func putSignals() throws {
        let signals = workspace.folder + "/signals.yaml"
        guard !FileManager.default.fileExists(atPath: signals) else { return }
        try Data(PackageResources.northwind_signals_yaml).write(to: URL(filePath: signals))
    }

    /// The example's text with teams that are at work whenever somebody looks, and which says why.
    static func agreement(_ text: [UInt8], now: Instant) -> [UInt8] {
        let hours = #/timezone: [\w\/]+, week: \{mon-fri: \[[^\]]*\]\}(, holidays: \w+)?/#
        let comment = """
            # In the demonstration the teams work every day, where it is noon at this hour, so that there is always
            # something to see; and each follows up fewer, so that somebody waits behind the weir.
            """
        return Array(
            String(decoding: text, as: UTF8.self)
                .replacing(hours, with: "timezone: \(zoneOfNoon(now)), week: {mon-sun: [\"09:00-17:30\"]}")
                .replacing("ana: 12, ben: 10, chloe: 10", with: "ana: 7, ben: 5, chloe: 4")
                .replacing("dan: 15", with: "dan: 4, eve: 3")
                .replacing("\nteams:\n", with: "\n\(comment)\nteams:\n").utf8)
    }

    /// The zone of whole hours in which it is noon, give or take half an hour: what was handed over since nine is still in
    /// time. The names count hours behind Greenwich.
    private static func zoneOfNoon(_ now: Instant) -> String {
        let behind = Int((now.milliseconds + 1_800_000) / 3_600_000 % 24) - 12
        return behind < 0 ? "Etc/GMT\(behind)" : "Etc/GMT+\(behind)"
    }
}

/// The demonstration in a workspace of its own.
public enum Demonstration {
    /// - Parameters:
    ///   - folder: new or empty; removed again where it cannot be finished.
    ///   - progress: told how far it is, permille.
    /// - Returns: rows of facts that were taken in.
    public static func make(
        _ folder: String, now: Instant, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> Int {
        let isThere = FileManager.default.fileExists(atPath: folder)
        guard try !isThere || FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else {
            throw AppError(.cannotWrite, "\(folder) has something in it; name a folder that is new or empty")
        }
        do {
            let service = try Service(Workspace.create(folder), ServiceOptions(doesDecide: false)) { now }
            let rows = try await DemoWorld(service: service, now: now).build(progress)
            await service.stop()
            return rows
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }
}
