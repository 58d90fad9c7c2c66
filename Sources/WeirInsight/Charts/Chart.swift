/// A drawing with its title, its description for those who cannot see it, and its table.
struct Chart {
    static let width = 560.0

    var id: String
    var title: String
    /// What it shows, in a sentence with its numbers.
    var description: String
    /// What the marks mean; stands below the title.
    var legend: String
    var height: Double
    var drawing: Markup
    var table: TableView

    /// The figure: title, drawing, and the table to open below it.
    var figure: HTMLElement {
        HTMLElement(.figure) {
            HTMLElement(.figcaption) {
                title
                HTMLElement(.span) { legend }
            }
            HTMLElement(
                .svg, .class("chart"), .viewBox(width: Chart.width, height: height), .role("img"),
                .labelledBy("\(id)-title \(id)-desc")
            ) {
                HTMLElement(.title, .id("\(id)-title")) { title }
                HTMLElement(.desc, .id("\(id)-desc")) { description }
                drawing
            }
            HTMLElement(.details) {
                HTMLElement(.summary) { "The numbers: \(table.title.lowercased())" }
                table.element
            }
        }
    }
}

/// Marks that charts are made of.
enum ChartMark {
    static func bar(x: Double, y: Double, width: Double, height: Double, kind: String = "bar") -> HTMLElement {
        HTMLElement(.rect, .class(kind), .x(x), .y(y), .width(max(0, width)), .height(max(0, height)))
    }

    static func text(_ words: String, x: Double, y: Double, kind: String = "") -> HTMLElement {
        let place: [HTMLAttribute] = [.x(x), .y(y)]
        return HTMLElement(.svgText, kind.isEmpty ? place : [.class(kind)] + place, content: Markup(text: words))
    }

    static func line(from: (Double, Double), to: (Double, Double), kind: String) -> HTMLElement {
        HTMLElement(
            .line,
            [.class(kind)] + HTMLAttribute.from(x: from.0, y: from.1) + HTMLAttribute.to(x: to.0, y: to.1))
    }

    static func path(_ points: [(Double, Double)], kind: String, isClosed: Bool = false) -> HTMLElement {
        let steps = points.enumerated().map { number, point in
            "\(number == 0 ? "M" : "L")\(HTMLAttribute.coordinate(point.0)) \(HTMLAttribute.coordinate(point.1))"
        }
        return HTMLElement(.path, .class(kind), .drawing(steps.joined() + (isClosed ? "Z" : "")))
    }

    /// Hairlines and figures of a vertical axis.
    static func axis(_ scale: ChartScale, ticks: [Int], from left: Double) -> Markup {
        Markup {
            for tick in ticks {
                line(from: (left, scale.place(tick)), to: (Chart.width, scale.place(tick)), kind: "rule")
                text(Words.number(tick), x: left - 8, y: scale.place(tick) + 4, kind: "end")
            }
        }
    }
}
