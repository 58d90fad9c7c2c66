import WeirFacts

/// The document itself, and what is not a section of its own.
extension KeySet {
    package static let agreement = KeySet(
        "the agreement",
        [
            Key("agreement", .text, required: true, "The agreement's name."),
            Key("solution", .text, "What is being sold: one agreement per solution."),
            Key("timezone", .text, required: true, "IANA name of the time zone in which days are counted."),
            Key("fiscal_year_starts", .monthDay, "The day the fiscal year starts, as MM-DD; 01-01 where left out."),
            Key(
                "attributes", .named(.choice(AttributeType.allCases.map(\.rawValue)), atLeast: 1),
                "Attributes of companies beyond the standard ones, each with its type."),
            Key(
                "lists", .named(.either([.names, .keys(.listFile)]), atLeast: 1),
                "Lists of companies, by domain or name."),
            Key("market", .keys(.market), required: true, "Section 1: which companies, and how well they fit."),
            Key("buying_group", .keys(.buyingGroup), required: true, "Section 2: functions, levels and roles."),
            Key(
                "categories", .named(.keys(.category), atLeast: 1), required: true,
                "Section 3: groups of signals that share a half-life and a cap."),
            Key(
                "signals", .named(.keys(.signal), atLeast: 1), required: true,
                "Section 3: what buyers do, and what it is worth."),
            Key("engaged_at", .decimal(Bounds.engaged), "Points from which a buyer is engaged; 0.001 where left out."),
            Key("breadth", .keys(.breadth), "Points for each distinct role among the engaged buyers."),
            Key("echo", .keys(.echo), "Points for content that is shared inside the account and then consumed."),
            Key(
                "qualified_account", .keys(.qualifiedAccount), required: true,
                "Section 4: when an account is qualified, and when it stops being."),
            Key("qualified_buyer", .keys(.qualifiedBuyer), required: true, "Section 4: when a buyer is qualified."),
            Key("sales_qualified", .keys(.salesQualified), "Section 4: what a person confirms."),
            Key("gate", .keys(.gate), "Section 4: which inbound forms are refused or reviewed."),
            Key("teams", .named(.keys(.team), atLeast: 1), "Section 5: who follows up."),
            Key(
                "routing", .list(.keys(.routingRule), atLeast: 1),
                "Section 5: which team gets which company; the first that fits."),
            Key("release", .keys(.release), "Section 5: in which order, and how many, are handed over."),
            Key("first_step", .text, "Section 5: what Sales does first."),
            Key("sla", .keys(.serviceLevels), "Section 5: what both sides promise."),
            Key("dispositions", .keys(.dispositions), "Section 5: what Sales may answer."),
            Key("attribution", .keys(.attribution), "Section 6: how credit is given."),
        ])

    static let listFile = KeySet(
        "a list's file",
        [
            Key("file", .text, required: true, "Path of a CSV or text file, one company a line, beside the agreement."),
            Key("sha256", .sha256, required: true, "SHA-256 of that file, so that both sides sign it too."),
        ])
}
