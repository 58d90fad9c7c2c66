/// Strings and numbers.
extension JSONLine {
    /// Appends the string at `at`, without its quotes and escapes.
    mutating func string(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws(Problem) {
        let open = at
        at += 1
        while at < end {
            let byte = bytes[at]
            at += 1
            if byte == quoteMark { return }
            if byte == Json.backslash {
                try escape(bytes, into: &text)
            } else {
                text.append(byte)
            }
        }
        throw Problem(at: open, reason: "has a string that is not closed")
    }

    private mutating func escape(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws(Problem) {
        let escaped = peek(bytes)
        at += 1
        switch escaped {
        case quoteMark, Json.backslash, 0x2F: text.append(escaped)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(lineFeed)
        case 0x72: text.append(carriageReturn)
        case 0x74: text.append(0x09)
        case 0x75: try unicode(bytes, into: &text)
        default: throw Problem(at: at - 1, reason: "has an escape that JSON does not know")
        }
    }

    /// `\u20AC`, or two of them for a character beyond the first 65,536. Half of such a pair becomes U+FFFD.
    private mutating func unicode(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws(Problem) {
        let unit = try fourHexDigits(bytes)
        switch unit {
        case 0xD800...0xDBFF:
            if at + 1 < end, bytes[at] == Json.backslash, bytes[at + 1] == 0x75 {
                let before = at
                at += 2
                let low = try fourHexDigits(bytes)
                if (0xDC00...0xDFFF).contains(low) {
                    return appendUTF8(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), to: &text)
                }
                at = before
            }
            appendUTF8(0xFFFD, to: &text)
        case 0xDC00...0xDFFF:
            appendUTF8(0xFFFD, to: &text)
        default:
            appendUTF8(unit, to: &text)
        }
    }

    private mutating func fourHexDigits(_ bytes: Span<UInt8>) throws(Problem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(peek(bytes))).hexDigitValue, at < end else {
                throw Problem(at: at, reason: "has \\u without four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    /// Appends a number as it is written, if it is one: `-12`, `0.5`, `2.4E7`.
    mutating func number(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws(Problem) {
        let start = at
        _ = take(Json.minus, bytes)
        let firstDigit = peek(bytes)
        let whole = digits(bytes)
        var isNumber = whole == 1 || (whole > 1 && firstDigit != 0x30)
        if take(Json.dot, bytes) { isNumber = isNumber && digits(bytes) > 0 }
        if peek(bytes) | 0x20 == 0x65, at < end {
            at += 1
            if !take(0x2B, bytes) { _ = take(Json.minus, bytes) }
            isNumber = isNumber && digits(bytes) > 0
        }
        guard isNumber else { throw Problem(at: start, reason: "has a number that is not written as JSON has it") }
        for index in start..<at { text.append(bytes[index]) }
    }

    private mutating func digits(_ bytes: Span<UInt8>) -> Int {
        let start = at
        while at < end, bytes[at] &- 0x30 < 10 { at += 1 }
        return at - start
    }
}
