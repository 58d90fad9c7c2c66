import Foundation

/// Civil days of a time zone: which day an instant falls in, and when a day starts.
///
/// The zone's offsets are looked up once, for 1900 to 2200, so that asking costs a search in a short array.
public struct ZonedDays: Sendable, Hashable {
    private struct Offset: Hashable {
        var fromMilliseconds: Int64
        var seconds: Int64
    }

    public let timeZone: String
    private let offsets: [Offset]

    /// - Parameter timeZone: an IANA name; `nil` if this machine does not know it.
    public init?(timeZone: String) {
        guard let zone = TimeZone(identifier: timeZone) else { return nil }
        self.timeZone = timeZone
        func seconds(_ milliseconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds / 1000))))
        }
        let first: Int64 = -2_208_988_800_000
        let end: Int64 = 7_258_118_400_000
        let step: Int64 = 7 * 86_400_000
        var offsets = [Offset(fromMilliseconds: .min, seconds: seconds(first))]
        var known = first
        while known < end {
            let next = known + step
            if seconds(next) != offsets[offsets.count - 1].seconds {
                var low = known
                var high = next
                while high - low > 1000 {
                    let middle = (low + (high - low) / 2) / 1000 * 1000
                    if seconds(middle) == offsets[offsets.count - 1].seconds { low = middle } else { high = middle }
                }
                offsets.append(Offset(fromMilliseconds: high, seconds: seconds(high)))
                known = high
            } else {
                known = next
            }
        }
        self.offsets = offsets
    }

    /// The civil day that an instant falls in here.
    public func day(of instant: Instant) -> CivilDay {
        let local = instant.milliseconds + offsetSeconds(at: instant.milliseconds) * 1000
        return CivilDay(number: Int32(truncatingIfNeeded: floorDivide(local, by: 86_400_000)))
    }

    /// The first instant of a civil day here.
    public func start(of day: CivilDay) -> Instant {
        let midnight = Instant(startOf: day).milliseconds
        let guess = midnight - offsetSeconds(at: midnight) * 1000
        let start = Instant(milliseconds: midnight - offsetSeconds(at: guess) * 1000)
        return self.day(of: start) == day ? start : Instant(milliseconds: guess)
    }

    /// Seconds east of Greenwich at an instant.
    public func offsetSeconds(at milliseconds: Int64) -> Int64 {
        var low = 0
        var high = offsets.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if offsets[middle].fromMilliseconds <= milliseconds { low = middle } else { high = middle }
        }
        return offsets[low].seconds
    }
}
