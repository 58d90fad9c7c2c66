import ArgumentParser
import WeirApp
import WeirInsight
import WeirIntake
import WeirMarket

struct GateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", abstract: "What the inbound gate says of form posts.",
        subcommands: [GateCheckCommand.self])
}

struct GateCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Judge a file of form posts as on arrival, with every reason. Records nothing.",
        discussion: "Columns: email, and where there are any company, website, country.")

    @Argument(help: "The posts, as CSV or NDJSON.")
    var file: String
    @Option(help: "COLUMN=FIELD: what a column means. May be repeated.")
    var map: [String] = []
    @Option(help: "text, json or csv.")
    var format = OutputFormat.text
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let outcome = try workspace.checkGate(
            file, mapping: MappingOptions(fieldOfColumn: try pairs(map, "--map")), under: use)
        for row in outcome.unreadable { Terminal.error("\(file): \(row.problem)") }
        var table = TableView(
            title: outcome.tally.headline, banner: use.banner,
            columns: [
                .init("line", "Line", isTrailing: true), .init("email", "E-mail"), .init("verdict", "Verdict"),
                .init("account", "Account"), .init("ultimate_parent", "In the group of"), .init("classes", "Classes"),
                .init("reasons", "Why"),
            ])
        for post in outcome.posts {
            table.append([
                .number(post.line), .text(post.email), .text(post.verdict.answer.rawValue),
                post.account.map { .text($0) } ?? .nothing("none"),
                post.ultimateParent.map { .text($0.words) } ?? .nothing("none"),
                .text(post.verdict.classes.map(\.rawValue).joined(separator: "; ")),
                .text(post.verdict.sentences.joined(separator: "; ")),
            ])
        }
        switch format {
        case .json: Terminal.print(table.json.rendered())
        case .csv: Terminal.print(table.csv())
        case .text: Terminal.print(table.text(Terminal.options(listLimit: nil)))
        }
    }
}
