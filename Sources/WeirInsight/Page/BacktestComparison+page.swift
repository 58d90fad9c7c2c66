import WeirFacts

extension BacktestComparison {
    /// The comparison as one page that stands alone.
    public var page: HTMLDocument {
        let frame = ReportPage(title: subject.title, banner: subject.banner)
        return frame.document(
            under: [
                "Compared with \(against.title)\(against.banner.map { " (\($0))" } ?? "").",
                "Backtest, \(subject.periodWords). Horizon \(Words.days(subject.horizonDays)).",
            ],
            lead: Markup {
                HTMLElement(.ul, .class("lead")) {
                    for change in ComparedAccount.Change.allCases { HTMLElement(.li) { sentence(change) } }
                    HTMLElement(.li) {
                        Words.count(unchanged, "account enters", "accounts enter") + " on the same day under both."
                    }
                }
            },
            sections: Markup {
                frame.section("Side by side") {
                    HTMLElement(.div, .class("block")) { numberTable.element }
                    if let chart = shareChart { HTMLElement(.div, .class("narrow")) { chart.figure } }
                }
                for change in ComparedAccount.Change.allCases { section(change, frame) }
            }, notes: subject.notes)
    }

    private func section(_ change: ComparedAccount.Change, _ frame: ReportPage) -> HTMLElement {
        frame.section(change.title) {
            if self[change].isEmpty {
                HTMLElement(.p, .class("text")) { "None." }
            } else {
                HTMLElement(.p, .class("text")) { sentence(change) }
                HTMLElement(.ul, .class("reasons")) {
                    for (condition, count) in conditions(change) { reasonItem(condition, count) }
                }
                HTMLElement(.div, .class("block")) { accountTable(change).element(inSight: 20) }
            }
        }
    }
}
