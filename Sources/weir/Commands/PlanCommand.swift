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
        let campaigns = try calendar.map(read) ?? []
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
        for proposal in forecast.proposals { Terminal.print("Could help: \(proposal.words)") }
    }

    private func number(_ milli: Int64) -> String { FixedNumber(thousandths: milli / 100 * 100).description }

    private func read(_ path: String) throws -> [PlannedCampaign] {
        let text = String(decoding: try Files.read(path, limit: 1 << 20), as: UTF8.self)
        var campaigns: [PlannedCampaign] = []
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingPrefix(while: \.isWhitespace)
            }
            if index == 0, fields.first == "name" { continue }
            guard fields.count == 4, let from = CivilDay(fields[1]), let to = CivilDay(fields[2]),
                let responses = Int(fields[3])
            else {
                throw AppError(
                    .badData,
                    "\(path):\(index + 1): is not name,from,to,responses, such as Fair,2026-03-02,2026-03-06,400")
            }
            campaigns.append(PlannedCampaign(name: String(fields[0]), from: from, to: to, responses: responses))
        }
        return campaigns
    }
}
