import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirIntake
import WeirTold

/// Where notices go.
struct NoticeRoutes: Sendable {
    let notices: NoticeDesk

    private let destination = Parameter.path("destination", "dst", "The destination.")

    var routes: [Route] { [list, create, show, change, delete, replaceSecret, test, replay] }

    private var list: Route {
        .get(
            "/api/v1/destinations", .notificationsRead,
            Operation(
                id: "listDestinations", tag: "Notifications", summary: "Where notices go", parameters: Parameter.page,
                answers: [.page(of: "Destination", "Some destinations.")])
        ) { call in
            call.page(try await notices.destinations(call.pageRequest)) { $0.json() }
        }
    }

    private var create: Route {
        .post(
            "/api/v1/destinations", .notificationsWrite,
            Operation(
                id: "createDestination", tag: "Notifications", summary: "Add a destination",
                description: """
                    Webhooks are signed as Standard Webhooks has it, and are CloudEvents, too. Addresses are those of the \
                    public internet, with https, unless `weir notify allow` opened a network of your own.
                    """, body: .json(DestinationBody.creation),
                answers: [
                    .json(
                        201, .named("DestinationWithSecret"),
                        "The destination; a webhook's secret is shown this once.", headers: ["Location", "ETag"])
                ], isRepeatable: true,
                links: [
                    .init(operation: "getDestination", parameter: "destination", pointer: "/id"),
                    .init(operation: "changeDestination", parameter: "destination", pointer: "/id"),
                    .init(operation: "deleteDestination", parameter: "destination", pointer: "/id"),
                ])
        ) { call in
            let kind = DestinationKind(rawValue: call.json.text("kind") ?? "") ?? .webhook
            let settings = DestinationBody.settings(call.json)
            if settings.showsPeople ?? (kind != .webhook) { try requirePeople(call) }
            let (made, secret) = try await notices.create(kind, settings)
            return .json(
                made.json(secret: .some(secret)), status: .created,
                headers: [.location: "/api/v1/destinations/\(made.id)", .eTag: made.tag])
        }
    }

    private var show: Route {
        .get(
            "/api/v1/destinations/{destination}", .notificationsRead,
            Operation(
                id: "getDestination", tag: "Notifications", summary: "A destination", parameters: [destination],
                answers: [.json(200, .named("Destination"), "The destination.", headers: ["ETag"])])
        ) { call in
            let found = try await notices.destination(call.parameter("destination"))
            return .json(found.json(), headers: [.eTag: found.tag])
        }
    }

    private var change: Route {
        Route(
            method: .patch, path: "/api/v1/destinations/{destination}", access: .scope(.notificationsWrite),
            group: .api,
            operation: Operation(
                id: "changeDestination", tag: "Notifications", summary: "Change a destination",
                description: "Members that are not given stay as they are.", parameters: [destination, .ifMatch],
                body: .json(DestinationBody.change),
                answers: [.json(200, .named("Destination"), "The destination as it is now.", headers: ["ETag"])],
                problems: [409])
        ) { call in
            let current = try await notices.destination(call.parameter("destination"))
            try requireMatch(call.request.headers, current.tag)
            let settings = DestinationBody.settings(call.json)
            let isWidened = settings.address != nil || settings.events != nil || settings.showsPeople == true
            if isWidened, settings.showsPeople ?? current.showsPeople { try requirePeople(call) }
            let changed = try await notices.change(current.id, settings, revision: current.revision)
            return .json(changed.json(), headers: [.eTag: changed.tag])
        }
    }

    /// Whoever may not read who somebody is cannot have it sent anywhere either.
    private func requirePeople(_ call: Call) throws {
        guard call.caller?.scopes.contains(.peopleRead) == true else {
            throw Problem(
                403, "forbidden",
                "names of people go there: use a token with the scope people:read, too, or say \"shows_people\": false")
        }
    }

    private var delete: Route {
        Route(
            method: .delete, path: "/api/v1/destinations/{destination}", access: .scope(.notificationsWrite),
            group: .api,
            operation: Operation(
                id: "deleteDestination", tag: "Notifications", summary: "Delete a destination",
                description: "What waits for it is dropped; its log stays.", parameters: [destination, .ifMatch],
                answers: [.nothing])
        ) { call in
            let current = try await notices.destination(call.parameter("destination"))
            try requireMatch(call.request.headers, current.tag)
            try await notices.delete(current.id, revision: current.revision)
            return .nothing
        }
    }

