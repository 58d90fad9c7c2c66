/// A column's name taken apart: what it says, whether it is somebody's own field, and the unit it names.
struct HeaderKey: Hashable, Sendable {
    /// Lower-case words: `["annual", "revenue"]`.
    var words: [String]
    /// Salesforce's mark for fields that a customer added (`__c`, in exports `_c`): they never stand for a standard one.
    var isCustom: Bool
    /// Columns that a copying tool added (`_fivetran_synced`).
    var isOfTool: Bool
    var unit: HeaderUnit

    /// Lower case, letters and digits only.
    var compact: String { words.joined() }
    /// `annual_revenue`: the name under which the column is kept as an attribute.
    var attributeName: String { words.joined(separator: "_") }

    init(_ header: String) {
        var name = header
        unit = HeaderUnit()
        while let open = name.firstIndex(where: { $0 == "(" || $0 == "[" }),
            let close = name[open...].firstIndex(where: { $0 == ")" || $0 == "]" })
        {
            unit.read(HeaderKey.words(in: name[name.index(after: open)..<close]), raw: String(name[open...close]))
            name.removeSubrange(open...close)
        }
        isOfTool = name.hasPrefix("_")
        let lower = name.lowercased()
        isCustom = lower.hasSuffix("_c") && lower.utf8.count > 2
        if lower.hasPrefix("property_") { name = String(name.dropFirst("property_".count)) }
        words = HeaderKey.words(in: name[...])
    }

    /// The same without words of a unit at its end (`revenue_millions`, `Umsatz EUR`); `nil` if there are none.
    var withoutUnitWords: HeaderKey? {
        var shorter = self
        while shorter.words.count > 1, let last = shorter.words.last, HeaderUnit.isUnit(last) {
            shorter.unit.read([last], raw: last)
            shorter.words.removeLast()
        }
        return shorter.words.count < words.count ? shorter : nil
    }

    /// Splits at anything but letters and digits, and where a capital follows a small letter (`stageName`) or begins
    /// a word after capitals (`CRMOwner`).
    static func words(in text: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
                continue
            }
            if let previous = word.last, character.isUppercase {
                let beginsWord =
                    previous.isLowercase
                    || (previous.isUppercase && index + 1 < characters.count && characters[index + 1].isLowercase)
                if beginsWord {
                    words.append(word.lowercased())
                    word = ""
                }
            }
            word.append(character)
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }
}

/// The unit that a header names: `Revenue (Billions)`, `ARR [USD k]`.
struct HeaderUnit: Hashable, Sendable {
    /// Power of ten by which the column's numbers are multiplied.
    var exponent = 0
    /// ISO 4217.
    var currency: String?

    private static let exponents: [String: Int] = [
        "thousand": 3, "thousands": 3, "k": 3, "000": 3, "000s": 3, "tsd": 3, "million": 6, "millions": 6, "mn": 6,
        "mm": 6, "mio": 6, "m": 6, "billion": 9, "billions": 9, "bn": 9, "b": 9, "mrd": 9,
    ]
    private static let currencies: Set<String> = [
        "usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "sek", "nok", "dkk", "inr", "cny",
    ]
    private static let symbols: [Character: String] = ["$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"]

    static func isUnit(_ word: String) -> Bool {
        // A single letter at a header's end is too little to go by.
        currencies.contains(word) || (word.count > 1 && exponents[word] != nil)
    }

    mutating func read(_ words: [String], raw: String) {
        for word in words {
            if let power = HeaderUnit.exponents[word] { exponent = power }
            if HeaderUnit.currencies.contains(word) { currency = word.uppercased() }
        }
        for character in raw {
            if let code = HeaderUnit.symbols[character] { currency = code }
        }
    }
}
