import WeirAgreement
import WeirFacts

/// A stretch of open time, milliseconds since 1970; `to` is no longer in it.
public struct OpenSpan: Hashable, Sendable {
    public var from: Int64
    public var to: Int64

    public init(from: Int64, to: Int64) {
        self.from = from
        self.to = to
    }
}

/// Walks over a calendar's open stretches in order of time, from a given day on.
///
/// INVARIANT: the stretches are not empty, in order, and do not overlap. On ordinary days that follows from the hours'
/// own order. Where clocks are put forward, a skipped time moves onto one that exists, so the hours of the days around
/// it are put in order and joined before the first of them is given out.
struct OpenSpans {
    private let calendar: BusinessCalendar
    /// The day whose hours come next.
    private var day: CivilDay
    private let lastDay: Int32
    private var stretch: Int
    /// What is left of the day that was opened last; `next` counts in it.
    private var hours: [WorkingCalendar.Hours] = []
    private var index = 0
    private var midnight: Int64 = 0
    /// Stretches around a change of clocks, in order.
    private var folded: [OpenSpan] = []

    /// - Parameter instant: stretches that end after it come, and perhaps a few before.
    init(_ calendar: BusinessCalendar, from instant: Int64) {
        self.calendar = calendar
        stretch = calendar.zone.stretch(at: instant)
        let wall = instant + calendar.zone.aheads[stretch]
        day = CivilDay(number: Int32(truncatingIfNeeded: floorDivide(wall, by: 86_400_000)))
        let zoneEnd = Int32(ZoneTable.span.upperBound / 86_400_000)
        lastDay = min(calendar.lastPossibleDay ?? zoneEnd, zoneEnd)
        // Days around a change are taken whole, or the hours of the first could be given out twice.
        while isNearChange(day.advanced(by: -1)) { day = day.advanced(by: -1) }
    }

    private func isNearChange(_ day: CivilDay) -> Bool { calendar.zone.gapDays.contains(day.number) }

    /// The next stretch; `nil` where the calendar, or what is known of the zone, ends.
    mutating func next() -> OpenSpan? {
        while true {
            if let span = folded.popLast() { return span }
            if index < hours.count {
                let next = hours[index]
                index += 1
                if let span = span(next), span.from < span.to { return span }
                continue
            }
            guard day.number <= lastDay else { return nil }
            if !calendar.zone.gapDays.isEmpty, isNearChange(day) {
                foldDays()
            } else {
                open(day)
                day = day.advanced(by: 1)
            }
        }
    }

    private mutating func open(_ day: CivilDay) {
        hours = calendar.hours(on: day)
        index = 0
        midnight = Int64(day.number) * 86_400_000
    }

    /// The instants of an interval of the day that was opened last.
    private mutating func span(_ hours: WorkingCalendar.Hours) -> OpenSpan? {
        OpenSpan(
            from: instant(midnight + Int64(hours.from) * 60_000), to: instant(midnight + Int64(hours.to) * 60_000))
    }

    private mutating func instant(_ wall: Int64) -> Int64 {
        let zone = calendar.zone
        while stretch + 1 < zone.wallStarts.count, zone.wallStarts[stretch + 1] <= wall { stretch += 1 }
        while zone.wallStarts[stretch] > wall { stretch -= 1 }
        return wall - zone.aheads[stretch]
    }

    /// Takes the days around a change of clocks together, and puts their stretches in order.
    private mutating func foldDays() {
        var spans: [OpenSpan] = []
        while day.number <= lastDay, isNearChange(day) {
            open(day)
            for next in hours { if let span = span(next), span.from < span.to { spans.append(span) } }
            day = day.advanced(by: 1)
        }
        hours = []
        index = 0
        folded = OpenSpan.joined(spans).reversed()
    }
}

extension OpenSpan {
    /// The same time as stretches in order that do not overlap.
    static func joined(_ spans: [OpenSpan]) -> [OpenSpan] {
        var joined: [OpenSpan] = []
        for span in spans.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = joined.last, span.from <= last.to {
                joined[joined.count - 1].to = max(last.to, span.to)
            } else {
                joined.append(span)
            }
        }
        return joined
    }
}

extension [OpenSpan] {
    /// Their time together, milliseconds.
    var length: Int64 { reduce(0) { $0 + $1.to - $1.from } }
}
