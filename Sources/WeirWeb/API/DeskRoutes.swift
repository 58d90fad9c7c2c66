import HTTPTypes
import Hummingbird
import WeirApp
import WeirDesk
import WeirFacts
import WeirIntake

/// The desk: what lies there, what may be done with it, and what flows through.
struct DeskRoutes: Sendable {
    let desk: any DeskUseCases
    let streams: StreamCount

    private let handOff = Parameter.path("handOff", "hof", "The hand-off.")

    var routes: [Route] {
        [inbox, show, act, addLead, flow, teams, changeTeam, forecast, waterfall, moves, moveStream, suppress]
    }

    private var inbox: Route {
        .get(
            "/api/v1/desk/inbox", .deskRead,
            Operation(
                id: "listInbox", tag: "Desk", summary: "Open hand-offs, the least time left first",
                parameters: Parameter.page + [
                    .query("owner", .text(1...100, .line), "Only this member's."),
                    .query("team", .text(1...100, .line), "Only this team's."),
                    .query("snoozed", .yesNo, "Whether snoozed ones are listed too; false if not given."),
                ], answers: [.page(of: "InboxEntry", "Some hand-offs.")], problems: [409])
        ) { call in
            let filter = InboxFilter(
                owner: call.query("owner"), team: call.query("team"),
                includesSnoozed: call.query("snoozed") == "true")
            return call.page(try await desk.inbox(filter, call.pageRequest)) { $0.json }
        }
    }

    private var show: Route {
        .get(
            "/api/v1/hand-offs/{handOff}", .deskRead,
            Operation(
                id: "getHandOff", tag: "Desk",
                summary: "A hand-off: who, why now, what first, what is known, time left, what may be done",
                parameters: [handOff], answers: [.json(200, .named("HandOff"), "The hand-off.")], problems: [409])
        ) { call in
            .json(try await desk.handOff(call.parameter("handOff")).json)
        }
    }

    private var act: Route {
        .post(
            "/api/v1/hand-offs/{handOff}/moves", .deskWrite,
            Operation(
                id: "moveHandOff", tag: "Desk", summary: "Accept, reject, recycle, snooze, hand on, record or confirm",
                description: """
                    `seen_version` is the version that you saw; where somebody was faster the answer is 412 and says who, \
                    when and what. A rejection needs one of the agreement's reasons.
                    """, parameters: [handOff], body: .json(.object(HandOffMove.members)),
                answers: [.json(200, .named("HandOff"), "The hand-off as it is now.")], problems: [404, 409],
                isRepeatable: true)
        ) { call in
            let moved = try await desk.act(
                try HandOffMove(call.json), on: call.parameter("handOff"), by: call.caller?.name ?? "",
                seen: call.json.whole("seen_version"))
            return .json(moved.json)
        }
    }

    private var flow: Route {
        .get(
            "/api/v1/desk/flow", .deskRead,
            Operation(
                id: "getDeskFlow", tag: "Desk",
                summary: "Who waits, with place and expected day; what was released today; who holds what",
                answers: [.json(200, .named("DeskFlow"), "The flow.")])
        ) { _ in
            .json(try await desk.deskFlow().json)
        }
    }

    private var teams: Route {
        .get(
            "/api/v1/desk/teams", .deskRead,
            Operation(
                id: "listDeskTeams", tag: "Desk", summary: "Teams, their members and leave",
                answers: [.json(200, .named("DeskTeamList"), "The teams.")], problems: [409])
        ) { _ in
            .json(["data": .list(try await desk.deskTeams().map(\.json))])
        }
    }

    private var changeTeam: Route {
        .post(
            "/api/v1/desk/teams/changes", .deskWrite,
            Operation(
                id: "changeDeskTeam", tag: "Desk",
                summary: "Somebody joins, leaves or is away, or a team's hours change",
                description: """
                    What somebody who leaves had open goes to others at once. A team closes or works other hours on \
                    single days, or closes on the whole days of a calendar file; promises that run are laid out on the \
                    new hours.
                    """,
                body: .json(
                    .object([
                        .init("team", .text(1...100, .line), "The team's name.", example: "sdr_emea"),
                        .init("name", .text(1...100, .line), isRequired: false, "The member.", example: "ana"),
                        .init("change", .choice(TeamChange.words)),
                        .init("capacity", .integer(1...10_000), isRequired: false, "Follow-ups a day; to join."),
                        .init("from", .day, isRequired: false, "The first day."),
                        .init("to", .day, isRequired: false, "The last day."),
                        .init(
                            "away_permille", .integer(1...1000), isRequired: false, "Part of each day; 1000 is all."),
                        .init(
                            "hours", .text(1...200, .line), isRequired: false, "Of the days, such as 09:00-12:00."),
                        .init("why", .text(1...200, .line), isRequired: false, "Why the days are other than usual."),
                        .init(
                            "calendar", .text(1...TeamChange.mostCalendarBytes), isRequired: false,
                            "The text of an iCalendar file; its whole days are closed."),
                    ])), answers: [.json(200, .named("DeskTeam"), "The team as it is now.")], problems: [404, 409],
                isRepeatable: true)
        ) { call in
            let team = try await desk.changeTeam(
                call.json.text("team") ?? "", try TeamChange(call.json), by: call.caller?.name ?? "")
            return .json(team.json)
        }
    }

