/// Section 3: signals. Section 4: qualified.
extension KeySet {
    static let category = KeySet(
        "a category", mayBeEmpty: true,
        [
            Key("half_life", .days, "The time in which its points fall to half; no decay where left out."),
            Key("cap", .positivePoints, "The most points one buyer can hold in it; no cap where left out."),
        ])

    static let signal = KeySet(
        "a signal",
        [
            Key("category", .text, required: true, "The category whose half-life and cap it has."),
            Key("points", .points, required: true, "What it is worth; may be negative."),
            Key("limit_per_day", .whole(Bounds.positiveCount), "How many count per buyer and day; all where left out."),
            Key("consumes", .yesNo, "Whether it consumes content, so that an earlier share of it echoes."),
            Key("shares", .yesNo, "Whether it shares content with a colleague."),
            Key("hand_raise", .yesNo, "Whether it is a direct request to talk."),
        ])

    static let breadth = KeySet(
        "breadth",
        [
            Key(
                "points_per_role", .positivePoints, required: true,
                "Points of the account for each distinct role among its engaged buyers.")
        ])

    static let echo = KeySet(
        "echo",
        [
            Key("window", .days, required: true, "How old a share may be when the content is consumed."),
            Key("points", .positivePoints, required: true, "Points of the account for one echo."),
            Key(
                "upward_points", .positivePoints, required: true,
                "Points when the one who consumes is more senior than the one who shared."),
            Key("half_life", .days, "The time in which these points fall to half; no decay where left out."),
            Key("cap", .positivePoints, "The most echo points of one account; no cap where left out."),
        ])

    static let qualifiedAccount = KeySet(
        "qualified_account",
        [
            Key("enter", .keys(.accountGate), required: true, "What an account must reach to become qualified."),
            Key("stay", .keys(.accountGate), required: true, "What it must keep; no stricter than enter."),
            Key("dwell", .days, "It stays qualified at least this long; 0 days where left out."),
            Key("cooldown", .days, "How long it waits before it may enter again; 0 days where left out."),
            Key("act_now", .keys(.actNow), "A raised hand qualifies the account at once."),
        ])

    static let accountGate = KeySet(
        "a gate", mayBeEmpty: true,
        [
            Key("tier", .text, "The worst tier admitted; the unfit too where left out."),
            Key("score", .score, "The lowest score; 0 where left out."),
            Key("engaged_buyers", .whole(Bounds.count), "How many buyers must be engaged; 0 where left out."),
            Key("roles", .names, "Roles that must each be among the engaged; none where left out."),
        ])

    static let actNow = KeySet(
        "act_now",
        [
            Key("tier", .text, "The worst tier admitted; the unfit too where left out."),
            Key("days", .whole(1...Bounds.days.upperBound), required: true, "For how many days a raised hand counts."),
            Key("roles", .names, "Whose raised hand counts; anybody's where left out."),
        ])

    static let qualifiedBuyer = KeySet(
        "qualified_buyer",
        [
            Key("roles", .names, required: true, "The roles a qualified buyer may have."),
            Key("tier", .text, "The worst tier of the account admitted; the unfit too where left out."),
            Key("raised_hand", .days, "For how long a direct request qualifies; not at all where left out."),
            Key("account_qualified", .yesNo, "Whether the account must be qualified; false where left out."),
            Key("enter", .score, "Points of engagement from which a buyer qualifies; 0 where left out."),
            Key("stay", .score, "Points it must keep; no more than enter; 0 where left out."),
        ])

    static let salesQualified = KeySet(
        "sales_qualified",
        [
            Key(
                "confirmed", .list(.choice(SalesQualified.Letter.self), atLeast: 1), required: true,
                "What a person must confirm in any case."),
            Key("at_least", .whole(1...5), required: true, "How many of the five must be confirmed in all."),
        ])

    static let gate = KeySet(
        "the gate",
        [
            Key("refuse", .list(.choice(InboundGate.Class.self), atLeast: 1), "Forms that are refused."),
            Key("review", .list(.choice(InboundGate.Class.self), atLeast: 1), "Forms that a person looks at."),
        ])
}
