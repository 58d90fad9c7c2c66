/// How text is folded before it is compared: lower case, letters without their accents, no surrounding space.
///
/// Letters that people take for a plain one with a mark are folded too (ø to o, ł to l), ligatures and ß are spelt
/// out (æ to ae, ß to ss), full-width Latin becomes plain, and every kind of space inside the text becomes one kind.
/// Spaces inside are not counted together: "a  b" and "a b" stay two texts.
public enum TextFolding {
    /// The folded text; the same string, without a copy, when there is nothing to fold.
    public static func fold(_ text: String) -> String {
        var bytes = text.utf8.makeIterator()
        var changes = false
        var last: UInt8 = 0x20
        var isFirst = true
        while let byte = bytes.next() {
            if byte >= 0x80 { return foldScalars(text) }
            if isUpper(byte) || isBlank(byte) && (isFirst || byte != 0x20) { changes = true }
            isFirst = false
            last = byte
        }
        if !changes && (isFirst || last != 0x20) { return text }
        return foldASCII(text)
    }

    private static func foldASCII(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isBlank(byte) {
                if !folded.isEmpty { folded.append(0x20) }
            } else {
                folded.append(isUpper(byte) ? byte | 0x20 : byte)
            }
        }
        while folded.last == 0x20 { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func foldScalars(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count + 4)
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if !isBlank(byte) { folded.append(isUpper(byte) ? byte | 0x20 : byte) }
                if isBlank(byte) && !folded.isEmpty { folded.append(0x20) }
            } else if scalar.value < 0x250 {
                let plain = latin[Int(scalar.value) - 0x80]
                if plain != [0x20] || !folded.isEmpty { folded += plain }
            } else {
                let plain = plain(scalar)
                if plain != " " || !folded.isEmpty { folded += plain.utf8 }
            }
        }
        while folded.last == 0x20 { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    /// U+0080 to U+024F, folded once: most accents that occur are there.
    private static let latin: [[UInt8]] = (0x80..<0x250).map { code in
        Unicode.Scalar(UInt32(code)).map { Array(plain($0).utf8) } ?? []
    }

    /// One scalar beyond ASCII, folded: a space, nothing for an accent or a character without width, or text.
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200D, 0xFEFF: return ""
        case 0xFF01...0xFF5E:
            let narrow = UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
            return String(Unicode.Scalar(isUpper(narrow) ? narrow | 0x20 : narrow))
        case 0x1D400..<0x1D6A4:
            // Letters for formulas, with which people imitate bold type: 13 alphabets of capitals and small ones.
            return String(Unicode.Scalar(UInt8(truncatingIfNeeded: 0x61 + (scalar.value - 0x1D400) % 26)))
        case 0x1D7CE...0x1D7FF:
            return String(Unicode.Scalar(UInt8(truncatingIfNeeded: 0x30 + (scalar.value - 0x1D7CE) % 10)))
        default:
            if scalar.properties.isWhitespace { return " " }
            var plain = ""
            // A capital with an accent may become several scalars (İ); each is folded for itself.
            for lower in scalar.properties.lowercaseMapping.unicodeScalars
            where !(0x300...0x36F).contains(lower.value) {
                plain += FoldingTable.base[lower] ?? String(lower)
            }
            return plain
        }
    }

    @inline(__always)
    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
