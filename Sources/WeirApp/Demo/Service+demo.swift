import Foundation
import WeirFacts
import WeirIntake
import WeirLedger
import WeirSimulation

extension Service: PageUseCases {
    public func tail(after seq: Int64, limit: Int) async throws -> [TailedEvent] {
        try await reading { try $0.tail(after: seq, limit: limit) }
    }

    public func isEmpty() async throws -> Bool {
        let ledger = workspace.ledger
        return try await onDisk {
            try ledger.agreements().isEmpty && !ledger.hasAccounts()
        }
    }

    public func startDemo() async throws -> Job {
        guard try await isEmpty() else {
            throw ServiceError(.conflict, "the demonstration goes into an empty workspace only; this one has facts")
        }
        let (workspace, clock) = (workspace, clock)
        return try await jobDesk.start(.importing, title: "the demonstration") { progress in
            let world = DemoWorld(workspace: workspace, now: clock())
            let result = try await world.build(progress)
            return JobEnd(state: Job.State.completed.rawValue, result: result)
        }
    }
}

/// The example agreement, signed, and a year of an invented market that ends today.
struct DemoWorld {
    let workspace: Workspace
    let now: Instant
    static let accounts = 3000, days = 400

    /// - Returns: what was taken in, as JSON.
    func build(_ progress: @Sendable (Int) -> Void) async throws -> String {
        let folder = try Spool.newFolder(workspace)
        let place = folder + "/demo"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try sign()
        progress(50)
        let settings = WorldSettings(
            seed: 7, population: .invented(DemoWorld.accounts), days: DemoWorld.days,
            lastDay: CivilDay(number: Int32(now.milliseconds / 86_400_000)))
        var world = try WorldFolder(place)
        do {
            _ = try DemandWorld(settings: settings).write(to: &world) { _ in try Task.checkCancellation() }
            try world.finish()
        } catch {
            world.discard()
            throw error
        }
        progress(300)
        let rows = try await workspace.importWorld(place, now: now) { progress(300 + $0 * 110) }
        return RowText.ndjson([("added", .number(Int64(rows)))])
    }

    /// An agreement whose teams work at all hours, and which says why: somebody who looks around on a Sunday shall find
    /// an inbox with work in it. Since work is spread over the day, it is evening where the teams are.
    static func atAllHours(_ text: [UInt8], now: Instant) -> [UInt8] {
        let hours = #/timezone: [\w\/]+, week: \{mon-fri: \[[^\]]*\]\}(, holidays: \w+)?/#
        let comment = """
            # In the demonstration the teams work day and night, where it is evening at this hour, so that there is
            # always something to see.
            """
        return Array(
            String(decoding: text, as: UTF8.self)
                .replacing(hours, with: "timezone: \(zoneOfEvening(now)), week: {mon-sun: [\"00:00-24:00\"]}")
                .replacing("\nteams:\n", with: "\n\(comment)\nteams:\n").utf8)
    }

    /// The zone of whole hours in which it is between six and seven in the evening.
    private static func zoneOfEvening(_ now: Instant) -> String {
        let ahead = 18 - Int(now.milliseconds / 3_600_000 % 24)
        // The names count hours behind Greenwich; there are those from 14 ahead to 12 behind.
        let behind = ahead > 14 ? 24 - ahead : -ahead
        return behind < 0 ? "Etc/GMT\(behind)" : "Etc/GMT+\(behind)"
    }

    /// The example agreement, proposed and signed as of the beginning of the world.
    private func sign() throws {
        let signals = workspace.folder + "/signals.yaml"
        if !FileManager.default.fileExists(atPath: signals) {
            try Data(PackageResources.northwind_signals_yaml).write(to: URL(filePath: signals))
        }
        try workspace.signExample(DemoWorld.atAllHours(PackageResources.northwind_agreement_yaml, now: now), now: now)
    }
}
