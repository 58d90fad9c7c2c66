import ArgumentParser
import WeirApp
import WeirDesk
import WeirFacts

struct DeskYearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year", abstract: "Run a simulated year through the desk and check it at every step.",
        discussion: """
            Teams in London, New York and Sydney with their public holidays, or those of an agreement; leave, departures, \
            raised hands, refusals and forgotten hand-offs at random. After every step: capacity is not exceeded but by \
            raised hands, nobody stands in two places, nobody is lost, clocks agree, account books sum to zero. Ends with \
            status 1 where something does not hold.
            """)

    @Option(help: "An agreement whose teams and rules to use.") var agreement: String?
    @Option(help: "Brings the same year back.") var seed: UInt64 = 1
    @Option(help: "How many days, 1 to 3660.") var days = 365
    @Option(help: "Minutes from one tick to the next, 5 to 60.") var step = 30
    @Option(help: "The first day.") var from = CivilDay(number: 20_454)

    func validate() throws {
        if !(1...3660).contains(days) { throw ValidationError("--days is a number from 1 to 3660") }
        if !(5...60).contains(step) { throw ValidationError("--step is a number from 5 to 60") }
    }

    func run() throws {
        let rules = try agreement.map(DeskExample.rules(agreement:)) ?? DeskExample.rules()
        let start = ContinuousClock.now
        var year = DeskExample.year(rules, seed: seed, from: from)
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
