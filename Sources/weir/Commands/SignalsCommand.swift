import ArgumentParser
import WeirApp

struct SignalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signals", abstract: "Check which tracked events are which signals of the agreement.",
        subcommands: [CheckSignals.self])
}

struct CheckSignals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name every mistake in a signals.yaml, against an agreement. Exits with 65 if there is one.")

    @Argument(help: "The file; without one, the workspace's signals.yaml.")
    var file: String?
    @Option(help: "An agreement to check it against; without one, the agreement in force.")
    var agreement: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let use = try agreement.map(AgreementInUse.draft) ?? workspace.open().agreementInForce(at: Clock.now)
        let path = file ?? workspace.workspace + "/signals.yaml"
        let check = try SignalsCheck(path, against: use)
        guard check.problems.isEmpty else {
            for problem in check.problems { Terminal.print(problem) }
            Terminal.error("\(path): \(check.problems.count) \(check.problems.count == 1 ? "mistake" : "mistakes")")
            throw ExitCode(65)
        }
        let rules = "\(check.ruleCount) \(check.ruleCount == 1 ? "rule" : "rules")"
        Terminal.print("\(path): no mistakes. \(rules), against \(use.agreement.name)")
        for signal in check.signalsWithoutRule {
            Terminal.print("  \(signal): no rule; it counts where a track call is named so")
        }
    }
}
