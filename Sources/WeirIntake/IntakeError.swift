/// A file or a request that cannot be taken in at all. Single bad rows are a ``RowProblem`` instead.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names for scripts; they never change their meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case cannotOpen = "file.cannot-open"
        case cannotRead = "file.cannot-read"
        case cannotWrite = "file.cannot-write"
        case emptyFile = "file.empty"
        case notText = "file.not-text"
        case badHeader = "file.bad-header"
        case unknownField = "mapping.unknown-field"
        case unknownColumn = "mapping.unknown-column"
        case badOption = "mapping.bad-option"
        case missingColumn = "mapping.missing-column"
    }

    public var code: Code
    /// What was found, what was expected and what to do.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
