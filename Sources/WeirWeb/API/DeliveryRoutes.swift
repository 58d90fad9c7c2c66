import HTTPTypes
import Hummingbird
import WeirApp

/// The log of what was sent.
struct DeliveryRoutes: Sendable {
    let notices: NoticeDesk

    private let delivery = Parameter.path("delivery", "dlv", "The delivery.")

    var routes: [Route] {
        [
            .get(
                "/api/v1/deliveries", .notificationsRead,
                Operation(
                    id: "listDeliveries", tag: "Notifications",
                    summary: "What was sent, what waits and what never arrived, the newest first",
                    parameters: Parameter.page + [
                        .query("destination", .text(1...24, .id("dst")), "Only to this destination."),
                        .query("state", .choice(Delivery.State.allCases.map(\.rawValue)), "Only those in this state."),
                    ], answers: [.page(of: "Delivery", "Some deliveries.")])
            ) { call in
                let page = try await notices.deliveries(
                    call.pageRequest, destination: call.query("destination"),
                    state: call.query("state").flatMap(Delivery.State.init(rawValue:)))
                return call.page(page) { $0.json() }
            },
            .get(
                "/api/v1/deliveries/{delivery}", .notificationsRead,
                Operation(
                    id: "getDelivery", tag: "Notifications", summary: "A delivery with every attempt",
                    parameters: [delivery],
                    answers: [.json(200, .named("DeliveryWithAttempts"), "The delivery.")])
            ) { call in
                let (delivery, attempts) = try await notices.delivery(call.parameter("delivery"))
                return .json(delivery.json(attempts: attempts))
            },
            .post(
                "/api/v1/deliveries/{delivery}/replay", .notificationsWrite,
                Operation(
                    id: "replayDelivery", tag: "Notifications", summary: "Send a delivery once more",
                    description: "Under the same message id, so that a receiver that has it may pass it over.",
                    parameters: [delivery], answers: [.json(200, .named("Delivery"), "The delivery as it is now.")],
                    problems: [409])
            ) { call in
                .json(try await notices.replay(call.parameter("delivery")).json())
            },
        ]
    }
}

/// Calendars that people's programs subscribe to.
struct CalendarDoor: Sendable {
    let notices: NoticeDesk

    var route: Route {
        Route(method: .get, path: "/calendar/{file}", access: .open, group: .asset, operation: nil) { call in
            guard let feed = try await notices.calendar(call.parameter("file")) else {
                throw Problem.notFound("there is no calendar at this address; make one in Weir's settings")
            }
            return .text(feed.text, type: "text/calendar; charset=utf-8")
        }
    }
}
