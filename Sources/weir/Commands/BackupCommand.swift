import ArgumentParser
import WeirApp

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy a workspace into a new folder, also while a server writes to it.")

    @Argument(help: "The folder to make.") var target: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let report = try Backup.run(workspace: workspace.workspace, to: target)
        Terminal.print(
            "\(report.path): \(grouped(Int(report.bytes))) bytes, \(grouped(Int(report.lastFact))) facts; the copy is sound."
        )
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a workspace of a backup, in a folder that has none.")

    @Argument(help: "The backup's folder.") var source: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let report = try Backup.restore(from: source, to: workspace.workspace)
        Terminal.print("\(report.path) is a workspace of \(grouped(Int(report.lastFact))) facts; it is sound.")
    }
}
