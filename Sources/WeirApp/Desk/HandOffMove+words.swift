import WeirDesk
import WeirFacts

/// Moves as they are written: one reading for forms, commands and HTTP.
extension HandOffMove {
    public static let words = [
        "accept", "reject", "recycle", "snooze", "already_working", "reassign", "contacted", "confirm",
        "sales_qualify", "pause", "resume",
    ]

    /// - Parameters:
    ///   - word: one of ``words``.
    ///   - value: what was given under a name: `reason`, `until`, `into`, `to`, `letter`, `verdict`, `value`, `said_by`,
    ///     `sure_permille`, `evidence` or `milestone`; `nil` or nothing where it was not.
    /// - Throws: `invalid` with what is missing or what would be right.
    public init(_ word: String, _ value: @escaping (String) -> String?) throws(ServiceError) {
        let said = SaidWords(of: "the move", value)
        switch word {
        case "accept": self = .accept
        case "reject": self = .reject(reason: try said.needed("reason"))
        case "recycle":
            let until = try said.read("until", "a day: 2026-03-27") { CivilDay($0) }
            self = .recycle(reason: try said.needed("reason"), until: until)
        case "snooze":
            self = .snooze(
                until: try said.needed("until", "an instant: 2026-03-27T09:00:00Z") { try? InstantParser().instant($0) }
            )
        case "already_working": self = .alreadyWorking(into: try said.needed("into"))
        case "reassign": self = .reassign(to: try said.needed("to"))
        case "contacted": self = .contacted
        case "confirm": self = .confirm(try BANTEntry(said))
        case "sales_qualify": self = .salesQualify
        case "pause":
            let reasons = PauseReason.allCases.map(\.rawValue).joined(separator: ", ")
            self = .pause(
                try said.milestone,
                try said.needed("reason", "one of these, since a clock stands still for no other: \(reasons)") {
                    PauseReason(rawValue: $0)
                })
        case "resume": self = .resume(try said.milestone)
        default:
            throw ServiceError(
                .invalid,
                "there is no move “\(String(word.prefix(40)))”; there are: \(HandOffMove.words.joined(separator: ", "))"
            )
        }
    }
}

extension TeamChange {
    public static let words = ["joins", "leaves", "is_away"]

    /// - Parameters:
    ///   - word: one of ``words``.
    ///   - value: what was given under a name: `name`, `capacity`, `from`, `to` or `away_permille`.
    /// - Throws: `invalid` with what is missing or what would be right.
    public init(_ word: String, _ value: @escaping (String) -> String?) throws(ServiceError) {
        let said = SaidWords(of: "the change", value)
        let name = try said.needed("name")
        switch word {
        case "joins":
            self = .joins(name: name, capacity: try said.needed("capacity", "follow-ups a day: 12") { Int($0) })
        case "leaves": self = .leaves(name: name)
        case "is_away":
            let from = try said.needed("from", "the first day away: 2026-03-27") { CivilDay($0) }
            let to = try said.needed("to", "the last day away: 2026-03-27") { CivilDay($0) }
            let away = try said.read("away_permille", "a part of each day, from 1 to 1000") { Int($0) }
            self = .isAway(name: name, Leave(from: from, to: to, awayPermille: away ?? 1000))
        default:
            throw ServiceError(
                .invalid,
                "there is no change “\(String(word.prefix(40)))”; there are: \(TeamChange.words.joined(separator: ", "))"
            )
        }
    }
}

extension BANTEntry {
    fileprivate init(_ said: SaidWords) throws(ServiceError) {
        self.init(
            letter: try said.needed("letter"),
            verdict: try said.needed("verdict", "yes, no or unclear") { BANTAnswer.Verdict(rawValue: $0) },
            value: said["value"] ?? "", saidBy: said["said_by"],
            surePermille: try said.read("sure_permille", "a number from 0 to 1000") { Int($0) } ?? 1000,
            evidence: said["evidence"] ?? "")
    }
}

/// What was given by name.
private struct SaidWords {
    private let what: String
    private let value: (String) -> String?

    init(of what: String, _ value: @escaping (String) -> String?) {
        self.what = what
        self.value = value
    }

    subscript(name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }

    func needed(_ name: String) throws(ServiceError) -> String {
        guard let text = self[name] else { throw ServiceError(.invalid, "\(what) needs “\(name)”") }
        return text
    }

    func needed<T>(_ name: String, _ right: String, _ read: (String) -> T?) throws(ServiceError) -> T {
        guard let found = try self.read(name, right, read) else {
            throw ServiceError(.invalid, "\(what) needs “\(name)”, \(right)")
        }
        return found
    }

    func read<T>(_ name: String, _ right: String, _ read: (String) -> T?) throws(ServiceError) -> T? {
        guard let text = self[name] else { return nil }
        guard let found = read(text) else { throw ServiceError(.invalid, "“\(name)” is \(right)") }
        return found
    }

    var milestone: ServicePromise.Milestone {
        get throws(ServiceError) {
            let all = ServicePromise.Milestone.allCases.map(\.rawValue).joined(separator: ", ")
            return try needed("milestone", "one of \(all)") { ServicePromise.Milestone(rawValue: $0) }
        }
    }
}
