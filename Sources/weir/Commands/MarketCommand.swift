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
    @Option(
        help: "One account only, line by line: an id, a domain or a name. What it misses, by how much, who said so.")
    var account: String?
    @Flag(help: "Rolled up to parents: for each company above others, its group's accounts, and how many are target.")
    var groups = false
    @Option(help: "Another agreement's file: which accounts it would move, from where to where.")
    var against: String?
    @Option(help: "text or json.")
    var format = TextOrJSON.text
    @Option(help: "How many industries and countries, or groups, to list.")
    var top = 10
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard top >= 0 else { throw ValidationError("--top: give 0 or more") }
        guard [companies, account, against, groups ? "" : nil].compactMap(\.self).count <= 1 else {
            throw ValidationError("give one of --companies, --account, --groups and --against")
        }
    }

    func run() throws {
        if let account { return try explain(account) }
        if let against { return try compare(against) }
        if groups { return try rollUp() }
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

    private func explain(_ who: String) throws {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let placing = try workspace.placing(of: workspace.accountMeant(who), under: use)
        switch format {
        case .json: Terminal.print(try placing.json())
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print("\(use.title)\n")
            Terminal.print(placing.lines(use).joined(separator: "\n"))
        }
    }

    private func rollUp() throws {
        let workspace = try workspace.open().snapshot()
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let groups = try MarketGroups(workspace, use, top: top)
        switch format {
        case .json: Terminal.print(try groups.json())
        case .text:
            if let banner = use.banner { Terminal.print(banner + "\n") }
            Terminal.print("\(use.title)\n")
            Terminal.print(groups.lines().joined(separator: "\n"))
        }
    }

    private func compare(_ path: String) throws {
        let workspace = try workspace.open().snapshot()
        let old = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let shift = try MarketShift(workspace, from: old, to: AgreementInUse.draft(path), listed: top)
        switch format {
        case .json: Terminal.print(try shift.json())
        case .text:
            Terminal.print("\(shift.before)\nagainst \(shift.after)\n")
            Terminal.print(shift.lines().joined(separator: "\n"))
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
