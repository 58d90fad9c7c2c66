/// What changes between two agreements, in the words of `AgreementEnglish`, clause by clause.
public struct AgreementDifference: Hashable, Sendable {
    /// What a change does to who is handed over: whether more or fewer accounts and buyers can get through, or
    /// whether a promise asks for less or more.
    public enum Effect: String, Hashable, Sendable {
        case loosens, tightens
    }

    public struct Change: Hashable, Sendable {
        /// Number of the clause, 0 for the preamble.
        public let clause: Int
        /// One sentence.
        public let sentence: String
        /// Only where it is certain, all else staying the same.
        public let effect: Effect?
    }

    /// In the order of the clauses.
    public let changes: [Change]

    /// - Parameters:
    ///   - old: what holds now.
    ///   - new: what is proposed.
    public init(from old: Agreement, to new: Agreement) {
        let areTiersTheSame = old.market.tiers.map(\.name) == new.market.tiers.map(\.name)
        let before = Terms(of: old, areTiersComparable: areTiersTheSame)
        let after = Terms(of: new, areTiersComparable: areTiersTheSame)
        changes = TermComparison(before, after).changes
    }

    /// The changes by clause, wrapped at 92 columns, ending with a line break.
    public var text: String {
        guard !changes.isEmpty else { return "Nothing that is agreed changes.\n" }
        var lines: [String] = []
        for (number, title) in AgreementEnglish.Clause.titles.enumerated() {
            let here = changes.filter { $0.clause == number }
            if here.isEmpty { continue }
            if !lines.isEmpty { lines.append("") }
            lines += [number == 0 ? title : "\(number). \(title)", ""]
            for change in here {
                let effect = change.effect.map { " [\($0.rawValue)]" } ?? ""
                lines += AgreementEnglish.wrapped(change.sentence + effect, first: "  - ", rest: "    ")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
