import ArgumentParser
import WeirApp
import WeirFacts
import WeirIntake
import WeirMarket

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Check a vendor's list against what was ordered; compare vendors.",
        subcommands: [ListCheckCommand.self, ListScorecardCommand.self])
}

struct ListCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Accept or reject each line of a list, with every reason.",
        discussion: """
            The order is a CSV file with the columns company, domain, country, role, functions, levels, \
            title_keywords, quantity, required, price; what is left empty asks nothing. weir coverage --order writes \
            one. Nothing is imported: take the accepted file in with weir import buyers. In the files written, a cell \
            that a spreadsheet might run as a formula gets an apostrophe in front.
            """)

    @Argument(help: "The vendor's list.")
    var file: String
    @Option(help: "What was ordered, as CSV.")
    var order: String
    @Option(help: "The vendor's name: keeps the outcome for weir list scorecard.")
    var vendor: String?
    @Option(help: "Write the rejected lines with their reasons to this file, for the vendor.")
    var claim: String?
    @Option(help: "Write the accepted lines to this file, ready for weir import buyers.")
    var accepted: String?
    @Option(help: "COLUMN=FIELD: what a column means; COLUMN=- leaves it out. May be repeated.")
    var map: [String] = []
    @Option(help: "Currency of prices that name none.")
    var currency = "EUR"
    @Option(help: "text or json.")
    var format = TextOrJSON.text
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let workspace = try workspace.open()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let outcome = try workspace.checkList(
            ListCheckSettings(
                file: file, order: order, vendor: vendor, claim: claim, accepted: accepted,
                mapping: MappingOptions(fieldOfColumn: try pairs(map, "--map")), currency: currency),
            under: use, now: Clock.now)
        for column in outcome.columns where column.field == nil {
            Terminal.error("note: column “\(column.header)” is not understood; name it with --map COLUMN=FIELD")
        }
        for row in outcome.unreadable { Terminal.error("\(file): \(row.problem)") }
        switch format {
        case .json: Terminal.print(try outcome.report.json())
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print(outcome.report.textLines().joined(separator: "\n"))
        }
        if let claim { Terminal.error("The rejected lines are in \(claim)") }
        if let accepted { Terminal.error("The accepted lines are in \(accepted): weir import buyers \(accepted)") }
    }
}

struct ListScorecardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorecard",
        abstract: "What each vendor's lists were worth: accepted, qualified, won, at what cost.")

    @Option(help: "The day, as 2026-03-27; today if not given.")
    var asOf: CivilDay?
    @Option(help: "text or json.")
    var format = TextOrJSON.text
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let population = try Population.showingProgress(workspace, use)
        let scores = try population.vendorScores(workspace, asOf: asOf ?? use.days.day(of: Clock.now))
        switch format {
        case .json: Terminal.print(try VendorScore.json(scores))
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print(VendorScore.lines(scores).joined(separator: "\n"))
        }
    }
}
