/// A set of roles, by number. An agreement has at most 64.
public struct RoleSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// Bit *n* stands for role *n*.
    public var bits: UInt64

    /// The most roles an agreement may have.
    public static let capacity = 64

    @inlinable
    public init(bits: UInt64) {
        self.bits = bits
    }

    public init(_ roles: some Sequence<Int>) {
        bits = 0
        for role in roles { insert(role) }
    }

    public init(arrayLiteral roles: Int...) {
        self.init(roles)
    }

    @inlinable public var isEmpty: Bool { bits == 0 }
    @inlinable public var count: Int { bits.nonzeroBitCount }

    @inlinable
    public func contains(_ role: Int) -> Bool {
        role >= 0 && role < RoleSet.capacity && bits & (1 << UInt64(role)) != 0
    }

    @inlinable
    public func isSubset(of other: RoleSet) -> Bool { bits & ~other.bits == 0 }

    /// - Parameter role: 0 to 63; others are ignored, since no compiled agreement has them.
    @inlinable
    public mutating func insert(_ role: Int) {
        if role >= 0 && role < RoleSet.capacity { bits |= 1 << UInt64(role) }
    }

    @inlinable
    public mutating func remove(_ role: Int) {
        if role >= 0 && role < RoleSet.capacity { bits &= ~(1 << UInt64(role)) }
    }

    @inlinable
    public func intersection(_ other: RoleSet) -> RoleSet { RoleSet(bits: bits & other.bits) }

    /// The roles, ascending.
    public var members: [Int] { (0..<RoleSet.capacity).filter(contains) }
}
