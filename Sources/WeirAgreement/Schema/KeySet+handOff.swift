/// Section 5: the hand-off. Section 6: credit.
extension KeySet {
    static let team = KeySet(
        "a team",
        [
            Key(
                "members", .named(.whole(1...10_000), atLeast: 1), required: true,
                "Its people, with the follow-ups each can do well on a business day."),
            Key("calendar", .keys(.calendar), required: true, "The hours it works."),
        ])

    static let calendar = KeySet(
        "a calendar",
        [
            Key("timezone", .text, required: true, "IANA name of the team's time zone."),
            Key(
                "week", .named(.list(.hours, atLeast: 1), atLeast: 1), required: true,
                "Hours by day or days: mon, or mon-fri."),
            Key("holidays", .country, "Country whose public holidays are off (ISO 3166, two capitals)."),
        ])

    static let routingRule = KeySet(
        "a routing rule",
        [
            Key("when", .criteria, "Which companies; everybody else where left out."),
            Key("team", .text, required: true, "The team that gets them."),
        ])

    static let release = KeySet(
        "release",
        [
            Key(
                "order", .list(.choice(ReleaseRule.Order.self), atLeast: 1), required: true,
                "Who goes first when there are more than the teams can follow up."),
            Key("expires", .serviceTime, "How long what waits may wait before it goes back to nurture."),
            Key("slow_down", .list(.keys(.slowDown), atLeast: 1), "When less than the full capacity is handed over."),
        ])

    static let slowDown = KeySet(
        "slow_down",
        [
            Key("last", .businessDays, required: true, "The last business days of the period."),
            Key("of", .choice(ReleaseRule.Period.self), required: true, "The period."),
            Key("to", .share, required: true, "The share of capacity that remains."),
        ])

    static let serviceLevels = KeySet(
        "sla",
        [
            Key("sales", .keys(.salesLevels), "What Sales promises."),
            Key("marketing", .keys(.marketingLevels), "What Marketing promises."),
        ])

    static let salesLevels = KeySet(
        "sla: sales",
        [
            Key("respond", .keys(.respond), "How fast Sales responds."),
            Key("disposition", .keys(.disposition), "How fast Sales answers."),
            Key("on_breach", .list(.choice(ServiceLevels.OnBreach.self), atLeast: 1), "What happens when it is late."),
        ])

    static let respond = KeySet(
        "respond",
        [
            Key("within", .serviceTime, "The time to respond."),
            Key("raised_hand", .serviceTime, "The time to respond to a raised hand."),
            Key("warn_at", .share, "The share of the time after which the owner is warned."),
        ])

    static let disposition = KeySet(
        "disposition", [Key("within", .serviceTime, required: true, "The time to accept, reject or recycle.")])

    static let marketingLevels = KeySet(
        "sla: marketing",
        [
            Key("qualified_per_week", .keys(.perWeek), "How many qualified accounts a week."),
            Key("acceptance", .keys(.acceptance), "How many of them Sales accepts."),
        ])

    static let perWeek = KeySet(
        "qualified_per_week",
        [
            Key("at_least", .whole(Bounds.count), "No fewer."),
            Key("at_most", .whole(Bounds.count), "No more."),
        ])

    static let acceptance = KeySet(
        "acceptance", [Key("at_least", .share, required: true, "The lowest share that Sales accepts.")])

    static let dispositions = KeySet(
        "dispositions",
        [
            Key("accept", .list(.text, atLeast: 0), "Reasons for accepting; none is required."),
            Key("reject", .keys(.reject), "Reasons for rejecting; one is required."),
            Key("recycle", .keys(.recycle), "When a recycled account may come back."),
        ])

    static let reject = KeySet(
        "reject",
        [
            Key("procedural", .names, "The record is wrong."),
            Key("judgement", .names, "Sales disagrees."),
        ])

    static let recycle = KeySet(
        "recycle",
        [
            Key(
                "after", .named(.days, atLeast: 1), required: true,
                "The time until it may come back, by reason; 'otherwise' for every other.")
        ])

    static let attribution = KeySet(
        "attribution",
        [
            Key("look_back", .days, required: true, "How far back touches get credit."),
            Key("sourced", .choice(Attribution.Sourced.self), required: true, "What decides who sourced a deal."),
            Key("influence", .keys(.influence), required: true, "How influence is shared out."),
        ])

    static let influence = KeySet(
        "influence",
        [
            Key(
                "models", .list(.choice(Attribution.Model.self), atLeast: 1), required: true,
                "The models that are reported side by side.")
        ])
}
