extension TitleEvaluation {
    /// The report for a terminal.
    public func lines() -> [String] {
        ["\(Words.count(rows)) titles", ""] + function.lines("Function") + [""] + level.lines("Level")
    }
}

extension LabelScores {
    func lines(_ heading: String) -> [String] {
        guard titles > 0 else { return ["\(heading): the file labels none"] }
        let rest = unknownTakes ?? "nothing, as the file has no class for the rest"
        let head =
            "accuracy \(LabelScores.share(accuracyPermille)) (\(Words.count(right)) of \(Words.count(titles))), "
            + "macro-F1 \(LabelScores.share(macroF1Permille))"
        let unknownShare = TextTable.percent(unknown, of: titles)
        var lines: [String] = [
            "\(heading): \(head)",
            "  unknown \(unknownShare), taken for \(rest) (\(unknownRight) of \(unknown) right)",
            "  of what was known \(LabelScores.share(knownAccuracyPermille)) right",
        ]
        if !guessed.isEmpty {
            let words = guessed.map { "“\($0.label ?? "")” as \($0.ours)" }
            lines.append("  labels not known by name, taken \(words.joined(separator: ", "))")
        }
        for label in notUnderstood {
            let titles = classes.first { $0.label == label }?.titles ?? 0
            lines.append(
                "  label “\(label)” is none of ours, so all it has (\(Words.count(titles))) are wrong; rename it in the file "
                    + "to the nearest of ours, listed below")
        }
        lines.append("")
        lines.append(LabelScores.row("class", ["titles", "given", "precision", "recall", "F1"]))
        for score in classes {
            let shares = [score.precisionPermille, score.recallPermille, score.f1Permille].map(LabelScores.share)
            lines.append(
                LabelScores.row(score.label, [Words.count(score.titles), Words.count(score.given)] + shares))
        }
        if !confusions.isEmpty { lines += ["", "  taken for another:"] }
        for confusion in confusions.prefix(20) {
            lines.append(
                "  " + TextTable.right(confusion.titles, 6) + "  \(confusion.label) as \(confusion.given ?? "nothing")")
        }
        if confusions.count > 20 { lines.append("          and \(confusions.count - 20) more kinds") }
        lines += ["", "  how our classes read in the file:"]
        for line in mapping { lines.append("    \(TextTable.left(line.ours, 24)) \(line.label ?? "(nothing near)")") }
        return lines
    }

    private static func row(_ label: String, _ cells: [String]) -> String {
        "  " + TextTable.left(label, 26) + cells.map { TextTable.right($0, 11) }.joined()
    }

    /// `0.812`
    static func share(_ permille: Int) -> String {
        let digits = String(permille % 1000)
        return "\(permille / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
