/// A decimal number as it was written: digits, a power of ten and a sign. Exact.
struct DecimalNumber: Hashable, Sendable {
    var digits: Int64
    var exponent: Int
    var isNegative = false

    /// The number times 10^`places`, rounded half away from zero; `nil` if it is too large to hold.
    func scaled(places: Int) -> (value: Int64, isRounded: Bool)? {
        var value = digits
        var power = exponent + places
        guard value != 0 else { return (0, false) }
        while power > 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
            power -= 1
        }
        var lost: Int64 = 0
        var isRounded = false
        while power < 0, value != 0 || lost != 0 {
            if lost != 0 { isRounded = true }
            lost = value % 10
            value /= 10
            power += 1
        }
        if power < 0 { lost = 0 }
        if lost != 0 { isRounded = true }
        if lost >= 5 { value += 1 }
        return (isNegative ? -value : value, isRounded)
    }
}

/// Reads the digits of a number: separators of thousands, a decimal mark and an exponent, but no units.
enum DecimalText {
    enum Fault: Error { case notANumber, ambiguous, tooLarge }

    /// `text` holds no spaces at its ends and no sign.
    static func read(_ text: Substring, _ rules: ValueRules) throws(Fault) -> (number: DecimalNumber, hasComma: Bool) {
        if text.utf8.count <= 18, let whole = Int64(text), whole >= 0, text.utf8.first != 0x2B {
            return (DecimalNumber(digits: whole, exponent: 0), false)
        }
        var body = text
        var exponent = 0
        if let mark = body.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            guard let power = Int(body[body.index(after: mark)...]), abs(power) <= 30 else { throw .notANumber }
            exponent = power
            body = body[..<mark]
        }
        body = try withoutGroupSpaces(body)
        let mark = try decimalMark(in: body, rules)
        var digits: Int64 = 0
        var decimals = 0
        var count = 0
        var isBehindMark = false
        for byte in body.utf8 {
            if byte &- 0x30 < 10 {
                let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
                let (sum, overflowToo) = product.addingReportingOverflow(Int64(byte &- 0x30))
                if overflow || overflowToo {
                    // Digits beyond the nineteenth matter only before the decimal mark.
                    guard isBehindMark else { throw .tooLarge }
                    continue
                }
                digits = sum
                count += 1
                if isBehindMark { decimals += 1 }
            } else if byte == mark {
                isBehindMark = true
            }
        }
        guard count > 0 else { throw .notANumber }
        return (DecimalNumber(digits: digits, exponent: exponent - decimals), mark == comma && isBehindMark)
    }

    private static let comma: UInt8 = 0x2C
    private static let dot: UInt8 = 0x2E

    /// `1 234 567` and `1'234'567` without what groups them.
    private static func withoutGroupSpaces(_ text: Substring) throws(Fault) -> Substring {
        // A space, an apostrophe, or the first byte of a curly one.
        guard text.utf8.contains(where: { $0 == 0x20 || $0 == 0x27 || $0 == 0xE2 }) else { return text }
        let groups = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "'" || $0 == "’" }
        let isGrouped = groups.enumerated().allSatisfy { index, group in
            let whole = index == groups.count - 1 ? group.prefix { $0 != "." && $0 != "," } : group
            return index == 0 ? (1...3).contains(whole.count) : whole.count == 3
        }
        guard isGrouped else { throw .notANumber }
        return Substring(groups.joined())
    }

    /// Which of `.` and `,` separates the decimals; the other one groups thousands. Nothing else but digits is let
    /// through, and groups must be whole.
    private static func decimalMark(in text: Substring, _ rules: ValueRules) throws(Fault) -> UInt8 {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == comma || $0 == dot }), bytes.contains(where: { $0 != dot })
        else { throw .notANumber }
        let commas = bytes.indices.filter { bytes[$0] == comma }
        let dots = bytes.indices.filter { bytes[$0] == dot }
        switch rules.decimalMark {
        case .point: return try mark(dot, at: dots, grouping: commas, in: bytes)
        case .comma: return try mark(comma, at: commas, grouping: dots, in: bytes)
        case .auto: break
        }
        if let lastComma = commas.last, let lastDot = dots.last {
            return lastDot > lastComma
                ? try mark(dot, at: dots, grouping: commas, in: bytes)
                : try mark(comma, at: commas, grouping: dots, in: bytes)
        }
        if !dots.isEmpty {
            return dots.count == 1 ? dot : try mark(comma, at: [], grouping: dots, in: bytes)
        }
        guard !commas.isEmpty else { return dot }
        let looksGrouped = isGrouped(bytes, at: commas, end: bytes.count)
        if looksGrouped, commas.count == 1, rules.commaIsInDoubt { throw .ambiguous }
        if looksGrouped { return dot }
        guard commas.count == 1 else { throw .notANumber }
        return comma
    }

    private static func mark(
        _ mark: UInt8, at marks: [Int], grouping: [Int], in bytes: [UInt8]
    ) throws(Fault) -> UInt8 {
        guard marks.count <= 1, isGrouped(bytes, at: grouping, end: marks.first ?? bytes.count) else {
            throw .notANumber
        }
        return mark
    }

    /// Whether the separators cut off groups of three digits, the first of one to three, all before `end`.
    private static func isGrouped(_ bytes: [UInt8], at separators: [Int], end: Int) -> Bool {
        guard let first = separators.first else { return true }
        guard (1...3).contains(first) else { return false }
        let bounds = separators + [end]
        return zip(bounds, bounds.dropFirst()).allSatisfy { $1 - $0 == 4 }
    }
}
