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
        let service = try Service.open(folder: folder, clock: { Clock.now })
        var settings = WebSettings()
        settings.host = host
        settings.port = port
        settings.version = Weir.number
        let setup = try await service.setupSecret()
        let server = WebServer(service, settings, log: .standardOutput, clock: { Clock.now })
        try await server.run { port in
            Terminal.error("weir: http://\(host):\(port) is open; Ctrl-C stops it")
            if let setup { Terminal.error(ServeCommand.welcome(setup, host: host, port: port)) }
        }
    }

    private static func welcome(_ secret: String, host: String, port: Int) -> String {
        """
        weir: there is no token yet. Make the first one, with every scope, with this secret, which works once:

          curl -X POST http://\(host):\(port)/api/v1/setup -H 'Content-Type: application/json' \\
            -d '{"secret": "\(secret)", "name": "first token"}'

        or, on this machine: weir token create NAME --scope SCOPE
        """
    }
}
