/// How large a JSON text may be before it is refused unread.
public struct JSONLimits: Hashable, Sendable {
    /// How deep lists and objects may nest.
    public var depth: Int
    /// How many values there may be, names of members included. Each takes 16 bytes while the text is read.
    public var values: Int

    public init(depth: Int = 32, values: Int = 400_000) {
        self.depth = depth
        self.values = values
    }
}

/// Why a text is not read as JSON.
public struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case empty, malformed, notUTF8 = "not-utf8", tooDeep = "too-deep", tooManyValues = "too-many-values", tooLarge =
            "too-large"
    }

    public var code: Code
    /// Byte of the text, from 0.
    public var at: Int
    /// What is wrong, to be put after "the text".
    public var reason: String

    public init(_ code: Code, at: Int, _ reason: String) {
        self.code = code
        self.at = at
        self.reason = reason
    }

    public var description: String { "the text \(reason) (byte \(at + 1))" }
}
