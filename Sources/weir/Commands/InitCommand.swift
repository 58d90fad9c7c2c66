import ArgumentParser
import WeirApp

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Make a workspace in a folder.")

    @Argument(help: "The folder; it is made if it does not exist.")
    var directory: String

    func run() throws {
        _ = try Workspace.create(directory)
        Terminal.print(
            """
            A workspace is ready in \(directory).
            Next:
              weir agreement check FILE          check an agreement
              weir agreement propose FILE -w \(directory) --by NAME
              weir import accounts FILE -w \(directory)
            """)
    }
}
