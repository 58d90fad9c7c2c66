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
