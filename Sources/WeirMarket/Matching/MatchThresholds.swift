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
