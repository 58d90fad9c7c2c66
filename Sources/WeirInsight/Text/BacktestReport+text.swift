import WeirFacts

extension BacktestReport {
    /// The report for a terminal.
    public func text(_ options: TextOptions = TextOptions()) -> String {
        var page = TextPage(options, banner: banner)
        page.heading("Backtest · \(title)")
        page.line(
            "  \(periodWords) · horizon \(Words.days(horizonDays)) · "
                + "\(Words.count(accountCount, "account")), \(Words.number(targetMarketCount)) in the target market")
        page.line()
        for sentence in summary { page.paragraph(sentence) }
        writeFlow(to: &page)
        writeOutcome(to: &page)
        writeLeadTime(to: &page)
        writeWins(to: &page)
        writeAcceptance(to: &page)
        writeSteadiness(to: &page)
        page.heading("How this is reckoned")
        for note in notes { page.paragraph(note) }
        return page.text
    }

    private func writeFlow(to page: inout TextPage) {
        page.heading("In and out")
        page.table(flowTable)
        page.line()
        writeWeeks(
            "accounts qualified at the end of each week", flow.weeks.map(\.accountStock), isStock: true, to: &page)
        writeWeeks("buyers that entered each week", flow.weeks.map(\.buyersEntered), isStock: false, to: &page)
        guard flow.hasCapacity else { return }
        page.heading("Against capacity")
        for team in teams {
            page.line("  \(DisplayWidth.harmless(team.name)): \(Words.number(team.perWeek)) follow-ups a week")
        }
        if flow.weeksOverCapacity.isEmpty {
            page.line("  No week is over capacity.")
        } else {
            page.line(
                "  \(Words.number(flow.weeksOverCapacity.count)) of \(Words.count(flow.weeks.count, "week")) over, "
                    + "\(Words.count(flow.weeks.reduce(0) { $0 + $1.overCapacity }, "buyer")) too many in all; the worst:"
            )
            var worst = overCapacityTable
            worst.keepFirst(5)
            page.table(worst, indent: 4)
        }
    }

    /// A plot of the weeks, with a mark below those over capacity.
    private func writeWeeks(_ name: String, _ values: [Int], isStock: Bool, to page: inout TextPage) {
        let plot = TextPlot(options: page.options)
        let room = page.options.width - 4
        let size = max(1, (values.count + room - 1) / room)
        let shown = isStock ? TextPlot.last(values, every: size) : TextPlot.grouped(values, most: room).values
        let unit = size == 1 ? "" : ", \(size) weeks a sign"
        page.line("  \(name), 0 to \(Words.number(shown.max() ?? 0))\(unit)")
        page.line("  " + plot.spark(shown))
        if !isStock && flow.hasCapacity {
            let over = TextPlot.grouped(flow.weeks.map(\.overCapacity), most: room).values
            if over.contains(where: { $0 > 0 }) {
                page.line("  " + String(over.map { $0 > 0 ? "^" : " " }) + "  ^ over capacity")
            }
        }
        let (start, end) = (Words.month(from), Words.month(to))
        page.line("  " + start + String(repeating: " ", count: max(1, shown.count - start.count - end.count)) + end)
    }

    private func writeOutcome(to page: inout TextPage) {
        page.heading("What became of the entrants")
        page.paragraph(standingWords)
        page.line()
        page.table(outcomeTable)
        page.line()
        writeFunnel(to: &page)
        page.heading("Against the rest of the target market")
        page.table(baseRateTable)
        for words in liftWords { page.paragraph(words) }
    }

    private func writeFunnel(to page: inout TextPage) {
        let plot = TextPlot(options: page.options)
        let steps = funnel
        let nameWidth = steps.map { $0.name.count }.max() ?? 0
        let most = steps.map(\.count).max() ?? 0
        for step in steps {
            let name = DisplayWidth.pad(step.name, to: nameWidth, isTrailing: false)
            let count = DisplayWidth.pad(Words.number(step.count), to: 7, isTrailing: true)
            page.line(
                "  \(name) \(count)  \(plot.bar(step.count, of: most, width: page.options.width - nameWidth - 12))")
        }
    }

    private func writeSteadiness(to page: inout TextPage) {
        page.heading(flappingTable.title)
        page.table(flappingTable)
    }

    private func writeLeadTime(to page: inout TextPage) {
        page.heading("Lead time: days from entry to opportunity")
        let lead = outcome.leadTime
        guard let lower = lead.lowerQuartile, let median = lead.median, let upper = lead.upperQuartile else {
            page.line("  No ripe entrant has an opportunity yet.")
            return
        }
        page.line(
            "  Median \(Words.days(median)); the middle half took \(lower) to \(Words.days(upper)); "
                + "\(Words.count(lead.count, "account")).")
        let plot = TextPlot(options: page.options)
        let most = lead.bins.map(\.count).max() ?? 0
        for bin in lead.bins {
            let days = DisplayWidth.pad(
                bin.from == bin.to ? "\(bin.from)" : "\(bin.from) to \(bin.to)", to: 12, isTrailing: true)
            let count = DisplayWidth.pad(Words.number(bin.count), to: 6, isTrailing: true)
            page.line("  \(days) \(count)  \(plot.bar(bin.count, of: most, width: 60))")
        }
    }

    private func writeWins(to page: inout TextPage) {
        page.heading("Won, and whether it was let through")
        guard won.total.count > 0 else {
            page.line("  Nothing was won in the period.")
            return
        }
        page.table(winTable)
        let lists = [(neverTable, won.reasonsNever), (lateTable, won.reasonsLate)].filter { !$0.0.rows.isEmpty }
        for (list, reasons) in lists {
            page.heading(list.title)
            for reason in reasons {
                page.line("  \(Words.number(reason.count)) × \(DisplayWidth.harmless(reason.condition))")
            }
            page.line()
            page.table(list)
        }
    }

    private func writeAcceptance(to page: inout TextPage) {
        page.heading("What Sales answered")
        guard let acceptance else {
            page.line("  Sales answered nothing in the period: no dispositions were imported.")
            return
        }
        page.table(acceptanceTable(acceptance))
        guard acceptance.rejected > 0 else { return }
        page.line()
        page.table(rejectTable(acceptance))
    }
}

extension BacktestReport {
    /// A step of the funnel: how many came so far.
    struct FunnelStep: Hashable {
        var name: String
        var count: Int
    }

    /// From entry to win; what falls away on the way is said in the outcome table.
    var funnel: [FunnelStep] {
        let all = outcome.all
        return [
            FunnelStep(name: "entered", count: all.entrants),
            FunnelStep(name: "ripe, not in pipeline", count: all.ripe),
            FunnelStep(name: "opportunity", count: all.opportunity.count),
            FunnelStep(name: "won", count: all.won.count),
        ]
    }
}
