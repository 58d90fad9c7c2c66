/// What this room refuses.
public enum InsightError: Error, Hashable, Sendable {
    /// Lines do not add up to their total.
    case unbalanced(what: String, linesMilli: Int64, totalMilli: Int64)
    /// A period or horizon that cannot be reckoned with.
    case period(String)

    /// Stable; never reused for something else.
    public var code: String {
        switch self {
        case .unbalanced: "insight-unbalanced"
        case .period: "insight-period"
        }
    }
}

extension InsightError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unbalanced(let what, let lines, let total):
            "\(code): the lines of \(what) add up to \(Words.points(lines)), but its score is \(Words.points(total)); "
                + "this is a fault in weir, please report it with the account's id"
        case .period(let why):
            "\(code): \(why)"
        }
    }
}
