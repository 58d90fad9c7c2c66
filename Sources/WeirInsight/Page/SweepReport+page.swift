extension SweepReport {
    /// The report as one page that stands alone.
    public var page: HTMLDocument {
        let frame = ReportPage(title: title, banner: banner)
        return frame.document(
            under: ["Sweep, \(periodWords). Horizon \(Words.days(horizonDays))."] + settingLines,
            lead: Markup {
                HTMLElement(.ul, .class("lead")) {
                    for sentence in summary { HTMLElement(.li) { sentence } }
                }
            },
            sections: Markup {
                frame.section("The frontier") {
                    if let chart = SweepChart(self).chart(table: variantTable) {
                        HTMLElement(.div, .class("narrow")) { chart.figure }
                    }
                    HTMLElement(.div, .class("block")) { frontierTable.element }
                }
                frame.section("Every variant") {
                    HTMLElement(.div, .class("block")) { variantTable.element(inSight: 32) }
                    HTMLElement(.div, .class("block")) { loadTable.element(inSight: 32) }
                }
            }, notes: notes)
    }
}
