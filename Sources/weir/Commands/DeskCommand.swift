import ArgumentParser
import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight

struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "Work at the desk between Marketing and Sales.",
        discussion: """
            A running weir serve decides who is qualified and keeps the desk up with that and with time; without one, \
            weir desk tick takes in what it decided last and lets time pass. Commands may be used beside a running service.
            """,
        subcommands: [
            DeskInbox.self, DeskAdd.self, DeskShow.self, DeskMove.self, DeskFlowCommand.self, DeskTeams.self,
            DeskTeamChange.self,
            DeskWaterfall.self, DeskMoves.self, DeskTick.self, DeskYearCommand.self,
        ])
}

/// Does something with a service that leaves deciding to others.
func atTheDesk<T>(_ workspace: WorkspaceOptions, _ body: (Service) async throws -> T) async throws -> T {
    let service = try workspace.service()
    do {
        let result = try await body(service)
        await service.stop()
        return result
    } catch {
        await service.stop()
        throw error
    }
}

struct DeskInbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Open hand-offs, the least time left first.")

    @Option(help: "Only this member's.") var owner: String?
    @Option(help: "Only this team's.") var team: String?
    @Flag(help: "Snoozed ones too.") var snoozed = false
    @Option(help: "text or csv.") var format = OutputFormat.text
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let filter = InboxFilter(owner: owner, team: team, includesSnoozed: snoozed)
        let entries = try await atTheDesk(workspace) { service in
            try await everyPage { try await service.inbox(filter, $0) }
        }
        var table = TableView(
            title: "Hand-offs",
            columns: [
                .init("id", "Id"), .init("buyer", "Buyer"), .init("company", "Company"), .init("owner", "Owner"),
                .init("team", "Team"), .init("state", "State"), .init("due", "Due"), .init("left", "Left"),
                .init("notes", "Notes"), .init("version", "Version"),
            ])
        for entry in entries {
            var notes = entry.raisedHand ? ["raised a hand"] : []
            if entry.isGhost { notes.append("ghost") }
            table.append([
                .text(entry.id), .text(entry.buyer.name ?? entry.buyer.id),
                .text(entry.buyer.accountName ?? entry.buyer.account), .text(entry.owner), .text(entry.team),
                .text(entry.state), .text(entry.next.map { "\($0.milestone.rawValue) \($0.dueAt)" } ?? ""),
                .text(entry.next.map(DeskWords.left) ?? ""), .text(notes.joined(separator: ", ")),
                .text("\(entry.version)"),
            ])
        }
        Terminal.print(format == .csv ? table.csv() : table.text(Terminal.options(listLimit: nil)))
    }
}

struct DeskAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a lead that Sales found.",
        discussion: """
            They are matched with the people and companies that are known, and are a lead from now on: the same definition \
            counts for them as for everybody. Who is further on the way already stays there.
            """)

    @Argument(help: "Their e-mail address.") var email: String
    @Option(help: "Who found them.") var by: String
    @Option(help: "Their name.") var name: String?
    @Option(help: "Their job title.") var title: String?
    @Option(help: "Their company.") var company: String?
    @Option(help: "Its website.") var website: String?
    @Option(help: "Its country.") var country: String?
    @Option(help: "Where you met.") var note: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let lead = SalesLead(
            email: email, name: name, title: title, company: company, website: website, country: country, note: note)
        let added = try await atTheDesk(workspace) { try await $0.addLead(lead, by: by) }
        Terminal.print("\(added.buyer.id): \(added.words)")
        if let tier = added.tier {
            Terminal.print(
                "\(added.buyer.accountName ?? added.buyer.account): tier \(tier), score "
                    + FixedNumber(thousandths: added.scoreMilli ?? 0).description)
        }
    }
}

struct DeskShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One hand-off with everything needed to follow up.")

    @Argument(help: "The hand-off, such as hof_7.") var id: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let view = try await atTheDesk(workspace) { try await $0.handOff(id) }
        for line in DeskWords.lines(view) { Terminal.print(line) }
    }
}

struct DeskMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Accept, reject, recycle, snooze, hand on, record or confirm.",
        discussion: """
            MOVE is accept, reject, recycle, snooze, already_working, reassign, contacted, confirm, sales_qualify, pause \
            or resume; weir desk show lists those that are open, with their reasons.
            """)

    @Argument(help: "The hand-off, such as hof_7.") var id: String
    @Argument(help: "What to do.") var move: String
    @Option(help: "Who does it.") var by: String
    @Option(help: "The version you saw; refused if somebody was faster.") var seen: Int?
    @Option(help: "Why, to reject, recycle or pause.") var reason: String?
    @Option(help: "A day to recycle (2026-03-27), an instant to snooze (2026-03-27T09:00:00Z).") var until: String?
    @Option(help: "The hand-off that is worked on already.") var into: String?
    @Option(help: "Who gets it.") var to: String?
    @Option(help: "need, solution_fit, budget, authority or timing.") var letter: String?
    @Option(help: "yes, no or unclear.") var verdict: String?
    @Option(help: "What was said.") var value: String?
    @Option(help: "Who said it.") var saidBy: String?
    @Option(help: "How sure, from 0 to 1000.") var sure = 1000
    @Option(help: "Where it can be looked up.") var evidence: String?
    @Option(help: "respond, disposition or contact.") var milestone: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let given: [String: String?] = [
            "reason": reason, "until": until, "into": into, "to": to, "letter": letter, "verdict": verdict,
            "value": value, "said_by": saidBy, "sure_permille": "\(sure)", "evidence": evidence,
            "milestone": milestone,
        ]
        let move = try HandOffMove(move) { given[$0] ?? nil }
        let view = try await atTheDesk(workspace) { try await $0.act(move, on: id, by: by, seen: seen) }
        let last = view.changes.last
        Terminal.print(
            "\(view.entry.id) \(last?.what ?? ""), now \(view.entry.state) with \(view.entry.owner), version "
                + "\(view.entry.version); the buyer is \(view.stage.replacing("_", with: "-"))")
    }
}

struct DeskTick: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick", abstract: "Take in what was decided, and let time pass at the desk.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let count = try await atTheDesk(workspace) { try await $0.deskTick() }
        Terminal.print("\(count) things happened.")
    }
}
