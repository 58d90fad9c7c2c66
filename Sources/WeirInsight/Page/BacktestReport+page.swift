import WeirFacts

extension BacktestReport {
    /// The report as one page that stands alone: no script, nothing loaded, light and dark, fit to print.
    public var page: HTMLDocument {
        let frame = ReportPage(title: title, banner: banner)
        return frame.document(
            under: [
                "Backtest, \(periodWords). Horizon \(Words.days(horizonDays)). "
                    + "\(Words.count(accountCount, "account")), \(Words.number(targetMarketCount)) in the target market."
            ],
            lead: Markup {
                HTMLElement(.ul, .class("lead")) {
                    for sentence in summary { HTMLElement(.li) { sentence } }
                }
                figures
            },
            sections: Markup {
                flowSection(frame)
                outcomeSection(frame)
                winSection(frame)
                answerSection(frame)
            }, notes: notes)
    }

    private var figures: HTMLElement {
        HTMLElement(.dl, .class("figures")) {
            figure("Accounts entered", Words.number(flow.accounts.enteredDistinct), "of \(Words.number(accountCount))")
            figure("Buyers entered", Words.number(flow.buyers.enteredDistinct), weekWords)
            figure("Got an opportunity", outcome.all.opportunity)
            figure("Won", outcome.all.won)
            if let lift = baseRate.opportunityLift {
                figure(
                    "Against the rest", Words.times(lift.ratioHundredths),
                    "95%: \(Words.times(lift.interval.lowerBound)) to \(Words.times(lift.interval.upperBound))")
            }
            figure("Wins let through in time", won.foundShare)
        }
    }

    private var weekWords: String {
        flow.hasCapacity
            ? "\(Words.number(flow.weeksOverCapacity.count)) of \(Words.count(flow.weeks.count, "week")) over capacity"
            : "no capacity is given"
    }

    private func figure(_ name: String, _ value: String, _ base: String, isSmall: Bool = false) -> HTMLElement {
        HTMLElement(
            .div, isSmall ? [.class("is-small")] : [],
            content: Markup {
                HTMLElement(.dt) { name }
                HTMLElement(.dd, .class("figure")) { value }
                HTMLElement(.dd, .class("base")) { base }
            })
    }

    private func figure(_ name: String, _ share: Share) -> HTMLElement {
        guard let permille = share.permille else { return figure(name, "–", "nothing to count yet", isSmall: true) }
        let base = "\(Words.number(share.count)) of \(Words.number(share.of))\(share.isSmall ? ", small" : "")"
        return figure(
            name, Words.percent(permille), "\(base) · \(Words.interval(share.interval))", isSmall: share.isSmall)
    }

    private func flowSection(_ frame: ReportPage) -> HTMLElement {
        frame.section("In and out") {
            HTMLElement(.div, .class("grid")) {
                WeekChart(flow).capacity(table: weekTable).figure
                WeekChart(flow).stock(table: stockTable).figure
            }
            HTMLElement(.div, .class("grid tables")) {
                flowTable.element
                flappingTable.element
            }
            if !flow.weeksOverCapacity.isEmpty {
                HTMLElement(.div, .class("grid tables")) {
                    HTMLElement(.div) { overCapacityTable.element(inSight: 8) }
                    teamTable.element
                }
            }
        }
    }

    private func outcomeSection(_ frame: ReportPage) -> HTMLElement {
        frame.section("What became of the entrants") {
            HTMLElement(.p, .class("text")) { standingWords }
            HTMLElement(.div, .class("grid")) {
                funnelChart.figure
                if let chart = outcomeChart { chart.figure }
                if let chart = tierChart { chart.figure }
                if let chart = leadTimeChart { chart.figure }
            }
            HTMLElement(.div, .class("block")) { outcomeTable.element }
            HTMLElement(.div, .class("block")) { baseRateTable.element }
            for words in liftWords { HTMLElement(.p, .class("text")) { words } }
        }
    }

    private func winSection(_ frame: ReportPage) -> HTMLElement {
        frame.section("Won, and whether it was let through") {
            if won.total.count == 0 {
                HTMLElement(.p, .class("text")) { "Nothing was won in the period." }
            } else {
                HTMLElement(.div, .class("block")) { winTable.element }
            }
            for (table, reasons) in [(neverTable, won.reasonsNever), (lateTable, won.reasonsLate)] {
                if !table.rows.isEmpty {
                    HTMLElement(.ul, .class("reasons")) {
                        for reason in reasons { reasonItem(reason.condition, reason.count) }
                    }
                    HTMLElement(.div, .class("block")) { table.element(inSight: 20) }
                }
            }
        }
    }

    private func answerSection(_ frame: ReportPage) -> HTMLElement {
        frame.section("What Sales answered") {
            if let acceptance {
                HTMLElement(.div, .class("grid tables")) {
                    acceptanceTable(acceptance).element
                    if acceptance.rejected > 0 { rejectTable(acceptance).element }
                }
            } else {
                HTMLElement(.p, .class("text")) {
                    "Sales answered nothing in the period: no dispositions were imported."
                }
            }
        }
    }
}

/// A reason and how often it occurred.
func reasonItem(_ words: String, _ count: Int) -> HTMLElement {
    HTMLElement(.li) {
        HTMLElement(.strong) { Words.number(count) }
        " " + words
    }
}
