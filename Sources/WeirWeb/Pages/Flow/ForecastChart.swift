import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// Thirteen weeks ahead: what is expected, the span it will likely lie in, what the teams can follow up.
struct ForecastChart {
    let forecast: DeskForecast
    private let left = 36.0
    private let bottom = 170.0

    init(_ forecast: DeskForecast) { self.forecast = forecast }

    var element: HTMLElement {
        figure {
            figcaption {
                "Expected to qualify, by week"
                HTMLTag.span { "Bars: expected. Whiskers: 95 of 100 such weeks. Dashed: what the teams can follow up." }
            }
            HTMLElement(
                .svg, .class("chart"), .viewBox(width: Chart.width, height: 200), .role("img"),
                .labelledBy("forecast-title forecast-desc")
            ) {
                HTMLElement(.title, .id("forecast-title")) { "Expected to qualify, by week" }
                HTMLElement(.desc, .id("forecast-desc")) { description }
                drawing
            }
            details {
                summary { "The numbers: by week" }
                table.element
            }
        }
    }

    private static func whole(_ milli: Int64) -> Int { Int((milli + 500) / 1000) }

    private var description: String {
        let over = forecast.weeks.count { $0.overflowMilli > 0 }
        return
            "\(Words.count(forecast.weeks.count, "week")), \(Words.count(over, "week")) with more than can be followed up."
    }

    private var drawing: Markup {
        let weeks = forecast.weeks
        let step = (Chart.width - left) / Double(max(1, weeks.count))
        let most = max(1, weeks.map { max(Self.whole($0.highMilli), $0.capacity) }.max() ?? 1)
        let ticks = ChartScale.ticks(to: most)
        let scale = ChartScale(limit: ticks.last ?? 1, start: bottom, end: 14)
        return Markup {
            ChartMark.axis(scale, ticks: ticks, from: left)
            for (number, week) in weeks.enumerated() {
                let x = left + step * (Double(number) + 0.14)
                let expected = Self.whole(week.expectedMilli)
                let within = min(expected, week.capacity)
                ChartMark.bar(
                    x: x, y: scale.place(within), width: step * 0.72, height: bottom - scale.place(within))
                if expected > within {
                    ChartMark.bar(
                        x: x, y: scale.place(expected), width: step * 0.72,
                        height: scale.place(within) - scale.place(expected), kind: "bar over")
                }
                let middle = x + step * 0.36
                ChartMark.line(
                    from: (middle, scale.place(Self.whole(week.lowMilli))),
                    to: (middle, scale.place(Self.whole(week.highMilli))), kind: "whisker")
                if number % 2 == 0 {
                    // The last one would stand out over the edge.
                    let isLast = number == weeks.count - 1
                    ChartMark.text(
                        "\(week.from.components.day) \(Words.month(week.from).prefix(3))",
                        x: isLast ? Chart.width : x, y: bottom + 20,
                        kind: isLast ? "end" : number % 4 == 2 ? "spare" : "")
                }
            }
            ChartMark.path(
                weeks.enumerated().flatMap { number, week -> [(Double, Double)] in
                    let y = scale.place(week.capacity)
                    return [(left + step * Double(number), y), (left + step * Double(number + 1), y)]
                }, kind: "limit")
        }
    }

    private var table: DataTable {
        DataTable(
            "By week",
            columns: [
                .init("Week of"), .init("Expected", isNumber: true), .init("Likely", isNumber: true),
                .init("Capacity", isNumber: true),
                .init(
                    "Waiting at its end", isNumber: true, definition: "What cannot be followed up by then, carried on."),
            ],
            rows: forecast.weeks.map { week in
                [
                    Markup(week.from.timeElement), Markup(text: Words.number(Self.whole(week.expectedMilli))),
                    Markup(
                        text:
                            "\(Words.number(Self.whole(week.lowMilli))) to \(Words.number(Self.whole(week.highMilli)))"),
                    Markup(text: Words.number(week.capacity)),
                    Markup(text: Words.number(Self.whole(week.waitingMilli))),
                ]
            }, kind: "fit")
    }
}
