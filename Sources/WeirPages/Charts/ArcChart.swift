import WeirInsight

/// Who shared what with whom, as arcs between people on a line; a full dot read it.
public struct ArcChart: Hashable, Sendable {
    public var shares: [ConversationShare]

    public init(_ shares: [ConversationShare]) { self.shares = shares }

    private var people: [String] {
        var seen: Set<String> = []
        return shares.prefix(40).flatMap { [$0.sharer, $0.reader] }.filter { seen.insert($0).inserted }.prefix(9).map(
            \.self)
    }

    private var pairs: [(from: Int, to: Int, count: Int, isRead: Bool)] {
        let places = Dictionary(people.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [[Int]: (count: Int, isRead: Bool)] = [:]
        for share in shares.prefix(40) {
            guard let from = places[share.sharer], let to = places[share.reader] else { continue }
            let old = found[[from, to]] ?? (0, false)
            found[[from, to]] = (old.count + 1, old.isRead || share.readDay != nil)
        }
        return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { ($0.key[0], $0.key[1], $0.value.count, $0.value.isRead) }
    }

    public var element: HTMLElement {
        let people = people
        let pairs = pairs
        let widest = pairs.map { abs($0.from - $0.to) }.max() ?? 1
        let step = 520.0 / Double(max(1, people.count - 1))
        let baseline = min(150, Double(widest) * step / 2.2) + 16
        return figure {
            figcaption {
                "The conversation"
                HTMLTag.span { "Each arc: content shared between two people. A full dot read what was shared." }
            }
            HTMLElement(
                .svg, .class("chart"), .viewBox(width: 560, height: baseline + 22 + Double(people.count) * 18),
                .role("img"), .labelledBy("arc-title arc-desc")
            ) {
                HTMLElement(.title, .id("arc-title")) { "Who shared with whom" }
                HTMLElement(.desc, .id("arc-desc")) {
                    pairs.map {
                        "\(people[$0.from]) shared \(Words.count($0.count, "piece")) with \(people[$0.to])"
                            + ($0.isRead ? ", read" : ", not read")
                    }.joined(separator: "; ") + "."
                }
                for pair in pairs { arc(pair, step, baseline) }
                for (place, name) in people.enumerated() {
                    let x = 20 + Double(place) * step
                    let isRead = pairs.contains { $0.to == place && $0.isRead }
                    HTMLElement(
                        .circle,
                        [.class(isRead ? "point read" : "point hollow")]
                            + HTMLAttribute.centre(x: x, y: baseline, radius: 5))
                    ChartMark.text("\(place + 1)", x: x, y: baseline + 20, kind: "middle")
                    ChartMark.text(
                        "\(place + 1)  \(name)", x: 12, y: baseline + 34 + Double(place + 1) * 18 - 14, kind: "ink")
                }
            }
        }
    }

    private func arc(_ pair: (from: Int, to: Int, count: Int, isRead: Bool), _ step: Double, _ y: Double) -> HTMLElement
    {
        let from = 20 + Double(pair.from) * step
        let to = 20 + Double(pair.to) * step
        let rise = min(150, abs(to - from) / 2.2)
        let middle = (from + to) / 2
        let c = HTMLAttribute.coordinate
        return HTMLElement(
            .path, .class("arc"),
            .drawing("M\(c(from)) \(c(y))Q\(c(middle)) \(c(y - 2 * rise)) \(c(to)) \(c(y))"))
    }
}
