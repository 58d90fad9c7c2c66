import WeirFacts

/// Charts along the weeks of the period.
struct WeekChart {
    let flow: BacktestFlow
    private let left = 44.0
    private let top = 14.0
    private let bottom = 176.0
    private let height = 204.0

    init(_ flow: BacktestFlow) { self.flow = flow }

    private var step: Double { (Chart.width - left) / Double(max(1, flow.weeks.count)) }

    /// Buyers that entered each week against what the teams can follow up.
    func capacity(table: TableView) -> Chart {
        let entered = flow.weeks.map(\.buyersEntered)
        let limits = flow.weeks.compactMap(\.capacity)
        let ticks = ChartScale.ticks(to: max(1, (entered + limits).max() ?? 1))
        let scale = ChartScale(limit: ticks.last ?? 1, start: bottom, end: top)
        let over = flow.weeksOverCapacity.count
        return Chart(
            id: "capacity", title: "Buyers that entered each week",
            description:
                "Bars for \(Words.count(entered.count, "week")), the highest \(Words.number(entered.max() ?? 0)); "
                + (flow.hasCapacity ? "\(Words.number(over)) above the capacity." : "no capacity is given."),
            legend: flow.hasCapacity
                ? "Dashed: what the teams can follow up. Amber: beyond it." : "The agreement names no teams.",
            height: height,
            drawing: Markup {
                ChartMark.axis(scale, ticks: ticks, from: left)
                for (number, week) in flow.weeks.enumerated() {
                    bars(week, number: number, scale)
                }
                if flow.hasCapacity { ChartMark.path(capacitySteps(scale), kind: "limit") }
                months
            }, table: table)
    }

    private func bars(_ week: FlowWeek, number: Int, _ scale: ChartScale) -> Markup {
        let x = left + step * Double(number) + step * 0.12
        let within = week.buyersEntered - week.overCapacity
        return Markup {
            if within > 0 {
                ChartMark.bar(x: x, y: scale.place(within), width: step * 0.76, height: bottom - scale.place(within))
            }
            if week.overCapacity > 0 {
                ChartMark.bar(
                    x: x, y: scale.place(week.buyersEntered), width: step * 0.76,
                    height: scale.place(within) - scale.place(week.buyersEntered), kind: "bar over")
            }
        }
    }

    private func capacitySteps(_ scale: ChartScale) -> [(Double, Double)] {
        flow.weeks.enumerated().flatMap { number, week -> [(Double, Double)] in
            let y = scale.place(week.capacity ?? 0)
            return [(left + step * Double(number), y), (left + step * Double(number + 1), y)]
        }
    }

    /// Qualified accounts at the end of each week.
    func stock(table: TableView) -> Chart {
        let stocks = flow.weeks.map(\.accountStock)
        let ticks = ChartScale.ticks(to: max(1, stocks.max() ?? 1))
        let scale = ChartScale(limit: ticks.last ?? 1, start: bottom, end: top)
        let curve = stocks.enumerated().map { number, stock in
            (left + step * (Double(number) + 0.5), scale.place(stock))
        }
        let first = curve.first?.0 ?? left
        let last = curve.last?.0 ?? left
        return Chart(
            id: "stock", title: "Accounts qualified",
            description: "From \(Words.number(flow.accounts.opening)) at the start to "
                + "\(Words.number(flow.accounts.closing)) at the end, at most \(Words.number(stocks.max() ?? 0)).",
            legend: "At the end of each week.", height: height,
            drawing: Markup {
                ChartMark.path([(first, bottom)] + curve + [(last, bottom)], kind: "area", isClosed: true)
                ChartMark.axis(scale, ticks: ticks, from: left)
                ChartMark.path(curve, kind: "curve")
                months
            }, table: table)
    }

    /// Names of about five months along the foot; every second one gives way on small screens.
    private var months: Markup {
        let starts = flow.weeks.indices.filter { week in
            week == 0 || flow.weeks[week].monday.components.month != flow.weeks[week - 1].monday.components.month
        }
        let every = max(1, (starts.count + 5) / 6)
        return Markup {
            for (number, week) in starts.enumerated() where number % every == 0 {
                let x = left + step * Double(week)
                if x < Chart.width - 40 {
                    ChartMark.text(
                        Words.month(flow.weeks[week].monday.advanced(by: 6)), x: x, y: bottom + 20,
                        kind: number / every % 2 == 1 ? "spare" : "")
                }
            }
        }
    }
}
