/// How often the company looked for is the first one found, measured on names whose truth is known.
public struct TopEvaluation: Hashable, Sendable, Codable {
    /// A name, and the id of the company it means.
    public struct Question: Hashable, Sendable {
        public var name: String
        public var id: String

        public init(_ name: String, id: String) { (self.name, self.id) = (name, id) }
    }

    /// A question answered wrong.
    public struct Mistake: Hashable, Sendable, Codable {
        public var name: String
        /// The company meant; empty when the index has none of that id.
        public var meant: String
        public var found: String?
        public var permille: Int
    }

    public var questions: Int
    /// Among how many companies.
    public var companies: Int
    /// Whose first answer, however unlike, is the one meant.
    public var first: Int
    /// Whose first answer is a strong match and the one meant.
    public var strongAndRight: Int
    /// Whose first answer is a strong match and another company.
    public var strongAndWrong: Int
    /// The share of first answers that are right, in thousandths.
    public var firstPermille: Int
    public var mistakes: [Mistake]

    /// - Parameter ids: the id that a record counts as, for companies with several records; its own by default.
    public init(_ questions: [Question], among index: CompanyIndex, ids: [String: String] = [:]) {
        var finder = CompanyIndex.Finder(index)
        self.questions = questions.count
        companies = index.records.count
        (first, strongAndRight, strongAndWrong, firstPermille, mistakes) = (0, 0, 0, 0, [])
        var names: [String: String] = [:]
        for record in index.records { names[ids[record.id] ?? record.id] = record.name }
        for question in questions {
            let best = finder.nearest(CompanyQuery(name: question.name), limit: 1).first
            let isRight = best.map { (ids[$0.id] ?? $0.id) == question.id } ?? false
            if isRight {
                first += 1
            } else {
                mistakes.append(
                    Mistake(
                        name: question.name, meant: names[question.id] ?? "", found: best?.name,
                        permille: best?.permille ?? 0))
            }
            if best?.class == .strong {
                if isRight { strongAndRight += 1 } else { strongAndWrong += 1 }
            }
        }
        firstPermille = PairEvaluation.Figures.share(first, of: questions.count)
    }

    /// The report, a line each.
    /// - Parameter top: how many mistakes to list.
    public func lines(top: Int = 20) -> [String] {
        var lines = [
            "\(Words.count(questions)) names among \(Words.count(companies)) companies",
            "first answer right: \(Words.count(first)) (\(MatchText.ratio(firstPermille)))",
            "strong matches: \(Words.count(strongAndRight)) right, \(Words.count(strongAndWrong)) wrong", "",
        ]
        for mistake in mistakes.prefix(top) {
            let meant = mistake.meant.isEmpty ? "not among the companies" : mistake.meant
            lines.append("  \(mistake.name): meant \(meant); found \(mistake.found ?? "nothing")")
        }
        if mistakes.count > top { lines.append("  and \(Words.count(mistakes.count - top)) more") }
        return lines
    }
}
