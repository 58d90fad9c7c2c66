/// How text stands in a terminal: columns taken, and what must not reach it.
enum DisplayWidth {
    /// Columns that a text takes: East Asian wide characters and emoji two, combining marks none.
    static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The wide and full-width blocks of Unicode's EastAsianWidth.txt that occur in names, and the emoji.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]

    /// The text without control characters and direction overrides: names come from outside, and a terminal obeys them.
    static func harmless(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: safe.unicodeScalars.append("\u{FFFD}")
            case .format where scalar != "\u{200D}": continue
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// The text cut to so many columns, with an ellipsis where something is missing.
    static func cut(_ text: String, to width: Int, ellipsis: String) -> String {
        if of(text) <= width { return text }
        let room = width - of(ellipsis)
        var kept = ""
        var used = 0
        for character in text {
            let next = of(character)
            if used + next > room { break }
            kept.append(character)
            used += next
        }
        while kept.hasSuffix(" ") { kept.removeLast() }
        return room < 0 ? String(ellipsis.prefix(width)) : kept + ellipsis
    }

    /// The text filled with spaces to so many columns.
    static func pad(_ text: String, to width: Int, isTrailing: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - of(text)))
        return isTrailing ? space + text : text + space
    }
}
