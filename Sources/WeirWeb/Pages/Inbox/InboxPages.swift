import Hummingbird
import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// The inbox: what was handed over, by time left, and everything that is needed to decide.
struct InboxPages: PageGroup {
    let desk: any DeskUseCases
    let streams: StreamCount
    static let users: Set<Role> = [.admin, .sdr, .salesManager]

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/inbox", for: InboxPages.users) { visit in try await page(visit) },
            routing.page("/inbox/stream", for: InboxPages.users) { visit in
                try stream(InboxList(visit, member: await member(visit)).filter)
            },
            routing.form("/inbox/leads", for: InboxPages.users) { visit in try await addLead(visit) },
            routing.form("/inbox/{handoff}", for: InboxPages.users) { visit in try await move(visit) },
        ]
    }

    private func page(_ visit: Visit, of chosen: String? = nil, trouble: String? = nil, status: Int = 200) async throws
        -> Response
    {
        var list = InboxList(visit, member: await member(visit))
        list.trouble = trouble
        do {
            let page = try await desk.inbox(list.filter, PageRequest(limit: 50, cursor: visit.query("cursor")))
            list.entries = page.items
            list.next = page.next
            list.load = try await desk.dayLoad(of: list.member)
        } catch let error as ServiceError where error.code == .conflict || error.code == .noAgreement {
            list.emptiness = error.description
        }
        let named = chosen ?? visit.query("h")
        let id = named ?? list.kept(visit.query("at"))
        var view: HandOffView?
        if let id {
            do {
                view = try await desk.handOff(id)
                try visit.noteOnce(.saw, id)
            } catch let error as ServiceError where error.code == .notFound { list.trouble = error.description }
        }
        let shown = list
        let detail = view
        let isChosen = named != nil && view != nil
        return visit.page("Inbox", room: .inbox, keys: InboxPages.keys, status: status) {
            PageHead("Inbox") { shown.summary }.element
            shown.filters
            LeadForm(visit: visit).element
            div(
                .id("inbox"), .class(isChosen ? "inbox is-chosen" : "inbox"),
                .data("stream", HTMLAddress("/inbox/stream", shown.query).location)
            ) {
                shown.notice
                shown.element(chosen: id)
                div(.class("decision"), .id("decision")) {
                    if let detail {
                        shown.wayBack(from: detail.entry.id)
                        HandOffDetail(view: detail, visit: visit, query: shown.query).element
                    } else if shown.emptiness == nil {
                        EmptyState("Choose somebody at the left") { p { "Everything known about them appears here." } }
                            .element
                    }
                }
            }
            p(.id("toast"), .class("toast"), .role("status"), .isLive)
        }
    }

    /// Whom the agreement's teams mean by the visitor.
    private func member(_ visit: Visit) async -> String {
        let names = ((try? await desk.deskTeams()) ?? []).flatMap(\.members).map(\.name)
        let visitor = visit.visitor
        return ColleagueNames(id: visitor.person, email: visitor.email, name: visitor.name).member(of: names)
            ?? visitor.name
    }

    private static let keys = [
        KeyHint("1", "accept"), KeyHint("2", "already working on it"), KeyHint("3", "reject, with a reason"),
        KeyHint("H", "snooze"), KeyHint("A", "add a lead"), KeyHint("J, K", "next, previous"),
        KeyHint("U", "undo, within five seconds"),
    ]

    // MARK: Moves

    private func move(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("handoff")
        let seen = visit.form("version").flatMap { Int($0) }
        do {
            let move = try InboxMove(visit).move
            _ = try await desk.act(move, on: id, by: await member(visit), seen: seen)
            try visit.note(.changed, "\(id): \(visit.form("do") ?? "")")
        } catch let error as ServiceError where [.conflict, .changed, .invalid].contains(error.code) {
            let status = error.code == .invalid ? 422 : 409
            return try await page(visit, of: id, trouble: error.description, status: status)
        }
        let query = InboxList(visit, member: "").query
        let next: [(String, String)] =
            switch visit.form("do") {
            case "contacted", "confirm", "pause", "resume": [("h", id)]
            // Decided: where there is room for one thing, the list comes back, and beside it this one stays.
            case "accept": [("at", id)]
            default: []
            }
        return .seeOther(HTMLAddress("/inbox", query + next).location)
    }

    private func addLead(_ visit: Visit) async throws -> Response {
        do {
            let added = try await desk.addLead(LeadForm(visit: visit).lead, by: await member(visit))
            try visit.note(.changed, "\(added.buyer.id): added")
            return .seeOther(HTMLAddress("/inbox", [("added", added.stage)]).location)
        } catch let error as ServiceError where [.conflict, .invalid, .noAgreement].contains(error.code) {
            return try await page(visit, trouble: error.description, status: error.code == .invalid ? 422 : 409)
        }
    }

    // MARK: Live

    /// Says `change` when anything in the list is not as it was.
    private func stream(_ filter: InboxFilter) throws -> Response {
        try .changes(streams) { [desk] send in
            var before: [InboxMark]?
            while !Task.isCancelled {
                let now = (try? await desk.inbox(filter, PageRequest(limit: 50)))?.items.map(InboxMark.init)
                if let before, let now, before != now { try await send("event: change\ndata: inbox\n\n") }
                if let now { before = now }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    private struct InboxMark: Equatable {
        let id: String
        let version: Int
        let standing: String?

        init(_ entry: InboxEntry) {
            id = entry.id
            version = entry.version
            standing = entry.next?.standing.rawValue
        }
    }
}

/// What a form of the inbox asks for.
struct InboxMove {
    let move: HandOffMove

    init(_ visit: Visit) throws(ServiceError) {
        let until = visit.form("minutes").flatMap { Int64($0) }.map { minutes in
            "\(Instant(milliseconds: visit.lobby.now().milliseconds + min(max(minutes, 1), 20_160) * 60_000))"
        }
        move = try HandOffMove(visit.form("do") ?? "") { name in
            switch name {
            case "until": until
            // Who types it in while talking is rarely wrong, and never asked.
            case "sure_permille": "900"
            default: visit.form(name)
            }
        }
    }
}
