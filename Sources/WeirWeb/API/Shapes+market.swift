import WeirApp
import WeirMarket

extension Shapes {
    static let market: [(String, JSON)] = [
        (
            "Market",
            object(
                "The market as it narrows.",
                [("agreement", text), ("sha256", text), ("banner", orNull(text)), ("market", anything)])
        ),
        (
            "MarketShift",
            object(
                "What a draft would move.",
                [
                    ("headline", text), ("before", text), ("after", text), ("accounts", count), ("moved", count),
                    ("targets_before", count), ("targets_after", count), ("counts", anything),
                    (
                        "moves",
                        list(
                            object(
                                "An account that moves.",
                                [
                                    ("account", id("acc")), ("name", text),
                                    ("kind", oneOf(MarketShift.Kind.allCases.map(\.rawValue))), ("from", place),
                                    ("to", place), ("reason", text),
                                ]))
                    ), ("behind", yesNo), ("behind_since", orNull(time)),
                ])
        ),
        (
            "Placing",
            object(
                "Where an account stands in the market.",
                [
                    ("account", id("acc")), ("name", text), ("domain", orNull(text)), ("agreement", text),
                    ("addressable", answer), ("served", answer), ("target", answer), ("tier", text),
                    ("fit_milli", whole), ("sentences", list(text)), ("findings", list(finding)),
                    ("fit", list(anything)),
                    (
                        "attributes",
                        list(
                            object(
                                "What is known, and who said it when.",
                                [("name", text), ("value", [:]), ("source", orNull(text)), ("said_at", orNull(time))]))
                    ),
                    ("parent", orNull(member)), ("ultimate_parent", orNull(member)), ("subsidiaries", list(member)),
                ])
        ),
        (
            "Groups",
            object(
                "The market rolled up to groups of companies.",
                [
                    ("agreement", text), ("group_count", count), ("grouped", count), ("alone", count),
                    (
                        "groups",
                        list(
                            object(
                                "A company above others, and what its group has here.",
                                [
                                    ("account", orNull(id("acc"))), ("name", text), ("accounts", count),
                                    ("targets", count), ("best_tier", orNull(text)),
                                ]))
                    ), ("circles", list(text)),
                ])
        ),
        ("Coverage", ["type": "object", "description": "Seats of the buying group at all target accounts."]),
        (
            "AccountCoverage",
            object(
                "The buying group of an account.",
                [
                    ("account", id("acc")), ("name", text), ("as_of", day), ("agreement", text), ("is_target", yesNo),
                    ("is_qualified", yesNo), ("missing", count),
                    (
                        "seats",
                        list(
                            object(
                                "The seats of a role.",
                                [
                                    ("role", text), ("wanted", count), ("known", count), ("engaged", count),
                                    ("missing", count), ("qualifies", yesNo), ("effect", text),
                                    ("title_keywords", list(text)), ("people", list(person)),
                                ]))
                    ), ("others", list(person)),
                ])
        ),
        ("SeatOrder", object("An order for people.", [("quantity", count), ("csv", text), ("text", text)])),
        (
            "Titles",
            object(
                "Titles as read.",
                [
                    (
                        "data",
                        list(
                            object(
                                "A title; null where nothing tells it.",
                                [
                                    ("title", text), ("function", orNull(text)), ("level", orNull(text)),
                                    ("role", orNull(text)), ("function_permille", orNull(count)),
                                    ("level_permille", orNull(count)), ("function_words", list(text)),
                                    ("level_words", list(text)),
                                ]))
                    )
                ])
        ),
        (
            "Matches",
            object("Accounts that may be meant.", [("data", list(object("Of a query.", [("candidates", candidates)])))])
        ),
        (
            "GateVerdicts",
            object(
                "What the gate says.",
                [
                    (
                        "data",
                        list(
                            object(
                                "A verdict.",
                                [
                                    ("email", text), ("verdict", oneOf(["accept", "review", "refuse"])),
                                    ("reasons", reasons), ("account", orNull(id("acc"))),
                                    ("account_name", orNull(text)), ("ultimate_parent", orNull(member)),
                                    ("candidates", candidates),
                                ]))
                    )
                ])
        ),
        (
            "ListCheck",
            object(
                "What became of a vendor's list.",
                [
                    ("report", anything),
                    (
                        "lines",
                        list(
                            object(
                                "A line.",
                                [
                                    ("line", count), ("is_accepted", yesNo), ("order_line", orNull(count)),
                                    ("account", orNull(id("acc"))), ("reasons", reasons),
                                ]))
                    ),
                    (
                        "columns",
                        list(object("What a column was taken for.", [("column", text), ("field", orNull(text))]))
                    ),
                    ("unreadable", list(text)), ("claim", text), ("accepted", text),
                ])
        ),
        ("VendorScorecard", object("A row for each vendor.", [("data", list(anything))])),
    ]

    private static let place = object(
        "A place in the market.", [("layer", orNull(text)), ("tier", text), ("fit_milli", whole)])

    private static let answer = oneOf(["yes", "no", "unknown"])

    private static let finding = object(
        "What one line of the agreement says.",
        [
            ("layer", text), ("line", orNull(count)), ("attribute", orNull(text)), ("asked", text), ("answer", answer),
            ("has", orNull(text)), ("distance", orNull(text)), ("source", orNull(text)), ("said_at", orNull(time)),
        ])

    private static let person = object(
        "Somebody known.",
        [
            ("buyer", id("buy")), ("name", text), ("title", orNull(text)), ("role", orNull(text)),
            ("is_engaged", yesNo),
            ("engagement_milli", whole),
        ])

    private static let reasons = list(object("A reason.", [("code", text), ("message", text)]))

    /// A company of a group; without an account where only its name is known.
    private static let member = object(
        "A company of a group.", [("account", orNull(id("acc"))), ("name", text)])

    private static let candidates = list(
        object(
            "An account that may be meant.",
            [
                ("account", id("acc")), ("name", text), ("strength", oneOf(["strong", "weak"])),
                ("likeness_permille", count), ("is_same_domain", yesNo), ("evidence", list(text)),
                ("parent", orNull(member)), ("ultimate_parent", orNull(member)),
            ]))
}
