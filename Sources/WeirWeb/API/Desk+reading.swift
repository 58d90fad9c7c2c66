import WeirApp
import WeirDesk
import WeirIntake

extension HandOffMove {
    /// What the body of a move may hold.
    static let members: [Schema.Member] = [
        .init("move", .choice(words)),
        .init("seen_version", .integer(1...1_000_000), isRequired: false, "The version you saw."),
        .init("reason", .text(1...200, .line), isRequired: false, "To reject, recycle or pause."),
        .init("until", .text(10...20, .word), isRequired: false, "A day to recycle, an instant to snooze."),
        .init("into", .id("hof"), isRequired: false, "The hand-off that is worked on already."),
        .init("to", .text(1...100, .line), isRequired: false, "Who gets it."),
        .init("letter", .text(1...40, .word), isRequired: false, "need, solution_fit, budget, authority or timing."),
        .init("verdict", .choice(BANTAnswer.Verdict.allCases.map(\.rawValue)), isRequired: false),
        .init("value", .text(1...1000, .line), isRequired: false, "What was said."),
        .init("said_by", .text(1...200, .line), isRequired: false, "Who said it."),
        .init("sure_permille", .integer(0...1000), isRequired: false, "How sure; 1000 if not given."),
        .init("evidence", .text(1...1000, .line), isRequired: false, "Where it can be looked up."),
        .init("milestone", .choice(ServicePromise.Milestone.allCases.map(\.rawValue)), isRequired: false),
    ]

    init(_ body: JSONObject) throws(ServiceError) {
        try self.init(body.text("move") ?? "") { body.word($0) }
    }
}

extension TeamChange {
    init(_ body: JSONObject) throws(ServiceError) {
        try self.init(body.text("change") ?? "") { body.word($0) }
    }
}

extension JSONObject {
    /// A text, or a whole number as one.
    fileprivate func word(_ name: String) -> String? { text(name) ?? whole(name).map { String($0) } }
}
