/// A drawing with its title, its description for those who cannot see it, and its table.
package struct Chart {
    package static let width = 560.0

    package var id: String
    package var title: String
    /// What it shows, in a sentence with its numbers.
    package var description: String
    /// What the marks mean; stands below the title.
    package var legend: String
    package var height: Double
    package var drawing: Markup
    package var table: TableView

    package init(
        id: String, title: String, description: String, legend: String, height: Double, drawing: Markup,
        table: TableView
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.legend = legend
        self.height = height
        self.drawing = drawing
        self.table = table
    }

    /// The figure: title, drawing, and the table to open below it.
    package var figure: HTMLElement {
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
package enum ChartMark {
    package static func bar(x: Double, y: Double, width: Double, height: Double, kind: String = "bar") -> HTMLElement {
        HTMLElement(.rect, .class(kind), .x(x), .y(y), .width(max(0, width)), .height(max(0, height)))
    }

    package static func text(_ words: String, x: Double, y: Double, kind: String = "") -> HTMLElement {
        let place: [HTMLAttribute] = [.x(x), .y(y)]
        return HTMLElement(.svgText, kind.isEmpty ? place : [.class(kind)] + place, content: Markup(text: words))
    }

    package static func line(from: (Double, Double), to: (Double, Double), kind: String) -> HTMLElement {
        HTMLElement(
            .line,
            [.class(kind)] + HTMLAttribute.from(x: from.0, y: from.1) + HTMLAttribute.to(x: to.0, y: to.1))
    }

    package static func path(_ points: [(Double, Double)], kind: String, isClosed: Bool = false) -> HTMLElement {
        let steps = points.enumerated().map { number, point in
            "\(number == 0 ? "M" : "L")\(HTMLAttribute.coordinate(point.0)) \(HTMLAttribute.coordinate(point.1))"
        }
        return HTMLElement(.path, .class(kind), .drawing(steps.joined() + (isClosed ? "Z" : "")))
    }

    /// Hairlines and figures of a vertical axis.
    package static func axis(_ scale: ChartScale, ticks: [Int], from left: Double) -> Markup {
        Markup {
            for tick in ticks {
                line(from: (left, scale.place(tick)), to: (Chart.width, scale.place(tick)), kind: "rule")
                text(Words.number(tick), x: left - 8, y: scale.place(tick) + 4, kind: "end")
            }
        }
    }
}
