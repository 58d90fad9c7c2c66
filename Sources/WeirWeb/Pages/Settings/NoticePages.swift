import Hummingbird
import WeirApp
import WeirFacts
import WeirPages
import WeirTold

/// A notice that is sent, not one that a page shows.
private typealias NoticeKind = WeirTold.Notice.Kind

/// Who is told what, and what became of it.
struct NoticePages {
    let notices: NoticeDesk
    private static let keepers: Set<Role> = [.admin, .marketingOperations]

    /// What a page says at its top.
    private struct Word {
        var mistake: String?
        var secret: (name: String, text: String)?
        var tried: (Delivery, [DeliveryAttempt])?
    }

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/settings/notifications", for: NoticePages.keepers) { visit in
                try await page(visit, Word())
            },
            routing.form("/settings/notifications", for: NoticePages.keepers) { visit in
                try await refusing(visit) {
                    let kind = DestinationKind(rawValue: visit.form("kind") ?? "") ?? .webhook
                    let events = visit.body.fields.filter { $0.name == "event" }
                        .compactMap { NoticeKind(rawValue: $0.value) }
                    let (made, secret) = try await notices.create(
                        kind,
                        DestinationSettings(
                            name: visit.form("name") ?? "", address: visit.form("address") ?? "", events: events,
                            showsPeople: visit.form("people") == "yes"))
                    try visit.note(.changedAccess, made.id)
                    return Word(secret: secret.map { (made.name, $0) })
                }
            },
            routing.form("/settings/notifications/{destination}", for: NoticePages.keepers) { visit in
                try await refusing(visit) { try await change(visit) }
            },
            routing.page("/settings/deliveries/{delivery}", for: NoticePages.keepers) { visit in
                let (delivery, attempts) = try await notices.delivery(visit.parameter("delivery"))
                return DeliveryPage(visit: visit, delivery: delivery, attempts: attempts).page()
            },
            routing.form("/settings/deliveries/{delivery}", for: NoticePages.keepers) { visit in
                let id = try visit.parameter("delivery")
                _ = try await notices.replay(id)
                try visit.note(.changed, id)
                return .seeOther("/settings/deliveries/\(id)")
            },
        ]
    }

    private func refusing(_ visit: Visit, _ body: () async throws -> Word) async throws -> Response {
        do {
            return try await page(visit, try await body())
        } catch let error as ServiceError where [.invalid, .conflict].contains(error.code) {
            return try await page(visit, Word(mistake: error.description))
        }
    }

    private func change(_ visit: Visit) async throws -> Word {
        let place = try await notices.destination(visit.parameter("destination"))
        try visit.note(.changedAccess, place.id)
        var word = Word()
        switch visit.form("do") {
        case "test": word.tried = try await notices.test(place.id)
        case "secret": word.secret = (place.name, try await notices.replaceSecret(of: place.id).secret)
        case "delete": try await notices.delete(place.id, revision: nil)
        case "on", "off":
            let settings = DestinationSettings(isOn: visit.form("do") == "on")
            _ = try await notices.change(place.id, settings, revision: nil)
        default: throw ServiceError(.invalid, "choose what to do")
        }
        return word
    }

    private func page(_ visit: Visit, _ word: Word) async throws -> Response {
        let places = try await notices.destinations(PageRequest(limit: 200)).items
        let state = visit.query("state").flatMap(Delivery.State.init(rawValue:))
        let log = try await notices.deliveries(PageRequest(limit: 50, cursor: visit.query("cursor")), state: state)
        return visit.page("Notifications", room: .settings, status: word.mistake == nil ? 200 : 422) {
            PageHead("Notifications") { "Who is told when somebody is handed over, and when a promise runs out." }
                .element
            SettingsRooms(role: visit.visitor.role, here: "/settings/notifications").element
            if let mistake = word.mistake { FormMistake(mistake).element }
            if let secret = word.secret {
                Secret(title: "What webhooks to \(secret.name) are signed with", secret: secret.text).element
            }
            if let tried = word.tried { answer(tried.0, tried.1.last) }
            destinations(visit, places)
            DestinationForm(csrf: visit.csrfField).element
            section {
                h2 { "What was sent" }
                chips(state)
                deliveries(visit, log)
            }
        }
    }

    private func answer(_ delivery: Delivery, _ attempt: DeliveryAttempt?) -> HTMLElement {
        let arrived = delivery.state == .delivered
        let words = attempt?.words ?? "nothing was sent"
        return WeirPages.Notice(arrived ? .kept : .breached) {
            p { "The test \(arrived ? "arrived at" : "did not arrive at") \(delivery.destinationName): \(words)." }
        }.element
    }

    @MarkupBuilder private func destinations(_ visit: Visit, _ places: [Destination]) -> Markup {
        if places.isEmpty {
            EmptyState("Nobody is told yet") { p { "Add a destination below." } }.element
        } else {
            DataTable(
                "Destinations",
                columns: [.init("Name"), .init("To"), .init("Events"), .init("State"), .init("")],
                rows: places.map { place in
                    let address = HTMLAddress("/settings/notifications/", step: place.id)
                    return [
                        Markup(text: place.name), Markup(text: "\(place.kind.words), \(place.addressHint)"),
                        Markup(
                            text: place.events.isEmpty ? "all" : place.events.map(\.rawValue).joined(separator: ", ")),
                        state(visit, place),
                        Markup {
                            visit.button("Test", address, [("do", "test")])
                            visit.button(
                                place.isOn ? "Switch off" : "Switch on", address, [("do", place.isOn ? "off" : "on")])
                            if place.kind == .webhook { visit.button("New secret", address, [("do", "secret")]) }
                            visit.button("Delete", address, [("do", "delete")])
                        },
                    ]
                }
            ).element
        }
    }

    private func state(_ visit: Visit, _ place: Destination) -> Markup {
        guard place.isOn else {
            return Markup {
                Badge("off", place.offReason == nil ? .plain : .breached, icon: place.offReason == nil ? nil : .warning)
                    .element
                if let reason = place.offReason { span(.class("fine")) { " " + reason } }
            }
        }
        guard place.failures > 0, let until = place.resumesAt else {
            return Markup(Badge("on", .kept, icon: .kept).element)
        }
        return Markup {
            Badge("does not answer", .risk, icon: .warning).element
            span(.class("fine")) {
                " tried again "
                visit.times.element(until, isRelative: false)
            }
        }
    }

    private func chips(_ chosen: Delivery.State?) -> HTMLElement {
        let all: [(String, Delivery.State?)] = [
            ("All", nil), ("Waiting", .waiting), ("Arrived", .delivered), ("Never arrived", .dead),
        ]
        return Chips(
            "Deliveries",
            all.map { words, state in
                .init(
                    words, HTMLAddress("/settings/notifications", state.map { [("state", $0.rawValue)] } ?? []),
                    isChosen: state == chosen)
            }
        ).element
    }

    @MarkupBuilder private func deliveries(_ visit: Visit, _ log: Page<Delivery>) -> Markup {
        if log.items.isEmpty {
            EmptyState("Nothing here") { p { "What is sent stands here for ninety days." } }.element
        } else {
            DataTable(
                "Deliveries",
                columns: [
                    .init("Delivery"), .init("When"), .init("Event"), .init("About"), .init("To"), .init("State"),
                    .init("Attempts", isNumber: true),
                ],
                rows: log.items.map { delivery in
                    [
                        Markup(a(.to("/settings/deliveries/", step: delivery.id)) { delivery.id }),
                        Markup(visit.times.element(delivery.noticeAt)), Markup(text: delivery.kind.rawValue),
                        Markup(text: DeliveryPage.about(delivery)), Markup(text: delivery.destinationName),
                        Markup(DeliveryPage.badge(delivery.state)), Markup(text: Texts.number(delivery.attempts)),
                    ]
                }
            ).element
            Paging(
                Texts.count(log.items.count, "delivery", "deliveries"),
                first: visit.query("cursor") == nil ? nil : HTMLAddress("/settings/notifications", filter(visit)),
                next: log.next.map { HTMLAddress("/settings/notifications", filter(visit) + [("cursor", $0)]) }
            ).element
        }
    }

    private func filter(_ visit: Visit) -> [(String, String)] {
        visit.query("state").map { [("state", $0)] } ?? []
    }
}

