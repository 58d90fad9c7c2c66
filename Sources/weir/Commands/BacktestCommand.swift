import ArgumentParser
import WeirApp
import WeirFacts
import WeirInsight

struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "What a definition would have done over the history.")

    @Option(help: "First day; the first engagement's if not given.")
    var from: CivilDay?
    @Option(help: "Last day; the last engagement's if not given.")
    var to: CivilDay?
    @Option(help: "Compare with this agreement (a file, or in-force): gained, lost, earlier, later.")
    var against: String?
    @Option(
        help: ArgumentHelp(
            "Try values of the agreement: qualified_account.enter.score=60..140:10, or =60,80,100. May be repeated.",
            valueName: "path=values"))
    var sweep: [String] = []
    @Option(help: "Days after entry within which an opportunity or a win counts.")
    var horizon = 180
    @Option(help: "Write the report as one HTML page to this file.")
    var html: String?
    @Option(help: "text or json.")
    var format = TextOrJSON.text
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if against != nil && !sweep.isEmpty {
            throw ValidationError("--against compares two agreements and --sweep many: say one of them")
        }
    }

    func run() async throws {
        let workspace = try workspace.open().snapshot()
        if sweep.isEmpty { try await runBacktest(workspace) } else { try await runSweep(workspace) }
    }

    private func runSweep(_ workspace: Workspace) async throws {
        let source = try workspace.agreementSource(draft: agreement.draft, at: Clock.now)
        let use = try workspace.agreement(source, at: Clock.now)
        let (sweeps, from, to, horizon) = (sweep, from, to, horizon)
        let report = try await interruptible {
            let population = try Population.showingProgress(workspace, use)
            let line = ProgressLine("sweeping", unit: "variants")
            defer { line.end() }
            return try await Sweep(
                workspace, population, source, sweeps: sweeps, from: from, to: to, horizonDays: horizon
            ) { done, all in line.show(done: Double(done) / Double(all), count: done) }.report
        }
        try write(page: report.page)
        switch format {
        case .json: Terminal.print(report.json.rendered())
        case .text: Terminal.print(report.text(Terminal.options()))
        }
    }

    private func runBacktest(_ workspace: Workspace) async throws {
        let use = try workspace.agreement(draft: agreement.draft, at: Clock.now)
        let other = try against.map { file in
            try workspace.agreement(draft: file == "in-force" ? nil : file, at: Clock.now)
        }
        let (from, to, horizon) = (from, to, horizon)
        let (backtest, comparison) = try await interruptible {
            let population = try Population.showingProgress(workspace, use)
            let backtest = try await Backtest(workspace, population, from: from, to: to, horizonDays: horizon)
            guard let other else { return (backtest, BacktestComparison?.none) }
            let otherPopulation =
                other.days == use.days
                ? try Population(workspace, other, columns: population.columns) : try Population(workspace, other)
            let against = try await Backtest(
                workspace, otherPopulation, from: backtest.input.from, to: backtest.input.to, horizonDays: horizon)
            return (backtest, try backtest.compared(with: against))
        }
        let report = try backtest.report()
        try write(page: comparison?.page ?? report.page)
        switch format {
        case .json: Terminal.print((comparison?.json ?? report.json).rendered())
        case .text:
            Terminal.print(report.text(Terminal.options()))
            if let comparison { Terminal.print("\n" + comparison.text(Terminal.options())) }
        }
    }

    private func write(page: @autoclosure () -> HTMLDocument) throws {
        guard let html else { return }
        try Files.write(page().html.utf8, to: html)
        Terminal.error("The report is in \(html)")
    }
}
