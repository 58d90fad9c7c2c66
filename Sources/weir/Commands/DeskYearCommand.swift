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
            status 1 where something does not hold. With --world it is a world that weir simulate made: who qualifies \
            when, in which tier, whose hand is raised and where they are routed, by the example agreement or that of \
            --agreement, with the world's teams, holidays, leave and half days. With --history it is the history of a \
            workspace, under its agreement and with the agreement's teams, or those of --world. What Sales answers is \
            chance.
              weir simulate --seed 7 --accounts 2000 --days 365 --out world && weir desk year --world world
            """)

    @Option(help: "An agreement whose teams and rules to use.") var agreement: String?
    @Option(help: "A workspace: who qualified when in its history, under its agreement or the one of --agreement.")
    var history: String?
    @Option(help: "The folder of a simulated world: who qualifies, whose teams follow up, and who is away when.")
    var world: String?
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
        let start = ContinuousClock.now
        var year = try await year()
        let isSound = year.run(days: days, stepMinutes: step, checkEveryStep: true)
        let report = year.report
        Terminal.print(
            """
            \(report.days) days from \(year.start), seed \(seed): \(report.steps) steps, each checked; \(report.inputs) inputs, \
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

    private func year() async throws -> DeskYear {
        guard let past = try await past() else {
            let rules = try agreement.map(DeskExample.rules(agreement:)) ?? DeskExample.rules()
            return DeskExample.year(rules, seed: seed, from: from ?? CivilDay(number: 20_454))
        }
        return DeskExample.year(past.rules, seed: seed, from: past.from, events: past.events)
    }

    private func past() async throws -> DeskHistory? {
        if let history {
            return try await DeskHistory(
                Workspace.open(history), draft: agreement, world: world, days: days, from: from, at: Clock.now)
        }
        guard let world else { return nil }
        return try await DeskHistory(ofWorld: world, draft: agreement, days: days, from: from, at: Clock.now)
    }
}
