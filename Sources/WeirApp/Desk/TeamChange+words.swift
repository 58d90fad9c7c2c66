import Foundation
import WeirAgreement
import WeirDesk
import WeirFacts

/// Changes of a team as they are written: one reading for forms, commands and HTTP.
extension TeamChange {
    public static let words = ["joins", "leaves", "is_away", "closes", "works", "works_as_usual", "follows_calendar"]
    /// Size of a calendar file, bytes.
    public static let mostCalendarBytes = 262_144
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
        let written = try said.needed("hours").split(separator: ",").map { interval in
            // Blanks around the hyphen are as good as none; those elsewhere are shown as they were typed.
            interval.split(separator: "-").map { String($0).trimmingCharacters(in: .whitespaces) }.joined(
                separator: "-")
        }
        do {
            return try BusinessHours.read(written, at: "hours")
        } catch {
            throw ServiceError(.invalid, "hours: \(error.message)")
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
