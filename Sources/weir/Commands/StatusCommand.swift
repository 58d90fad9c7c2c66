import ArgumentParser
import WeirApp
import WeirInsight

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What the workspace holds, and what could not be placed.")

    @Flag(help: "List the people who are on no account.")
    var unplaced = false
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let workspace = try workspace.open().snapshot()
        let ledger = workspace.ledger
        if let version = try ledger.agreementInForce(at: Clock.now) {
            Terminal.print("Agreement: version \(version.version) in force since \(version.bothSignedAt ?? Clock.now)")
        } else {
            Terminal.print("Agreement: none in force")
        }
        for (name, count) in try ledger.counts() { Terminal.print("  \(name): \(grouped(count))") }
        var table = TableView(
            title: "Imports",
            columns: [
                .init("file", "File"), .init("kind", "Kind"), .init("source", "Source"),
                .init("rows", "Rows", isTrailing: true), .init("new", "New", isTrailing: true),
                .init("known", "Known", isTrailing: true), .init("left_out", "Left out", isTrailing: true),
                .init("rejected", "Rejected", isTrailing: true), .init("state", "State"),
            ])
        for record in try ledger.imports() {
            table.append([
                .text(record.request.file), .text(record.request.kind.rawValue), .text(record.request.source),
                .number(record.counts.read), .number(record.counts.added), .number(record.counts.known),
                .number(record.counts.skipped), .number(record.counts.rejected),
                .text(record.finishedAt == nil ? "stopped: import it again to go on" : "done"),
            ])
        }
        Terminal.print(table.text(Terminal.options(listLimit: nil)))
        try showPlacing(workspace)
    }

    private func showPlacing(_ workspace: Workspace) throws {
        guard let use = try workspace.agreementIfAny(draft: agreement.draft, at: Clock.now) else {
            Terminal.print("What is placed on which account needs an agreement: --draft FILE")
            return
        }
        let population = try Population.showingProgress(workspace, use)
        let columns = population.columns
        Terminal.print(
            "\(grouped(columns.unplacedEngagements)) engagements and \(grouped(columns.unplacedBuyers.count)) buyers "
                + "are kept, but on no account yet.")
        for (name, count) in population.unknownSignals {
            Terminal.print("Signal \(name) is not in the agreement: \(grouped(count)) engagements are worth nothing.")
        }
        guard unplaced else { return }
        let people = try workspace.ledger.people(columns.unplacedBuyers)
        for id in columns.unplacedBuyers {
            Terminal.print("  buy_\(id)  \(people[id]?.label ?? "")  \(people[id]?.title ?? "")")
        }
    }
}
