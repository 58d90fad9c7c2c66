import Hummingbird
import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// The weir itself: what waits behind it, what it lets through today, and who follows it up.
struct FlowPages: PageGroup {
    let desk: any DeskUseCases
    let views: any ViewUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/flow") { visit in try await page(visit) },
            routing.form("/flow/campaigns", for: Role.writers, limit: 1 << 20) { visit in try await keep(visit) },
            routing.form("/flow/teams/{team}", for: TeamDays.writers, limit: TeamChange.mostCalendarBytes * 2) {
                visit in
                try await changeTeam(visit)
            },
        ]
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let text = (visit.form("campaigns") ?? "").replacing("\r\n", with: "\n")
        do {
            try await desk.keepCampaigns(text)
        } catch let error as ServiceError where error.code == .invalid {
            return try await page(visit, plan: (text, Problem(422, "", error.description).sentence))
        }
        try visit.note(.changed, "the campaign calendar")
        return .seeOther("/flow")
    }

    private func changeTeam(_ visit: Visit) async throws -> Response {
        let team = try visit.parameter("team")
        do {
            _ = try await desk.changeTeam(team, TeamDays.change(visit), by: visit.visitor.name)
        } catch let error as ServiceError where [.invalid, .conflict].contains(error.code) {
            return try await page(visit, days: (team, Problem(422, "", error.description).sentence))
        }
        try visit.note(.changed, "days of \(team)")
        return .seeOther("/flow")
    }

    /// - Parameters:
    ///   - plan: campaigns that were typed and cannot be kept, and why.
    ///   - days: a team whose days cannot be changed as asked, and why.
    private func page(
        _ visit: Visit, plan: (typed: String, mistake: String)? = nil, days: (team: String, mistake: String)? = nil
    ) async throws -> Response {
        let today = try await views.today()
        if let day = visit.asOf(today) { return try await page(visit, asOf: day, today) }
        let flow: DeskFlow
        do {
            flow = try await desk.deskFlow()
        } catch let error as ServiceError where error.code == .conflict || error.code == .noAgreement {
            return visit.page("Flow", room: .flow, time: visit.time(today)) {
                PageHead("Flow").element
                EmptyState("Nothing flows yet") { p { Problem(409, "", error.description).sentence } }.element
            }
        }
        var forecast: DeskForecast?
        var noForecast: String?
        var calendar = CampaignCalendar(text: "", campaigns: [])
        do {
            calendar = try await desk.campaignCalendar()
            forecast = try await desk.deskForecast(calendar.campaigns, weeks: 13)
        } catch let error as ServiceError {
            noForecast = error.description
        } catch let error as AppError { noForecast = error.description }
        if let plan { calendar.text = plan.typed }
        let planned = CalendarView(calendar: calendar, today: today, visit: visit, mistake: plan?.mistake)
        let teamDays = try await desk.deskTeams().map { team in
            TeamDays(team: team, visit: visit, mistake: days?.team == team.name ? days?.mistake : nil)
        }
        let (weeks, whyNone) = (forecast, noForecast)
        let seesPeople = visit.visitor.role.seesPeople
        if seesPeople { try visit.noteOnce(.saw, "who waits") }
        return visit.page(
            "Flow", room: .flow, time: visit.time(today), status: plan == nil && days == nil ? 200 : 422
        ) {
            PageHead("Flow") { "What waits behind the weir, what it lets through today, and who follows it up." }
                .element
            for team in flow.teams {
                TeamPart(
                    team: team, visit: visit, now: flow.at, seesPeople: seesPeople,
                    days: teamDays.first { $0.team.name == team.name }
                ).element
            }
            if flow.teams.isEmpty {
                EmptyState("No team is agreed") {
                    p { "The agreement names the teams that follow up, and their capacity." }
                }
                .element
            }
            if !flow.withoutTeam.isEmpty {
                Notice(.risk) {
                    p {
                        "Nobody follows up \(Texts.count(flow.withoutTeamCount, "qualified buyer")): no routing rule of the agreement fits, or everybody in the team has refused the record."
                    }
                }.element
            }
            section {
                h2 { "The next thirteen weeks" }
                if let weeks, !weeks.weeks.isEmpty {
                    ForecastChart(weeks).element
                    proposals(weeks)
                } else {
                    EmptyState("No forecast") {
                        p { Problem(409, "", whyNone ?? "there is no history to go by").sentence }
                    }
                    .element
                }
                planned.body
            }
        }
    }

    private func page(_ visit: Visit, asOf day: CivilDay, _ today: CivilDay) async throws -> Response {
        let seesPeople = visit.visitor.role.seesPeople
        if seesPeople { try visit.noteOnce(.saw, "who was handed over") }
        let view = FlowAsOf(
            day: day, waterfall: try await desk.waterfall(from: day, to: day),
            offers: try await desk.named(desk.promises(from: day, to: day).sales), seesPeople: seesPeople)
        return visit.page("Flow", room: .flow, time: visit.time(today)) { view.body }
    }

    @MarkupBuilder private func proposals(_ forecast: DeskForecast) -> Markup {
        if !forecast.proposals.isEmpty {
            h3 { "What would end an overflow" }
            ul(.class("why")) { forecast.proposals.map { proposal in li { FlowPages.words(proposal) } } }
            p(.class("fine")) { "Nothing of this is done by itself." }
        }
    }

    private static func words(_ proposal: ForecastProposal) -> String {
        switch proposal {
        case .raiseBar(let week, let keep):
            "In the week of \(Texts.day(week)), let \(Texts.percent(keep)) through of those who qualify today: a higher bar."
        case .moveCampaign(let name, let days): "Begin \(name) \(Texts.count(days, "day")) later."
        }
    }
}