/// A new destination.
private struct DestinationForm {
    let csrf: HTMLElement

    var element: HTMLElement {
        section {
            h2 { "Add a destination" }
            form(.action("/settings/notifications"), .method(.post), .class("stack")) {
                csrf
                Field("Name", "name").input([.type(.text), .isRequired, .maxLength(100)])
                Field("How it is reached", "kind").select(
                    DestinationKind.allCases.map { ($0.rawValue, $0.words) }, chosen: DestinationKind.webhook.rawValue)
                Field(
                    "Address", "address",
                    hint:
                        "A web address; for mail, a mail address, owner (of the hand-off) or manager (who signs in as one)."
                ).input([.type(.text), .isRequired, .maxLength(2000)])
                fieldset {
                    legend {
                        "What is told there; nothing chosen: everything for a webhook, hand-offs and promises for people"
                    }
                    for kind in NoticeKind.allCases where kind != .test {
                        label(.class("check")) {
                            input(.type(.checkbox), .name("event"), .value(kind.rawValue))
                            "\(words(kind)) "
                            code(.class("soft")) { kind.rawValue }
                        }
                    }
                }
                label(.class("check")) {
                    input(.type(.checkbox), .name("people"), .value("yes"))
                    "Names of people may go there"
                }
                button(.type(.submit), .class("primary")) { "Add" }
            }
        }
    }

    /// `handoff.sales_qualified` as `Hand-off sales qualified`, since the name itself is for programs.
    private func words(_ kind: NoticeKind) -> String {
        let text = kind.rawValue.replacing("handoff", with: "hand-off").replacing("sla", with: "promise")
        return Texts.title(text.replacing(".", with: "_"))
    }
}
