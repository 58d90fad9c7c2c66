/// Finds records of the same person and suggests merging them, each with its score and evidence. It merges nothing.
///
/// Records are compared when they share one of a few keys (address, phone, number, sound of the name with another
/// fact), so that the work grows with the records and not with their square.
public struct PersonMatcher: Sendable {
    /// From which weight two records are the same person. In tenths of a bit.
    public struct Thresholds: Hashable, Sendable {
        public var strong: Int
        public var weak: Int

        public static let shipped = Thresholds(strong: 180, weak: 110)

        public init(strong: Int, weak: Int) { (self.strong, self.weak) = (strong, weak) }
    }

    /// Two records that may be one person.
    public struct Suggestion: Hashable, Sendable {
        public var first: String
        public var second: String
        /// Tenths of a bit; the sum of the evidence's.
        public var weight: Int
        /// `strong` or `weak`.
        public var `class`: CompanyMatch.Class
        /// What weighs most first.
        public var evidence: [FieldAgreement]
    }

    public var rules: MailAddress.Rules
    public var thresholds: Thresholds

    public init(rules: MailAddress.Rules = MailAddress.Rules(), thresholds: Thresholds = .shipped) {
        (self.rules, self.thresholds) = (rules, thresholds)
    }

    /// Two records compared, however little they have in common.
    public func compare(_ a: PersonEntry, _ b: PersonEntry) -> Suggestion {
        suggestion(a.id, b.id, PersonComparison(PreparedPerson(a, rules), PreparedPerson(b, rules)))
    }

    /// Records of one file that may be the same person, the best first.
    public func duplicates(in records: [PersonEntry]) -> [Suggestion] {
        let prepared = records.map { PreparedPerson($0, rules) }
        return suggestions(PersonBlocks(prepared).pairs(), records, prepared)
    }

    /// Records of two files that may be the same person, the best first.
    ///
    /// - Parameter oneToOne: whether a person is at most once in each file; then each record has its best partner only.
    public func links(_ a: [PersonEntry], _ b: [PersonEntry], oneToOne: Bool = true) -> [Suggestion] {
        let records = a + b
        let prepared = records.map { PreparedPerson($0, rules) }
        let pairs = PersonBlocks(prepared).pairs(across: a.count)
        let all = suggestions(pairs, records, prepared)
        if !oneToOne { return all }
        var left: Set<String> = []
        var right: Set<String> = []
        return all.filter { suggestion in
            if left.contains(suggestion.first) || right.contains(suggestion.second) { return false }
            left.insert(suggestion.first)
            right.insert(suggestion.second)
            return true
        }
    }

    private func suggestions(
        _ pairs: [PersonBlocks.Pair], _ records: [PersonEntry], _ prepared: [PreparedPerson]
    ) -> [Suggestion] {
        var suggestions: [Suggestion] = []
        for pair in pairs {
            let comparison = PersonComparison(prepared[Int(pair.first)], prepared[Int(pair.second)])
            guard comparison.weight >= thresholds.weak else { continue }
            suggestions.append(suggestion(records[Int(pair.first)].id, records[Int(pair.second)].id, comparison))
        }
        return suggestions.sorted { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
    }

    private func suggestion(_ first: String, _ second: String, _ comparison: PersonComparison) -> Suggestion {
        let weight = comparison.weight
        return Suggestion(
            first: first, second: second, weight: weight,
            class: weight >= thresholds.strong ? .strong : weight >= thresholds.weak ? .weak : .none,
            evidence: comparison.agreements.sorted { abs($0.weight) > abs($1.weight) })
    }
}
