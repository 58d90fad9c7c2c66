import WeirInsight

/// A line the height of a word, without axes.
public struct Spark: Hashable, Sendable {
    public var values: [Int64]
    /// What it shows, for those who cannot see it.
    public var words: String

    public init(_ values: [Int64], words: String) {
        self.values = values
        self.words = words
    }

    public var element: HTMLElement {
        let most = Double(max(1, values.max() ?? 1))
        let points = values.enumerated().map { place, value in
            (72 * Double(place) / Double(max(1, values.count - 1)), 18 - 16 * Double(max(0, value)) / most)
        }
        return HTMLTag.svg(.class("spark"), .viewBox(width: 72, height: 20), .role("img"), .label(words)) {
            ChartMark.path(points, kind: "curve")
            if let last = points.last {
                HTMLElement(
                    .circle, [.class("end-point")] + HTMLAttribute.centre(x: last.0, y: last.1, radius: 2))
            }
        }
    }
}

/// A share of a whole as a bar in a table; the number stands beside it.
public struct MeterBar: Hashable, Sendable {
    public var count: Int
    public var of: Int
    public var kind: String

    public init(_ count: Int, of base: Int, kind: String = "bar") {
        self.count = count
        of = base
        self.kind = kind
    }

    public var element: HTMLElement {
        HTMLTag.svg(
            .class("meter"), .viewBox(width: 100, height: 8), .drawn("preserveAspectRatio", "none"),
            .isHiddenFromReaders
        ) {
            ChartMark.bar(x: 0, y: 0, width: 100, height: 8, kind: "track")
            ChartMark.bar(
                x: 0, y: 0, width: of == 0 ? 0 : 100 * Double(min(count, of)) / Double(of), height: 8, kind: kind)
        }
    }
}
