/// The ways to write a day.
extension TimeScanner {
    mutating func date(_ text: Span<UInt8>, slashOrder: InstantParser.SlashOrder) throws(Problem) -> CivilDay {
        if Ascii.isLetter(next(text)) { return try dateFromWord(text, slashOrder: slashOrder) }
        let start = at
        let first = number(text)
        if first.digits == 8 {
            at = start
            return try compactDate(text)
        }
        let separator = next(text)
        guard first.digits == 4 || (1...2).contains(first.digits), !isAtEnd else { throw .notATime }
        at += 1
        if separator == Ascii.space || separator == Ascii.comma { skipSpaces(text) }
        if Ascii.isLetter(next(text)) {
            let month = try monthName(text)
            _ = take(separator, text) || take(Ascii.comma, text)
            skipSpaces(text)
            return try day(first, month: month, then: number(text))
        }
        guard separator == Ascii.hyphen || separator == Ascii.slash || separator == Ascii.dot else { throw .notATime }
        let second = number(text, limit: 3)
        guard (1...2).contains(second.digits), take(separator, text) else { throw .notATime }
        let third = number(text, limit: 5)
        guard third.digits == 4 || (1...2).contains(third.digits) else { throw .notATime }
        if first.digits == 4 {
            guard third.digits <= 2 else { throw .notATime }
            return try TimeScanner.day(year: Int(first.value), month: Int(second.value), day: Int(third.value))
        }
        let year = try TimeScanner.year(third)
        let dayFirst = separator == Ascii.dot || slashOrder == .dayFirst
        let (month, day) = dayFirst ? (second.value, first.value) : (first.value, second.value)
        // With dots the order is never in doubt; with strokes the other order is taken where this one has no month.
        if month > 12, day <= 12, separator != Ascii.dot {
            return try TimeScanner.day(year: year, month: Int(day), day: Int(month))
        }
        return try TimeScanner.day(year: year, month: Int(month), day: Int(day))
    }

    /// `July 15, 2009`, `Wed, 15 Jul 2009`.
    private mutating func dateFromWord(
        _ text: Span<UInt8>, slashOrder: InstantParser.SlashOrder
    ) throws(Problem) -> CivilDay {
        var ahead = self
        if TimeNames.isWeekday(ahead.word(text)) {
            _ = ahead.take(Ascii.dot, text)
            _ = ahead.take(Ascii.comma, text)
            ahead.skipSpaces(text)
            guard !ahead.isAtEnd, !TimeNames.isWeekday(ahead.peekedWord(text)) else { throw .notATime }
            self = ahead
            return try date(text, slashOrder: slashOrder)
        }
        let month = try monthName(text)
        if !take(Ascii.hyphen, text) { skipSpaces(text) }
        let dayOfMonth = number(text, limit: 3)
        _ = take(Ascii.comma, text) || take(Ascii.hyphen, text)
        skipSpaces(text)
        let year = number(text, limit: 5)
        guard (1...2).contains(dayOfMonth.digits), year.digits == 4 else { throw .notATime }
        return try TimeScanner.day(year: Int(year.value), month: month, day: Int(dayOfMonth.value))
    }

    private func peekedWord(_ text: Span<UInt8>) -> String {
        var ahead = self
        return ahead.word(text)
    }

    private mutating func monthName(_ text: Span<UInt8>) throws(Problem) -> Int {
        guard let month = TimeNames.month(word(text)) else { throw .notATime }
        _ = take(Ascii.dot, text)
        return month
    }

    /// `15 Jul 2009` and `2009-Jul-15`, told apart by where the four digits are.
    private func day(
        _ first: (value: Int64, digits: Int), month: Int, then last: (value: Int64, digits: Int)
    ) throws(Problem) -> CivilDay {
        if first.digits == 4, (1...2).contains(last.digits) {
            return try TimeScanner.day(year: Int(first.value), month: month, day: Int(last.value))
        }
        guard first.digits <= 2, last.digits == 4 || last.digits == 2 else { throw .notATime }
        return try TimeScanner.day(year: try TimeScanner.year(last), month: month, day: Int(first.value))
    }

    /// Two digits mean 1970 to 2069.
    private static func year(_ part: (value: Int64, digits: Int)) throws(Problem) -> Int {
        switch part.digits {
        case 4: Int(part.value)
        case 2: Int(part.value) + (part.value < 70 ? 2000 : 1900)
        default: throw .notATime
        }
    }
}
