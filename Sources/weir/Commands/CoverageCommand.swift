import ArgumentParser
import WeirApp
import WeirFacts
import WeirMarket

struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Who is missing at the target accounts, and whom to look for first.",
        discussion: """
            Seats are those that the agreement wants filled (buying_group.wanted). First come the seats of which one \
            person, found and engaged, makes the account qualified. --order writes them as an order that weir list \
            check judges the answer against.
            """)

    @Option(help: "One account only, with the people in its seats: an id, a domain or a name.")
    var account: String?
    @Option(help: "Write an order for the missing people to this file: CSV, or plain text if it ends in .txt.")
    var order: String?
    @Option(help: "How many seats to show, and to order.")
    var top = 20
    @Option(help: "Fields that each person of the order must come with, with commas: phone,consent.")
    var require: String?
    @Option(help: "What an accepted person of the order costs: 45.50 EUR.")
    var price: String?
    @Option(help: "The day, as 2026-03-27; today if not given.")
    var asOf: CivilDay?
    @Option(help: "text or json.")
    var format = TextOrJSON.text
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard top >= 0 else { throw ValidationError("--top: give 0 or more") }
        guard account == nil || order == nil else { throw ValidationError("give --account or --order, not both") }
    }

    func run() async throws {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let day = asOf ?? use.days.day(of: Clock.now)
        if let account { return try cover(account, workspace, use, day) }
        let ranking = try await interruptible {
            try await Population.showingProgress(workspace, use).seats(asOf: day)
        }
        switch format {
        case .json: Terminal.print(try ranking.json(top: top))
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print("\(use.title), as of \(day)\n")
            Terminal.print(ranking.lines(top: top).joined(separator: "\n"))
        }
        if let order { try write(workspace, ranking, use, to: order) }
    }

    private func cover(_ who: String, _ workspace: Workspace, _ use: AgreementInUse, _ day: CivilDay) throws {
        let coverage = try workspace.coverage(of: workspace.accountMeant(who), under: use, asOf: day)
        switch format {
        case .json: Terminal.print(try coverage.json())
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print("\(use.title)\n")
            Terminal.print(coverage.lines().joined(separator: "\n"))
        }
    }

    private func write(_ workspace: Workspace, _ ranking: SeatRanking, _ use: AgreementInUse, to path: String) throws {
        let required = require?.split(separator: ",").map(String.init) ?? []
        let order = try workspace.order(
            for: ranking.gaps.prefix(top), required: required, price: try price.map(readPrice), under: use)
        let group = use.agreement.buyingGroup
        try Files.write((path.hasSuffix(".txt") ? order.plainText(group) : order.csv(group)).utf8, to: path)
        Terminal.error("\(grouped(order.quantity)) people are ordered in \(path)")
    }

    private func readPrice(_ text: String) throws -> Money {
        guard let price = ListOrder.price(text, currency: "EUR") else {
            throw AppError(.usage, "--price \(text): write an amount and its currency, such as 45.50 EUR")
        }
        return price
    }
}
