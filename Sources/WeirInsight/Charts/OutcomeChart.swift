/// Shares as bars with their intervals, one below the other, labels above.
struct OutcomeChart {
    struct Row {
        var label: String
        var value: String
        var permille: Int
        var interval: ClosedRange<Int>
        var isRest: Bool
    }

    var id: String
    var title: String
    var rows: [Row]
    var table: TableView

    private let rowHeight = 46.0

    /// - Returns: `nil` without any row.
    func chart(legend: String) -> Chart? {
        guard let most = rows.map(\.interval.upperBound).max() else { return nil }
        let ticks = ChartScale.ticks(to: max(50, most)).filter { $0 <= 1000 }
        let scale = ChartScale(limit: min(1000, max(most, ticks.last ?? most)), start: 0, end: Chart.width)
        let foot = rowHeight * Double(rows.count)
        return Chart(
            id: id, title: title, description: rows.map { "\($0.label): \($0.value)" }.joined(separator: "; ") + ".",
            legend: legend, height: foot + 26,
            drawing: Markup {
                for tick in ticks {
                    let x = scale.place(tick)
                    ChartMark.line(from: (x, 22), to: (x, foot + 2), kind: "rule")
                    ChartMark.text(
                        Words.percent(tick), x: x, y: foot + 20,
                        kind: tick == 0 ? "" : tick == scale.limit ? "end" : "middle")
                }
                for (number, row) in rows.enumerated() { draw(row, y: Double(number) * rowHeight, scale) }
            }, table: table)
    }

    private func draw(_ row: Row, y: Double, _ scale: ChartScale) -> Markup {
        let middle = y + 30
        let low = scale.place(row.interval.lowerBound)
        let high = scale.place(row.interval.upperBound)
        return Markup {
            ChartMark.text(row.label, x: 0, y: y + 15, kind: "ink")
            ChartMark.text(row.value, x: Chart.width, y: y + 15, kind: "value end")
            ChartMark.bar(
                x: 0, y: middle - 7, width: scale.place(row.permille), height: 14, kind: row.isRest ? "bar rest" : "bar"
            )
            // First wider in the colour of the paper, so that it stands out from the bar, light and dark.
            for kind in ["halo", "whisker"] {
                ChartMark.line(from: (low, middle), to: (high, middle), kind: kind)
                ChartMark.line(from: (low, middle - 4), to: (low, middle + 4), kind: kind)
                ChartMark.line(from: (high, middle - 4), to: (high, middle + 4), kind: kind)
            }
        }
    }
}

extension BacktestReport {
    /// Entrants against the rest, for opportunities and for wins.
    var outcomeChart: Chart? {
        let pairs = [
            ("Opportunity", outcome.all.opportunity, baseRate.opportunitiesOfRest),
            ("Won", outcome.all.won, baseRate.winsOfRest),
        ]
        var rows: [OutcomeChart.Row] = []
        for (name, share, rest) in pairs {
            if let row = OutcomeChart.Row("\(name): entrants", share, isRest: false) { rows.append(row) }
            if let expected = rest.expectedShare(days: horizonDays) {
                rows.append(
                    .init(
                        label: "\(name): the rest", value: Words.percent(expected.permille),
                        permille: expected.permille, interval: expected.interval, isRest: true))
            }
        }
        return OutcomeChart(id: "outcome", title: "Entrants against the rest", rows: rows, table: baseRateTable)
            .chart(
                legend:
                    "Within \(Words.days(horizonDays)). Whiskers: 95% intervals. Grey: the rest of the target market.")
    }

    /// The share with an opportunity, by tier and by way in.
    var tierChart: Chart? {
        let rows = (outcome.byWay + outcome.byTier).compactMap { group -> OutcomeChart.Row? in
            let isTier = outcome.byTier.contains { $0.name == group.name }
            let label = isTier ? "Tier \(group.name)" : group.name.prefix(1).uppercased() + group.name.dropFirst()
            return OutcomeChart.Row(label, group.opportunity, isRest: false)
        }
        return OutcomeChart(id: "tiers", title: "Opportunity, by way in and tier", rows: rows, table: outcomeTable)
            .chart(legend: "Of the ripe entrants, within \(Words.days(horizonDays)). Whiskers: 95% intervals.")
    }
}
