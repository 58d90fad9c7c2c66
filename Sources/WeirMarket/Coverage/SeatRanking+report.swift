import WeirAgreement

extension SeatRanking {
    /// The ranking as lines of text, none wider than 100 columns: the coverage, then the seats to fill.
    ///
    /// - Parameter top: how many seats to show.
    public func lines(top: Int = 20) -> [String] {
        var lines = report.lines(listed: 0)
        guard !gaps.isEmpty || !toEngage.isEmpty else { return lines }
        let changing = gaps.count { $0.effect == .qualifies }
        lines += [
            "",
            "\(Words.count(gaps.count)) seats have nobody in them; in \(Words.count(changing)) of them one engaged person "
                + "makes the account qualified.",
        ]
        if !toEngage.isEmpty {
            let accounts = Set(toEngage.map(\.account)).count
            lines.append(
                "At \(Words.count(accounts)) accounts somebody known, not yet engaged, would do: no need to buy a name."
            )
        }
        if !gaps.isEmpty && top > 0 { lines += ["", "Whom to find first"] }
        for (number, gap) in gaps.prefix(top).enumerated() {
            lines.append(
                "  " + TextTable.right(number + 1, 4) + "  " + TextTable.left(gap.name, 44) + "  "
                    + TextTable.cut("\(gap.missing) × \(roleName(gap.role))", 30))
            lines += TextTable.wrap(gap.effect.words(group), 90).map { "          " + $0 }
        }
        let rest = gaps.count - min(top, gaps.count)
        if rest > 0 && top > 0 { lines.append("  … and \(Words.count(rest)) more") }
        return lines.flatMap { $0.count > 100 ? TextTable.wrap($0, 100) : [TextTable.trimmedRight($0)] }
    }

    /// The ranking as JSON.
    /// - Parameter top: how many seats to give; `nil` for all.
    public func json(top: Int? = nil) throws -> String {
        func rows(_ gaps: [SeatGap]) -> [SeatRow] {
            gaps.prefix(top ?? gaps.count).map { SeatRow($0, role: roleName($0.role), effect: $0.effect.words(group)) }
        }
        return try reportJSON(
            SeatTable(
                accounts: report.accounts.count, complete: report.complete, totals: report.totals,
                missingSeats: gaps.count, seats: rows(gaps), toEngage: rows(toEngage)))
    }
}

private struct SeatTable: Encodable {
    var accounts: Int
    var complete: Int
    var totals: [CoverageReport.Seat]
    var missingSeats: Int
    var seats: [SeatRow]
    var toEngage: [SeatRow]
}

private struct SeatRow: Encodable {
    var account: String
    var name: String
    var role: String
    var wanted: Int
    var known: Int
    var engaged: Int
    var missing: Int
    /// Whether one engaged person makes the account qualified.
    var qualifies: Bool
    var effect: String

    init(_ gap: SeatGap, role: String, effect: String) {
        account = "acc_\(gap.account)"
        name = gap.name
        self.role = role
        (wanted, known, engaged, missing) = (gap.wanted, gap.known, gap.engaged, gap.missing)
        qualifies = gap.effect == .qualifies
        self.effect = effect
    }
}
