import Hummingbird
import WeirApp
import WeirPages

/// One delivery with every attempt.
struct DeliveryPage {
    let visit: Visit
    let delivery: Delivery
    let attempts: [DeliveryAttempt]

    func page() -> Response {
        visit.page("Delivery \(delivery.id)", room: .settings) {
            PageHead("Delivery \(delivery.id)") {
                "\(delivery.kind.rawValue) to \(delivery.destinationName)"
            } actions: {
                visit.button("Send once more", HTMLAddress("/settings/deliveries/", step: delivery.id))
            }.element
            SettingsRooms(role: visit.visitor.role, here: "/settings/notifications").element
            dl(.class("facts")) {
                dt { "State" }
                dd { DeliveryPage.badge(delivery.state) }
                dt { "Happened" }
                dd { visit.times.element(delivery.noticeAt, isRelative: false) }
                dt { "About" }
                dd { DeliveryPage.about(delivery) }
                dt { "Message id" }
                dd { code { delivery.messageID } }
                if let due = delivery.dueAt {
                    dt { "Tried next" }
                    dd { visit.times.element(due, isRelative: false) }
                }
            }
            if attempts.isEmpty {
                EmptyState("Not tried yet") { p { "It waits for its turn." } }.element
            } else {
                DataTable(
                    "Attempts", columns: [.init("Attempt"), .init("When"), .init("What came of it")],
                    rows: attempts.map { attempt in
                        [
                            Markup(text: Texts.number(attempt.number)),
                            Markup(visit.times.element(attempt.at, isRelative: false)),
                            Markup(text: attempt.words),
                        ]
                    }
                ).element
            }
        }
    }

    static func about(_ delivery: Delivery) -> String {
        let matter = delivery.matter
        return matter.handOff ?? matter.buyer ?? matter.account ?? matter.destination ?? "Weir itself"
    }

    static func badge(_ state: Delivery.State) -> HTMLElement {
        switch state {
        case .waiting: Badge("waiting", .risk, icon: .open).element
        case .delivered: Badge("arrived", .kept, icon: .kept).element
        case .dead: Badge("never arrived", .breached, icon: .warning).element
        case .dropped: Badge("dropped").element
        }
    }
}
