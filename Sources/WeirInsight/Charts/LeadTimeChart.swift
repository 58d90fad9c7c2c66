extension BacktestReport {
    /// Days from entry to opportunity as a histogram, with the median.
    var leadTimeChart: Chart? {
        let lead = outcome.leadTime
        guard let median = lead.median, let lower = lead.lowerQuartile, let upper = lead.upperQuartile else {
            return nil
        }
        let (left, top, bottom) = (44.0, 26.0, 176.0)
        let ticks = ChartScale.ticks(to: lead.bins.map(\.count).max() ?? 1)
        let scale = ChartScale(limit: ticks.last ?? 1, start: bottom, end: top)
        let days = ChartScale(limit: horizonDays, start: left, end: Chart.width - 6)
        return Chart(
            id: "lead", title: "Days from entry to opportunity",
            description:
                "\(Words.count(lead.count, "account")); median \(median), middle half \(lower) to \(upper) days.",
            legend: "Half of them took \(lower) to \(Words.days(upper)). Dashed: the median.", height: 204,
            drawing: Markup {
                ChartMark.axis(scale, ticks: ticks, from: left)
                for bin in lead.bins where bin.count > 0 {
                    ChartMark.bar(
                        x: days.place(bin.from) + 1, y: scale.place(bin.count),
                        width: days.place(min(bin.to + 1, horizonDays)) - days.place(bin.from) - 2,
                        height: bottom - scale.place(bin.count))
                }
                ChartMark.line(from: (days.place(median), top - 6), to: (days.place(median), bottom), kind: "limit")
                ChartMark.text(
                    "median \(median)", x: days.place(median) + (median * 2 > horizonDays ? -6 : 6), y: top - 8,
                    kind: median * 2 > horizonDays ? "value end" : "value")
                for part in 0...4 {
                    let day = horizonDays * part / 4
                    ChartMark.text(
                        "\(day)", x: days.place(day), y: bottom + 20,
                        kind: part == 4 ? "end" : part == 0 ? "" : "middle")
                }
            }, table: leadTimeTable)
    }

    /// From entry to win, each step as long as its count.
    var funnelChart: Chart {
        let steps = funnel
        let scale = ChartScale(limit: steps.map(\.count).max() ?? 1, start: 0, end: Chart.width)
        let rowHeight = 46.0
        return Chart(
            id: "funnel", title: "From entry to win",
            description: steps.map { "\($0.name) \(Words.number($0.count))" }.joined(separator: ", ") + ".",
            legend: "Ripe: the \(Words.days(horizonDays)) after entry are over, and no opportunity was open before.",
            height: rowHeight * Double(steps.count),
            drawing: Markup {
                for (number, step) in steps.enumerated() {
                    let y = Double(number) * rowHeight
                    ChartMark.text(
                        step.name.prefix(1).uppercased() + step.name.dropFirst(), x: 0, y: y + 15, kind: "ink")
                    ChartMark.text(Words.number(step.count), x: Chart.width, y: y + 15, kind: "value end")
                    ChartMark.bar(x: 0, y: y + 23, width: Chart.width, height: 14, kind: "track")
                    ChartMark.bar(x: 0, y: y + 23, width: scale.place(step.count), height: 14)
                }
            },
            table: TableView(
                title: "From entry to win",
                columns: [.init("step", "step"), .init("accounts", "accounts", isTrailing: true)],
                rows: steps.map { [.text($0.name), .number($0.count)] }))
    }
}
