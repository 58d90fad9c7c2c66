import WeirAgreement
import WeirFacts

/// When a team works: hours of the week in a time zone, less the days that are closed, but for overrides.
///
/// For one day the first of these that speaks decides: an override (the hours of that one day), a closed day or public
/// holiday, the hours of the weekday. Hours are half-open: at 17:30 a day that works until 17:30 is closed.
/// Everything is reckoned on instants, so that a day on which clocks change has the hours that people really work.
public struct BusinessCalendar: Sendable, Hashable {
    public let zone: ZoneTable
    /// Seven entries, Monday first, each in order and without overlaps; an empty one is a day off.
    public let week: [[WorkingCalendar.Hours]]
    /// Days whose hours differ from their weekday's; no hours: closed.
    public let exceptions: [CivilDay: [WorkingCalendar.Hours]]
    /// The first and last day of ``exceptions``, so that most days need no look-up.
    let exceptionDays: ClosedRange<Int32>?

    /// - Parameters:
    ///   - zone: where the clocks on the wall hang.
    ///   - week: seven entries, Monday first.
    ///   - closed: days without hours, public holidays among them.
    ///   - overrides: hours of single days; they win over `closed`.
    /// - Throws: `badHours` or `badCalendar` with the place of what is wrong.
    public init(
        zone: ZoneTable, week: [[WorkingCalendar.Hours]], closed: [CivilDay] = [],
        overrides: [CivilDay: [WorkingCalendar.Hours]] = [:]
    ) throws(DeskError) {
        guard week.count == 7 else {
            throw DeskError(.badCalendar, at: "week", "has \(week.count) days; there must be seven, Monday first")
        }
        var checked: [[WorkingCalendar.Hours]] = []
        for (day, hours) in week.enumerated() {
            checked.append(try BusinessHours.ordered(hours, at: "week.\(BusinessCalendar.dayNames[day])"))
        }
        var exceptions: [CivilDay: [WorkingCalendar.Hours]] = [:]
        for day in closed { exceptions[day] = [] }
        for (day, hours) in overrides {
            exceptions[day] = try BusinessHours.ordered(hours, at: "overrides.\(day)")
        }
        self.zone = zone
        self.week = checked
        self.exceptions = exceptions
        let days = exceptions.keys.map(\.number)
        if let first = days.min(), let last = days.max() { exceptionDays = first...last } else { exceptionDays = nil }
    }

    /// The calendar that an agreement gives a team, with its country's public holidays closed.
    ///
    /// - Parameters:
    ///   - closed: further days without hours, such as those of a calendar file.
    ///   - overrides: hours of single days.
    public init(
        _ calendar: WorkingCalendar, closed: [CivilDay] = [], overrides: [CivilDay: [WorkingCalendar.Hours]] = [:]
    ) throws(DeskError) {
        let holidays = try calendar.holidays.map { (country) throws(DeskError) in
            try PublicHolidays.days(of: country)
        }
        try self.init(
            zone: try ZoneTable(calendar.timeZone), week: calendar.week, closed: (holidays ?? []) + closed,
            overrides: overrides)
    }

    /// How the days of the week are written, Monday first.
    public static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The hours of a civil day as they are written.
    public func hours(on day: CivilDay) -> [WorkingCalendar.Hours] {
        if let exceptionDays, exceptionDays.contains(day.number), let hours = exceptions[day] { return hours }
        return week[day.weekday]
    }

    /// Whether a civil day has any hours.
    public func isBusinessDay(_ day: CivilDay) -> Bool { !hours(on: day).isEmpty }

    /// - Throws: `neverOpen` for a week without hours: promises made on it could not be kept.
    func checkWeek() throws(DeskError) {
        guard lastPossibleDay == nil else {
            throw DeskError(.neverOpen, at: "week", "has no hours on any day; give at least one day some")
        }
    }

    /// The last day worth looking at for open hours from a day on; `nil` if every week has some.
    var lastPossibleDay: Int32? {
        week.allSatisfy(\.isEmpty) ? exceptionDays?.upperBound ?? .min : nil
    }
}
