import ArgumentParser
import WeirApp

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a workspace with the demonstration in it, as one click on an empty one does.",
        discussion: """
            An invented market whose facts end last night, an agreement that both sides have signed, and half a year of what \
            two teams made of whom it handed them. Then: weir person invite, and weir serve.
            """)

    @Argument(help: "The folder; it must be new or empty.")
    var directory: String

    func run() async throws {
        let directory = directory
        let rows = try await interruptible {
            try await Demonstration.make(directory, now: Clock.now) { permille in
                Terminal.error("making the demonstration: \(permille / 10)%")
            }
        }
        Terminal.print("The demonstration is ready in \(directory): \(grouped(rows)) facts.")
    }
}
