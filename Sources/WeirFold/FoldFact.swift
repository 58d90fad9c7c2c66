/// One fact of one account, as the fold sees it.
public enum FoldFact: Hashable, Sendable {
    /// The account's fit under the qualification matrix. `tier` 0 is the best.
    case fit(pointsMilli: Int64, tier: Int)
    /// A buyer's role and level, by number; `nil` is neither.
    case persona(buyer: Int, role: Int?, level: Int?)
    /// Something a buyer did. `content` is the asset, `sharedWith` the buyer it was shared with.
    case engagement(buyer: Int, signal: Int, content: Int?, sharedWith: Int?)
}

/// A fact and its civil day, from 1970-01-01.
public struct DatedFact: Hashable, Sendable {
    public var day: Int32
    public var fact: FoldFact

    public init(day: Int32, fact: FoldFact) {
        self.day = day
        self.fact = fact
    }
}
