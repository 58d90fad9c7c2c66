import WeirFacts

extension ExplanationView {
    /// `qualified since 4 Mar 2026`.
    var standingWords: String {
        switch (isQualified, since) {
        case (true, let day?): "qualified since \(Words.day(day))"
        case (true, nil): "qualified"
        case (false, let day?): "not qualified; left on \(Words.day(day))"
        case (false, nil): "not qualified, and never was"
        }
    }

    /// The invoice for a terminal: every line with thousandths, and a total that is their sum.
    public func text(_ options: TextOptions = TextOptions(listLimit: nil)) -> String {
        var page = TextPage(options, banner: banner)
        page.heading("Why · \(name)")
        page.line("  \(subject.rawValue) \(DisplayWidth.harmless(id)) · as of \(Words.day(asOf)) · \(standingWords)")
        page.paragraph("under \(agreement)")
        write("Fit", fit, to: &page)
        for buyer in buyers where !buyer.lines.isEmpty { write(buyer, to: &page) }
        writeIdle(to: &page)
        write("Echo: content shared inside the account, then read", echo, to: &page)
        write("Breadth: different roles among the engaged", breadth, to: &page)
        page.line()
        if roundingMilli != 0 { amount("rounded down once over all buyers", roundingMilli, indent: 2, to: &page) }
        page.line(String(repeating: page.options.plain("─"), count: page.options.width))
        amount(subject == .account ? "Score" : "Engagement", totalMilli, indent: 0, to: &page)
        for gate in gates { write(gate, to: &page) }
        writeOutlook(to: &page)
        return page.text
    }

    private func write(_ title: String, _ lines: [AmountLine], to page: inout TextPage) {
        guard !lines.isEmpty else { return }
        page.heading(title)
        for line in lines {
            amount((line.day.map { "\($0)  " } ?? "") + line.words, line.amountMilli, indent: 2, to: &page)
        }
        if lines.count > 1 { amount("subtotal", lines.sumMilli, indent: 2, to: &page) }
    }

    /// People who are known, but have done nothing.
    private func writeIdle(to page: inout TextPage) {
        let idle = buyers.filter(\.lines.isEmpty)
        guard !idle.isEmpty else { return }
        page.heading("Known, but nothing done: \(Words.number(idle.count))")
        page.paragraph(idle.map { $0.name + ($0.role.map { " (\($0))" } ?? "") }.joined(separator: ", "))
    }

    private func write(_ buyer: BuyerAccount, to page: inout TextPage) {
        page.heading(buyer.name + (buyer.title.map { ", \($0)" } ?? ""))
        page.paragraph(
            "\(buyer.role ?? "no role"), weighs \(buyer.weightWords) · engagement \(Words.points(buyer.engagementMilli)) · "
                + (buyer.isEngaged ? "engaged" : "not engaged"))
        if !buyer.table.rows.isEmpty { page.table(buyer.table) }
        if let rest = buyer.faded { amount(rest, 0, indent: 2, to: &page) }
        amount("subtotal", buyer.subtotalMilli, indent: 2, to: &page)
    }

    private func amount(_ words: String, _ milli: Int64, indent: Int, to page: inout TextPage) {
        let points = Words.points(milli)
        let room = page.options.width - indent - points.count - 1
        let name = DisplayWidth.cut(
            page.options.plain(DisplayWidth.harmless(words)), to: room, ellipsis: page.options.plain("…"))
        let space = String(repeating: " ", count: indent)
        page.line(space + DisplayWidth.pad(name, to: room, isTrailing: false) + " " + points)
    }

    private func write(_ gate: GateView, to page: inout TextPage) {
        page.heading("Gate “\(gate.name)”: \(gate.holds ? "met" : "not met")")
        page.table(gate.table)
    }

    private func writeOutlook(to page: inout TextPage) {
        if !suggestions.isEmpty {
            page.heading("What would change the answer")
            for suggestion in suggestions { page.paragraph("· " + suggestion) }
        }
        guard let nextChange else { return }
        page.heading("What happens if nothing happens")
        page.paragraph("On \(Words.day(nextChange)): \(nextChangeWords ?? "the answer changes").")
    }
}

extension BuyerAccount {
    /// `×1.5`.
    var weightWords: String { "×" + FixedNumber(thousandths: Int64(weightPermille)).description }

    /// In words, the acts of which nothing is left, which the table leaves out; `nil` if there are none.
    var faded: String? {
        let faded = lines.count { !$0.isWorthShowing }
        if faded == 0 { return nil }
        return "\(Words.number(faded)) more \(faded == 1 ? "act" : "acts") of which nothing is left or none counted"
    }

    /// The acts of which something is left.
    var table: TableView {
        var table = TableView(
            title: name,
            columns: [
                .init("day", "day"), .init("signal", "signal"), .init("content", "content"),
                .init("points", "points", isTrailing: true), .init("lost", "cap took", isTrailing: true),
                .init("decay", "decay"), .init("remaining", "left", isTrailing: true),
                .init("contribution", weightWords, isTrailing: true),
            ])
        for line in lines where line.isWorthShowing {
            table.append(
                [
                    .day(line.day), .text(line.signal), .text(line.content ?? ""),
                    .text(Words.points(line.pointsMilli)),
                    .text(line.lostMilli == 0 ? "" : Words.points(line.lostMilli)), .text(line.decay),
                    .text(Words.points(line.remainingMilli)), .text(Words.points(line.contributionMilli)),
                ], note: line.note)
        }
        return table
    }
}

extension GateView {
    var table: TableView {
        TableView(
            title: name,
            columns: [
                .init("holds", ""), .init("condition", "condition"), .init("needed", "needed", isTrailing: true),
                .init("has", "has", isTrailing: true), .init("missing", "missing", isTrailing: true),
            ],
            rows: conditions.map {
                [
                    .text($0.holds ? "holds" : "fails"), .text($0.words), .text($0.needed), .text($0.has),
                    .text($0.missing ?? ""),
                ]
            })
    }
}

extension ContributionLine {
    /// Whether it adds anything today: a page of zeros hides what matters. The JSON has every line.
    fileprivate var isWorthShowing: Bool { remainingMilli != 0 || contributionMilli != 0 }
}
