/// The layouts beyond plain ISO 8601.
extension TimeScanner {
    typealias Problem = InstantParser.Problem

    mutating func wallTime(
        _ text: Span<UInt8>, slashOrder: InstantParser.SlashOrder, readsSerialDays: Bool
    ) throws(Problem) -> WallTime {
        if let wall = try bareNumber(text, readsSerialDays: readsSerialDays) { return wall }
        var wall = WallTime(day: try date(text, slashOrder: slashOrder))
        if isAtEnd { return wall }

        let beforeSeparator = at
        let hasT = take(Ascii.upperT, text) || take(Ascii.upperT | 0x20, text)
        if !hasT {
            _ = take(Ascii.comma, text)
            skipSpaces(text)
        }
        if Ascii.isDigit(next(text)), at > beforeSeparator {
            wall.millisecondOfDay = try timeOfDay(text)
            skipSpaces(text)
        } else if hasT {
            throw .notATime
        }
        if !isAtEnd { wall.offsetSeconds = try zone(text) }
        guard isAtEnd else { throw .notATime }
        return wall
    }

    /// Seconds or finer since 1970, a spreadsheet's day number, `20240115` or `20240115103000`.
    private mutating func bareNumber(_ text: Span<UInt8>, readsSerialDays: Bool) throws(Problem) -> WallTime? {
        var ahead = self
        _ = ahead.take(Ascii.hyphen, text)
        let negative = ahead.at > at
        let firstDigit = ahead.at
        let (value, digits) = ahead.number(text, limit: 19)
        // Nineteen digits may wrap round; they are then negative and no time.
        guard digits >= 5, value >= 0 else { return nil }
        if ahead.isAtEnd, !negative, digits == 8 || digits == 14 { return try compact(text, digits: digits) }

        var fraction: Int64 = 0
        if ahead.next(text) == Ascii.dot {
            if digits == 5, readsSerialDays, !negative { return try serialDay(value, text, decimalsAt: ahead.at) }
            fraction = ahead.fraction(text)
        }
        guard ahead.isAtEnd else { return nil }
        if digits == 5, readsSerialDays, !negative { return try serialDay(value, text, decimalsAt: end) }
        guard fraction >= 0, firstDigit < end else { throw .notATime }
        let magnitude: Int64
        switch digits {
        case 9, 10: magnitude = value * 1000 + fraction
        case 12, 13: magnitude = value
        case 16: magnitude = value / 1000
        case 19: magnitude = value / 1_000_000
        default: throw .notATime
        }
        return try wall(milliseconds: negative ? -magnitude : magnitude)
    }

    private func wall(milliseconds: Int64) throws(Problem) -> WallTime {
        let day = floorDivide(milliseconds, by: 86_400_000)
        guard (-25_567...2_932_896).contains(day) else { throw .yearOutOfRange }
        let civilDay = CivilDay(number: Int32(day))
        return WallTime(day: civilDay, millisecondOfDay: milliseconds - day * 86_400_000, offsetSeconds: 0)
    }

    /// Day 1 of a spreadsheet is 1900-01-01, but it also counts a 29 February 1900 that never was: from day 61 on
    /// the count starts at 1899-12-30, which is day -25,569 here.
    private func serialDay(_ days: Int64, _ text: Span<UInt8>, decimalsAt: Int) throws(Problem) -> WallTime {
        var rest = TimeScanner(start: decimalsAt, end: end)
        var millisecondOfDay: Int64 = 0
        if rest.take(Ascii.dot, text) {
            let kept = rest.number(text, limit: 10)
            guard kept.digits > 0 else { throw .notATime }
            _ = rest.number(text)
            var scale: Int64 = 1
            for _ in 0..<kept.digits { scale *= 10 }
            millisecondOfDay = (kept.value * 86_400_000 + scale / 2) / scale
        }
        guard rest.isAtEnd else { throw .notATime }
        // Spreadsheets hold a Double: what they show as 12:00:00 comes as 0.49999999; to the second is all they know.
        let second = (millisecondOfDay + 500) / 1000
        return WallTime(day: CivilDay(number: Int32(days - 25_569)), millisecondOfDay: second * 1000)
    }

    /// `20240115` and `20240115103000`.
    private mutating func compact(_ text: Span<UInt8>, digits: Int) throws(Problem) -> WallTime {
        var wall = WallTime(day: try compactDate(text))
        if digits == 14 { wall.millisecondOfDay = try timeOfDay(text) }
        return wall
    }

    mutating func compactDate(_ text: Span<UInt8>) throws(Problem) -> CivilDay {
        let year = number(text, limit: 4).value
        let month = number(text, limit: 2).value
        let day = number(text, limit: 2).value
        return try TimeScanner.day(year: Int(year), month: Int(month), day: Int(day))
    }

    /// `16`, `16:50`, `4:50:00.123 pm`, `1650`, `165000`, as milliseconds of the day.
    private mutating func timeOfDay(_ text: Span<UInt8>) throws(Problem) -> Int64 {
        var hour = number(text, limit: 2).value
        var minute: Int64 = 0
        var second: Int64 = 0
        var milliseconds: Int64 = 0
        let hasColons = next(text) == Ascii.colon
        if take(Ascii.colon, text) || Ascii.isDigit(next(text)) {
            minute = try twoDigitPart(text)
            if hasColons ? take(Ascii.colon, text) : Ascii.isDigit(next(text)) {
                second = try twoDigitPart(text)
                if next(text) == Ascii.dot || next(text) == Ascii.comma { milliseconds = fraction(text) }
            }
        }
        guard milliseconds >= 0, !Ascii.isDigit(next(text)) else { throw .notATime }
        if let isAfternoon = halfOfDay(text) {
            guard (1...12).contains(hour) else { throw .noSuchTime }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        let isMidnightAtTheEnd = hour == 24 && minute == 0 && second == 0 && milliseconds == 0
        // Second 60 is a leap second; no clock here counts it, so it reads as the first of the next minute.
        guard hour < 24 || isMidnightAtTheEnd, minute < 60, second <= 60 else { throw .noSuchTime }
        return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
    }

    private mutating func twoDigitPart(_ text: Span<UInt8>) throws(Problem) -> Int64 {
        let part = number(text, limit: 2)
        guard part.digits == 2 else { throw .notATime }
        return part.value
    }

    /// `am` or `pm`, also `a.m.`: whether it is the afternoon; `nil` and no step if neither is there.
    private mutating func halfOfDay(_ text: Span<UInt8>) -> Bool? {
        var ahead = self
        ahead.skipSpaces(text)
        let half = ahead.next(text) | 0x20
        guard half == 0x61 || half == 0x70 else { return nil }
        ahead.at += 1
        _ = ahead.take(Ascii.dot, text)
        guard ahead.next(text) | 0x20 == 0x6D, !ahead.isAtEnd else { return nil }
        ahead.at += 1
        _ = ahead.take(Ascii.dot, text)
        if Ascii.isLetter(ahead.next(text)) { return nil }
        self = ahead
        return half == 0x70
    }
}
