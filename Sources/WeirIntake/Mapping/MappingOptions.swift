import WeirFacts

/// What the user says about a file's columns.
public struct MappingOptions: Hashable, Sendable {
    /// Rows are taken only where the column holds the value. Several for one column: any of them.
    public struct Only: Hashable, Sendable {
        public var column: String
        public var value: String

        public init(column: String, value: String) {
            self.column = column
            self.value = value
        }
    }

    /// `--map COLUMN=FIELD`: a field's name, for accounts also a declared attribute's; `-` leaves the column out.
    public var fieldOfColumn: [String: String]
    /// `--set FIELD=VALUE`: the same for every row, whatever the columns say.
    public var constants: [String: String]
    /// `--only COLUMN=VALUE`.
    public var only: [Only]
    /// `--signal FROM=TO`: names of the file and what the agreement calls them.
    public var signalNames: [String: String]
    /// Types of the agreement's attributes by name, for columns of accounts.
    public var attributeTypes: [String: AttributeType]

    public init(
        fieldOfColumn: [String: String] = [:], constants: [String: String] = [:], only: [Only] = [],
        signalNames: [String: String] = [:], attributeTypes: [String: AttributeType] = [:]
    ) {
        self.fieldOfColumn = fieldOfColumn
        self.constants = constants
        self.only = only
        self.signalNames = signalNames
        self.attributeTypes = attributeTypes
    }

    /// Splits `COLUMN=FIELD` at its last equals sign, since a column's name may hold one; `nil` without both sides.
    public static func pair(_ text: String) -> (left: String, right: String)? {
        guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
        let right = text[text.index(after: sign)...]
        return right.isEmpty ? nil : (String(text[..<sign]), String(right))
    }
}
