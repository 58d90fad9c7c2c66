/// Whether something holds: yes, no, or not to be told because an attribute is unknown.
///
/// Only *yes* lets a company in. *Unknown* is kept apart from *no*: it is a gap in the data, not a judgement. The two
/// combine as in Kleene's three-valued logic, so a gap that cannot matter does not: *no* and *unknown* is *no*.
public enum Answer: UInt8, Hashable, Sendable, Comparable {
    case no, unknown, yes

    @inlinable
    public static func < (a: Answer, b: Answer) -> Bool { a.rawValue < b.rawValue }

    /// Holds when both do.
    @inlinable
    public func and(_ other: Answer) -> Answer { Swift.min(self, other) }

    /// Holds when either does.
    @inlinable
    public func or(_ other: Answer) -> Answer { Swift.max(self, other) }

    /// *Unknown* stays unknown: what we cannot tell, we cannot tell the opposite of either.
    @inlinable
    public var negated: Answer {
        switch self {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }

    init(_ holds: Bool) { self = holds ? .yes : .no }
}
