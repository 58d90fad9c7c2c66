import ArgumentParser
import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight

struct DeskFlowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow", abstract: "Who waits, what was released today, and who holds what.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let flow = try await atTheDesk(workspace) { try await $0.deskFlow() }
        for team in flow.teams {
            let slow = team.capacityPermille < 1000 ? " (slowed to \(team.capacityPermille / 10)%)" : ""
            Terminal.print(
                "\(team.name), \(team.day) \(team.timeZone), \(team.isOpen ? "open" : "closed"): capacity "
                    + "\(team.capacity)\(slow), released \(team.released), besides \(team.besides), carried "
                    + "\(team.carried); open \(team.open), past due \(team.pastDue), waiting \(team.waitingCount)")
            var members = TableView(
                title: "Members",
                columns: [
                    .init("name", "Name"), .init("capacity", "Capacity"), .init("carried", "Carried"),
                    .init("released", "Released"), .init("besides", "Besides"), .init("open", "Open"),
                    .init("past_due", "Past due"), .init("ghosts", "Ghosts"), .init("owed", "Owed"),
                ])
            for member in team.members where !member.hasLeft {
                members.append([
                    .text(member.name), .text("\(member.capacity)"), .text("\(member.carried)"),
                    .text("\(member.released)"), .text("\(member.besides)"), .text("\(member.open)"),
                    .text("\(member.pastDue)"), .text("\(member.ghosts)"),
                    .text(FixedNumber(thousandths: member.balanceMicro / 1000).description),
                ])
            }
            Terminal.print(members.text(Terminal.options(listLimit: nil)))
            for waiting in team.waiting.prefix(20) {
                let expected = waiting.expected.map { "expected \($0)" } ?? "not within a year"
                Terminal.print(
                    "  \(waiting.place). \(waiting.buyer.name ?? waiting.buyer.id), "
                        + "\(waiting.buyer.accountName ?? waiting.buyer.account), tier \(waiting.tier), \(expected)")
            }
        }
        if !flow.withoutTeam.isEmpty {
            let more = flow.withoutTeamCount - flow.withoutTeam.count
            Terminal.print(
                "No routing rule fits: " + flow.withoutTeam.map(\.id).joined(separator: ", ")
                    + (more > 0 ? " and \(more) more" : ""))
        }
        for week in flow.marketing where week.qualified > 0 {
            Terminal.print(
                "Week of \(week.week): \(week.qualified) qualified (\(week.verdict.volume.rawValue)), "
                    + "\(week.accepted) accepted, \(week.rejected) refused (\(week.verdict.acceptance.rawValue))")
        }
    }
}

struct DeskTeams: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teams", abstract: "Teams, their members and who is away when.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        for team in try await atTheDesk(workspace, { try await $0.deskTeams() }) {
            Terminal.print("\(team.name) (\(team.timeZone))")
            for member in team.members {
                let leave = member.leave.map { "away \($0.from) to \($0.to) (\($0.awayPermille / 10)%)" }
                let words = (member.hasLeft ? ["has left"] : ["\(member.capacity) a day"]) + leave
                Terminal.print("  \(member.name): \(words.joined(separator: ", "))")
            }
            team.printSpecialDays()
        }
    }
}

struct DeskTeamChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team",
        abstract: "Say that somebody joins a team, leaves it, or is away, or that a team works other hours.",
        discussion: """
            Of a member, CHANGE is joins, leaves or is_away. Of the team, it is closes, works (with --hours) or \
            works_as_usual, from --from to --to, or follows_calendar, which closes the whole days of an iCalendar file \
            (--calendar). Promises that run are laid out on the new hours.
              weir desk team sdr_emea is_away ana --from 2026-12-21 --to 2026-12-31 --by Ann
              weir desk team sdr_emea closes --from 2026-12-24 --to 2026-12-26 --why "Company days" --by Ann
              weir desk team sdr_emea works --from 2026-12-31 --to 2026-12-31 --hours 09:00-12:00 --by Ann
              weir desk team sdr_emea follows_calendar --calendar holidays.ics --by Ann
            """)

    @Argument(help: "The team.") var team: String
    @Argument(help: .init(stringLiteral: TeamChange.words.joined(separator: ", ") + ".")) var change: String
    @Argument(help: "The member.") var name: String?
    @Option(help: "Who says so.") var by: String
    @Option(help: "Follow-ups a business day; to join.") var capacity: Int?
    @Option(help: "The first day.") var from: CivilDay?
    @Option(help: "The last day.") var to: CivilDay?
    @Option(help: "Part of each day away, permille.") var away = 1000
    @Option(help: "Hours of the days, such as 09:00-12:30,13:30-17:00.") var hours: String?
    @Option(help: "Why the days are closed, or others.") var why: String?
    @Option(help: "An iCalendar file (.ics).") var calendar: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let file = try calendar.map {
            String(decoding: try Files.read($0, limit: TeamChange.mostCalendarBytes + 1), as: UTF8.self)
        }
        let given: [String: String?] = [
            "name": name, "capacity": capacity.map(String.init), "from": from?.description, "to": to?.description,
            "away_permille": "\(away)", "hours": hours, "why": why, "calendar": file,
        ]
        let said = try TeamChange(change) { given[$0] ?? nil }
        let after = try await atTheDesk(workspace) { try await $0.changeTeam(team, said, by: by) }
        Terminal.print(
            "\(after.name): \(after.members.filter { !$0.hasLeft }.map(\.name).joined(separator: ", "))")
        after.printSpecialDays()
    }
}

extension DeskTeamView {
    fileprivate func printSpecialDays() {
        for day in specialDays {
            let hours = day.hours.isEmpty ? "closed" : day.hours.map(\.text).joined(separator: ", ")
            Terminal.print("  \(day.day): \(hours)" + (day.why.isEmpty ? "" : " (\(day.why))"))
        }
    }
}

struct DeskWaterfall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waterfall", abstract: "Stock, in flow and out flow of every stage.")

    @Option(help: "The first day; thirty days before the last if not given.") var from: CivilDay?
    @Option(help: "The last day; today if not given.") var to: CivilDay?
    @Option(help: "text or csv.") var format = OutputFormat.text
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let fall = try await atTheDesk(workspace) { try await $0.waterfall(from: from, to: to) }
        var table = TableView(
            title: "Stages from \(fall.from) to \(fall.to)",
            columns: [
                .init("stage", "Stage"), .init("before", "Before"), .init("in", "In"), .init("out", "Out"),
                .init("after", "After"), .init("median_stay", "Median stay"),
            ])
        for line in fall.lines {
            table.append([
                .text(line.stage.name), .text("\(line.before)"), .text("\(line.entered)"), .text("\(line.left)"),
                .text("\(line.after)"), .text(line.medianStayMillis.map(DeskWords.time) ?? ""),
            ])
        }
        Terminal.print(format == .csv ? table.csv() : table.text(Terminal.options(listLimit: nil)))
    }
}

struct DeskMoves: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moves", abstract: "Moves between stages, in the order they happened.")

    @Option(help: "Only those after this place in the feed.") var after: Int64 = 0
    @Option(help: "How many, 1 to 1000.") var limit = 100
    @Option(help: "Only this buyer's, such as buy_7.") var buyer: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        for move in try await atTheDesk(
            workspace, { try await $0.stageMoves(after: after, limit: limit, buyer: buyer) })
        {
            let reason = move.reason.map { ": \($0)" } ?? ""
            Terminal.print("\(move.id) \(move.at) \(move.buyer) \(move.from) → \(move.to) by \(move.by)\(reason)")
        }
    }
}
