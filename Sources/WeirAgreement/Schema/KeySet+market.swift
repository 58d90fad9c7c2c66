/// Section 1: the market. Section 2: the buying group.
extension KeySet {
    static let market = KeySet(
        "the market",
        [
            Key("addressable", .criteria, "Every company that could ever buy; everyone where left out."),
            Key("served", .criteria, "Of the addressable, those we can sell to and support."),
            Key("target", .criteria, "Of the served, those we agreed to go after now."),
            Key("matrix", .list(.keys(.matrixRow), atLeast: 1), "The qualification matrix: fit points, summed."),
            Key(
                "tiers", .named(.points, atLeast: 1), required: true,
                "The lowest fit points of each tier, best first; below the last a company is unfit."),
        ])

    static let matrixRow = KeySet(
        "a matrix row",
        [
            Key("attribute", .text, required: true, "The attribute that is judged."),
            Key(
                "points", .named(.points, atLeast: 1),
                "Points by value: the first that fits, or for a set every one present."),
            Key("ranges", .list(.keys(.range), atLeast: 1), "Points by range: the first that fits."),
        ])

    static let range = KeySet(
        "a range",
        [
            Key("at_least", .attributeValue, "Lower bound, included."),
            Key("at_most", .attributeValue, "Upper bound, included."),
            Key("points", .points, required: true, "Points of a company within the bounds."),
        ])

    /// The tests of one attribute.
    package static let tests = KeySet(
        "a test of an attribute",
        [
            Key("at_least", .attributeValue, "This much or more."),
            Key("at_most", .attributeValue, "This much or less."),
            Key("contains", .text, "The text holds this, or the set has this member."),
            Key("starts_with", .text, "The text starts with this."),
            Key("is_known", .yesNo, "Whether the value must be known (true) or unknown (false)."),
        ])

    /// The keys of criteria that are not attributes.
    package static let combinations = KeySet(
        "criteria",
        [
            Key("in_list", .text, "The company is on this list."),
            Key("not", .criteria, "These criteria must not hold."),
            Key("or", .criteria, "The other lines, or else these."),
        ])

    static let buyingGroup = KeySet(
        "the buying group",
        [
            Key("functions", .named(.names, atLeast: 1), "Keywords that place a job title in a function."),
            Key(
                "levels", .list(.named(.list(.text, atLeast: 0), atLeast: 1), atLeast: 1),
                "Keywords that place a job title on a level, the most senior level first."),
            Key("roles", .named(.keys(.role), atLeast: 1), required: true, "Roles in a purchase: the first that fits."),
            Key("no_role", .keys(.noRole), required: true, "What a buyer without a role counts."),
            Key("wanted", .named(.whole(Bounds.positiveCount), atLeast: 1), "Seats to fill per account, by role."),
        ])

    static let role = KeySet(
        "a role",
        [
            Key("functions", .names, "Functions of this role; any where left out."),
            Key("levels", .names, "Levels of this role; any where left out."),
            Key("weight", .weight, required: true, "How much engagement of this role counts: 1 is once."),
        ])

    static let noRole = KeySet(
        "no_role", [Key("weight", .weight, required: true, "How much engagement of a buyer without a role counts.")])
}
