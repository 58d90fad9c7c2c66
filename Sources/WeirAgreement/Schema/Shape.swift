/// What may stand at one place of an agreement. The reader and the JSON schema are both made from these shapes, so
/// that an editor and `weir agreement check` cannot come to know different keys.
package indirect enum Shape: Sendable {
    case text
    /// Text of a given form, as a regular expression, with an example of it.
    case pattern(String, example: String)
    case yesNo
    case whole(ClosedRange<Int>)
    /// Up to three decimals; the bounds are thousandths.
    case decimal(ClosedRange<Int64>)
    case choice([String])
    case list(Shape, atLeast: Int)
    /// Names of one's own, each with a value.
    case named(Shape, atLeast: Int)
    case keys(KeySet)
    case either([Shape])
    case criteria
    /// A value of a company's attribute: text, number, money, date, true or false.
    case attributeValue
}

/// The keys that one group may have.
package struct KeySet: Sendable {
    package struct Key: Sendable {
        package let name: String
        package let isRequired: Bool
        package let shape: Shape
        /// One sentence for editors and the reference.
        package let meaning: String

        package init(_ name: String, _ shape: Shape, required: Bool = false, _ meaning: String) {
            self.name = name
            self.isRequired = required
            self.shape = shape
            self.meaning = meaning
        }
    }

    /// What the group is, as a message names it: `a category`.
    package let what: String
    package let keys: [Key]
    /// Whether `{}` says something.
    package let mayBeEmpty: Bool

    package init(_ what: String, mayBeEmpty: Bool = false, _ keys: [Key]) {
        self.what = what
        self.mayBeEmpty = mayBeEmpty
        self.keys = keys
    }

    package var names: [String] { keys.map(\.name) }
}
