import ArgumentParser
import WeirApp
import WeirFacts
import WeirInsight

struct QualifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qualify", abstract: "Who is qualified on a day, since when, and what changes next.")

    @Option(help: "The day, as 2026-03-27; today if not given.")
    var asOf: CivilDay?
    @Option(help: "text, json or csv.")
    var format = OutputFormat.text
    @Flag(help: "Only accounts.")
    var accounts = false
    @Flag(help: "Only buyers.")
    var buyers = false
    @Option(help: "At most so many rows of each in text; 0 for all.")
    var limit = 25
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit: give 0 or more") }
    }

    func run() async throws {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let population = try await interruptible { try Population.showingProgress(workspace, use) }
        let day = asOf ?? use.days.day(of: Clock.now)
        let qualified = try await interruptible { try await population.qualified(asOf: day) }
        let people = try workspace.ledger.people(qualified.buyers.map(\.id))
        var tables: [TableView] = []
        if accounts || !buyers { tables.append(qualified.accountTable(banner: use.banner)) }
        if buyers || !accounts { tables.append(qualified.buyerTable(banner: use.banner, people: people)) }
        switch format {
        case .json: printJSON(tables, use: use, day: day)
        case .csv:
            guard tables.count == 1 else {
                throw AppError(.usage, "a CSV holds one table: add --accounts or --buyers")
            }
            Terminal.print(tables[0].csv())
        case .text: printText(tables, population, day)
        }
    }

    private func printJSON(_ tables: [TableView], use: AgreementInUse, day: CivilDay) {
        var members: [String: ReportJSON] = ["as_of": .text(day.description), "agreement": .text(use.title)]
        if let banner = use.banner { members["banner"] = .text(banner) }
        if accounts || !buyers { members["accounts"] = tables[0].json }
        if buyers || !accounts { members["buyers"] = tables[tables.count - 1].json }
        Terminal.print(ReportJSON.object(members).rendered())
    }

    private func printText(_ tables: [TableView], _ population: Population, _ day: CivilDay) {
        Terminal.print("\(population.use.title)\n")
        let options = Terminal.options(listLimit: limit == 0 ? nil : limit)
        for table in tables { Terminal.print(table.text(options) + "\n") }
        let last = population.period.upperBound
        if population.columns.history.engagementCount == 0 {
            Terminal.error("note: there are no engagements here yet: weir import engagements FILE")
        } else if last.distance(to: day) > 30 {
            Terminal.error(
                "note: the last engagement is of \(last), \(last.distance(to: day)) days before \(day); "
                    + "to see that day: --as-of \(last)")
        }
        for (name, count) in population.unknownSignals.prefix(5) {
            Terminal.error(
                "note: signal \(name) is not in the agreement: \(grouped(count)) engagements are worth nothing")
        }
        if population.columns.unplacedEngagements > 0 {
            Terminal.error(
                "note: \(grouped(population.columns.unplacedEngagements)) engagements are on no account; see weir status"
            )
        }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why an account or a buyer stands where it does, to the millipoint.")

    @Argument(help: "An id (acc_12, buy_7, or the source's), a domain, an e-mail address or a name.")
    var who: String
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
        let view = try workspace.explain(who, in: population, on: asOf ?? use.days.day(of: Clock.now))
        switch format {
        case .json: Terminal.print(view.json.rendered())
        case .text: Terminal.print(view.text(Terminal.options(listLimit: nil)))
        }
    }
}
