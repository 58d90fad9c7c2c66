import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import WeirApp
import WeirFacts
import WeirLedger
import WeirPages

/// What comes in, as it comes, and what was not understood.
struct EventPages: PageGroup {
    let events: any EventUseCases
    let pages: any PageUseCases
    let streams: StreamCount
    private static let readers: Set<Role> = [.admin, .marketingOperations, .auditor]
    private static let menders: Set<Role> = [.admin, .marketingOperations]

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/events", for: EventPages.readers) { visit in try await tail(visit) },
            routing.page("/events/stream", for: EventPages.readers) { visit in try stream(visit) },
            routing.page("/events/unmapped", for: EventPages.readers) { visit in try await unmapped(visit) },
            routing.page("/events/rejected", for: EventPages.readers) { visit in try await rejected(visit) },
            routing.page("/events/automated", for: EventPages.readers) { visit in try await automated(visit) },
            routing.form("/events/replay-unmapped", for: EventPages.menders) { visit in
                let outcome = try await events.replayUnmapped()
                return .seeOther(EventPages.done("/events/unmapped", outcome))
            },
            routing.form("/events/replay-rejected", for: EventPages.menders) { visit in
                let outcome = try await events.replayRejected(visit.form("id").map { [$0] })
                return .seeOther(EventPages.done("/events/rejected", outcome))
            },
            routing.form("/events/clear", for: EventPages.menders) { visit in
                let id = visit.form("id") ?? ""
                _ = try await events.clearAutomated(id, by: visit.visitor.name)
                try visit.note(.changed, id)
                return .seeOther("/events/automated")
            },
        ]
    }

    private static func done(_ path: StaticString, _ outcome: ReplayOutcome) -> String {
        HTMLAddress(path, [("tried", String(outcome.tried)), ("taken", String(outcome.taken))]).location
    }

    private func tail(_ visit: Visit) async throws -> Response {
        let lines = try await pages.tail(after: 0, limit: 100)
        let last = lines.first?.seq ?? 0
        return visit.page("Events", room: .events) {
            PageHead("Events") { "What comes in, newest first, as it comes." }.element
            EventRooms(here: "/events").element
            div(
                .id("tail"), .data("stream", HTMLAddress("/events/stream", [("after", String(last))]).location),
                .data("lines", "tail-lines")
            ) {
                if lines.isEmpty {
                    div(.data("stream-empty", "")) {
                        EmptyState("Nothing came in yet") {
                            p {
                                "Events appear here the moment they arrive. "
                                a(.to("/settings/sources")) { "Add a source" }
                                " and send one."
                            }
                        }.element
                    }
                }
                div(.class("scroll"), .takesFocus, .role("region"), .label("Events")) {
                    WeirPages.table {
                        caption { "The newest hundred" }
                        thead {
                            tr {
                                for title in ["Came", "Source", "Event", "Became"] { th(.scope(.column)) { title } }
                            }
                        }
                        tbody(.id("tail-lines")) { lines.map { TailLine(event: $0, times: visit.times).element } }
                    }
                }
            }
        }
    }

    /// Lines of the table, as they come.
    private func stream(_ visit: Visit) throws -> Response {
        let given = visit.call.request.headers[.lastEventID] ?? visit.query("after") ?? "0"
        guard let after = Int64(given) else { throw Problem(400, "invalid_query", "after is a number") }
        let zone = visit.visitor.zone
        let now = visit.lobby.now
        return try .changes(streams) { [pages] send in
            var last = after
            while !Task.isCancelled {
                let fresh = try await pages.tail(after: last, limit: 50)
                if let newest = fresh.first {
                    last = newest.seq
                    let times = TimeWords(zone: zone, now: now())
                    let rows = fresh.map { Markup(TailLine(event: $0, times: times).element).html }
                    let text = rows.joined().split(whereSeparator: \.isNewline).joined(separator: " ")
                    try await send("id: \(last)\nevent: line\ndata: \(text)\n\n")
                } else {
                    try await send(": \n\n")
                }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func unmapped(_ visit: Visit) async throws -> Response {
        let found = try await events.unmappedEvents()
        let times = visit.times
        return visit.page("Unmapped events", room: .events) {
            PageHead("Unmapped events") {
                "Events that came in and mean nothing yet: signals.yaml does not name them. They are kept, and count once it does."
            } actions: {
                if visit.visitor.role != .auditor, !found.isEmpty {
                    visit.button("Map them again", "/events/replay-unmapped")
                }
            }.element
            EventRooms(here: "/events/unmapped").element
            replayNotice(visit)
            if found.isEmpty {
                EmptyState("Every event means something") { p { "Nothing waits for a meaning." } }.element
            } else {
                DataTable(
                    "By name, the most frequent first",
                    columns: [
                        .init("Event"), .init("Kind"), .init("Source"), .init("How many", isNumber: true),
                        .init("Came last"),
                    ],
                    rows: found.map { one in
                        [
                            Markup(code { one.name }), Markup(text: one.kind), Markup(text: one.source),
                            Markup(text: Texts.number(one.count)), Markup(times.element(one.lastAt)),
                        ]
                    }
                ).element
            }
        }
    }

    private func rejected(_ visit: Visit) async throws -> Response {
        let page = try await events.rejectedEvents(
            PageRequest(limit: 50, cursor: visit.query("cursor")), includingReplayed: false)
        let times = visit.times
        let mayMend = visit.visitor.role != .auditor
        if !page.items.isEmpty { try visit.note(.saw, "rejected events") }
        return visit.page("Rejected events", room: .events) {
            PageHead("Rejected events") {
                "Items that could not be understood, with the reason. They are kept as they came and can be tried again."
            } actions: {
                if mayMend, !page.items.isEmpty { visit.button("Try all again", "/events/replay-rejected") }
            }.element
            EventRooms(here: "/events/rejected").element
            replayNotice(visit)
            if page.items.isEmpty {
                EmptyState("Nothing was rejected") { p { "Every item that came was understood." } }.element
            }
            for item in page.items {
                section(.class("reject")) {
                    h2 { item.reason }
                    p(.class("fine")) {
                        times.element(item.receivedAt)
                        " from \(item.source), \(item.code), \(item.id)"
                    }
                    details {
                        summary { "As it came" }
                        if visit.visitor.role.seesPeople {
                            pre(.takesFocus) { String(decoding: item.raw.prefix(4000), as: UTF8.self) }
                        } else {
                            p { "It may hold names of people, which your role does not see." }
                        }
                    }
                    if mayMend { visit.button("Try again", "/events/replay-rejected", [("id", item.id)]) }
                }
            }
            if let next = page.next {
                Paging(
                    Texts.count(page.items.count, "item"), first: nil,
                    next: HTMLAddress("/events/rejected", [("cursor", next)])
                ).element
            }
        }
    }

    private func automated(_ visit: Visit) async throws -> Response {
        let page = try await events.automatedEvents(PageRequest(limit: 50, cursor: visit.query("cursor")))
        let times = visit.times
        return visit.page("Automated acts", room: .events) {
            PageHead("Automated acts") {
                "Acts that a program is thought to have done: link scanners, bots. They count nothing until somebody says a person did it."
            }.element
            EventRooms(here: "/events/automated").element
            if page.items.isEmpty {
                EmptyState("No program was noticed") { p { "Every act looks like a person's." } }.element
            } else {
                DataTable(
                    "Acts that count nothing",
                    columns: [.init("Event"), .init("Source"), .init("When"), .init("Why"), .init("")],
                    rows: page.items.map { item in
                        [
                            Markup(code { item.name }), Markup(text: item.source), Markup(times.element(item.at)),
                            Markup(text: item.reason),
                            item.clearedAt.map { at in
                                Markup {
                                    "counts since "
                                    times.element(at)
                                }
                            }
                                ?? (visit.visitor.role == .auditor
                                    ? Markup()
                                    : Markup(visit.button("A person did it", "/events/clear", [("id", item.id)]))),
                        ]
                    }
                ).element
                Paging(
                    Texts.count(page.items.count, "act"), first: nil,
                    next: page.next.map { HTMLAddress("/events/automated", [("cursor", $0)]) }
                ).element
            }
        }
    }

    @MarkupBuilder private func replayNotice(_ visit: Visit) -> Markup {
        if let tried = visit.query("tried").flatMap({ Int($0) }), let taken = visit.query("taken").flatMap({ Int($0) })
        {
            Notice(taken > 0 || tried == 0 ? .kept : .plain) {
                p { "Tried \(Texts.number(tried)), took in \(Texts.number(taken))." }
            }.element
        }
    }
}

/// One line of the live tail.
private struct TailLine {
    let event: TailedEvent
    let times: TimeWords

    var element: HTMLElement {
        tr {
            td { times.element(event.receivedAt) }
            td { event.sourceName }
            td {
                code { event.name.isEmpty ? event.kind : event.name }
                span(.class("soft")) { event.name.isEmpty ? "" : " \(event.kind)" }
            }
            td { badge.element }
        }
    }

    private var badge: Badge {
        switch event.outcome {
        case .mapped?: Badge("counts", .kept, icon: .kept)
        case .unmapped?: Badge("unmapped", .risk, icon: .warning)
        case .ignored?: Badge("known")
        case .automated?: Badge("a program")
        case nil: Badge("rejected: \(event.reason ?? "")", .breached, icon: .warning)
        }
    }
}

private struct EventRooms {
    let here: StaticString

    var element: HTMLElement {
        let all: [(String, StaticString)] = [
            ("Live", "/events"), ("Unmapped", "/events/unmapped"), ("Rejected", "/events/rejected"),
            ("Automated", "/events/automated"),
        ]
        return Chips("Events", all.map { .init($0.0, HTMLAddress($0.1), isChosen: "\($0.1)" == "\(here)") }).element
    }
}
