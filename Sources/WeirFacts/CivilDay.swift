/// A calendar day, numbered from 1970-01-01 (day 0) in the proleptic Gregorian calendar. It has no time zone.
public struct CivilDay: Hashable, Comparable, Sendable, Codable, Strideable {
    /// Days since 1970-01-01; negative before.
    public var number: Int32

    public init(number: Int32) {
        self.number = number
    }

    /// A day from its year, month (1–12) and day of the month; `nil` if there is no such day.
    ///
    /// The conversion is Howard Hinnant's `days_from_civil` (public domain), exact over all years used here.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...9999).contains(year), day >= 1,
            day <= CivilDay.daysIn(month: month, year: year)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// A day written `2026-03-27`; `nil` if it is not one.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }

    public func distance(to other: CivilDay) -> Int { Int(other.number) - Int(number) }
    public func advanced(by days: Int) -> CivilDay { CivilDay(number: number + Int32(days)) }

    /// Year, month (1–12) and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// 0 is Monday, 6 is Sunday (ISO 8601 weekdays, less one).
    public var weekday: Int {
        let shifted = (Int(number) + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }

    /// The Monday of this day's ISO week.
    public var startOfWeek: CivilDay { advanced(by: -weekday) }

    static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDay: CustomStringConvertible {
    /// ISO 8601: `2026-03-27`.
    public var description: String {
        let (year, month, day) = components
        let padded = String(10_000 + year).dropFirst()
        return "\(padded)-\(twoDigits(month))-\(twoDigits(day))"
    }
}
