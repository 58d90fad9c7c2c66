import WeirInsight

/// Bars that narrow, each part of the one above: from all companies to the target market.
public struct NarrowingChart: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        public var title: String
        public var count: Int
        /// What was lost on the way here: `no` and `not known`.
        public var lostWords: String?

        public init(_ title: String, count: Int, lostWords: String? = nil) {
            self.title = title
            self.count = count
            self.lostWords = lostWords
        }
    }

    public var steps: [Step]

    public init(_ steps: [Step]) { self.steps = steps }

    public var element: HTMLElement {
        let most = max(1, steps.map(\.count).max() ?? 1)
        return HTMLElement(
            .svg, .class("chart"), .viewBox(width: 560, height: Double(steps.count) * 60), .role("img"),
            .labelledBy("narrowing-title narrowing-desc")
        ) {
            HTMLElement(.title, .id("narrowing-title")) { "From all companies to the target market" }
            HTMLElement(.desc, .id("narrowing-desc")) {
                steps.map { "\($0.title): \(Words.number($0.count))\($0.lostWords.map { ", \($0)" } ?? "")" }
                    .joined(separator: "; ") + "."
            }
            for (number, step) in steps.enumerated() {
                let y = Double(number) * 60
                let width = 560 * Double(step.count) / Double(most)
                ChartMark.text(step.title, x: 0, y: y + 12, kind: "ink")
                ChartMark.text(Words.number(step.count), x: 560, y: y + 12, kind: "value end")
                ChartMark.bar(x: 0, y: y + 18, width: 560, height: 14, kind: "track")
                ChartMark.bar(
                    x: 0, y: y + 18, width: max(step.count > 0 ? 2 : 0, width), height: 14,
                    kind: number == steps.count - 1 ? "bar" : "bar pale")
                if let words = step.lostWords { ChartMark.text(words, x: 0, y: y + 46, kind: "spare") }
            }
        }
    }
}
