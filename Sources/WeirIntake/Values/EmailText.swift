/// What the text of an e-mail column turns out to be.
enum EmailText: Equatable {
    /// An address; `range` is without `mailto:`, a display name and angle brackets.
    case address(TextRange, hasCapitals: Bool)
    /// Without an `@`: a pseudonym or hash by which a source knows the person. Kept as it is.
    case opaque(TextRange)
    case malformed

    /// Judges a trimmed piece of text that is not empty.
    static func judge(_ bytes: Span<UInt8>, _ field: TextRange) -> EmailText {
        let range = unwrapped(bytes, field)
        var at = -1
        var lastDot = -1
        var hasCapitals = false
        for index in range.start..<range.end {
            let byte = bytes[index]
            if byte &- 0x61 < 26 || byte &- 0x30 < 10 { continue }
            if byte <= 0x20 || byte == 0x7F || byte == quoteMark || byte == 0x2C || byte == 0x3B { return .malformed }
            if byte == 0x40 {
                if at >= 0 { return .malformed }
                at = index
            }
            if byte == 0x2E { lastDot = index }
            if byte &- 0x41 < 26 { hasCapitals = true }
        }
        if at < 0 { return range.count <= 320 ? .opaque(range) : .malformed }
        // Something before the @, and a domain with a dot that is neither its first nor its last character.
        guard at > range.start, lastDot > at + 1, lastDot < range.end - 1, range.count <= 320 else {
            return .malformed
        }
        return .address(range, hasCapitals: hasCapitals)
    }

    /// `Ana <ana@example.com>` and `mailto:ana@example.com` without what is around the address.
    private static func unwrapped(_ bytes: Span<UInt8>, _ field: TextRange) -> TextRange {
        guard field.count > 2 else { return field }
        if bytes[field.end - 1] == 0x3E {
            for index in field.start..<field.end where bytes[index] == 0x3C {
                return TextRange(start: index + 1, count: field.end - index - 2)
            }
        }
        let scheme = TextRange(start: field.start, count: min(7, field.count))
        if field.count > 7, bytes[field.start + 6] == 0x3A, equals(bytes, scheme, mailto) {
            return TextRange(start: field.start + 7, count: field.count - 7)
        }
        return field
    }

    private static let mailto = Array("mailto:".utf8)
}
