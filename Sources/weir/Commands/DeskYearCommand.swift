import ArgumentParser
import WeirApp
import WeirDesk
import WeirFacts

struct DeskYearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year", abstract: "Run a simulated year through the desk and check it at every step.",
        discussion: """
            Teams in London, New York and Sydney with their public holidays, or those of an agreement; leave, departures, \
            raised hands, refusals and forgotten hand-offs at random. After every step: capacity is not exceeded but by \
            raised hands, nobody stands in two places, nobody is lost, clocks agree, account books sum to zero. Ends with \
            status 1 where something does not hold. Who qualifies when is chance, too, or with --history what the \
            history of a workspace says, such as one that weir simulate made.
            """)

    @Option(help: "An agreement whose teams and rules to use.") var agreement: String?
    @Option(help: "A workspace: who qualified when in its history, under its agreement.") var history: String?
    @Option(help: "Brings the same year back.") var seed: UInt64 = 1
    @Option(help: "How many days, 1 to 3660.") var days = 365
    @Option(help: "Minutes from one tick to the next, 5 to 60.") var step = 30
    @Option(help: "The first day; of itself 2026-01-01, or with --history the one that lets it end with the history.")
    var from: CivilDay?

    func validate() throws {
        if !(1...3660).contains(days) { throw ValidationError("--days is a number from 1 to 3660") }
        if !(5...60).contains(step) { throw ValidationError("--step is a number from 5 to 60") }
    }

    func run() async throws {
        let rules = try agreement.map(DeskExample.rules(agreement:)) ?? DeskExample.rules()
        let start = ContinuousClock.now
        var past: (demand: [YearDemand], until: CivilDay)?
        if let history { past = try await DeskExample.demand(Workspace.open(history), at: Clock.now) }
        let from = self.from ?? past.map { $0.until.advanced(by: 1 - days) } ?? CivilDay(number: 20_454)
        var year = DeskExample.year(rules, seed: seed, from: from, demand: past?.demand)
        let isSound = year.run(days: days, stepMinutes: step, checkEveryStep: true)
        let report = year.report
        Terminal.print(
            """
            \(report.days) days from \(from), seed \(seed): \(report.steps) steps, each checked; \(report.inputs) inputs, \
            \(report.refused) refused
            \(report.qualified) qualified (\(report.raisedHands) raised a hand), \(report.offered) handed over, \
            \(report.expired) expired, \(report.handedOn) handed on, \(report.breached) promises broken, \
            \(report.ghosts) ghosts, \(report.teamChanges) changes of teams
            """)
        for stage in Stage.allCases where report.stages[stage] != nil {
            Terminal.print("  \(stage.name): \(report.stages[stage] ?? 0)")
        }
        Terminal.error("took \(ContinuousClock.now - start)")
        for fault in report.faults { Terminal.error("does not hold: \(fault)") }
        if !isSound { throw ExitCode(1) }
        Terminal.print("Everything holds.")
    }
}
