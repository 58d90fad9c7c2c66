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
