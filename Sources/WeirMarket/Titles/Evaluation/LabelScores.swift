/// How well one kind of label was told: counts, and what follows from them.
public struct LabelScores: Hashable, Sendable, Encodable {
    /// One label of the file.
    public struct ClassScore: Hashable, Sendable, Encodable {
        public var label: String
        /// Titles that have it.
        public var titles: Int
        /// Titles that were given it.
        public var given: Int
        public var right: Int
        public var precisionPermille: Int
        public var recallPermille: Int
        public var f1Permille: Int
    }

    /// Titles with this label that were given another one (`nil`: none).
    public struct Confusion: Hashable, Sendable, Encodable {
        public var label: String
        public var given: String?
        public var titles: Int
    }

    /// Titles that have a label of this kind.
    public var titles: Int
    public var right: Int
    /// Titles of which the classifier knew nothing here.
    public var unknown: Int
    /// Of the unknown, those that were right because the file's label for them is its class for the rest.
    public var unknownRight: Int
    public var accuracyPermille: Int
    /// Right among those the classifier knew something of.
    public var knownAccuracyPermille: Int
    /// The mean of the classes' F1, each counting the same.
    public var macroF1Permille: Int
    public var classes: [ClassScore]
    /// Most frequent first, the right ones left out.
    public var confusions: [Confusion]
    /// How our classes read in the file's labels.
    public var mapping: [LabelTranslation.Line]
    /// The file's label that unknown titles take; `nil` leaves them wrong.
    public var unknownTakes: String?
    /// Labels of the file that no list known to us uses, and what they were taken for.
    public var guessed: [LabelTranslation.Line]
    /// Labels of the file that are none of ours by any name: always wrong.
    public var notUnderstood: [String]

    /// - Parameter answers: for each title the label it has, the label it was given, and whether something was known.
    init(_ answers: [(label: Int, given: Int?, isKnown: Bool)], _ translation: LabelTranslation) {
        let labels = translation.labels
        var table: [[Int]] = Array(repeating: Array(repeating: 0, count: labels.count + 1), count: labels.count)
        for answer in answers { table[answer.label][answer.given ?? labels.count] += 1 }
        titles = answers.count
        right = answers.count { $0.label == $0.given }
        unknown = answers.count { !$0.isKnown }
        unknownRight = answers.count { !$0.isKnown && $0.label == $0.given }
        accuracyPermille = LabelScores.permille(right, titles)
        knownAccuracyPermille = LabelScores.permille(right - unknownRight, titles - unknown)
        classes = labels.indices.map { label -> ClassScore in
            let titles = table[label].reduce(0, +)
            let given = table.reduce(0) { $0 + $1[label] }
            let right = table[label][label]
            return ClassScore(
                label: labels[label], titles: titles, given: given, right: right,
                precisionPermille: LabelScores.permille(right, given),
                recallPermille: LabelScores.permille(right, titles),
                f1Permille: LabelScores.permille(2 * right, titles + given))
        }
        let used = classes.filter { $0.titles > 0 }
        macroF1Permille = LabelScores.rounded(used.reduce(0) { $0 + $1.f1Permille }, used.count)
        confusions = table.indices.flatMap { label -> [Confusion] in
            table[label].indices.compactMap { given -> Confusion? in
                guard given != label, table[label][given] > 0 else { return nil }
                return Confusion(
                    label: labels[label], given: given < labels.count ? labels[given] : nil, titles: table[label][given]
                )
            }
        }
        .sorted { ($1.titles, $0.label, $0.given ?? "") < ($0.titles, $1.label, $1.given ?? "") }
        mapping = translation.lines
        unknownTakes = translation.numberForUnknown.map { labels[$0] }
        guessed = translation.guessed
        notUnderstood = translation.notUnderstood
    }

    private static func permille(_ part: Int, _ whole: Int) -> Int { rounded(part * 1000, whole) }

    private static func rounded(_ part: Int, _ whole: Int) -> Int { whole > 0 ? (2 * part + whole) / (2 * whole) : 0 }
}
