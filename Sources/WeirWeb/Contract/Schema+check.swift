import WeirFacts
import WeirIntake

extension Schema {
    /// Every mistake of a value, with its place.
    package func mistakes(_ value: JSONValue, at pointer: String = "#") -> [Problem.Mistake] {
        switch self {
        case .text(let rule):
            guard case .text(let text) = value else { return [.wrongType(pointer, "a text")] }
            return rule.mistake(text, at: pointer).map { [$0] } ?? []
        case .integer(let range):
            guard case .number(let written) = value else { return [.wrongType(pointer, "a whole number")] }
            guard let number = WholeNumber.read(written), range.contains(number) else {
                let words = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
                return [.init(pointer: pointer, code: "out_of_range", message: words)]
            }
            return []
        case .yesNo:
            guard case .yesNo = value else { return [.wrongType(pointer, "true or false")] }
            return []
        case .list(let item, let most):
            guard case .list(let values) = value else { return [.wrongType(pointer, "a list")] }
            if values.count > most {
                return [.init(pointer: pointer, code: "too_many", message: "give at most \(most)")]
            }
            return values.enumerated().flatMap { item.mistakes($1, at: "\(pointer)/\($0)") }
        case .object(let members): return objectMistakes(value, members, at: pointer)
        case .orNull(let schema): return value.isNull ? [] : schema.mistakes(value, at: pointer)
        case .described, .named: return []
        }
    }

    private func objectMistakes(_ value: JSONValue, _ members: [Member], at pointer: String) -> [Problem.Mistake] {
        guard case .object(let object) = value else { return [.wrongType(pointer, "an object")] }
        var mistakes: [Problem.Mistake] = []
        var seen: Set<String> = []
        for given in object.members {
            let place = "\(pointer)/\(Problem.Mistake.escaped(given.name))"
            guard seen.insert(given.name).inserted else {
                mistakes.append(.init(pointer: place, code: "twice", message: "stands here twice; give it once"))
                continue
            }
            guard let member = members.first(where: { $0.name == given.name }) else {
                let known = members.map(\.name).joined(separator: ", ")
                mistakes.append(
                    .init(pointer: place, code: "unknown_member", message: "is not known here; known are: \(known)"))
                continue
            }
            mistakes += member.schema.mistakes(given.value, at: place)
        }
        for member in members where member.isRequired && !seen.contains(member.name) {
            mistakes.append(
                .init(pointer: "\(pointer)/\(member.name)", code: "missing", message: "is missing; it is required"))
        }
        return mistakes
    }
}

extension TextRule {
    /// What is wrong with a text; `nil` when nothing is.
    package func mistake(_ text: String, at pointer: String) -> Problem.Mistake? {
        if let choices {
            let words = "write one of: \(choices.joined(separator: ", "))"
            return choices.contains(text) ? nil : .init(pointer: pointer, code: "not_a_choice", message: words)
        }
        guard length.contains(text.unicodeScalars.count) else {
            let words = "write \(length.lowerBound) to \(length.upperBound) characters"
            return .init(pointer: pointer, code: "wrong_length", message: words)
        }
        guard let format, !format.takes(text) else { return nil }
        return .init(pointer: pointer, code: "wrong_format", message: format.words)
    }
}

extension TextRule.Format {
    fileprivate func takes(_ text: String) -> Bool {
        switch self {
        case .id(let prefix):
            text.hasPrefix(prefix + "_") && WholeNumber.readDigits(String(text.dropFirst(prefix.count + 1))) != nil
        case .day: (text.hasPrefix("19") || text.hasPrefix("20")) && CivilDay(text) != nil
        case .instant:
            text.wholeMatch(of: /20\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ/) != nil && day(text) != nil
        case .word: !text.isEmpty && text.utf8.allSatisfy { isWord($0) }
        case .origin: text == "*" || text.wholeMatch(of: /https?:\/\/[a-z0-9\-]+(\.[a-z0-9\-]+)*(:[0-9]{1,5})?/) != nil
        case .email: isAddress(text)
        case .line:
            !text.isEmpty && text.unicodeScalars.allSatisfy { isPlain($0) } && text.unicodeScalars.first != " "
                && text.unicodeScalars.last != " "
        }
    }

    private func day(_ text: String) -> CivilDay? { CivilDay(String(text.prefix(10))) }

    /// The pattern by hand, since a regular expression took a tenth of the time of an inquiry.
    private func isAddress(_ text: String) -> Bool {
        let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return false }
        let labels = halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return halves[0].allSatisfy { isAlphanumeric($0) || "._%+-".utf8.contains($0) }
            && labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) || (0xA1...0xD7FF).contains(scalar.value)
    }

    private func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "_.:-".utf8.contains(byte) }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    fileprivate var words: String {
        switch self {
        case .id(let prefix): "write an id such as \(prefix)_7"
        case .day: "write a day of the years 1900 to 2099 as 2026-03-27"
        case .instant: "write a time in UTC as 2026-03-27T16:50:00Z"
        case .word: "write letters, digits and _ . : - only"
        case .origin: "write an origin such as https://www.example.com, without a path, or *"
        case .email: "write an e-mail address"
        case .line: "write it on one line, beginning and ending with no space"
        }
    }
}

extension Problem.Mistake {
    package static func wrongType(_ pointer: String, _ wanted: String) -> Problem.Mistake {
        .init(pointer: pointer, code: "wrong_type", message: "has to be \(wanted)")
    }

    /// A member's name as a JSON pointer has it.
    package static func escaped(_ name: String) -> String {
        String(name.prefix(100)).replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

/// Whole numbers in JSON and in queries.
enum WholeNumber {
    /// A number as JSON writes it, where it is whole: `12`, `-3`, `12.0`, `1e2`.
    package static func read(_ written: String) -> Int64? {
        if let number = Int64(written) { return number }
        guard let match = written.wholeMatch(of: /(-?\d+)(?:\.(\d*))?(?:[eE]\+?(\d{1,2}))?/) else { return nil }
        var fraction = String(match.2 ?? "")
        let exponent = match.3.flatMap { Int($0) } ?? 0
        while fraction.hasSuffix("0") { fraction.removeLast() }
        guard fraction.utf8.count <= exponent else { return nil }
        return Int64(match.1 + fraction + String(repeating: "0", count: exponent - fraction.utf8.count))
    }

    /// A number of a query: digits only, so that ` 5`, `+5` and digits of other scripts are refused.
    package static func readDigits(_ text: String) -> Int64? {
        guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(text)
    }
}
