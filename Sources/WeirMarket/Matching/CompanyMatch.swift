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

    public var id: String
    public var name: String
    /// How alike the names are, in thousandths; 0 when one has none.
    public var permille: Int
    public var sameDomain: Bool
    public var `class`: Class
    /// Why, in plain words, the most telling first.
    public var evidence: [String]
    /// Whether another company was as good in everything but its id.
    public var isTied: Bool = false

    /// The likeness as people read it: `0.984`.
    public var likeness: String { MatchText.ratio(permille) }
}

/// From which likeness of names a match is strong, and from which weak. In thousandths.
///
/// The shipped ones were set on half of the labelled pairs of S&P 500 and SEC names; `docs/market.md` has the figures.
public struct MatchThresholds: Hashable, Sendable {
    public var strong: Int
    public var weak: Int

    public static let shipped = MatchThresholds(strong: 720, weak: 560)

    public init(strong: Int, weak: Int) { (self.strong, self.weak) = (strong, weak) }

    public func `class`(_ permille: Int) -> CompanyMatch.Class {
        permille >= strong ? .strong : permille >= weak ? .weak : .none
    }
}
