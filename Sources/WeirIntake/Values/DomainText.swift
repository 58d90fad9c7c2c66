/// The host name in a web address, an e-mail address or a bare domain.
enum DomainText {
    /// Its place, without scheme, user, port, path, `www.` and a dot at the end; `nil` if there is no host name with a
    /// dot in it. The text is trimmed; capitals are left for the caller to lower.
    static func find(_ bytes: Span<UInt8>, _ field: TextRange) -> TextRange? {
        var start = field.start
        var end = field.end
        for index in start..<end where bytes[index] == 0x3A {
            if index + 2 < end, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F { start = index + 3 }
            break
        }
        for index in start..<end where bytes[index] == 0x2F || bytes[index] == 0x3F || bytes[index] == 0x23 {
            end = index
            break
        }
        for index in start..<end where bytes[index] == 0x40 { start = index + 1 }
        for index in start..<end where bytes[index] == 0x3A {
            end = index
            break
        }
        if end > start, bytes[end - 1] == 0x2E { end -= 1 }
        let range = TextRange(start: start, count: end - start)
        if range.count > 4, equals(bytes, TextRange(start: start, count: 4), www) {
            // Unless nothing but a suffix would be left, as of www.com.
            let bare = TextRange(start: start + 4, count: range.count - 4)
            if isHostName(bytes, bare) { return bare }
        }
        return isHostName(bytes, range) ? range : nil
    }

    private static let www = Array("www.".utf8)

    /// Labels of letters, digits, hyphens and underscores, at least two of them, none empty; letters beyond ASCII are
    /// let through.
    private static func isHostName(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
        guard (3...253).contains(range.count) else { return false }
        var labelLength = 0
        var dots = 0
        for index in range.start..<range.end {
            let byte = bytes[index]
            if byte == 0x2E {
                if labelLength == 0 { return false }
                dots += 1
                labelLength = 0
                continue
            }
            let isPlain = asciiLower(byte) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F
            guard isPlain || byte >= 0x80 else { return false }
            labelLength += 1
        }
        return dots > 0 && labelLength > 0
    }
}
