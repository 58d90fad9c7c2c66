import ArgumentParser
import WeirApp

/// The command line: one of two doors to the house (`WeirApp`).
@main
struct Weir: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weir",
        abstract: "The system of record between Marketing and Sales.",
        discussion: """
            It decides which companies and people Sales should talk to, says exactly why, and measures afterwards \
            whether it was right. Start with: weir init DIR
            """,
        version: "weir \(number)",
        subcommands: [
            InitCommand.self, DemoCommand.self, AgreementCommand.self, ImportCommand.self, StatusCommand.self,
            MarketCommand.self,
            CoverageCommand.self, ListCommand.self, GateCommand.self, TitlesCommand.self, MatchCommand.self,
            MergeCommand.self, UnmergeCommand.self, MergesCommand.self, QualifyCommand.self, ExplainCommand.self,
            BacktestCommand.self, SimulateCommand.self, ServeCommand.self, SignalsCommand.self, SourceCommand.self,
            TokenCommand.self,
            PersonCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self, SLACommand.self,
            DeskCommand.self, PlanCommand.self, FoldCommand.self, NotifyCommand.self,
        ])

    /// Which Weir this is.
    static let number = "0.1.0"

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(error)
        }
    }
}
