import WeirFacts

/// One value in an agreement's text that can be set to another: a number, a length of time, a share, or a tier.
public struct AgreementSetting: Hashable, Sendable {
    /// The keys that lead to it, with points between them: `qualified_account.enter.score`.
    public let path: String
    /// The steps of the path as people name them: an item of a list by what it is about, not by its number.
    public internal(set) var names: [String] = []
    /// As it is written now, without quotes: `100`, `7 days`, `30%`, `B`.
    public let written: String
    /// The number in it; `nil` for a tier.
    public let number: FixedNumber?
    /// What follows the number: ` days`, `%` or nothing.
    public let unit: String
    /// Line in the text, from 1.
    public let line: Int
    /// Column in the text, from 1, in characters (Unicode scalars).
    public let column: Int
    /// Its bytes in the text.
    let bytes: Range<Int>

    init?(path: String, written: String, place: Place, bytes: Range<Int>) {
        let key = path.split(separator: ".").last
        if let (number, unit) = AgreementSetting.measure(written) {
            (self.number, self.unit) = (number, unit)
        } else if key == "tier" {
            (number, unit) = (nil, "")
        } else {
            return nil
        }
        self.path = path
        self.written = written
        (line, column) = (place.line, place.column)
        self.bytes = bytes
    }

    /// A number and what follows it: `7 days`, `30%`, `12.5`.
    static func measure(_ text: String) -> (number: FixedNumber, unit: String)? {
        if text.hasSuffix("%"), case .number(let number) = NumberText(String(text.dropLast())) { return (number, "%") }
        switch NumberText(text) {
        case .number(let number): return (number, "")
        case .withUnit(let digits, let unit):
            guard case .number(let number) = NumberText(digits) else { return nil }
            return (number, " " + unit)
        case .tooPrecise, .tooLarge, .foreign, .notANumber: return nil
        }
    }

    /// What would stand in the text for a value given by itself.
    ///
    /// - Parameter value: a number, which gets the unit written now; the same with a unit of its own; or a tier's name.
    /// - Returns: `nil` where such a value cannot stand here.
    public func text(for value: String) -> String? {
        guard number != nil else { return AgreementSetting.isPlainName(value) ? value : nil }
        guard let (number, unit) = AgreementSetting.measure(value) else { return nil }
        if unit.isEmpty { return number.description + self.unit }
        guard unit == "%" || unit.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == " " }) else {
            return nil
        }
        return self.unit.isEmpty || (unit == "%") != (self.unit == "%") ? nil : value
    }

    /// Whether a name stands in the text as it is, without quotes.
    private static func isPlainName(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic, last != " " else {
            return false
        }
        return scalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || " _-".unicodeScalars.contains($0)
        }
    }
}
