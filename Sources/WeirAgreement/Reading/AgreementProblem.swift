/// One mistake in an agreement's text: where it is, what is wrong, and what would be right.
public struct AgreementProblem: Error, Hashable, Sendable {
    /// What kind of mistake it is. The names never change, so that scripts may rely on them.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        // The file as a whole.
        case fileTooLarge = "file-too-large"
        case notUTF8 = "not-utf8"
        case hiddenCharacter = "hidden-character"
        case tab
        case notYAML = "not-yaml"
        case severalDocuments = "several-documents"
        case nestedTooDeep = "nested-too-deep"
        case tooManyProblems = "too-many-problems"
        // YAML that could hide what is signed.
        case anchor, alias
        case mergeKey = "merge-key"
        case tag, directive
        // Keys and values.
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case missingValue = "missing-value"
        case wrongType = "wrong-type"
        case wrongUnit = "wrong-unit"
        case tooPrecise = "too-precise"
        case outOfRange = "out-of-range"
        case noCurrency = "no-currency"
        case impossibleDate = "impossible-date"
        case unknownChoice = "unknown-choice"
        case unknownTimeZone = "unknown-timezone"
        case unknownCountry = "unknown-country"
        case empty
        case tooMany = "too-many"
        case strayText = "stray-text"
        // Names that point elsewhere.
        case unknownAttribute = "unknown-attribute"
        case unknownList = "unknown-list"
        case unknownTier = "unknown-tier"
        case unknownFunction = "unknown-function"
        case unknownLevel = "unknown-level"
        case unknownRole = "unknown-role"
        case unknownCategory = "unknown-category"
        case unknownTeam = "unknown-team"
        case unknownSignal = "unknown-signal"
        case duplicateName = "duplicate-name"
        // Parts that contradict each other.
        case ambiguousKeyword = "ambiguous-keyword"
        case invertedRange = "inverted-range"
        case overlappingRanges = "overlapping-ranges"
        case unreachable
        case tierOrder = "tier-order"
        case stricterStay = "stricter-stay"
        case overlappingHours = "overlapping-hours"
        // Lists in files of their own.
        case missingFile = "missing-file"
        case wrongHash = "wrong-hash"
        case badListFile = "bad-list-file"
    }

    /// The file's name, as it was given to the reader.
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in characters (Unicode scalars).
    public var column: Int
    public var code: Code
    public var whatIsWrong: String
    public var whatWouldBeRight: String

    public init(file: String, line: Int, column: Int, code: Code, whatIsWrong: String, whatWouldBeRight: String) {
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.whatIsWrong = whatIsWrong
        self.whatWouldBeRight = whatWouldBeRight
    }
}

extension AgreementProblem: CustomStringConvertible {
    /// `agreement.yaml:12:5: unknown-key: …; …`
    public var description: String {
        "\(file):\(line):\(column): \(code.rawValue): \(whatIsWrong); \(whatWouldBeRight)"
    }
}

extension AgreementProblem: Comparable {
    /// By place, then by code.
    public static func < (a: AgreementProblem, b: AgreementProblem) -> Bool {
        (a.line, a.column, a.code.rawValue, a.whatIsWrong) < (b.line, b.column, b.code.rawValue, b.whatIsWrong)
    }
}
