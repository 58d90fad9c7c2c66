import WeirApp

extension Shapes {
    static let access: [(String, JSON)] = [
        ("Source", object("A system that sends events.", sourceMembers)),
        (
            "SourceWithKey",
            object("A source with its write key, which is shown this once.", sourceMembers + [("write_key", text)])
        ),
        page("Source"),
        ("Token", object("A token as it may be shown.", tokenMembers)),
        (
            "TokenWithSecret",
            object("A token with its secret, which is shown this once.", tokenMembers + [("secret", text)])
        ),
        page("Token"),
    ]

    private static let sourceMembers: [(String, JSON)] = [
        ("id", id("src")), ("name", text), ("key_hint", text), ("allowed_origins", list(text)),
        ("max_event_bytes", count), ("max_request_bytes", count), ("events_per_minute", orNull(count)),
        ("is_enabled", yesNo), ("created_at", time),
    ]

    private static let tokenMembers: [(String, JSON)] = [
        ("id", id("tok")), ("name", text), ("hint", text), ("scopes", list(oneOf(Scope.allCases.map(\.rawValue)))),
        ("created_at", time), ("expires_at", orNull(time)), ("last_used_at", orNull(time)),
    ]

    static let agreements: [(String, JSON)] = [
        (
            "Agreement",
            object(
                "A version of the agreement.",
                [
                    ("version", ["type": "integer", "minimum": 1]), ("sha256", text), ("proposed_by", text),
                    ("proposed_at", time),
                    (
                        "signatures",
                        list(
                            object(
                                "Who signed.", [("side", oneOf(["marketing", "sales"])), ("name", text), ("at", time)]))
                    ),
                    ("signed_at", orNull(time)), ("is_in_force", yesNo),
                ])
        ),
        (
            "AgreementList",
            object("All versions, the oldest first.", [("data", list(["$ref": "#/components/schemas/Agreement"]))])
        ),
        (
            "Difference",
            object(
                "What a change of the agreement changes.",
                [
                    ("from", whole), ("to", whole),
                    (
                        "changes",
                        list(
                            object(
                                "One change.",
                                [
                                    ("clause", count), ("sentence", text),
                                    ("effect", orNull(oneOf(["loosens", "tightens"]))),
                                ]))
                    ),
                ])
        ),
    ]

    static let work: [(String, JSON)] = [
        (
            "Job",
            object(
                "Work that outlasts a request.",
                [
                    ("id", id("job")), ("kind", oneOf(Job.Kind.allCases.map(\.rawValue))),
                    ("state", oneOf(Job.State.allCases.map(\.rawValue))), ("progress_permille", orNull(count)),
                    ("title", text), ("created_at", time), ("finished_at", orNull(time)),
                    ("failure", orNull(object("Why it failed.", [("code", text), ("message", text)]))),
                    ("result", orNull(anything)),
                ])
        ),
        page("Job"),
    ]

    static let events: [(String, JSON)] = [
        (
            "RejectedEvent",
            object(
                "An item that could not be understood.",
                [
                    ("id", id("rej")), ("source", text), ("code", text), ("reason", text), ("message", orNull(text)),
                    ("received_at", time), ("replayed_at", orNull(time)), ("raw", text), ("raw_is_base64", yesNo),
                ])
        ),
        page("RejectedEvent"),
        (
            "Replay",
            object(
                "What became of items taken in again.", [("tried", count), ("taken", count), ("rejected", count)])
        ),
        (
            "UnmappedEvents",
            object(
                "Events that the signal mapping does not know.",
                [
                    (
                        "data",
                        list(
                            object(
                                "Events of one name.",
                                [("source", text), ("kind", text), ("name", text), ("count", count), ("last_at", time)]
                            ))
                    )
                ])
        ),
        (
            "AutomatedEvent",
            object(
                "An act that a program is thought to have done.",
                [
                    ("id", id("evt")), ("source", text), ("kind", text), ("name", text), ("at", time),
                    ("reason", text), ("buyer", orNull(id("buy"))), ("cleared_at", orNull(time)),
                ])
        ),
        page("AutomatedEvent"),
        (
            "InquiryAnswer",
            object(
                "What to do with an inquiry, while the visitor waits.",
                [
                    ("id", id("inq")), ("verdict", oneOf(["accept", "review", "refuse"])),
                    ("reasons", list(object("A reason.", [("code", text), ("message", text)]))),
                    ("account", orNull(id("acc"))), ("account_name", orNull(text)), ("is_account_qualified", yesNo),
                    ("is_repeat", yesNo),
                ])
        ),
    ]
}