    private var forecast: Route {
        .post(
            "/api/v1/desk/forecast", .deskRead,
            Operation(
                id: "forecastDesk", tag: "Desk",
                summary: "Expected qualified buyers against capacity, week by week, with planned campaigns",
                body: .json(
                    .object([
                        .init("weeks", .integer(1...52), isRequired: false, "13 if not given."),
                        .init(
                            "campaigns",
                            .list(
                                .object([
                                    .init("name", .text(1...200, .line)), .init("from", .day), .init("to", .day),
                                    .init("responses", .integer(0...10_000_000)),
                                ]), atMost: 200), isRequired: false),
                    ])), answers: [.json(200, .named("DeskForecast"), "The forecast.")], problems: [409])
        ) { call in
            let campaigns = call.json.objects("campaigns").compactMap { campaign -> PlannedCampaign? in
                guard let from = campaign.text("from").flatMap({ CivilDay($0) }),
                    let to = campaign.text("to").flatMap({ CivilDay($0) })
                else { return nil }
                return PlannedCampaign(
                    name: campaign.text("name") ?? "", from: from, to: to, responses: campaign.whole("responses") ?? 0)
            }
            return .json(try await desk.deskForecast(campaigns, weeks: call.json.whole("weeks") ?? 13).json)
        }
    }

    private var waterfall: Route {
        .get(
            "/api/v1/desk/waterfall", .deskRead,
            Operation(
                id: "getStageWaterfall", tag: "Desk", summary: "Stock, in flow and out flow of every stage, by cohort",
                parameters: [
                    .query("from", .day, "The first day; thirty days before the last if not given."),
                    .query("to", .day, "The last day; today, or from if that is later, if not given."),
                ], answers: [.json(200, .named("StageWaterfall"), "The waterfall.")])
        ) { call in
            let (from, to) = (call.day("from"), call.day("to"))
            if let from, let to, from > to {
                throw Problem(400, "invalid_query", "from is the first day and to the last; here from comes after to")
            }
            return .json(try await desk.waterfall(from: from, to: to).json)
        }
    }

    private var moves: Route {
        .get(
            "/api/v1/stage-moves", .deskRead,
            Operation(
                id: "listStageMoves", tag: "Transitions", summary: "Moves between stages after a place in the feed",
                parameters: [
                    .query("after", .integer(0...1_000_000_000_000), "The last one you have; 0 if not given."),
                    .query("limit", .integer(1...1000), "How many to give; 100 if not given."),
                    .query("buyer", .id("buy"), "Only this buyer's."),
                ], answers: [.json(200, .named("StageMoveFeed"), "Some moves.")], problems: [404])
        ) { call in
            let after = call.query("after").flatMap { Int64($0) } ?? 0
            let found = try await desk.stageMoves(
                after: after, limit: call.query("limit").flatMap { Int($0) } ?? 100, buyer: call.query("buyer"))
            return .json(["data": .list(found.map(\.json)), "last": .integer(found.last?.id ?? after)])
        }
    }

    private var moveStream: Route {
        Route(
            method: .get, path: "/api/v1/stage-moves/stream", access: .scope(.deskRead), group: .stream, operation: nil
        ) { [desk, streams] call in
            try FeedStream<StageMoveView>(event: "stage_move", place: { $0.id }, json: { $0.json }).answer(
                call, streams
            ) { desk.stageMoveStream(after: $0) }
        }
    }

    private var addLead: Route {
        .post(
            "/api/v1/desk/leads", .deskWrite,
            Operation(
                id: "addLead", tag: "Desk", summary: "Add somebody whom Sales found",
                description: """
                    They are matched with the people and companies that are known, and are a lead from now on: the same \
                    definition counts for them as for everybody. Who is further on the way already stays there.
                    """,
                body: .json(
                    .object([
                        .init("email", .text(3...254, .email), "Who they are.", example: "ann.lee@contoso.com"),
                        .init("name", .text(1...200, .line), isRequired: false, example: "Ann Lee"),
                        .init("title", .text(1...200, .line), isRequired: false, example: "Head of Supply Chain"),
                        .init("company", .text(1...200, .line), isRequired: false, example: "Contoso"),
                        .init("website", .text(1...300, .line), isRequired: false),
                        .init("country", .text(1...100, .line), isRequired: false),
                        .init("note", .text(1...1000, .line), isRequired: false, "Where you met."),
                    ])), answers: [.json(200, .named("AddedLead"), "The lead as it is now.")], problems: [409],
                isRepeatable: true)
        ) { call in
            let body = call.json
            let lead = SalesLead(
                email: body.text("email") ?? "", name: body.text("name"), title: body.text("title"),
                company: body.text("company"), website: body.text("website"), country: body.text("country"),
                note: body.text("note"))
            return .json(try await desk.addLead(lead, by: call.caller?.name ?? "").json)
        }
    }

    private var suppress: Route {
        .post(
            "/api/v1/desk/suppressions", .deskWrite,
            Operation(
                id: "suppressBuyer", tag: "Desk", summary: "Say that nobody may contact a buyer any more",
                body: .json(
                    .object([
                        .init("buyer", .id("buy"), "The buyer.", example: "buy_7"),
                        .init("reason", .text(1...1000, .line), "Why.", example: "asked us not to"),
                    ])), answers: [.json(200, .named("Done"), "Done.")], problems: [404, 409], isRepeatable: true)
        ) { call in
            try await desk.suppress(
                buyer: call.json.text("buyer") ?? "", because: call.json.text("reason") ?? "",
                by: call.caller?.name ?? "")
            return .json(["done": .yesNo(true)])
        }
    }
}
