import WeirFacts

extension BacktestComparison {
    var numberTable: TableView {
        var table = TableView(
            title: "Side by side",
            columns: [
                .init("number", ""), .init("this", "this one", isTrailing: true),
                .init("against", "the other", isTrailing: true), .init("change", "change", isTrailing: true),
            ])
        for (ours, theirs) in pairedNumbers {
            table.append([
                .text(ours.words), .text(ours.value.words), .text(theirs?.value.words ?? ""),
                .text(theirs.map { ours.value.change(from: $0.value) } ?? ""),
            ])
        }
        return table
    }

    func accountTable(_ change: ComparedAccount.Change) -> TableView {
        var columns: [TableView.Column] = [.init("account", "account"), .init("tier", "tier")]
        if change != .lost { columns.append(.init("entered", "under this")) }
        if change != .gained { columns.append(.init("against", "under the other")) }
        if change == .earlier || change == .later { columns.append(.init("days", "days", isTrailing: true)) }
        columns += [.init("outcome", "then"), .init("condition", "because")]
        var table = TableView(title: change.title, columns: columns)
        for account in self[change] {
            var row: [TableView.Cell] = [.text(account.name), .text(account.tier)]
            if change != .lost { row.append(account.day.map { .day($0) } ?? .nothing()) }
            if change != .gained { row.append(account.againstDay.map { .day($0) } ?? .nothing()) }
            if let days = account.daysLater { row.append(.text(Words.signed(days))) }
            row += [.text(account.outcomeWords), .text(account.condition ?? "not said")]
            table.append(row)
        }
        return table
    }

    /// What the difference comes to, in a sentence for each kind of change.
    func sentence(_ change: ComparedAccount.Change) -> String {
        let accounts = self[change]
        let won = accounts.count(where: \.wasWon)
        let outcome =
            "\(Words.number(accounts.count(where: \.hadOpportunity))) of them got an opportunity, "
            + "\(Words.number(won)) \(won == 1 ? "was" : "were") won."
        switch change {
        case .gained: return "\(Words.count(accounts.count, "account")) only this lets through; \(outcome)"
        case .lost: return "\(Words.count(accounts.count, "account")) only the other lets through; \(outcome)"
        case .earlier: return "\(Words.count(accounts.count, "account")) sooner than under the other; \(outcome)"
        case .later: return "\(Words.count(accounts.count, "account")) later than under the other; \(outcome)"
        }
    }

    /// The conditions that made the difference, most frequent first.
    func conditions(_ change: ComparedAccount.Change) -> [(condition: String, count: Int)] {
        Dictionary(grouping: self[change]) { $0.condition ?? "not said" }
            .map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The comparison for a terminal.
    public func text(_ options: TextOptions = TextOptions()) -> String {
        var page = TextPage(options, banner: subject.banner)
        page.heading("Backtest · \(subject.title)")
        page.paragraph("against \(against.title)\(against.banner.map { " (\($0))" } ?? "")")
        page.line("  \(subject.periodWords) · horizon \(Words.days(subject.horizonDays))")
        page.heading("Side by side")
        page.table(numberTable)
        for change in ComparedAccount.Change.allCases {
            page.heading(change.title)
            if self[change].isEmpty {
                page.line("  None.")
                continue
            }
            page.paragraph(sentence(change))
            for (condition, count) in conditions(change) {
                page.paragraph("\(Words.number(count)) × \(condition)", indent: 4)
            }
            page.line()
            page.table(accountTable(change))
        }
        page.line()
        page.line("  \(Words.count(unchanged, "account enters", "accounts enter")) on the same day under both.")
        page.heading("How this is reckoned")
        for note in subject.notes { page.paragraph(note) }
        return page.text
    }
}

extension ComparedAccount.Change {
    var title: String {
        switch self {
        case .gained: "Gained"
        case .lost: "Lost"
        case .earlier: "Earlier"
        case .later: "Later"
        }
    }
}

extension ComparedAccount {
    var outcomeWords: String { wasWon ? "won" : hadOpportunity ? "opportunity" : "nothing yet" }
}
