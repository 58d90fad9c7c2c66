extension BacktestComparison {
    /// The shares of both definitions with their intervals: where those overlap much, the difference may be chance.
    var shareChart: Chart? {
        let rows = pairedNumbers.flatMap { ours, theirs -> [OutcomeChart.Row] in
            guard case .share(let our) = ours.value, case .share(let their)? = theirs?.value else { return [] }
            let label = ours.words.prefix(1).uppercased() + ours.words.dropFirst()
            return [
                OutcomeChart.Row(label, our, isRest: false), OutcomeChart.Row("the other", their, isRest: true),
            ].compactMap(\.self)
        }
        return OutcomeChart(id: "shares", title: "Shares with their intervals", rows: rows, table: shareTable)
            .chart(
                legend: "Blue: this one. Grey: the other. Where whiskers overlap much, the difference may be chance.")
    }

    private var shareTable: TableView {
        var table = TableView(
            title: "Shares and 95% intervals",
            columns: [
                .init("share", "share"), .init("this", "this one", isTrailing: true),
                .init("this_ci", "95%", isTrailing: true), .init("against", "the other", isTrailing: true),
                .init("against_ci", "95%", isTrailing: true),
            ])
        for (ours, theirs) in pairedNumbers {
            guard case .share(let our) = ours.value, case .share(let their)? = theirs?.value else { continue }
            table.append([
                .text(ours.words), .share(our), .text(Words.interval(our.interval)), .share(their),
                .text(Words.interval(their.interval)),
            ])
        }
        return table
    }
}

extension OutcomeChart.Row {
    /// `nil` without a base.
    init?(_ label: String, _ share: Share, isRest: Bool) {
        guard let permille = share.permille, let interval = share.interval else { return nil }
        self.init(label: label, value: Words.share(share), permille: permille, interval: interval, isRest: isRest)
    }
}
