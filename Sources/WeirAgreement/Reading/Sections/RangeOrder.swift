import WeirFacts

/// The ranges of one matrix row in the order written, where the first that fits wins.
///
/// A later range may hold an earlier one whole, as in `[at_least 10000, at_least 1000]`: it takes what is left over.
/// A range that nothing is left for is a mistake, and so is one that holds only a part of an earlier one: whoever
/// reads it would not know which of the two was meant for what lies in both.
struct RangeOrder {
    private struct Range {
        let low: Int64
        let high: Int64
        let currency: String?
        let place: Place
    }

    private var taken: [Range] = []

    mutating func take(_ low: AttributeValue?, _ high: AttributeValue?, at place: Place, _ problems: ProblemList) {
        let range = Range(
            low: low?.position ?? .min, high: high?.position ?? .max, currency: low?.currency ?? high?.currency,
            place: place)
        // Inverted, which is reported elsewhere.
        guard range.low <= range.high else { return }
        let earlier = taken.filter { $0.currency == range.currency || $0.currency == nil }
        taken.append(range)
        if isCovered(range, by: earlier) {
            let lines = Set(earlier.filter { overlap($0, range) }.map(\.place.line)).sorted().map(String.init)
            problems.add(
                .unreachable, at: place,
                "this range is never reached: what fits it fits line \(listed(lines, by: "or"))"
                    + " before it", "write the narrower range first")
            return
        }
        let crossed = earlier.first { other in
            overlap(other, range) && !(range.low <= other.low && other.high <= range.high)
        }
        if let crossed {
            problems.add(
                .overlappingRanges, at: place, "this range and the one in line \(crossed.place.line) share a part",
                "move a bound so that each value fits one of them (both bounds are included)")
        }
    }

    private func overlap(_ a: Range, _ b: Range) -> Bool { a.low <= b.high && b.low <= a.high }

    /// Whether every value of a range is in one of the others. Values are whole thousandths, cents or days.
    private func isCovered(_ range: Range, by others: [Range]) -> Bool {
        var next = range.low
        for other in others.filter({ overlap($0, range) }).sorted(by: { $0.low < $1.low }) {
            if other.low > next { return false }
            if other.high >= range.high { return true }
            next = max(next, other.high + 1)
        }
        return false
    }
}
