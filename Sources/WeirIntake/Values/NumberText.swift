/// A number as people and systems write it: `1,234`, `$1.2M`, `2.4E7`, `200-499`, `1000+`, `(500)`.
struct NumberText: Hashable, Sendable {
    var number: DecimalNumber
    /// The text was a band (`200-499`, `1000+`); the number is its lower end.
    var isLowerEnd = false
    /// ISO 4217 code of the sign or code beside it.
    var currency: String?
    /// A comma separated the decimals.
    var hasDecimalComma = false
    /// A footnote's mark stood behind it (`134000[5]`, or what is left of one, `134000]`).
    var hasFootnote = false

    /// Reads `text`; `exponent` is the power of ten that the column's header names.
    init(_ text: String, exponent: Int = 0, _ rules: ValueRules) throws(DecimalText.Fault) {
        number = DecimalNumber(digits: 0, exponent: 0)
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E }) {
            // Nothing but digits and marks, as nearly always: no unit to look for.
            (number, hasDecimalComma) = try DecimalText.read(text[...], rules)
            number.exponent += exponent
            return
        }
        var rest = NumberText.plain(text)[...]
        if rest.hasSuffix("]"), rest.first != "[" {
            hasFootnote = true
            rest = NumberText.trimmed(rest.prefix { $0 != "[" && $0 != "]" })
        }
        if rest.hasSuffix("+") {
            isLowerEnd = true
            rest = NumberText.trimmed(rest.dropLast())
        }
        for word in NumberText.moreThan where rest.hasPrefix(word) {
            isLowerEnd = true
            rest = NumberText.trimmed(rest.dropFirst(word.count))
            break
        }
        for word in NumberText.lessThan where rest.hasPrefix(word) {
            // Of a band from nothing up to a bound, nothing is the lower end, once the bound proves to be a number.
            _ = try NumberText.amount(rest.dropFirst(word.count), rules)
            isLowerEnd = true
            return
        }
        if let (low, high) = NumberText.band(rest) {
            isLowerEnd = true
            let top = try NumberText.amount(high, rules)
            var bottom = try NumberText.amount(low, rules)
            // In 1-10M the M stands for both.
            if bottom.suffix == 0 { bottom.number.exponent += top.suffix }
            take(bottom, exponent)
            currency = bottom.currency ?? top.currency
            return
        }
        take(try NumberText.amount(rest, rules), exponent)
    }

    private mutating func take(_ amount: Amount, _ exponent: Int) {
        number = amount.number
        number.exponent += exponent
        currency = amount.currency
        hasDecimalComma = amount.hasComma
    }

    private static let moreThan = [">=", ">", "over ", "more than ", "at least ", "from "]
    private static let lessThan = ["<=", "<", "up to ", "under ", "less than ", "below "]

    /// Small letters, plain spaces, hyphens and minus signs.
    private static func plain(_ text: String) -> String {
        let scalars = text.lowercased().unicodeScalars.map { scalar -> Character in
            switch scalar.value {
            case 0xA0, 0x2007, 0x2009, 0x202F: " "
            case 0x2010...0x2015, 0x2212: "-"
            default: Character(scalar)
            }
        }
        return String(trimmed(Substring(String(scalars))))
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return text
    }

    /// The two sides of `200-499` or `200 to 499`.
    private static func band(_ text: Substring) -> (low: Substring, high: Substring)? {
        if let range = text.firstRange(of: " to ") { return (text[..<range.lowerBound], text[range.upperBound...]) }
        let hyphens = text.indices.dropFirst().filter { index in
            text[index] == "-" && text[..<index].contains(where: \.isNumber)
                && !(text[text.index(before: index)] == "e" && text[..<index].dropLast().last?.isNumber == true)
        }
        guard hyphens.count == 1, let hyphen = hyphens.first else { return nil }
        return (text[..<hyphen], text[text.index(after: hyphen)...])
    }
}

// MARK: - One amount

extension NumberText {
    fileprivate struct Amount {
        var number: DecimalNumber
        /// Power of ten of a letter or word behind it, already in `number`.
        var suffix: Int
        var currency: String?
        var hasComma: Bool
    }

    private static let suffixes: [(String, Int)] = [
        ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("mio", 6), ("mrd", 9), ("bn", 9), ("mn", 6),
        ("mm", 6), ("tn", 12), ("k", 3), ("m", 6), ("b", 9), ("t", 12),
    ]
    private static let nouns = ["employees", "employee", "people", "staff", "ftes", "fte", "%"]
    private static let signs: [(String, String)] = [
        ("us$", "USD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"),
    ]
    static let codes: Set<String> = [
        "usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf", "inr", "cny",
        "hkd", "sgd", "krw", "brl", "mxn", "zar", "ils", "try", "aed", "sar", "thb", "twd",
    ]

    /// `$1.2M`, `EUR 1.200,50`, `(500)`, `-3`.
    fileprivate static func amount(_ text: Substring, _ rules: ValueRules) throws(DecimalText.Fault) -> Amount {
        var rest = trimmed(text)
        var isNegative = false
        if rest.hasPrefix("("), rest.hasSuffix(")") {
            isNegative = true
            rest = trimmed(rest.dropFirst().dropLast())
        }
        let signed = takeSign(&rest)
        for noun in nouns where rest.hasSuffix(noun) {
            rest = trimmed(rest.dropLast(noun.count))
            break
        }
        var currency = takeCurrency(&rest)
        // The sign stands before the currency or behind it, not on both sides.
        let signedInside = signed == nil && currency != nil ? takeSign(&rest) : nil
        if signed == "-" || signedInside == "-" { isNegative = true }
        var power = 0
        for (suffix, exponent) in suffixes where rest.hasSuffix(suffix) {
            power = exponent
            rest = trimmed(rest.dropLast(suffix.count))
            break
        }
        currency = currency ?? takeCurrency(&rest)
        var (number, hasComma) = try DecimalText.read(rest, rules)
        number.exponent += power
        number.isNegative = isNegative
        return Amount(number: number, suffix: power, currency: currency, hasComma: hasComma)
    }

    private static func takeSign(_ text: inout Substring) -> Character? {
        guard let sign = text.first, sign == "-" || sign == "+" else { return nil }
        text = trimmed(text.dropFirst())
        return sign
    }

    /// Takes a currency's sign or code off either end.
    private static func takeCurrency(_ text: inout Substring) -> String? {
        for (sign, code) in signs {
            if text.hasPrefix(sign) {
                text = trimmed(text.dropFirst(sign.count))
                return code
            }
            if text.hasSuffix(sign) {
                text = trimmed(text.dropLast(sign.count))
                return code
            }
        }
        if codes.contains(String(text.prefix(3))) {
            defer { text = trimmed(text.dropFirst(3)) }
            return text.prefix(3).uppercased()
        }
        if codes.contains(String(text.suffix(3))) {
            defer { text = trimmed(text.dropLast(3)) }
            return text.suffix(3).uppercased()
        }
        return nil
    }
}
