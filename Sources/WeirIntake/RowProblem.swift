/// Why one row cannot be used.
public struct RowProblem: Hashable, Sendable {
    /// Stable names for scripts; they never change their meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case tooManyFields = "row.too-many-fields"
        case rowTooLong = "row.too-long"
        case fieldTooLong = "field.too-long"
        case nulByte = "row.nul-byte"
        case openQuote = "quote.not-closed"
        case strayQuote = "quote.stray"
        case badJSON = "json.malformed"
        case tooDeep = "json.too-deep"
        case tooManyKeys = "json.too-many-keys"
        case missingColumn = "column.missing"
        case missingValue = "value.missing"
        case badTime = "value.time"
        case badNumber = "value.number"
        case badMoney = "value.money"
        case badYesNo = "value.yes-no"
        case badEmail = "value.email"
        case badDomain = "value.domain"
        case badVerdict = "value.verdict"
        case badOutcome = "value.outcome"
        case badPeriod = "value.period"
    }

    /// Line of the file on which the row begins, from 1.
    public var line: UInt64
    /// The column at fault, as the file names it; `nil` if it is the row as a whole.
    public var column: String?
    public var code: Code
    /// What was found, what was expected and what to do.
    public var reason: String

    public init(line: UInt64, column: String? = nil, code: Code, reason: String) {
        self.line = line
        self.column = column
        self.code = code
        self.reason = reason
    }
}

extension RowProblem: CustomStringConvertible {
    /// `line 12, column CloseDate: …`
    public var description: String {
        "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": \(reason)"
    }
}

/// A row that was left out, with what it held, so that it can be mended and sent again.
public struct RejectedRow: Hashable, Sendable {
    public var problem: RowProblem
    /// In the order of the file's columns; more than these where the row had too many.
    public var values: [String]
    /// The line as it stood, where it could not be taken apart.
    public var raw: String?

    public init(problem: RowProblem, values: [String] = [], raw: String? = nil) {
        self.problem = problem
        self.values = values
        self.raw = raw
    }
}