/// One team: the water behind the gate, the gate, the run below.
private struct TeamPart {
    let team: TeamFlow
    let visit: Visit
    let now: Instant
    let seesPeople: Bool
    let days: TeamDays?

    var element: HTMLElement {
        section(.class("team")) {
            h2 { Texts.name(team.name) }
            FigureRow([
                Figure(
                    "Waiting", Texts.number(team.waitingCount),
                    definition: "Qualified buyers who are not handed over yet, because the team is full today."),
                Figure(
                    "Released today", Texts.number(team.released),
                    definition: "Handed over by the meter since midnight.",
                    base: "capacity \(Texts.number(team.capacity))"),
                Figure(
                    "Besides", Texts.number(team.besides),
                    definition: "Raised hands, which never wait, and other work handed over today."),
                Figure(
                    "Open", Texts.number(team.open), definition: "Handed over and not ended, over all members.",
                    base: team.carried > 0 ? "\(Texts.number(team.carried)) from before today" : nil),
                Figure("Past due", Texts.number(team.pastDue), definition: "Open, and a promise was not kept."),
            ]).element
            p(.class("fine")) {
                team.isOpen ? "Open now" : "Closed now"
                ", \(Texts.zone(team.timeZone)). "
                if team.capacityPermille < 1000 {
                    "The period is ending: \(Texts.percent(team.capacityPermille)) of the usual capacity."
                }
            }
            WeirChart(team: team, now: now).element
            members
            waiting
            if let days { days.element }
        }
    }

    private var members: HTMLElement {
        DataTable(
            "\(Texts.name(team.name)), by person",
            columns: [
                .init("Person"), .init("Today", definition: "Handed over today, of what they can follow up today."),
                .init("Load", isForWideOnly: true), .init("Open", isNumber: true), .init("Past due", isNumber: true),
                .init("No talk yet", isNumber: true, definition: "Accepted, and nobody talked with the buyer in time."),
            ],
            rows: team.members.filter { !$0.hasLeft || $0.open > 0 }.map { member in
                let today = member.released + member.besides
                let state = member.hasLeft ? " (left)" : member.presencePermille == 0 ? " (away)" : ""
                return [
                    Markup(text: member.name + state),
                    Markup(text: "\(Texts.number(today)) of \(Texts.number(member.capacity))"),
                    Markup(MeterBar(today, of: max(member.capacity, 1)).element),
                    Markup(text: Texts.number(member.open)),
                    Markup(text: Texts.number(member.pastDue)), Markup(text: Texts.number(member.ghosts)),
                ]
            }
        ).element
    }

    @MarkupBuilder private var waiting: Markup {
        if !team.waiting.isEmpty {
            details {
                summary { "Who waits: \(Texts.count(team.waitingCount, "buyer"))" }
                DataTable(
                    "\(Texts.name(team.name)), in the order of release, the first fifty",
                    columns: [
                        .init("Place", isNumber: true), .init("Buyer"), .init("Account"), .init("Tier"),
                        .init("Score", isNumber: true), .init("Qualified"), .init("Expected"),
                    ],
                    rows: team.waiting.prefix(50).map { one in
                        [
                            Markup(text: Texts.number(one.place)),
                            Markup(text: one.buyer.words(seesPeople: seesPeople)), one.buyer.accountLink,
                            Markup(text: one.tier), Markup(text: Texts.points(one.scoreMilli)),
                            Markup(visit.times.element(one.qualifiedAt)),
                            Markup(text: one.expected.map(Texts.day) ?? "later"),
                        ]
                    }
                ).element
            }
        }
    }
}
