import WeirInsight

/// Stages as columns of their stock, with what came in and what moved on as bands whose width is the number.
public struct WaterfallChart: Hashable, Sendable {
    public var waterfall: Waterfall
    private let base = 210.0
    private let high = 150.0

    public init(_ waterfall: Waterfall) { self.waterfall = waterfall }

    private var most: Int {
        max(1, waterfall.rows.map { max($0.opening + $0.entered, $0.closing, $0.advanced) }.max() ?? 1)
    }

    private func height(_ count: Int) -> Double {
        count == 0 ? 0 : max(1.5, high * Double(count) / Double(most))
    }

    public var element: HTMLElement {
        let step = 1080.0 / Double(max(1, waterfall.rows.count))
        return HTMLElement(
            .svg, .class("chart wide"), .viewBox(width: 1080, height: 254), .role("img"),
            .labelledBy("waterfall-title waterfall-desc")
        ) {
            HTMLElement(.title, .id("waterfall-title")) { "Stock and flow by stage" }
            HTMLElement(.desc, .id("waterfall-desc")) {
                waterfall.rows.map {
                    "\(Texts.title($0.stage.name)): \($0.opening) at the start, \($0.entered) came, "
                        + "\($0.advanced) moved on, \($0.lost) fell out, \($0.closing) at the end"
                }.joined(separator: "; ") + "."
            }
            for (number, row) in waterfall.rows.enumerated() {
                let x = Double(number) * step
                if row.stage.next != nil { ribbon(row, x: x, step: step) }
                column(row, x: x)
            }
            ChartMark.line(from: (0, base), to: (1080, base), kind: "rule")
        }
    }

    @MarkupBuilder private func column(_ row: Waterfall.Row, x: Double) -> Markup {
        let all = row.opening + row.entered
        ChartMark.bar(x: x, y: base - height(all), width: 88, height: height(all), kind: "bar pale")
        ChartMark.bar(x: x, y: base - height(row.closing), width: 88, height: height(row.closing))
        ChartMark.text(
            "\(Words.number(row.opening)) + \(Words.number(row.entered))", x: x, y: base - height(all) - 8,
            kind: "value")
        ChartMark.text(Texts.title(row.stage.name), x: x, y: base + 18, kind: "ink foot")
        let lost = row.lost > 0 ? ", \(Words.number(row.lost)) fell out" : ""
        ChartMark.text("\(Words.number(row.closing)) at the end\(lost)", x: x, y: base + 36, kind: "spare")
    }

    /// What moved on, as a band from this column to the next.
    @MarkupBuilder private func ribbon(_ row: Waterfall.Row, x: Double, step: Double) -> Markup {
        if row.advanced > 0 {
            let thick = height(row.advanced)
            let (from, to) = (x + 88, x + step)
            let c = HTMLAttribute.coordinate
            let (upper, lower) = (base - thick, base)
            HTMLElement(
                .path, .class("ribbon"),
                .drawing("M\(c(from)) \(c(upper))L\(c(to)) \(c(upper))L\(c(to)) \(c(lower))L\(c(from)) \(c(lower))Z"))
            ChartMark.text(
                "\(Words.number(row.advanced)) moved on", x: (from + to) / 2, y: upper - 6, kind: "middle spare")
        }
    }
}
