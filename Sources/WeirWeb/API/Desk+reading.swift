import WeirApp
import WeirDesk
import WeirFacts
import WeirIntake

extension HandOffMove {
    static let words = [
        "accept", "reject", "recycle", "snooze", "already_working", "reassign", "contacted", "confirm",
        "sales_qualify", "pause", "resume",
    ]

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

    init(_ body: JSONObject) throws {
        func needed(_ name: String) throws -> String {
            guard let text = body.text(name) else {
                throw ServiceError(.invalid, "the move needs “\(name)”")
            }
            return text
        }
        func milestone() throws -> ServicePromise.Milestone {
            guard let milestone = ServicePromise.Milestone(rawValue: try needed("milestone")) else {
                throw ServiceError(.invalid, "there is no such milestone")
            }
            return milestone
        }
        switch body.text("move") ?? "" {
        case "accept": self = .accept
        case "reject": self = .reject(reason: try needed("reason"))
        case "recycle":
            let until = try body.text("until").map { text in
                guard let day = CivilDay(text) else { throw ServiceError(.invalid, "“until” is a day: 2026-03-27") }
                return day
            }
            self = .recycle(reason: try needed("reason"), until: until)
        case "snooze":
            guard let until = try? InstantParser().instant(try needed("until")) else {
                throw ServiceError(.invalid, "“until” is an instant: 2026-03-27T09:00:00Z")
            }
            self = .snooze(until: until)
        case "already_working": self = .alreadyWorking(into: try needed("into"))
        case "reassign": self = .reassign(to: try needed("to"))
        case "contacted": self = .contacted
        case "confirm":
            guard let verdict = BANTAnswer.Verdict(rawValue: try needed("verdict")) else {
                throw ServiceError(.invalid, "“verdict” is yes, no or unclear")
            }
            self = .confirm(
                BANTEntry(
                    letter: try needed("letter"), verdict: verdict, value: body.text("value") ?? "",
                    saidBy: body.text("said_by"), surePermille: body.whole("sure_permille") ?? 1000,
                    evidence: body.text("evidence") ?? ""))
        case "sales_qualify": self = .salesQualify
        case "pause":
            guard let reason = PauseReason(rawValue: try needed("reason")) else {
                let reasons = PauseReason.allCases.map(\.rawValue).joined(separator: ", ")
                throw ServiceError(.invalid, "a clock stands still for one of these reasons only: \(reasons)")
            }
            self = .pause(try milestone(), reason)
        case "resume": self = .resume(try milestone())
        default: throw ServiceError(.invalid, "there is no such move")
        }
    }
}

extension TeamChange {
    init(_ body: JSONObject) throws {
        let name = body.text("name") ?? ""
        switch body.text("change") ?? "" {
        case "joins":
            guard let capacity = body.whole("capacity") else {
                throw ServiceError(.invalid, "whoever joins has a “capacity”: follow-ups a day")
            }
            self = .joins(name: name, capacity: capacity)
        case "is_away":
            guard let from = body.text("from").flatMap({ CivilDay($0) }),
                let to = body.text("to").flatMap({ CivilDay($0) })
            else { throw ServiceError(.invalid, "give “from” and “to”, the first and last day away") }
            self = .isAway(
                name: name, Leave(from: from, to: to, awayPermille: body.whole("away_permille") ?? 1000))
        default: self = .leaves(name: name)
        }
    }
}
