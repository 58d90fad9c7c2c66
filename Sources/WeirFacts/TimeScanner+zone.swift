/// Offsets from UTC and the zone names that mean one offset.
extension TimeScanner {
    /// Seconds ahead of UTC.
    mutating func zone(_ text: Span<UInt8>) throws(Problem) -> Int64 {
        var named: Int64?
        if Ascii.isLetter(next(text)) {
            guard let minutes = TimeNames.minutesAheadOfUTC(word(text)) else { throw .unknownZone }
            named = minutes * 60
        }
        let sign = next(text)
        if !isAtEnd, sign == Ascii.plus || sign == Ascii.hyphen {
            at += 1
            let offset = try offset(text)
            skipBracketedName(text)
            return sign == Ascii.plus ? offset : -offset
        }
        skipBracketedName(text)
        guard let named else { throw .notATime }
        return named
    }

    /// `02:00`, `0200`, `02`, `2`.
    private mutating func offset(_ text: Span<UInt8>) throws(Problem) -> Int64 {
        let hours = number(text, limit: 2)
        var minutes: (value: Int64, digits: Int) = (0, 2)
        if take(Ascii.colon, text) || Ascii.isDigit(next(text)) { minutes = number(text, limit: 2) }
        guard hours.digits >= 1, minutes.digits == 2 else { throw .notATime }
        guard hours.value <= 18, minutes.value < 60 else { throw .noSuchTime }
        return (hours.value * 60 + minutes.value) * 60
    }

    /// `[Europe/Paris]` after an offset adds nothing to it.
    private mutating func skipBracketedName(_ text: Span<UInt8>) {
        skipSpaces(text)
        guard next(text) == Ascii.openBracket, end > at, text[end - 1] == Ascii.closeBracket else { return }
        at = end
    }
}

/// English names of months, weekdays and zones.
enum TimeNames {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }.map { $0 + 1 }
    }

    static func isWeekday(_ word: String) -> Bool {
        word.utf8.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
    }

    /// UTC, the zones of RFC 822 and the European ones, which mean one offset wherever they are written. Names that
    /// mean several (`IST`, `BST` outside mail) are left out, so that nothing is guessed.
    static func minutesAheadOfUTC(_ word: String) -> Int64? {
        switch word {
        case "z", "utc", "gmt", "ut", "wet": 0
        case "est": -300
        case "edt": -240
        case "cst": -360
        case "cdt": -300
        case "mst": -420
        case "mdt": -360
        case "pst": -480
        case "pdt": -420
        case "cet", "west": 60
        case "cest", "eet": 120
        case "eest": 180
        default: nil
        }
    }
}
