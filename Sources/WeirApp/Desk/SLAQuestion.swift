import Foundation
import WeirAgreement
import WeirDesk
import WeirFacts

/// A case of business time as it is written: the members' names are the format's.
struct SLAQuestion: Decodable {
    var calendar: Calendar
    var start: String
    var `for`: String?
    var end: String?

    /// The hours of a team.
    struct Calendar: Decodable {
        var timezone: String
        var week: [String: [String]]
        var closed: [String]
        var overrides: [String: [String]]
        var holidays: String?

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            let known = ["timezone", "week", "closed", "overrides", "holidays"]
            if let unknown = box.allKeys.map(\.stringValue).sorted().first(where: { !known.contains($0) }) {
                throw DeskError(
                    .badCalendar, at: "calendar.\(unknown)", "is not known; there are \(known.joined(separator: ", "))")
            }
            timezone = try box.decode(String.self, forKey: Key(stringValue: "timezone"))
            week = try box.decode([String: [String]].self, forKey: Key(stringValue: "week"))
            closed = try box.decodeIfPresent([String].self, forKey: Key(stringValue: "closed")) ?? []
            overrides = try box.decodeIfPresent([String: [String]].self, forKey: Key(stringValue: "overrides")) ?? [:]
            holidays = try box.decodeIfPresent(String.self, forKey: Key(stringValue: "holidays"))
        }

        /// - Parameter zones: compiled zones by name, so that each is compiled once.
        func compiled(zones: inout [String: ZoneTable]) throws(DeskError) -> BusinessCalendar {
            var days: [[WorkingCalendar.Hours]?] = Array(repeating: nil, count: 7)
            for (name, texts) in week.sorted(by: { $0.key < $1.key }) {
                let hours = try BusinessHours.read(texts, at: "calendar.week.\(name)")
                for day in try Calendar.weekdays(name) {
                    guard days[day] == nil else {
                        let twice = BusinessCalendar.dayNames[day]
                        throw DeskError(
                            .badHours, at: "calendar.week.\(name)", "gives hours for \(twice) a second time")
                    }
                    days[day] = hours
                }
            }
            var overridden: [CivilDay: [WorkingCalendar.Hours]] = [:]
            for (name, texts) in overrides {
                let place = "calendar.overrides.\(name)"
                overridden[try Calendar.day(name, at: place)] = try BusinessHours.read(texts, at: place)
            }
            var shut: [CivilDay] = []
            for (index, name) in closed.enumerated() {
                shut.append(try Calendar.day(name, at: "calendar.closed[\(index)]"))
            }
            if let holidays { shut += try PublicHolidays.days(of: holidays) }
            let zone: ZoneTable
            if let known = zones[timezone] { zone = known } else { zone = try ZoneTable(timezone) }
            zones[timezone] = zone
            return try BusinessCalendar(
                zone: zone, week: days.map { $0 ?? [] }, closed: shut, overrides: overridden)
        }

        private static func day(_ text: String, at place: String) throws(DeskError) -> CivilDay {
            guard let day = CivilDay(text) else {
                throw DeskError(.badCalendar, at: place, "“\(text)” is not a day; write it as 2026-12-25")
            }
            return day
        }

        /// Days of the week, 0 for Monday, that `mon` or `mon-fri` names.
        private static func weekdays(_ name: String) throws(DeskError) -> ClosedRange<Int> {
            let ends = name.split(separator: "-", omittingEmptySubsequences: false)
                .map { end in BusinessCalendar.dayNames.firstIndex { $0 == end } }
            if ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first <= last {
                return first...last
            }
            throw DeskError(
                .badCalendar, at: "calendar.week.\(name)",
                "is not a day of the week; write mon, tue, wed, thu, fri, sat, sun, or mon-fri")
        }
    }
}
