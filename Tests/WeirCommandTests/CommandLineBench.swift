import Foundation
import Testing
import WeirSimulation
import WeirTestSupport

/// The built program: the one that `WEIR_BINARY` names, else the one built beside the tests.
enum WeirProgram {
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["WEIR_BINARY"], !named.isEmpty { return named }
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "weir").path ?? ""
        return FileManager.default.isExecutableFile(atPath: beside)
            ? beside : ProjectFiles.root() + "/.build/debug/weir"
    }()

    static func run(_ arguments: String...) throws -> Program.End {
        try Program.run(path, arguments, environment: ["LC_ALL": "C.UTF-8"])
    }

    static func start(_ arguments: String...) throws -> Program {
        try Program(path, arguments, environment: ["LC_ALL": "C.UTF-8"])
    }

    /// Runs a command that must succeed.
    @discardableResult
    static func must(_ arguments: String...) throws -> Program.End {
        let end = try Program.run(path, arguments, environment: ["LC_ALL": "C.UTF-8"])
        try #require(end.status == 0, "weir \(arguments.joined(separator: " ")): \(end.errors)")
        return end
    }
}

/// A small workspace with a world in it, made once through the command line itself.
final class DemoWorkspace: Sendable {
    let bench: Workbench
    let truth: WorldOnDisk

    static let shared = Result { try DemoWorkspace() }

    var folder: String { bench.place("weir") }
    static let asOf = "2026-10-31"

    init() throws {
        bench = try Workbench()
        truth = try WorldOnDisk(WorldSettings(seed: 5, population: .invented(400), days: 300))
        try WeirProgram.must("init", folder)
        for (file, kind) in DemoWorkspace.files {
            try WeirProgram.must(
                "import", kind, truth.path(file), "-w", folder, "--draft", ProjectFiles.exampleAgreement)
        }
    }

    static let files: [(WorldFile, String)] = [
        (.accounts, "accounts"), (.buyers, "buyers"), (.engagements, "engagements"),
        (.opportunities, "opportunities"), (.dispositions, "dispositions"), (.costs, "costs"),
    ]
}
