/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
///
/// An integer, never a `Double`: two facts a millisecond apart must stay apart, and a replay must compare equal.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the Unix epoch, UTC. Negative before 1970.
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The first instant of a civil day in UTC.
    public init(startOf day: CivilDay) {
        milliseconds = Int64(day.number) * 86_400_000
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    /// The civil day in UTC that this instant falls in.
    public var utcDay: CivilDay {
        CivilDay(number: Int32(truncatingIfNeeded: floorDivide(milliseconds, by: 86_400_000)))
    }
}

extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC, e.g. `2026-03-27T16:50:00Z`; with milliseconds only where there are any.
    public var description: String {
        let day = utcDay
        let inDay = milliseconds - Int64(day.number) * 86_400_000
        let seconds = inDay / 1000
        let time = "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
        let millis = inDay % 1000
        let fraction = millis == 0 ? "" : "." + String(String(1000 + millis).dropFirst())
        return "\(day)T\(time)\(fraction)Z"
    }
}

/// Division that rounds towards minus infinity, so that days before 1970 are whole too.
@inlinable
public func floorDivide(_ a: Int64, by b: Int64) -> Int64 {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}

func twoDigits(_ n: some BinaryInteger) -> String {
    n < 10 ? "0\(n)" : "\(n)"
}
