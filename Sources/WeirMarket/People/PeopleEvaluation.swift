/// How well records of the same person are found, measured where the truth is known.
public struct PeopleEvaluation: Hashable, Sendable, Codable {
    /// Two records.
    public struct Pair: Hashable, Sendable, Codable {
        public var first: String
        public var second: String

        /// The order of the two does not count.
        public init(_ a: String, _ b: String) { (first, second) = a <= b ? (a, b) : (b, a) }
    }

    public var records: Int
    public var truePairs: Int
    /// Strong suggestions taken for the same.
    public var strong: PairEvaluation.Figures
    /// Strong and weak ones taken for the same.
    public var weak: PairEvaluation.Figures
    /// Strong suggestions that are wrong.
    public var wrong: [Pair]
    /// Pairs that no strong suggestion names.
    public var missed: [Pair]

    public init(
        _ suggestions: [PersonMatcher.Suggestion], truth: Set<Pair>, records: Int,
        thresholds: PersonMatcher.Thresholds = .shipped
    ) {
        let all = Set(suggestions.map { Pair($0.first, $0.second) })
        let sure = Set(suggestions.filter { $0.class == .strong }.map { Pair($0.first, $0.second) })
        self.records = records
        truePairs = truth.count
        strong = PeopleEvaluation.figures(sure, truth, thresholds.strong)
        weak = PeopleEvaluation.figures(all, truth, thresholds.weak)
        wrong = PeopleEvaluation.sorted(sure.subtracting(truth))
        missed = PeopleEvaluation.sorted(truth.subtracting(sure))
    }

    /// The pairs of records that carry the same true person.
    public static func pairs(ofPeople people: [(record: String, person: String)]) -> Set<Pair> {
        var groups: [String: [String]] = [:]
        for (record, person) in people { groups[person, default: []].append(record) }
        var pairs: Set<Pair> = []
        for group in groups.values {
            for (place, first) in group.enumerated() {
                for second in group[(place + 1)...] { pairs.insert(Pair(first, second)) }
            }
        }
        return pairs
    }

    private static func figures(_ found: Set<Pair>, _ truth: Set<Pair>, _ threshold: Int) -> PairEvaluation.Figures {
        let right = found.intersection(truth).count
        return PairEvaluation.Figures(
            threshold: threshold, truePositives: right, falsePositives: found.count - right,
            falseNegatives: truth.count - right)
    }

    private static func sorted(_ pairs: Set<Pair>) -> [Pair] {
        pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// The report, a line each.
    /// - Parameter top: how many mistakes of each kind to list.
    public func lines(top: Int = 10) -> [String] {
        var lines = [
            "\(Words.count(records)) records, \(Words.count(truePairs)) pairs of them the same person", "",
            line("strong", strong), line("strong or weak", weak), "",
        ]
        lines += wrong.prefix(top).map { "  taken   \($0.first)  |  \($0.second)" }
        lines += missed.prefix(top).map { "  missed  \($0.first)  |  \($0.second)" }
        return lines
    }

    private func line(_ name: String, _ figures: PairEvaluation.Figures) -> String {
        "\(name): precision \(MatchText.ratio(figures.precisionPermille)), recall "
            + "\(MatchText.ratio(figures.recallPermille)), F1 \(MatchText.ratio(figures.f1Permille))"
            + " (\(Words.count(figures.truePositives)) found, \(Words.count(figures.falsePositives)) wrongly, "
            + "\(Words.count(figures.falseNegatives)) missed)"
    }
}
