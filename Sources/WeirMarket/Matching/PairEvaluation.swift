/// How well names are told same or different, measured on pairs whose truth is known.
public struct PairEvaluation: Hashable, Sendable, Codable {
    /// A pair with its truth.
    public struct Pair: Hashable, Sendable {
        public var a: String
        public var b: String
        public var isMatch: Bool

        public init(_ a: String, _ b: String, isMatch: Bool) { (self.a, self.b, self.isMatch) = (a, b, isMatch) }
    }

    /// What comes out when everything from a likeness on is taken for the same.
    public struct Figures: Hashable, Sendable, Codable {
        /// In thousandths.
        public var threshold: Int
        public var truePositives: Int
        public var falsePositives: Int
        public var falseNegatives: Int
        /// Of the pairs taken for the same, those that are. In thousandths; 1000 when none is taken.
        public var precisionPermille: Int
        /// Of the pairs that are the same, those taken. In thousandths; 1000 when there are none.
        public var recallPermille: Int
        /// The harmonic mean of both, in thousandths.
        public var f1Permille: Int

        public init(threshold: Int, truePositives: Int, falsePositives: Int, falseNegatives: Int) {
            self.threshold = threshold
            (self.truePositives, self.falsePositives) = (truePositives, falsePositives)
            self.falseNegatives = falseNegatives
            precisionPermille = Figures.share(truePositives, of: truePositives + falsePositives)
            recallPermille = Figures.share(truePositives, of: truePositives + falseNegatives)
            f1Permille = Figures.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
        }

        /// Rounded to the nearest thousandth.
        static func share(_ part: Int, of whole: Int) -> Int { whole == 0 ? 1000 : (part * 2000 + whole) / (whole * 2) }
    }

    /// A pair that was judged wrong.
    public struct Mistake: Hashable, Sendable, Codable {
        public var a: String
        public var b: String
        public var isMatch: Bool
        public var permille: Int
    }

    public var pairs: Int
    public var matches: Int
    /// Strong matches taken for the same.
    public var strong: Figures
    /// Strong and weak ones taken for the same.
    public var weak: Figures
    /// Pairs that the strong threshold judges wrong, the worst first.
    public var mistakes: [Mistake]

    public init(_ pairs: [Pair], thresholds: MatchThresholds = .shipped) {
        let judged = pairs.map { pair in
            Mistake(a: pair.a, b: pair.b, isMatch: pair.isMatch, permille: NameSimilarity.permille(pair.a, pair.b))
        }
        self.pairs = pairs.count
        matches = pairs.count { $0.isMatch }
        strong = PairEvaluation.figures(judged, thresholds.strong)
        weak = PairEvaluation.figures(judged, thresholds.weak)
        mistakes = judged.filter { ($0.permille >= thresholds.strong) != $0.isMatch }.sorted {
            let left = abs($0.permille - thresholds.strong)
            let right = abs($1.permille - thresholds.strong)
            return left != right ? left > right : ($0.a, $0.b) < ($1.a, $1.b)
        }
    }

    private static func figures(_ judged: [Mistake], _ threshold: Int) -> Figures {
        Figures(
            threshold: threshold, truePositives: judged.count { $0.isMatch && $0.permille >= threshold },
            falsePositives: judged.count { !$0.isMatch && $0.permille >= threshold },
            falseNegatives: judged.count { $0.isMatch && $0.permille < threshold })
    }

    /// The report, a line each.
    /// - Parameter top: how many mistakes to list.
    public func lines(top: Int = 20) -> [String] {
        var lines = [
            "\(Words.count(pairs)) pairs, \(Words.count(matches)) of them the same company", "",
            line("strong", strong), line("strong or weak", weak), "",
        ]
        lines.append(
            mistakes.isEmpty
                ? "No pair is judged wrong." : "Judged wrong by the strong threshold: \(Words.count(mistakes.count))")
        for mistake in mistakes.prefix(top) {
            let fault = mistake.isMatch ? "missed" : "taken "
            lines.append("  \(fault) \(MatchText.ratio(mistake.permille))  \(mistake.a)  |  \(mistake.b)")
        }
        if mistakes.count > top { lines.append("  and \(Words.count(mistakes.count - top)) more") }
        return lines
    }

    private func line(_ name: String, _ figures: Figures) -> String {
        "\(name), from \(MatchText.ratio(figures.threshold)): precision \(MatchText.ratio(figures.precisionPermille)), "
            + "recall \(MatchText.ratio(figures.recallPermille)), F1 \(MatchText.ratio(figures.f1Permille))"
            + " (\(Words.count(figures.truePositives)) found, \(Words.count(figures.falsePositives)) wrongly, "
            + "\(Words.count(figures.falseNegatives)) missed)"
    }
}
