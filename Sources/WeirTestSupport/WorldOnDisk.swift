import Foundation
import WeirSimulation

/// A simulated world written into a folder, with its truth at hand.
public final class WorldOnDisk: Sendable {
    public let world: DemandWorld
    public let summary: WorldSummary
    private let files: WorldInMemory
    private let bench: Workbench

    public init(_ settings: WorldSettings) throws {
        world = try DemandWorld(settings: settings)
        var files = WorldInMemory()
        summary = try world.write(to: &files)
        self.files = files
        bench = try Workbench()
        for file in WorldFile.allCases { _ = try bench.file(file.path, files.bytes[file] ?? []) }
    }

    public func path(_ file: WorldFile) -> String { bench.place(file.path) }

    /// The rows of a file, by the names in its header.
    public func rows(_ file: WorldFile) -> [[String: String]] { PlainTable(files.bytes[file] ?? []).named }
}
