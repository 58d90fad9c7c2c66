extension SweepReport {
    /// The variants that none beats.
    var frontierTable: TableView { yieldTable("Beaten by none", frontier) }

    /// What every variant finds.
    var variantTable: TableView { yieldTable("All variants", Array(variants.indices)) }

    private func yieldTable(_ title: String, _ numbers: [Int]) -> TableView {
        let isBeaten = numbers.contains { beatenBy[$0] != nil }
        var columns: [TableView.Column] = [
            .init("values", settingWords), .init("current", ""),
            .init("buyers_per_week", "buyers a week", isTrailing: true),
            .init("wins_found", "wins found", isTrailing: true), .init("accepted", "accepted", isTrailing: true),
        ]
        if isBeaten { columns.append(.init("beaten_by", "beaten by")) }
        var table = TableView(title: title, columns: columns)
        for number in numbers {
            let variant = variants[number]
            var row: [TableView.Cell] = [
                .text(label(number)), .text(variant.isCurrent ? "now" : ""),
                .text(Words.tenths(variant.numbers.weeklyTenths)), .share(variant.numbers.winsFound),
                variant.numbers.acceptance.map { .share($0) } ?? .nothing("no answers"),
            ]
            if isBeaten { row.append(.text(beatenBy[number].map(label) ?? "")) }
            table.append(row)
        }
        return table
    }

    /// What every variant asks of the teams, and how steady it is.
    var loadTable: TableView {
        var table = TableView(
            title: "What it asks of the teams",
            columns: [
                .init("values", settingWords), .init("peak_week", "highest week", isTrailing: true),
                .init("weeks_over", "weeks over", isTrailing: true), .init("over", "too many", isTrailing: true),
                .init("missed", "wins missed", isTrailing: true), .init("returned", "back again", isTrailing: true),
            ])
        for (number, variant) in variants.enumerated() {
            let numbers = variant.numbers
            let over = "\(Words.number(numbers.weeksOver)) of \(Words.number(numbers.weeks))"
            let hasCapacity = numbers.capacityPerWeek != nil
            table.append([
                .text(label(number)), .number(numbers.peakWeek), hasCapacity ? .text(over) : .nothing(),
                hasCapacity ? .number(numbers.overCapacity) : .nothing(), .number(numbers.winsMissed),
                .share(numbers.accountsReturned),
            ])
        }
        return table
    }
}
