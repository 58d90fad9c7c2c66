/// How a set of companies stands in the market of an agreement: how many are in each circle, where they are, and why
/// the others are not. `MarketCount` makes one.
public struct MarketReport: Hashable, Sendable, Codable {
    /// One circle of the market.
    public struct Layer: Hashable, Sendable, Codable {
        public var layer: MarketLayer
        /// Companies in it.
        public var companies: Int
        /// Companies of the circle around it that are not in it: it said no.
        public var lostNo: Int
        /// Companies of the circle around it that are not in it because something about them is not known.
        public var lostUnknown: Int
        /// Companies in it only because an `or` stood in for its lines.
        public var byException: Int

        public var lost: Int { lostNo + lostUnknown }
    }

    public struct Tier: Hashable, Sendable, Codable {
        public var name: String
        public var companies: Int
        /// Of them, in the target market.
        public var target: Int
    }

    /// Companies that share a value of an attribute.
    public struct Segment: Hashable, Sendable, Codable {
        public var name: String
        public var companies = 0
        public var addressable = 0
        public var served = 0
        public var target = 0
    }

    /// The companies by one attribute.
    public struct Breakdown: Hashable, Sendable, Codable {
        public var attribute: String
        /// The largest segments: most targets first, then most companies.
        public var segments: [Segment]
        /// All further segments together; `nil` when there are none.
        public var others: Segment?
        /// Companies of which the attribute is not known; `nil` when it is known of all.
        public var unknown: Segment?
    }

    /// One line of the agreement and whom it keeps out of its circle.
    ///
    /// Only companies of the circle around it are counted, so that every reason is one for these companies.
    public struct Reason: Hashable, Sendable, Codable {
        public var layer: MarketLayer
        /// What was asked: `employees at least 1,000`.
        public var asked: String
        /// Companies it refused.
        public var no: Int
        /// Companies of which it could not be told.
        public var unknown: Int
        /// Of both, the companies that fail this line alone: without it they would be in.
        public var onlyReason: Int
        /// The first few companies that fail it.
        public var examples: [String]
    }

    /// A value that the agreement asks for and no company has: often a word that the data spell in another way.
    public struct UnseenValue: Hashable, Sendable, Codable {
        public var attribute: String
        public var value: String
        /// The value most like it that companies do have.
        public var nearest: String?
        public var nearestCompanies: Int
    }

    public struct Example: Hashable, Sendable, Codable {
        public var company: String
        public var tier: String
        public var fitMilli: Int64
    }

    public var companies: Int
    /// Addressable, served, target.
    public var layers: [Layer]
    /// Best first; the last is unfit.
    public var tiers: [Tier]
    /// By industry and by country.
    public var breakdowns: [Breakdown]
    /// By layer, the line that fails most first; lines that keep nobody out are left out.
    public var reasons: [Reason]
    public var unseen: [UnseenValue]
    /// The targets that fit best.
    public var bestTargets: [Example]

    /// Companies in a circle.
    public func companies(in layer: MarketLayer) -> Int {
        layers.first { $0.layer == layer }?.companies ?? 0
    }
}
