import WeirFacts

/// A set of days, as sorted spans that neither touch nor overlap; each from its first day up to, not including, its last.
struct DaySpans: Hashable, Sendable {
    private(set) var spans: [Range<Int32>]

    init() { spans = [] }

    /// The union of any spans; empty ones are dropped.
    init(_ parts: some Sequence<Range<Int32>>) {
        spans = []
        for part in parts.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = spans.last, part.lowerBound <= last.upperBound {
                spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
            } else {
                spans.append(part)
            }
        }
    }

    var days: Int { spans.reduce(0) { $0 + $1.count } }

    func contains(_ day: CivilDay) -> Bool { spans.contains { $0.contains(day.number) } }

    func clipped(to bounds: Range<Int32>) -> DaySpans {
        DaySpans(spans.map { $0.clamped(to: bounds) })
    }

    /// The days of this set that the other has not.
    func subtracting(_ other: DaySpans) -> DaySpans {
        var rest: [Range<Int32>] = []
        for span in spans {
            var start = span.lowerBound
            for hole in other.spans where hole.overlaps(span) {
                if hole.lowerBound > start { rest.append(start..<hole.lowerBound) }
                start = max(start, hole.upperBound)
            }
            if start < span.upperBound { rest.append(start..<span.upperBound) }
        }
        return DaySpans(rest)
    }
}
