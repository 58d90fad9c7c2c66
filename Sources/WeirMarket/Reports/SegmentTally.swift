/// Counts companies by the value of one attribute. Memory is bounded: values beyond the first 20,000 different ones
/// are counted together.
struct SegmentTally: Sendable {
    static let mostValues = 20_000
    let attribute: String
    let slot: Int
    private var numbers: [TextKey: Int] = [:]
    private var segments: [MarketReport.Segment] = []
    private var beyond = MarketReport.Segment(name: "others")
    private var unknown = MarketReport.Segment(name: "not known")

    init(attribute: String, slot: Int) {
        self.attribute = attribute
        self.slot = slot
    }

    mutating func add(_ company: CompanyAttributes, _ verdict: MarketVerdict) {
        guard case .text(let key, let written) = company[slot] else { return unknown.add(verdict) }
        if let number = numbers[key] { return segments[number].add(verdict) }
        guard segments.count < SegmentTally.mostValues else { return beyond.add(verdict) }
        numbers[key] = segments.count
        segments.append(.init(name: SegmentTally.trimmed(written)))
        segments[segments.count - 1].add(verdict)
    }

    /// Adds what was counted of later companies. Beyond the bound on different values, which of them stand for
    /// themselves may be others than if all had been counted one after the other.
    mutating func add(_ later: SegmentTally) {
        for (key, number) in later.numbers.sorted(by: { $0.value < $1.value }) {
            let segment = later.segments[number]
            if let own = numbers[key] {
                segments[own].add(segment)
            } else if segments.count < SegmentTally.mostValues {
                numbers[key] = segments.count
                segments.append(segment)
            } else {
                beyond.add(segment)
            }
        }
        beyond.add(later.beyond)
        unknown.add(later.unknown)
    }

    /// - Parameter top: how many segments to show for themselves.
    func breakdown(top: Int) -> MarketReport.Breakdown {
        let ranked = segments.sorted { a, b in
            (b.target, b.companies, a.name) < (a.target, a.companies, b.name)
        }
        var others = beyond
        for segment in ranked.dropFirst(top) { others.add(segment) }
        others.name = "\(Words.count(max(0, ranked.count - top))) others"
        return MarketReport.Breakdown(
            attribute: attribute, segments: Array(ranked.prefix(top)),
            others: others.companies > 0 ? others : nil, unknown: unknown.companies > 0 ? unknown : nil)
    }

    /// Whether a company has the value.
    func contains(_ key: TextKey) -> Bool { numbers[key] != nil }

    /// The value most like one that no company has; `nil` when none shares half of their words.
    func nearest(to asked: TextKey) -> MarketReport.Segment? {
        let words = SegmentTally.words(asked)
        var best: (share: Int, segment: MarketReport.Segment)?
        for (key, number) in numbers {
            let segment = segments[number]
            let others = SegmentTally.words(key)
            let together = words.union(others).count
            guard together > 0 else { continue }
            let share = words.intersection(others).count * 1000 / together
            guard share >= 500 else { continue }
            if let best,
                (best.share, best.segment.companies, segment.name) >= (share, segment.companies, best.segment.name)
            {
                continue
            }
            best = (share, segment)
        }
        return best?.segment
    }

    private static func words(_ key: TextKey) -> Set<Substring> {
        Set(key.text.split { !$0.isLetter && !$0.isNumber })
    }

    private static func trimmed(_ written: String) -> String {
        var text = Substring(written)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

extension MarketReport.Segment {
    mutating func add(_ verdict: MarketVerdict) {
        companies += 1
        if verdict.addressable == .yes { addressable += 1 }
        if verdict.served == .yes { served += 1 }
        if verdict.target == .yes { target += 1 }
    }

    mutating func add(_ other: MarketReport.Segment) {
        companies += other.companies
        addressable += other.addressable
        served += other.served
        target += other.target
    }
}
