import ArgumentParser
import WeirApp
import WeirIntake
import WeirMarket

struct MarketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "market", abstract: "How many companies are addressable, served and target, and why not the rest.")

    @Option(help: "Judge the companies of this file, without a workspace (with --draft).")
    var companies: String?
    @Option(help: "COLUMN=FIELD, with --companies. May be repeated.")
    var map: [String] = []
    @Option(help: "text or json.")
    var format = TextOrJSON.text
    @Option(help: "How many industries and countries to list.")
    var top = 10
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard top >= 0 else { throw ValidationError("--top: give 0 or more") }
    }

    func run() throws {
        let (count, use) = try companies.map(countFile) ?? countWorkspace()
        let report = count.report(top: top)
        switch format {
        case .json: Terminal.print(try MarketAnswer(use, report).json())
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print("\(use.title)\n")
            Terminal.print(report.lines().joined(separator: "\n"))
        }
    }

    private func countFile(_ path: String) throws -> (MarketCount, AgreementInUse) {
        guard let draft = agreement.draft else {
            throw AppError(.usage, "weir market --companies FILE needs --draft AGREEMENT to judge them by")
        }
        let use = try AgreementInUse.draft(draft)
        let file = try CompanyFile.read(
            path, mapping: MappingOptions(fieldOfColumn: try pairs(map, "--map"), attributeTypes: use.attributeTypes))
        for row in file.rejected { Terminal.error("\(path): \(row.problem)") }
        for notice in file.notices { Terminal.error("note: \(notice.example) (\(grouped(notice.count)) rows)") }
        var count = MarketCount(use.market)
        for company in file.companies {
            count.add(use.market.company(name: company.name, domain: company.domain, company.knownAttributes))
        }
        return (count, use)
    }

    private func countWorkspace() throws -> (MarketCount, AgreementInUse) {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        return (try workspace.marketCount(under: use), use)
    }
}
