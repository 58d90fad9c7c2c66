import Foundation
import WeirFacts

/// The clock changes of one time zone: when its distance from Greenwich changes, and to what.
///
/// The rules are those of the zone data built into Foundation. They are asked once, week by week, and kept as two short
/// arrays, so that a question costs a search among numbers. Known from 1970 to the end of 2099: a business clock needs
/// no more, and an instant outside is refused rather than guessed (``span``). It never changes; a class, so that the many
/// calendars of a zone share one table.
public final class ZoneTable: Sendable {
    /// The IANA name.
    public let name: String
    /// When each stretch of unchanged distance begins, milliseconds since 1970; the first is `.min`.
    let starts: [Int64]
    /// Milliseconds ahead of UTC in each stretch.
    let aheads: [Int64]
    /// When each stretch begins on the wall: a time that two stretches claim, or none, belongs to the earlier one.
    let wallStarts: [Int64]
    /// Local days on which, or next to which, clocks are put forward: there, hours may fold over one another.
    let gapDays: Set<Int32>

    /// The instants that zones are known for, milliseconds since 1970: the years 1970 to 2099.
    public static let span: Range<Int64> = 0..<4_102_444_800_000

    /// - Parameter name: an IANA name such as `Europe/London`.
    /// - Throws: `unknownZone` if Foundation does not know it.
    public init(_ name: String) throws(DeskError) {
        guard let zone = TimeZone(identifier: name) else {
            throw DeskError(.unknownZone, at: name, "no time zone has this name; write it as in Europe/London")
        }
        func ahead(_ milliseconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds / 1000)))) * 1000
        }
        // A little beyond both ends, so that durations that start inside may end outside.
        let week: Int64 = 604_800_000
        var known = ZoneTable.span.lowerBound - 53 * week
        var starts: [Int64] = [.min]
        var aheads = [ahead(known)]
        var gaps: Set<Int32> = []
        while known < ZoneTable.span.upperBound {
            let next = known + week
            let before = aheads[aheads.count - 1]
            guard ahead(next) != before else {
                known = next
                continue
            }
            var low = known
            var high = next
            while high - low > 1000 {
                let middle = floorDivide(low + (high - low) / 2, by: 1000) * 1000
                if ahead(middle) == before { low = middle } else { high = middle }
            }
            let after = ahead(high)
            starts.append(high)
            aheads.append(after)
            if after > before {
                let first = floorDivide(high + before, by: 86_400_000) - 1
                let last = floorDivide(high + after, by: 86_400_000) + 1
                for day in first...last { gaps.insert(Int32(day)) }
            }
            known = high
        }
        self.name = name
        self.starts = starts
        self.aheads = aheads
        wallStarts = starts.indices.map { index in
            index == 0 ? .min : starts[index] + max(aheads[index - 1], aheads[index])
        }
        gapDays = gaps
    }

    /// Which stretch an instant falls in.
    func stretch(at milliseconds: Int64) -> Int { ZoneTable.last(in: starts, notAfter: milliseconds) }

    /// What the wall shows at an instant, as milliseconds since 1970-01-01 00:00 on that wall.
    public func wall(at instant: Instant) -> Int64 {
        instant.milliseconds + aheads[stretch(at: instant.milliseconds)]
    }

    /// The civil day that an instant falls in here.
    public func day(of instant: Instant) -> CivilDay {
        CivilDay(number: Int32(truncatingIfNeeded: floorDivide(wall(at: instant), by: 86_400_000)))
    }

    /// When a clock on the wall shows so many milliseconds since 1970-01-01 00:00.
    ///
    /// A time that is skipped when clocks go forward is moved forward by as much as they are; one that happens twice
    /// is its first. Both follow from one rule: the distance from Greenwich that held before the change is used.
    public func milliseconds(ofWall wall: Int64) -> Int64 {
        wall - aheads[ZoneTable.last(in: wallStarts, notAfter: wall)]
    }

    static func last(in sorted: [Int64], notAfter value: Int64) -> Int {
        var low = 0
        var high = sorted.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if sorted[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}

extension ZoneTable: Hashable {
    public static func == (a: ZoneTable, b: ZoneTable) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
