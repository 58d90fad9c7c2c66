import WeirFacts

/// Tables of what was won and of what Sales answered.
extension BacktestReport {
    var winTable: TableView {
        let row = { (words: String, tally: WonReview.Tally) -> [TableView.Cell] in
            [.text(words), .number(tally.count), .text(tally.count == 0 ? "" : Words.value(tally.value))]
        }
        var rows = [
            row("let through before the opportunity opened", won.found),
            row("let through earlier, but more than \(horizonDays) days before", won.lapsed),
            row("let through only after it opened", won.late), row("never let through before it was won", won.never),
        ]
        if won.openedBefore.count > 0 { rows.append(row("opened before the period: not judged", won.openedBefore)) }
        rows.append(row("all wins of the period", won.total))
        return TableView(
            title: "Wins of the period",
            columns: [
                .init("standing", ""), .init("wins", "wins", isTrailing: true),
                .init("amount", "amount", isTrailing: true),
            ], rows: rows)
    }

    var neverTable: TableView {
        var table = TableView(
            title: "Won, but never let through",
            columns: [
                .init("account", "account"), .init("tier", "tier"), .init("opened", "opened"), .init("won", "won"),
                .init("amount", "amount", isTrailing: true), .init("reason", "what kept it out"),
            ])
        for win in won.neverWins {
            table.append(
                [
                    .text(win.accountName), .text(win.tier), .day(win.opened),
                    win.won.map { .day($0) } ?? .nothing("day unknown"), win.amountCell,
                    .text(win.condition),
                ], note: win.reason?.detail)
        }
        return table
    }

    var lateTable: TableView {
        var table = TableView(
            title: "Won, but let through too late",
            columns: [
                .init("account", "account"), .init("tier", "tier"), .init("opened", "opened"),
                .init("entered", "entered"), .init("late", "days late", isTrailing: true),
                .init("amount", "amount", isTrailing: true), .init("reason", "what kept it out before"),
            ])
        for win in won.lateWins {
            table.append(
                [
                    .text(win.accountName), .text(win.tier), .day(win.opened),
                    win.entered.map { .day($0) } ?? .nothing(), .number(win.daysLate), win.amountCell,
                    .text(win.condition),
                ], note: win.reason?.detail)
        }
        return table
    }

    func reasonTable(_ title: String, _ reasons: [WonReview.ReasonCount]) -> TableView {
        TableView(
            title: title, columns: [.init("reason", "reason"), .init("wins", "wins", isTrailing: true)],
            rows: reasons.map { [.text($0.condition), .number($0.count)] })
    }

    func acceptanceTable(_ acceptance: Acceptance) -> TableView {
        let row = { (words: String, share: Share) -> [TableView.Cell] in
            [.text(words), .share(share), .text(Words.interval(share.interval))]
        }
        return TableView(
            title: "What Sales answered",
            columns: [
                .init("group", "hand-offs"), .init("accepted", "accepted", isTrailing: true),
                .init("interval", "95%", isTrailing: true),
            ],
            rows: [
                row("of accounts qualified at the time", acceptance.qualified),
                row("of all other accounts", acceptance.others),
            ])
    }

    func rejectTable(_ acceptance: Acceptance) -> TableView {
        TableView(
            title: "Why Sales rejected qualified accounts",
            columns: [
                .init("reason", "reason"), .init("kind", "kind"), .init("count", "rejections", isTrailing: true),
            ],
            rows: acceptance.rejectReasons.map {
                [
                    .text($0.reason), .text($0.isProcedural ? "the record is wrong" : "Sales disagrees"),
                    .number($0.count),
                ]
            })
    }
}

extension MissedWin {
    fileprivate var condition: String { reason?.condition ?? WonReview.noReason }

    fileprivate var amountCell: TableView.Cell { amount.map { .money($0) } ?? .nothing("unknown") }
}
