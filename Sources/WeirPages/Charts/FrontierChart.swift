import WeirInsight

/// Volume against acceptance: what each bar of entry would have asked of Sales, and how much of it Sales accepted.
public struct FrontierChart: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case other, current, draft }

        /// `100 points`, `in force`, `your draft`.
        public var words: String
        public var numbers: SweepNumbers
        public var kind: Kind

        public init(_ words: String, _ numbers: SweepNumbers, _ kind: Kind = .other) {
            self.words = words
            self.numbers = numbers
            self.kind = kind
        }
    }

    public var points: [Point]
    private let left = 44.0
    private let right = 548.0
    private let top = 14.0
    private let bottom = 190.0

    public init(_ points: [Point]) { self.points = points }

    /// Those that Sales answered at all.
    private var shown: [Point] { points.filter { ($0.numbers.acceptance?.of ?? 0) > 0 } }

    public var element: HTMLElement {
        figure {
            figcaption {
                "The frontier: volume against acceptance"
                HTMLTag.span { "Grey: other bars of entry. Ring: in force. Violet: your draft. Up and left is better." }
            }
            if shown.isEmpty {
                EmptyState("No picture yet") { "Sales has answered nothing that these definitions let through." }
                    .element
            } else {
                HTMLElement(
                    .svg, .class("chart"), .viewBox(width: Chart.width, height: 232), .role("img"),
                    .labelledBy("frontier-title frontier-desc")
                ) {
                    HTMLElement(.title, .id("frontier-title")) { "Volume against acceptance" }
                    HTMLElement(.desc, .id("frontier-desc")) {
                        shown.map { "\($0.words): \(Words.tenths($0.numbers.weeklyTenths)) buyers a week" }
                            .joined(separator: "; ") + "."
                    }
                    drawing
                }
            }
            details {
                summary { "The numbers: bar by bar" }
                table.element
            }
        }
    }

    private var drawing: Markup {
        let volumes = shown.map(\.numbers.weeklyTenths)
        let (narrowest, widest) = (volumes.min() ?? 0, volumes.max() ?? 0)
        // Where all bring much, what they differ by is shown, and not the way from nothing to there.
        let origin = narrowest > widest / 3 ? narrowest * 9 / 1000 * 10 : 0
        let ticks = ChartScale.ticks(to: max(1, widest / 10 + 1 - origin)).map { $0 + origin }
        let weeks = ChartScale(limit: ((ticks.last ?? 1) - origin) * 10, start: left, end: right)
        let shares = shown.compactMap(\.numbers.acceptance?.permille)
        let low = max(0, ((shares.min() ?? 0) - 50) / 100 * 100)
        let high = min(1000, ((shares.max() ?? 1000) + 149) / 100 * 100)
        let scale = ChartScale(limit: max(1, high - low), start: bottom, end: top)
        return Markup {
            for share in stride(from: low, through: high, by: max(100, (high - low) / 4 / 100 * 100)) {
                let y = scale.place(share - low)
                ChartMark.line(from: (left, y), to: (right, y), kind: "rule")
                ChartMark.text(Words.percent(share), x: left - 8, y: y + 4, kind: "end")
            }
            for tick in ticks {
                ChartMark.text(
                    Words.number(tick), x: weeks.place((tick - origin) * 10), y: bottom + 18,
                    kind: tick == origin ? "" : tick == ticks.last ? "end" : "middle")
            }
            ChartMark.text("buyers a week", x: right, y: bottom + 36, kind: "end")
            if let capacity = shown.first?.numbers.capacityPerWeek, capacity >= origin,
                (capacity - origin) * 10 <= weeks.limit
            {
                let x = weeks.place((capacity - origin) * 10)
                ChartMark.line(from: (x, top), to: (x, bottom), kind: "limit")
            }
            for point in shown.sorted(by: { $0.kind.rank < $1.kind.rank }) {
                mark(
                    point, x: weeks.place(point.numbers.weeklyTenths - origin * 10),
                    y: scale.place((point.numbers.acceptance?.permille ?? 0) - low))
            }
        }
    }

    @MarkupBuilder private func mark(_ point: Point, x: Double, y: Double) -> Markup {
        let kind = point.kind == .other ? "point rest" : point.kind == .draft ? "point draft" : "point"
        HTMLTag.circle([.class(kind)] + HTMLAttribute.centre(x: x, y: y, radius: 5)) {
            HTMLElement(.title) { "\(point.words): \(Words.tenths(point.numbers.weeklyTenths)) a week" }
        }
        if point.kind == .current {
            HTMLElement(.circle, [.class("ring")] + HTMLAttribute.centre(x: x, y: y, radius: 9))
        }
        if point.kind != .other {
            let isLeft = x > 400
            ChartMark.text(
                point.words, x: isLeft ? x - 13 : x + 13, y: point.kind == .draft ? y + 26 : y - 10,
                kind: isLeft ? "value end" : "value")
        }
    }

    private var table: DataTable {
        DataTable(
            "What each bar would have brought",
            columns: [
                .init("Bar of entry"), .init("Buyers a week", isNumber: true), .init("Accepted", isNumber: true),
                .init("Wins found", isNumber: true), .init("Weeks over capacity", isNumber: true),
            ],
            rows: points.map { point in
                [
                    Markup(text: point.words), Markup(text: Words.tenths(point.numbers.weeklyTenths)),
                    point.numbers.acceptance.map { Markup(ShareText($0).element) } ?? Markup(text: "no answers yet"),
                    Markup(ShareText(point.numbers.winsFound).element),
                    Markup(text: Words.number(point.numbers.weeksOver)),
                ]
            }, kind: "fit")
    }
}

extension FrontierChart.Point.Kind {
    fileprivate var rank: Int {
        switch self {
        case .other: 0
        case .current: 1
        case .draft: 2
        }
    }
}
