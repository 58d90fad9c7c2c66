/// The schemas of answers, by name. Answers may gain members, so these do not forbid others.
enum Shapes {
    static let all: [(String, JSON)] =
        records + merges + market + desk + decisions + access + notices + agreements + work + events

    /// An object with these members, all of them always there.
    static func object(_ description: String, _ members: [(String, JSON)]) -> JSON {
        [
            "type": "object", "description": .text(description), "required": .list(members.map { .text($0.0) }),
            "properties": .object(members),
        ]
    }

    static func page(_ name: String) -> (String, JSON) {
        (
            name + "Page",
            object(
                "A part of a list.",
                [
                    ("data", ["type": "array", "items": ["$ref": .text("#/components/schemas/\(name)")]]),
                    ("next_cursor", orNull(text)),
                ])
        )
    }

    static func id(_ prefix: String) -> JSON { ["type": "string", "pattern": .text("^\(prefix)_[0-9]+$")] }

    static func oneOf(_ words: [String]) -> JSON {
        ["type": "string", "description": .text("One of \(words.joined(separator: ", ")); others may be added.")]
    }

    static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    static func list(_ schema: JSON) -> JSON { ["type": "array", "items": schema] }

    static let text: JSON = ["type": "string"]
    static let whole: JSON = ["type": "integer"]
    static let count: JSON = ["type": "integer", "minimum": 0]
    static let yesNo: JSON = ["type": "boolean"]
    static let time: JSON = ["type": "string", "format": "date-time"]
    static let day: JSON = ["type": "string", "format": "date"]
    static let money: JSON = object("An amount.", [("amount_minor", whole), ("currency", text)])
    static let anything: JSON = ["type": "object"]
}

extension Shapes {
    private static let records: [(String, JSON)] = [
        (
            "Account",
            object(
                "A company with where it stands now.",
                [
                    ("id", id("acc")), ("name", orNull(text)), ("domain", orNull(text)), ("external", orNull(text)),
                    ("attributes", anything), ("is_qualified", yesNo), ("qualified_since", orNull(day)),
                    ("score_milli", orNull(whole)), ("tier", orNull(text)),
                ])
        ),
        page("Account"),
        (
            "Buyer",
            object(
                "A person, or somebody at a company of whom no more is known.",
                [
                    ("id", id("buy")), ("account", orNull(id("acc"))), ("external", orNull(text)),
                    ("name", orNull(text)), ("email", orNull(text)), ("title", orNull(text)), ("is_anonymous", yesNo),
                    ("is_qualified", yesNo), ("qualified_since", orNull(day)),
                ])
        ),
        page("Buyer"),
        (
            "Engagement",
            object(
                "Something a buyer did.",
                [
                    ("id", id("eng")), ("source", text), ("message", text), ("account", orNull(id("acc"))),
                    ("buyer", id("buy")), ("signal", text), ("at", time), ("content", orNull(text)),
                    ("shared_with", orNull(text)), ("campaign", orNull(text)), ("channel", orNull(text)),
                ])
        ),
        page("Engagement"),
        (
            "Opportunity",
            object(
                "An opportunity as its source last described it.",
                [
                    ("id", id("opp")), ("external", text), ("account", orNull(id("acc"))), ("buyer", orNull(id("buy"))),
                    ("opened_at", orNull(time)), ("stage", orNull(text)), ("amount", orNull(money)),
                    ("closed_at", orNull(time)), ("outcome", oneOf(["open", "won", "lost"])),
                    ("loss_reason", orNull(text)),
                ])
        ),
        page("Opportunity"),
        (
            "Qualification",
            object(
                "Where an account stands on a day.",
                [
                    ("account", id("acc")), ("as_of", day), ("agreement", text), ("is_qualified", yesNo),
                    ("since", orNull(day)), ("score_milli", whole), ("tier", text), ("engaged_buyers", count),
                    ("roles_engaged", list(text)), ("qualified_buyers", list(id("buy"))), ("next_change", orNull(day)),
                ])
        ),
        ("Explanation", ["type": "object", "description": "Why somebody is qualified or is not, line by line."]),
    ]

    private static let decisions: [(String, JSON)] = [
        (
            "Transition",
            object(
                "A change of status as it was decided; it is never rewritten.",
                [
                    ("id", count), ("account", id("acc")), ("buyer", orNull(id("buy"))),
                    ("change", oneOf(["entered", "left"])), ("score_milli", whole), ("day", day),
                    ("cause", oneOf(["fact", "day", "late", "agreement", "import"])), ("fact", orNull(whole)),
                    ("agreement_version", count), ("decided_at", time),
                ])
        ),
        (
            "TransitionFeed",
            object(
                "Transitions in the order they were decided.",
                [
                    ("data", list(["$ref": "#/components/schemas/Transition"])),
                    (
                        "last",
                        [
                            "type": "integer", "minimum": 0,
                            "description": "Give it as `after` to go on from here, now or later.",
                        ]
                    ),
                ])
        ),
    ]
}
