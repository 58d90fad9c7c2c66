import WeirFacts

/// How a number is written, so that an unusual way of writing is named rather than guessed at.
enum NumberText {
    case number(FixedNumber)
    case tooPrecise
    case tooLarge
    /// Another notation, with what would be right.
    case foreign(String)
    /// A number followed by a word: `30 days`.
    case withUnit(number: String, unit: String)
    case notANumber

    init(_ text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
        if areDigits && (1...2).contains(parts.count) {
            self = NumberText.plain(text, whole: parts[0], decimals: parts.count == 2 ? parts[1] : "")
        } else if let space = text.firstIndex(of: " "), text.utf8.first.map(isDigit) == true {
            self = .withUnit(
                number: String(text[..<space]), unit: String(text[text.index(after: space)...]))
        } else {
            self = NumberText.foreign(text).map { .foreign($0) } ?? .notANumber
        }
    }

    private static func plain(_ text: String, whole: Substring, decimals: Substring) -> NumberText {
        if whole.utf8.count > 1 && whole.hasPrefix("0") {
            return .foreign("write it without leading zeros (some readers take 010 for eight)")
        }
        if decimals.utf8.count > 3 { return .tooPrecise }
        return FixedNumber(text).map { .number($0) } ?? .tooLarge
    }

    /// What to write instead of other notations of numbers; `nil` if it is none that is known.
    private static func foreign(_ text: String) -> String? {
        let lower = text.lowercased()
        guard lower.utf8.contains(where: isDigit) || [".inf", "-.inf", ".nan"].contains(lower) else { return nil }
        if lower.hasSuffix("inf") || lower.hasSuffix("nan") { return "write a plain number" }
        if lower.hasPrefix("0x") || lower.hasPrefix("0o") || lower.hasPrefix("0b") {
            return "write it in plain decimal digits"
        }
        if lower.hasPrefix("+") { return "write it without '+'" }
        if lower.hasPrefix(".") || lower.hasPrefix("-.") { return "write a digit before the point: 0.5" }
        if lower.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "e") || ".+-".utf8.contains($0) }),
            lower.contains("e")
        {
            return "write all its digits, without an exponent"
        }
        if lower.utf8.allSatisfy({ isDigit($0) || ":.".utf8.contains($0) }) && lower.contains(":") {
            return "write one plain number (some readers take 1:30 for ninety)"
        }
        if lower.utf8.allSatisfy({ isDigit($0) || ",_'".utf8.contains($0) }) {
            return "write it without separators: 1000000"
        }
        if lower.utf8.dropLast().allSatisfy(isDigit) && lower.hasSuffix(".") { return "leave out the last point" }
        return nil
    }
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
