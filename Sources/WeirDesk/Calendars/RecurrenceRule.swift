import WeirFacts

/// How a whole-day event repeats (RFC 5545, 3.3.10): the parts that holidays need.
///
/// `FREQ` daily, weekly, monthly or yearly; `INTERVAL`, `COUNT`, `UNTIL`, `BYMONTH`, `BYMONTHDAY` (negative from the
/// month's end), `BYDAY` (`MO`, `4TH`, `-1FR`) and `WKST`. Other parts are refused, not passed over: a holiday on the
/// wrong day is worse than a file that has to be changed.
struct RecurrenceRule: Hashable, Sendable {
    enum Frequency: String { case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY" }

    /// A day of the week, 0 for Monday, and which of the month or year: 4 the fourth, -1 the last, `nil` every.
    struct Weekday: Hashable {
        var ordinal: Int?
        var weekday: Int
    }

    private(set) var frequency = Frequency.yearly
    private(set) var interval = 1
    private(set) var count: Int?
    private(set) var until: CivilDay?
    private(set) var months: [Int] = []
    private(set) var monthDays: [Int] = []
    private(set) var weekdays: [Weekday] = []
    private(set) var weekStart = 0

    static let weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    init(_ line: ContentLine) throws(DeskError) {
        var hasFrequency = false
        for part in line.value.uppercased().split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { throw line.bad("“\(part)” is not a part of a rule; write FREQ=YEARLY") }
            let value = sides[1]
            switch sides[0] {
            case "FREQ":
                guard let known = Frequency(rawValue: String(value)) else {
                    throw line.bad("whole days repeat DAILY, WEEKLY, MONTHLY or YEARLY, not \(value)")
                }
                frequency = known
                hasFrequency = true
            case "INTERVAL": interval = try Self.numbers(value, 1...1000, line)[0]
            case "COUNT": count = try Self.numbers(value, 1...100_000, line)[0]
            case "UNTIL": until = try line.day(value.prefix { $0 != "T" })
            case "BYMONTH": months = try Self.numbers(value, 1...12, line)
            case "BYMONTHDAY": monthDays = try Self.numbers(value, -31...31, line)
            case "BYDAY":
                weekdays = try value.split(separator: ",").map { (day) throws(DeskError) in try Self.weekday(day, line)
                }
            case "WKST": weekStart = try Self.weekday(value, line).weekday
            default: throw line.bad("\(sides[0]) is not understood; list the days with RDATE instead")
            }
        }
        guard hasFrequency else { throw line.bad("a rule says how often: FREQ=YEARLY") }
        if frequency == .daily || frequency == .weekly, weekdays.contains(where: { $0.ordinal != nil }) {
            throw line.bad("“the fourth Thursday” needs FREQ=MONTHLY or FREQ=YEARLY")
        }
    }

    private static func numbers(
        _ text: Substring, _ range: ClosedRange<Int>, _ line: ContentLine
    ) throws(DeskError) -> [Int] {
        var numbers: [Int] = []
        for word in text.split(separator: ",") {
            guard let number = Int(word), range.contains(number), number != 0 else {
                throw line.bad("“\(word)” is not a number from \(range.lowerBound) to \(range.upperBound)")
            }
            numbers.append(number)
        }
        guard !numbers.isEmpty else { throw line.bad("a number is missing") }
        return numbers
    }

    private static func weekday(_ text: Substring, _ line: ContentLine) throws(DeskError) -> Weekday {
        let ordinal = text.dropLast(2)
        guard let weekday = weekdayNames.firstIndex(of: String(text.suffix(2))),
            ordinal.isEmpty || (Int(ordinal).map { $0 != 0 && abs($0) <= 53 } ?? false)
        else { throw line.bad("“\(text)” is not a day of the week; write MO, 4TH or -1FR") }
        return Weekday(ordinal: Int(ordinal), weekday: weekday)
    }
}
