/// The three circles of a market, each inside the one before.
public enum MarketLayer: String, Hashable, Sendable, Codable, CaseIterable {
    /// Everyone who could ever buy.
    case addressable
    /// Addressable, and we can sell to and support them.
    case served
    /// Served, and we agreed to go after them now.
    case target
}

/// One line of the agreement's market criteria.
public struct MarketLine: Hashable, Sendable {
    public var layer: MarketLayer
    /// What it asks, in words: `employees at least 1,000`.
    public var inWords: String
}
