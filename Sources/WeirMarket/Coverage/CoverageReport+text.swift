extension CoverageReport {
    /// The report as lines of text, none wider than 100 columns.
    ///
    /// - Parameter listed: how many incomplete accounts to name.
    public func lines(listed: Int = 20) -> [String] {
        guard !accounts.isEmpty else { return ["No target accounts yet."] }
        guard !totals.isEmpty else { return ["The agreement wants no seats filled: add `wanted` to the buying group."] }
        var lines = [
            "\(Words.count(complete)) of \(Words.count(accounts.count)) target accounts have every wanted seat filled.",
            "", TextTable.left("Over all accounts", 30) + Self.header,
        ]
        lines += totals.map { "  " + TextTable.left($0.role, 28) + Self.counts($0) }
        let shown = incomplete.prefix(listed)
        if !shown.isEmpty { lines += ["", "Closest to complete, and whom they lack"] }
        for account in shown {
            let lacking = account.seats.filter { $0.missing > 0 }.map { "\($0.missing) \($0.role)" }
            lines.append(
                TextTable.cut("  \(TextTable.left(account.name, 40))  \(lacking.joined(separator: ", "))", 100))
        }
        let rest = incomplete.count - shown.count
        if rest > 0 { lines.append("  … and \(Words.count(rest)) more") }
        return lines.map(TextTable.trimmedRight)
    }

    private static let header = ["wanted", "known", "engaged", "missing"].map { TextTable.right($0, 11) }.joined()

    private static func counts(_ seat: Seat) -> String {
        [seat.wanted, seat.known, seat.engaged, seat.missing].map { TextTable.right($0, 11) }.joined()
    }
}
