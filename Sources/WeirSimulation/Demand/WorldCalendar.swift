import WeirFacts

/// The days of the window and how busy each is.
struct WorldCalendar {
    let firstDay: CivilDay
    let days: Int
    /// How busy a day is, in permille of an ordinary one: weekday, month and campaigns together.
    let busy: [Int]
    let isBusinessDay: [Bool]
    /// One of the last ten business days of a fiscal quarter.
    let isQuarterEnd: [Bool]
    /// The days written as ISO 8601, ten bytes each.
    let text: [UInt8]

    /// Monday to Sunday; together 7000.
    private static let weekdays = [1240, 1420, 1410, 1330, 1040, 290, 270]
    /// January to December; about 12,000 together.
    private static let months = [980, 1040, 1090, 1020, 1020, 1010, 880, 760, 1120, 1140, 1110, 800]

    init(settings: WorldSettings) {
        firstDay = settings.firstDay
        days = settings.days
        let first = settings.firstDay
        let all = (0..<settings.days).map { first.advanced(by: $0) }
        busy = all.map { day in
            WorldCalendar.weekdays[day.weekday] * WorldCalendar.months[day.components.month - 1] / 1000
        }
        isBusinessDay = all.map { $0.weekday < 5 }
        isQuarterEnd = all.map {
            WorldCalendar.isQuarterEnd($0, fiscalYearStart: settings.parameters.fiscalYearStartMonth)
        }
        text = all.flatMap { Array($0.description.utf8) }
    }

    func day(_ number: Int) -> CivilDay { firstDay.advanced(by: number) }

    /// The day itself, or the Monday after a weekend. Days behind the window have weekdays too.
    func businessDay(onOrAfter day: Int) -> Int {
        let weekday = self.day(day).weekday
        return weekday < 5 ? day : day + 7 - weekday
    }

    /// The number of business days after a day of the window until another.
    func businessDays(from day: Int, to later: Int) -> Int {
        guard day < later else { return 0 }
        return (day + 1...later).count { isBusinessDay(at: $0) }
    }

    private func isBusinessDay(at day: Int) -> Bool {
        isBusinessDay.indices.contains(day) && isBusinessDay[day]
    }

    /// A day moved to the last week of its fiscal quarter.
    func endOfQuarter(after day: Int, fiscalYearStart: Int) -> Int {
        var moved = day
        while moved < day + 95, !WorldCalendar.isQuarterEnd(self.day(moved + 5), fiscalYearStart: fiscalYearStart) {
            moved += 1
        }
        return moved + 8
    }

    private static func isQuarterEnd(_ day: CivilDay, fiscalYearStart: Int) -> Bool {
        guard day.weekday < 5, isInLastMonth(day, fiscalYearStart) else { return false }
        var left = 0
        var next = day
        while isInLastMonth(next, fiscalYearStart) {
            if next.weekday < 5 { left += 1 }
            next = next.advanced(by: 1)
        }
        return left <= 10
    }

    private static func isInLastMonth(_ day: CivilDay, _ fiscalYearStart: Int) -> Bool {
        (day.components.month - fiscalYearStart + 12) % 3 == 2
    }
}
