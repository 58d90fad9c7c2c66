extension ListReport {
    /// The report as lines of text, none wider than 100 columns.
    public func textLines() -> [String] {
        guard lines > 0 else { return ["The list has no lines."] }
        let who = vendor.map { "\($0): " } ?? ""
        var text = [
            "\(who)\(Words.count(accepted)) of \(Words.count(lines)) lines accepted "
                + "(\(TextTable.percent(accepted, of: lines))), \(Words.count(rejected)) rejected."
        ]
        if !costs.isEmpty { text[0] += " To pay: \(Words.list(costs.map(Words.money)))." }
        let given = reasons.filter { $0.all > 0 }.sorted { a, b in (b.leading, b.all) < (a.leading, a.all) }
        if !given.isEmpty {
            text += ["", TextTable.left("Rejected for", 46) + Self.heads(["leading", "in all"])]
        }
        for reason in given {
            text.append(
                "  " + TextTable.left(reason.code.inWords, 44) + TextTable.right(reason.leading, 11)
                    + TextTable.right(reason.all, 11))
            for example in reason.examples { text.append(TextTable.cut("    " + example, 100)) }
        }
        text += ["", TextTable.left("Ordered", 56) + Self.heads(["wanted", "accepted", "open"])]
        for line in orderLines {
            text.append(
                "  " + TextTable.left("\(line.number). \(line.inWords)", 54) + TextTable.right(line.ordered, 11)
                    + TextTable.right(line.accepted, 11) + TextTable.right(line.open, 11))
        }
        return text.flatMap { $0.count > 100 ? TextTable.wrap($0, 100) : [TextTable.trimmedRight($0)] }
    }

    private static func heads(_ names: [String]) -> String { names.map { TextTable.right($0, 11) }.joined() }
}
