import WeirFacts
import WeirInsight

/// Newly qualified buyers by week against what the teams can follow up; a second definition beside it as a line.
public struct WeekVolumeChart: Hashable, Sendable {
    public var weeks: [FlowWeek]
    /// Of the definition to compare with, the same weeks.
    public var other: [FlowWeek]
    public var otherName: String
    private let left = 36.0
    private let top = 14.0
    private let bottom = 170.0

    public init(_ weeks: [FlowWeek], comparedWith other: [FlowWeek] = [], named otherName: String = "") {
        self.weeks = weeks
        self.other = other
        self.otherName = otherName
    }

    public var element: HTMLElement {
        figure {
            figcaption {
                "Newly qualified buyers, by week"
                HTMLTag.span { legend }
            }
            HTMLElement(
                .svg, .class("chart"), .viewBox(width: Chart.width, height: 200), .role("img"),
                .labelledBy("volume-title volume-desc")
            ) {
                HTMLElement(.title, .id("volume-title")) { "Newly qualified buyers, by week" }
                HTMLElement(.desc, .id("volume-desc")) { description }
                drawing
            }
            details {
                summary { "The numbers: by week" }
                table.element
            }
        }
    }

    private var legend: String {
        let words =
            showsCapacity
            ? "Dashed: what the teams can follow up. Amber: beyond it. "
            : capacity > 0 ? "Far below the \(Words.number(capacity)) a week that the teams can follow up. " : ""
        return words + (other.isEmpty ? "" : "Line: \(otherName).")
    }

    private var capacity: Int { weeks.compactMap(\.capacity).max() ?? 0 }

    /// Where the teams could follow up many times as much, their line would press all bars to the floor.
    private var showsCapacity: Bool {
        capacity > 0 && capacity <= 5 * max(4, (weeks + other).map(\.buyersEntered).max() ?? 0)
    }

    private var description: String {
        let total = weeks.reduce(0) { $0 + $1.buyersEntered }
        let over = weeks.count { $0.overCapacity > 0 }
        return "\(Words.count(total, "buyer")) in \(Words.count(weeks.count, "week")), "
            + "\(Words.count(over, "week")) beyond capacity."
    }

    private var step: Double { (Chart.width - left) / Double(max(1, weeks.count)) }

    private var drawing: Markup {
        let most = max(1, (weeks + other).map(\.buyersEntered).max() ?? 1, showsCapacity ? capacity : 0)
        let ticks = ChartScale.ticks(to: most)
        let scale = ChartScale(limit: ticks.last ?? 1, start: bottom, end: top)
        return Markup {
            ChartMark.axis(scale, ticks: ticks, from: left)
            for (number, week) in weeks.enumerated() {
                let x = left + step * (Double(number) + 0.12)
                let within = week.buyersEntered - week.overCapacity
                ChartMark.bar(
                    x: x, y: scale.place(within), width: step * 0.76, height: bottom - scale.place(within))
                if week.overCapacity > 0 {
                    ChartMark.bar(
                        x: x, y: scale.place(week.buyersEntered), width: step * 0.76,
                        height: scale.place(within) - scale.place(week.buyersEntered), kind: "bar over")
                }
            }
            if showsCapacity {
                ChartMark.path(
                    weeks.enumerated().flatMap { number, week -> [(Double, Double)] in
                        let y = scale.place(week.capacity ?? 0)
                        return [(left + step * Double(number), y), (left + step * Double(number + 1), y)]
                    }, kind: "limit")
            }
            if !other.isEmpty {
                ChartMark.path(
                    other.enumerated().map { (left + step * (Double($0) + 0.5), scale.place($1.buyersEntered)) },
                    kind: "curve ink-line")
            }
            months
        }
    }

    @MarkupBuilder private var months: Markup {
        // A week belongs to the month in which it ends.
        let ends = weeks.map { $0.monday.advanced(by: 6) }
        let starts = ends.indices.filter { week in
            week == 0 || ends[week].components.month != ends[week - 1].components.month
        }
        let every = max(1, (starts.count + 5) / 6)
        for (number, week) in starts.enumerated() where number % every == 0 && left + step * Double(week) < 516 {
            ChartMark.text(
                Words.month(ends[week]), x: left + step * Double(week), y: bottom + 20,
                kind: number / every % 2 == 1 ? "spare" : "")
        }
    }

    private var table: DataTable {
        let hasOther = !other.isEmpty
        var columns: [DataTable.Column] = [.init("Week of"), .init("Buyers", isNumber: true)]
        if hasOther { columns.append(.init(otherName, isNumber: true)) }
        columns += [.init("Capacity", isNumber: true), .init("Accounts in", isNumber: true)]
        return DataTable(
            "By week", columns: columns,
            rows: weeks.enumerated().map { number, week in
                var row = [Markup(week.monday.timeElement), Markup(text: Words.number(week.buyersEntered))]
                if hasOther {
                    row.append(Markup(text: number < other.count ? Words.number(other[number].buyersEntered) : ""))
                }
                row.append(Markup(text: week.capacity.map { Words.number($0) } ?? "no team named"))
                row.append(Markup(text: Words.number(week.accountsEntered)))
                return row
            }, kind: "fit")
    }
}
