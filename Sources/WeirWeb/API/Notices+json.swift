import WeirApp
import WeirTold

extension Destination {
    /// A strong entity tag of the state it is in.
    var tag: String { "\"\(id).\(revision)\"" }

    /// - Parameter secret: the member is left out where it is `nil`.
    func json(secret: String?? = nil) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("name", .text(name)), ("kind", .text(kind.rawValue)),
            ("address_hint", .text(addressHint)), ("events", .list(events.map { .text($0.rawValue) })),
            ("shows_people", .yesNo(showsPeople)), ("is_on", .yesNo(isOn)), ("off_reason", .text(orNull: offReason)),
            ("failures", .integer(failures)), ("resumes_at", .words(resumesAt)), ("created_at", .words(createdAt)),
        ]
        if let secret { members.append(("secret", .text(orNull: secret))) }
        return .object(members)
    }
}

extension Delivery {
    /// - Parameter attempts: the member is left out where it is `nil`.
    func json(attempts list: [DeliveryAttempt]? = nil) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("destination", .text(destination)), ("destination_name", .text(destinationName)),
            ("notice", .text(notice)), ("message_id", .text(messageID)), ("event", .text(kind.rawValue)),
            ("hand_off", .text(orNull: matter.handOff)), ("buyer", .text(orNull: matter.buyer)),
            ("account", .text(orNull: matter.account)), ("at", .words(noticeAt)), ("state", .text(state.rawValue)),
            ("attempts", .integer(attempts)), ("due_at", .words(dueAt)), ("ended_at", .words(endedAt)),
        ]
        if let list { members.append(("log", .list(list.map(\.json)))) }
        return .object(members)
    }
}

extension DeliveryAttempt {
    fileprivate var json: JSON {
        [
            "number": .integer(number), "at": .words(at), "took_ms": .integer(tookMillis), "verdict": .text(verdict),
            "status": status.map { .integer($0) } ?? .null, "note": .text(note),
        ]
    }
}

extension Shapes {
    private static let destinationMembers: [(String, JSON)] = [
        ("id", id("dst")), ("name", text), ("kind", oneOf(DestinationKind.allCases.map(\.rawValue))),
        ("address_hint", text), ("events", list(oneOf(Notice.Kind.allCases.map(\.rawValue)))), ("shows_people", yesNo),
        ("is_on", yesNo), ("off_reason", orNull(text)), ("failures", count), ("resumes_at", orNull(time)),
        ("created_at", time),
    ]

    private static let deliveryMembers: [(String, JSON)] = [
        ("id", id("dlv")), ("destination", id("dst")), ("destination_name", text), ("notice", id("ntc")),
        ("message_id", text), ("event", oneOf(Notice.Kind.allCases.map(\.rawValue))), ("hand_off", orNull(id("hof"))),
        ("buyer", orNull(id("buy"))), ("account", orNull(id("acc"))), ("at", time),
        ("state", oneOf(Delivery.State.allCases.map(\.rawValue))), ("attempts", count), ("due_at", orNull(time)),
        ("ended_at", orNull(time)),
    ]

    private static let attempt = object(
        "One attempt.",
        [
            ("number", count), ("at", time), ("took_ms", count),
            ("verdict", oneOf(SendingOutcome.Verdict.allCases.map(\.rawValue))), ("status", orNull(whole)),
            ("note", text),
        ])

    static let notices: [(String, JSON)] = [
        ("Destination", object("Where notices go.", destinationMembers)),
        (
            "DestinationWithSecret",
            object(
                "A destination with what its webhooks are signed with; null for other kinds.",
                destinationMembers + [("secret", orNull(text))])
        ),
        page("Destination"),
        ("Delivery", object("A notice on its way to one destination.", deliveryMembers)),
        (
            "DeliveryWithAttempts",
            object("A delivery with every attempt.", deliveryMembers + [("log", list(attempt))])
        ),
        page("Delivery"),
        ("DeliveriesReplayed", object("How many are sent once more.", [("replayed", count)])),
    ]
}
