extension SweepReport {
    /// The report for a terminal.
    public func text(_ options: TextOptions = TextOptions()) -> String {
        var page = TextPage(options, banner: banner)
        page.heading("Sweep · \(title)")
        page.line("  \(periodWords) · horizon \(Words.days(horizonDays))")
        for line in settingLines { page.paragraph(line) }
        page.line()
        for sentence in summary { page.paragraph(sentence) }
        for table in [frontierTable, variantTable, loadTable] {
            page.heading(table.title)
            page.table(table)
        }
        page.heading("How this is reckoned")
        for note in notes { page.paragraph(note) }
        return page.text
    }
}
