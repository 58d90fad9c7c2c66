/// A company that may be the one looked for.
public struct CompanyMatch: Hashable, Sendable {
    /// How far a match is to be trusted.
    public enum Class: String, Sendable, Codable, CaseIterable {
        /// To be used without asking.
        case strong
        /// To be shown to somebody.
        case weak
        case none
    }

    /// How good a match is against others, the first difference deciding.
    public struct Goodness: Hashable, Sendable, Comparable {
        var sameDomain: Bool
        var permille: Int
        /// 2 for the same, 0 for another, 1 where it is not said.
        var sameCountry: Int
        /// ``CompanyRecord/standing``
        var standing: Int
        /// Whether all others that are as good belong to it.
        var leadsGroup = false

        public static func < (a: Goodness, b: Goodness) -> Bool {
            (a.sameDomain ? 1 : 0, a.permille, a.sameCountry, a.standing, a.leadsGroup ? 1 : 0)
                < (b.sameDomain ? 1 : 0, b.permille, b.sameCountry, b.standing, b.leadsGroup ? 1 : 0)
        }
    }

    public var id: String
    public var name: String
    /// How alike the names are, in thousandths; 0 when one has none.
    public var permille: Int
    public var sameDomain: Bool
    public var `class`: Class
    /// Why, in plain words, the most telling first.
    public var evidence: [String]
    /// What the best is chosen by.
    public var goodness: Goodness
    /// Whether another company was as good in everything but its id.
    public var isTied: Bool = false

    /// The likeness as people read it: `0.984`.
    public var likeness: String { MatchText.ratio(permille) }
}
