/// The time in which a score falls to half, kept to a millionth of a day so that `45.5 days` is exact.
public struct HalfLife: Hashable, Sendable {
    /// Millionths of a day; at least 1.
    public let microdays: Int64

    /// - Parameter microdays: millionths of a day; `nil` if not positive.
    public init?(microdays: Int64) {
        guard microdays > 0 else { return nil }
        self.microdays = microdays
    }

    /// - Parameter days: whole days; `nil` if not positive or beyond 10^9.
    public init?(days: Int) {
        guard days > 0, days <= 1_000_000_000 else { return nil }
        microdays = Int64(days) * 1_000_000
    }
}
