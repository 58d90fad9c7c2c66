import ArgumentParser
import Foundation
import WeirApp
import WeirWeb

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Take events in, decide upon them, and answer over HTTP.",
        discussion: """
            Runs until Ctrl-C or SIGTERM. Log lines are JSON on standard output. Put a proxy that speaks TLS in front of \
            it; docs/operations.md shows how.
            """)

    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 for any that is free.") var port = 8787
    @Flag(help: "Make the workspace if there is none.") var create = false
    @Option(help: "The folder where htmx.min.js lies; pages work without it.") var assets: String?
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535") }
    }

    func run() async throws {
        OpenFiles.raiseLimit()
        let folder = workspace.workspace
        if create, !FileManager.default.fileExists(atPath: folder + "/weir.db") { _ = try Workspace.create(folder) }
        let lock = try ServeLock(workspace: folder)
        defer { withExtendedLifetime(lock) {} }
        var options = ServiceOptions()
        options.telling = try TellingOptions.ofTheEnvironment()
        let service = try Service.open(folder: folder, options: options, clock: { Clock.now })
        var settings = WebSettings()
        settings.host = host
        settings.port = port
        settings.version = Weir.number
        settings.assetFolder = assets ?? ServeCommand.assetFolder
        do {
            settings.provider = try IdentityProvider(environment: ProcessInfo.processInfo.environment)
        } catch { throw ValidationError(error.description) }
        if let text = ProcessInfo.processInfo.environment["WEIR_PAGE_PATIENCE"] {
            guard let millis = Int(text), (1...600_000).contains(millis) else {
                throw ValidationError("WEIR_PAGE_PATIENCE is a number of milliseconds from 1 to 600000")
            }
            settings.limits.pageMillis = millis
        }
        let setup = try await service.setupSecret()
        let firstPerson = try service.colleagues.firstPersonSecret(setup)
        let server = WebServer(service, settings, log: .standardOutput, clock: { Clock.now })
        Task(priority: .utility) { await service.prepareOverview() }
        try await server.run { port in
            Terminal.error("weir: http://\(host):\(port) is open; Ctrl-C stops it")
            let address = "http://\(host == "127.0.0.1" ? "localhost" : host):\(port)"
            if let firstPerson { Terminal.error(ServeCommand.firstPerson(firstPerson, address)) }
            if let setup { Terminal.error(ServeCommand.firstToken(setup, address)) }
        }
    }

    private static func firstPerson(_ secret: String, _ address: String) -> String {
        """
        weir: nobody can sign in yet. Open \(address)/setup and use this set-up code, which works once:

          \(secret)

        """
    }

    private static func firstToken(_ secret: String, _ address: String) -> String {
        """
        weir: for programs, make the first token, with every scope, with the set-up code:

          curl -X POST \(address)/api/v1/setup -H 'Content-Type: application/json' \
            -d '{"secret": "\(secret)", "name": "first token"}'

        or, on this machine: weir token create NAME --scope SCOPE
        """
    }

    /// Where `htmx.min.js` may lie: beside the program as it was built, or where it is installed.
    private static var assetFolder: String? {
        let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: "/")).resolvingSymlinksInPath()
        let beside = program.deletingLastPathComponent().path
        return [beside + "/assets", beside + "/../../assets", "/usr/share/weir"].first {
            FileManager.default.fileExists(atPath: $0 + "/htmx.min.js")
        }
    }
}
