/// Where a company stands in the market, and how well it fits.
public struct MarketVerdict: Hashable, Sendable {
    public var addressable: Answer
    /// Never above `addressable`.
    public var served: Answer
    /// Never above `served`.
    public var target: Answer
    /// Millipoints.
    public var fitMilli: Int64
    /// Number of the tier, 0 the best; the count of tiers for the unfit.
    public var tier: Int
    /// Lines that said no, of every layer, whether or not an `or` stood in for them.
    public var refused: LineSet
    /// Lines that could not be told.
    public var untold: LineSet

    public subscript(layer: MarketLayer) -> Answer {
        switch layer {
        case .addressable: addressable
        case .served: served
        case .target: target
        }
    }

    /// The first layer the company is not in; `nil` for a target.
    public var lostAt: MarketLayer? { MarketLayer.allCases.first { self[$0] != .yes } }
}