    private var replaceSecret: Route {
        .post(
            "/api/v1/destinations/{destination}/secret", .notificationsWrite,
            Operation(
                id: "replaceDestinationSecret", tag: "Notifications", summary: "Give a webhook a new secret",
                description: "For a day, both sign.", parameters: [destination],
                answers: [
                    .json(
                        200, .named("DestinationWithSecret"), "The new secret is shown this once.", headers: ["ETag"])
                ], problems: [409])
        ) { call in
            let (changed, secret) = try await notices.replaceSecret(of: call.parameter("destination"))
            return .json(changed.json(secret: .some(secret)), headers: [.eTag: changed.tag])
        }
    }

    private var test: Route {
        .post(
            "/api/v1/destinations/{destination}/test", .notificationsWrite,
            Operation(
                id: "testDestination", tag: "Notifications", summary: "Send a test now, and wait for the answer",
                parameters: [destination],
                answers: [.json(200, .named("DeliveryWithAttempts"), "What became of it.")])
        ) { call in
            let (delivery, attempts) = try await notices.test(call.parameter("destination"))
            return .json(delivery.json(attempts: attempts))
        }
    }

    private var replay: Route {
        .post(
            "/api/v1/destinations/{destination}/replay", .notificationsWrite,
            Operation(
                id: "replayDestination", tag: "Notifications",
                summary: "Send once more what a destination did not get, at most 1,000 notices at once",
                parameters: [destination],
                body: .json(
                    .object([
                        .init(
                            "since", .text(TextRule(length: 20...20, format: .instant)),
                            "Notices since then.", example: "2026-03-27T09:00:00Z"),
                        .init("delivered", .yesNo, isRequired: false, "Also what it got; false if not given."),
                    ])),
                answers: [.json(200, .named("DeliveriesReplayed"), "How many are sent once more.")])
        ) { call in
            let since = try? InstantParser(readsSerialDays: false).instant(call.json.text("since") ?? "")
            let count = try await notices.replay(
                of: call.parameter("destination"), since: since ?? Instant(milliseconds: 0),
                includingDelivered: call.json.yesNo("delivered") ?? false)
            return .json(["replayed": .integer(count)])
        }
    }
}

/// What is said of a destination in a body.
private enum DestinationBody {
    private static let settings: [Schema.Member] = [
        .init(
            "events", .list(.choice(Notice.Kind.allCases.map(\.rawValue)), atMost: 100), isRequired: false,
            "What is told there. Not given or empty: everything for a webhook, hand-offs and promises for people.",
            example: ["handoff.offered", "sla.breached"]),
        .init(
            "shows_people", .yesNo, isRequired: false,
            "Whether names of people go there; false for webhooks, otherwise true, if not given."),
        .init("is_on", .yesNo, isRequired: false, "Whether anything is sent there."),
    ]
    private static let name = Schema.Member("name", .text(1...100, .line), "How people call it.", example: "CRM bridge")
    private static let address = Schema.Member(
        "address", .text(1...2000, .line), "A web address; for mail, a mail address, `owner` or `manager`.",
        example: "https://hooks.example.com/weir")

    static let creation = Schema.object(
        [name, .init("kind", .choice(DestinationKind.allCases.map(\.rawValue)), example: "webhook"), address] + settings
    )
    static let change = Schema.object(
        [name, address].map { member in
            var member = member
            member.isRequired = false
            return member
        } + settings)

    static func settings(_ json: JSONObject) -> DestinationSettings {
        DestinationSettings(
            name: json.text("name"), address: json.text("address"),
            events: json["events"] == nil ? nil : json.texts("events").compactMap(Notice.Kind.init(rawValue:)),
            showsPeople: json.yesNo("shows_people"), isOn: json.yesNo("is_on"))
    }
}

extension JSONObject {
    /// A member of a body that was checked.
    func yesNo(_ name: String) -> Bool? {
        if case .yesNo(let yes)? = self[name] { yes } else { nil }
    }
}
