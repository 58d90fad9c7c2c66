import WeirApp
import WeirDesk

extension Shapes {
    private static let label = object(
        "A buyer.",
        [
            ("id", id("buy")), ("name", orNull(text)), ("title", orNull(text)), ("email", orNull(text)),
            ("account", id("acc")), ("account_name", orNull(text)),
        ])

    private static let promise = object(
        "A promise about a hand-off.",
        [
            ("milestone", oneOf(ServicePromise.Milestone.allCases.map(\.rawValue))), ("within", text),
            ("standing", oneOf(["due", "past_due", "paused", "kept", "late", "cancelled"])), ("due_at", time),
            ("left_ms", whole), ("is_business_time", yesNo), ("business_ms", whole), ("wall_ms", whole),
        ])

    static let desk: [(String, JSON)] = [
        (
            "InboxEntry",
            object(
                "A hand-off as an inbox shows it.",
                [
                    ("id", id("hof")), ("buyer", label), ("team", text), ("owner", text), ("state", text),
                    ("raised_hand", yesNo), ("offered_at", time), ("next", orNull(promise)), ("is_ghost", yesNo),
                    ("snoozed_until", orNull(time)), ("version", count),
                ])
        ),
        page("InboxEntry"),
        (
            "HandOff",
            object(
                "A hand-off with everything somebody needs who is about to follow up.",
                [
                    ("hand_off", ["$ref": "#/components/schemas/InboxEntry"]), ("stage", text),
                    ("why_now", list(text)), ("first_step", orNull(text)), ("conversation", list(text)),
                    ("bant", list(anything)), ("missing", list(text)), ("promises", list(promise)),
                    (
                        "moves",
                        list(
                            object(
                                "A move that is open.",
                                [("name", text), ("choices", list(text)), ("blocked_by", orNull(text))]))
                    ),
                    (
                        "changes",
                        list(
                            object(
                                "Who did what.", [("by", text), ("is_person", yesNo), ("at", time), ("what", text)]))
                    ), ("handled_by", list(text)), ("earlier", list(text)),
                ])
        ),
        (
            "DeskFlow",
            object(
                "What flows through the desk now.",
                [
                    ("at", time), ("teams", list(anything)), ("without_team", list(label)),
                    ("without_team_count", count), ("marketing", list(anything)),
                ])
        ),
        (
            "DeskTeam",
            object(
                "A team.",
                [("name", text), ("time_zone", text), ("members", list(anything)), ("special_days", list(anything))])
        ),
        ("DeskTeamList", object("The teams.", [("data", list(["$ref": "#/components/schemas/DeskTeam"]))])),
        (
            "DeskForecast",
            object(
                "What the next weeks will bring.",
                [
                    ("from", day), ("waiting", count), ("history", anything), ("weeks", list(anything)),
                    ("proposals", list(text)),
                ])
        ),
        (
            "StageWaterfall",
            object(
                "Who was in which stage, and who came and went.",
                [("from", day), ("to", day), ("stages", list(anything)), ("cohorts", list(anything))])
        ),
        (
            "StageMoveFeed",
            object(
                "Moves between stages.",
                [
                    (
                        "data",
                        list(
                            object(
                                "A move.",
                                [
                                    ("id", count), ("buyer", id("buy")), ("from", text), ("to", text), ("at", time),
                                    ("stayed_ms", whole), ("by", text), ("is_person", yesNo), ("reason", orNull(text)),
                                    ("agreement", text), ("facts", list(count)),
                                ]))
                    ), ("last", count),
                ])
        ),
        (
            "AddedLead",
            object(
                "A lead that Sales added.",
                [
                    ("buyer", label), ("is_new", yesNo), ("is_moved", yesNo), ("stage", text),
                    ("hand_off", orNull(id("hof"))), ("owner", orNull(text)), ("added_by", text),
                    ("tier", orNull(text)), ("score_milli", orNull(whole)),
                ])
        ),
        ("Done", object("It is done.", [("done", yesNo)])),
    ]
}
