import ArgumentParser
import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say which weeks will overflow, before the money is spent.",
        discussion: """
            CALENDAR has one campaign a line: name,from,to,responses (days as 2026-03-27). What they bring is reckoned \
            from the last year: responses that qualified, and how long after. Nothing is changed.
            """)

    @Argument(help: "A CSV file of planned campaigns; none: what comes by itself.") var calendar: String?
    @Option(help: "Weeks ahead, 1 to 52.") var weeks = 13
    @Option(help: "text or csv.") var format = OutputFormat.text
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let campaigns = try calendar.map(PlannedCampaign.read) ?? []
        let forecast = try await atTheDesk(workspace) { try await $0.deskForecast(campaigns, weeks: weeks) }
        var table = TableView(
            title: "Expected qualified buyers against capacity",
            columns: [
                .init("week", "Week from"), .init("expected", "Expected"), .init("low", "Low"), .init("high", "High"),
                .init("capacity", "Capacity"), .init("overflow", "Overflow"), .init("waiting", "Then waiting"),
            ])
        for week in forecast.weeks {
            table.append([
                .text(week.from.description), .text(number(week.expectedMilli)), .text(number(week.lowMilli)),
                .text(number(week.highMilli)), .text("\(week.capacity)"),
                .text(week.overflowMilli == 0 ? "" : number(week.overflowMilli) + (week.isCertain ? " (certain)" : "")),
                .text(number(week.waitingMilli)),
            ])
        }
        Terminal.print(format == .csv ? table.csv() : table.text(Terminal.options(listLimit: nil)))
        if format == .text { for sentence in overflows(forecast) { Terminal.print(sentence) } }
        for proposal in forecast.proposals { Terminal.print("Could help: \(proposal.words)") }
    }

    /// Which weeks bring more than can be followed up, and by how much.
    private func overflows(_ forecast: DeskForecast) -> [String] {
        let weeks = forecast.weeks.filter { $0.overflowMilli > 0 }
        if weeks.isEmpty { return ["No week brings more than can be followed up."] }
        return weeks.map { week in
            "The week from \(week.from) overflows by \(number(week.overflowMilli)): \(number(week.expectedMilli)) expected, "
                + "\(week.capacity) can be followed up."
        }
    }

    private func number(_ milli: Int64) -> String { FixedNumber(thousandths: milli / 100 * 100).description }
}
