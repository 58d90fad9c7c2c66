import ArgumentParser
import WeirApp

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look a workspace over: is everything in it sound?",
        discussion: "Ends with 1 if something is broken, also if the rest is sound.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let findings = try await Doctor.examine(folder: workspace.workspace, now: Clock.now)
        for finding in findings {
            let word = finding.state.rawValue
            Terminal.print(
                "\(word)\(String(repeating: " ", count: 10 - word.count))\(finding.code): \(finding.sentence)")
        }
        if findings.contains(where: { $0.state == .broken }) { throw ExitCode.failure }
    }
}
