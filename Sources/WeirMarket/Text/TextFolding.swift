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
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !folded.isEmpty { folded.unicodeScalars.append(" ") }
            } else {
                append(scalar, to: &folded)
            }
        }
        while folded.unicodeScalars.last == " " { folded.unicodeScalars.removeLast() }
        return folded
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200D, 0xFEFF:
            return  // Combining accents, and characters without width.
        case 0xFF01...0xFF5E:
            if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { append(narrow, to: &folded) }
        case 0x41...0x5A, 0..<0x80:
            folded.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        default:
            // A capital with an accent may become several scalars (İ); each is folded for itself.
            for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(lower.value)
            {
                if let base = FoldingTable.base[lower] {
                    folded.append(base)
                } else {
                    folded.unicodeScalars.append(lower)
                }
            }
        }
    }

    @inline(__always)
    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
