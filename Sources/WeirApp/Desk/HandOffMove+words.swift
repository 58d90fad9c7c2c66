import WeirAgreement
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
    public static let words = ["joins", "leaves", "is_away", "closes", "works", "works_as_usual", "follows_calendar"]
    /// Days of one change.
    private static let mostDays = 366

    /// - Parameters:
    ///   - word: one of ``words``.
    ///   - value: what was given under a name: `name`, `capacity`, `from`, `to`, `away_permille`, `hours`, `why` or
    ///     `calendar`.
    /// - Throws: `invalid` with what is missing or what would be right.
    public init(_ word: String, _ value: @escaping (String) -> String?) throws(ServiceError) {
        let said = SaidWords(of: "the change", value)
        switch word {
        case "joins":
            self = .joins(
                name: try said.needed("name"), capacity: try said.needed("capacity", "follow-ups a day: 12") { Int($0) }
            )
        case "leaves": self = .leaves(name: try said.needed("name"))
        case "is_away":
            let name = try said.needed("name")
            let days = try TeamChange.days(said)
            let away = try said.read("away_permille", "a part of each day, from 1 to 1000") { Int($0) }
            self = .isAway(
                name: name, Leave(from: days.lowerBound, to: days.upperBound, awayPermille: away ?? 1000))
        case "closes": self = .works(try TeamChange.specialDays(said, []))
        case "works": self = .works(try TeamChange.specialDays(said, try TeamChange.hours(said)))
        case "works_as_usual": self = .worksAsUsual(on: try TeamChange.eachDay(said))
        case "follows_calendar": self = .closesBy(calendarFile: try said.needed("calendar"))
        default:
            throw ServiceError(
                .invalid,
                "there is no change “\(String(word.prefix(40)))”; there are: \(TeamChange.words.joined(separator: ", "))"
            )
        }
    }

    private static func hours(_ said: SaidWords) throws(ServiceError) -> [WorkingCalendar.Hours] {
        let written = try said.needed("hours").split(separator: ",").map { String($0.filter { $0 != " " }) }
        do {
            return try BusinessHours.read(written, at: "hours")
        } catch {
            throw ServiceError(.invalid, error.description)
        }
    }

    private static func specialDays(
        _ said: SaidWords, _ hours: [WorkingCalendar.Hours]
    ) throws(ServiceError) -> [SpecialDay] {
        let why = String((said["why"] ?? "").prefix(200))
        return try eachDay(said).map { SpecialDay($0, hours: hours, why: why) }
    }

    private static func eachDay(_ said: SaidWords) throws(ServiceError) -> [CivilDay] {
        let days = try days(said)
        let count = days.lowerBound.distance(to: days.upperBound) + 1
        guard count <= mostDays else {
            throw ServiceError(.invalid, "\(count) days at once are too many; say at most \(mostDays)")
        }
        return (0..<count).map { days.lowerBound.advanced(by: $0) }
    }

    private static func days(_ said: SaidWords) throws(ServiceError) -> ClosedRange<CivilDay> {
        let from = try said.needed("from", "the first day: 2026-03-27") { CivilDay($0) }
        let to = try said.needed("to", "the last day: 2026-03-27") { CivilDay($0) }
        guard from <= to else { throw ServiceError(.invalid, "the last day, \(to), is before the first, \(from)") }
        return from...to
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
