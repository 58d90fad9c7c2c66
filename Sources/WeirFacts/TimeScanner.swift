/// A place in a text that names a time. The text itself is passed to each step, so that nothing is copied.
struct TimeScanner {
    var at: Int
    var end: Int

    init(start: Int, end: Int) {
        at = start
        self.end = end
    }

    var isAtEnd: Bool { at >= end }

    mutating func trim(_ text: Span<UInt8>) {
        while at < end, text[at] <= 32 { at += 1 }
        while end > at, text[end - 1] <= 32 { end -= 1 }
    }

    /// The next byte, `0` at the end.
    func next(_ text: Span<UInt8>) -> UInt8 { at < end ? text[at] : 0 }

    mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
        guard next(text) == byte, at < end else { return false }
        at += 1
        return true
    }

    mutating func skipSpaces(_ text: Span<UInt8>) {
        while at < end, text[at] == Ascii.space { at += 1 }
    }

    /// A run of at most `limit` digits: its value and how many there were.
    mutating func number(_ text: Span<UInt8>, limit: Int = 18) -> (value: Int64, digits: Int) {
        var value: Int64 = 0
        var digits = 0
        while at < end, digits < limit, Ascii.isDigit(text[at]) {
            value = value &* 10 &+ Int64(text[at] &- Ascii.zero)
            at += 1
            digits += 1
        }
        return (value, digits)
    }

    /// A run of letters, lower case, at most twelve of them kept.
    mutating func word(_ text: Span<UInt8>) -> String {
        var letters: [UInt8] = []
        while at < end, Ascii.isLetter(text[at]) {
            if letters.count < 12 { letters.append(text[at] | 0x20) }
            at += 1
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The commonest layouts, `2026-03-27`, `2026-03-27T16:50:00Z` and the same with a space, a fraction or without
    /// the `Z`; `nil` for anything else.
    func plainISO(_ text: Span<UInt8>) throws(InstantParser.Problem) -> WallTime? {
        let length = end - at
        guard length == 10 || length >= 19, text[at + 4] == Ascii.hyphen, text[at + 7] == Ascii.hyphen else {
            return nil
        }
        let century = pair(text, at)
        let yearOfCentury = pair(text, at + 2)
        let month = pair(text, at + 5)
        let day = pair(text, at + 8)
        guard century | yearOfCentury | month | day >= 0 else { return nil }
        let civilDay = try TimeScanner.day(year: century * 100 + yearOfCentury, month: month, day: day)
        if length == 10 { return WallTime(day: civilDay) }

        let separator = text[at + 10]
        guard separator == Ascii.space || separator == Ascii.upperT, text[at + 13] == Ascii.colon,
            text[at + 16] == Ascii.colon
        else { return nil }
        let hour = pair(text, at + 11)
        let minute = pair(text, at + 14)
        let second = pair(text, at + 17)
        guard hour | minute | second >= 0, hour < 24, minute < 60, second < 60 else { return nil }
        var rest = TimeScanner(start: at + 19, end: end)
        let fraction = rest.next(text) == Ascii.dot ? rest.fraction(text) : 0
        let isUTC = rest.take(Ascii.upperZ, text)
        guard rest.isAtEnd, fraction >= 0 else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        return WallTime(day: civilDay, millisecondOfDay: seconds * 1000 + fraction, offsetSeconds: isUTC ? 0 : nil)
    }

    /// `.123456789` as whole milliseconds; -1 if there are no digits or more than nine.
    mutating func fraction(_ text: Span<UInt8>) -> Int64 {
        at += 1
        var milliseconds: Int64 = 0
        var digits = 0
        while at < end, Ascii.isDigit(text[at]) {
            if digits < 3 { milliseconds = milliseconds * 10 + Int64(text[at] &- Ascii.zero) }
            digits += 1
            at += 1
        }
        if digits == 0 || digits > 9 { return -1 }
        return digits == 1 ? milliseconds * 100 : digits == 2 ? milliseconds * 10 : milliseconds
    }

    /// The two digits at `index` as a number, negative if they are not digits.
    private func pair(_ text: Span<UInt8>, _ index: Int) -> Int {
        let tens = text[index] &- Ascii.zero
        let ones = text[index + 1] &- Ascii.zero
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : -1
    }

    static func day(year: Int, month: Int, day: Int) throws(InstantParser.Problem) -> CivilDay {
        guard let civilDay = CivilDay(year: year, month: month, day: day) else {
            throw (1900...9999).contains(year) ? .noSuchDay : .yearOutOfRange
        }
        guard year >= 1900 else { throw .yearOutOfRange }
        return civilDay
    }
}

/// The bytes that times are written with.
enum Ascii {
    static let space: UInt8 = 0x20
    static let comma: UInt8 = 0x2C
    static let plus: UInt8 = 0x2B
    static let hyphen: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let colon: UInt8 = 0x3A
    static let upperT: UInt8 = 0x54
    static let upperZ: UInt8 = 0x5A
    static let openBracket: UInt8 = 0x5B
    static let closeBracket: UInt8 = 0x5D

    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
