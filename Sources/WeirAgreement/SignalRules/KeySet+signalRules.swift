/// `signals.yaml`.
extension KeySet {
    static let signalRules = KeySet(
        "the file",
        [Key("rules", .list(.keys(.signalRule), atLeast: 1), required: true, "The rules; the first that fits decides.")]
    )

    static let signalRule = KeySet(
        "a rule",
        [
            Key(
                "kind", .oneOrMore(.choice(SignalRule.Kind.self)),
                "Kinds of call; where left out, track where event is given, else page and screen where name or path is."
            ),
            Key("event", .oneOrMore(.text), "Names of a track call; * stands for anything."),
            Key("name", .oneOrMore(.text), "Names of a page or screen; * stands for anything."),
            Key("path", .oneOrMore(.text), "Paths of a page; * stands for one part of it, ** for any number."),
            Key(
                "properties", .named(.keys(.propertyTest), atLeast: 1), "What properties must be; all of it must hold."),
            Key("signal", .text, "The signal of the agreement that such an event is."),
            Key("ignore", .text, "Why such an event is worth nothing; in place of a signal."),
            Key("content", .text, "What was read or shared: a field such as properties.asset, or a fixed text."),
            Key("shared_with", .text, "Whom it was shared with: a field that holds an id or an e-mail address."),
            Key("campaign", .text, "The campaign: a field or a fixed text; what the event says where left out."),
            Key("channel", .text, "The channel: a field or a fixed text; the campaign's medium where left out."),
        ])

    static let propertyTest = KeySet(
        "a property's test",
        [
            Key("one_of", .names, "Any of these, whatever their case."),
            Key("pattern", .text, "Text in which * stands for anything."),
            Key("at_least", .decimal(Bounds.score), "The least number."),
            Key("at_most", .decimal(Bounds.score), "The largest number."),
            Key("present", .yesNo, "Whether it must be there or must not."),
        ])
}

extension Shape {
    /// One of a kind, or a list of them.
    static func oneOrMore(_ shape: Shape) -> Shape { .either([shape, .list(shape, atLeast: 1)]) }
}
