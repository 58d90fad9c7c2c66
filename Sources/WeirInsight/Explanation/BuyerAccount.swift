import WeirFacts

/// One buyer's part of an explanation: the acts, and what remains of each.
public struct BuyerAccount: Hashable, Sendable {
    public var id: String
    public var name: String
    public var title: String?
    /// Role in the buying group; `nil`: none.
    public var role: String?
    /// What the role weighs, permille: 2000 is ×2.
    public var weightPermille: Int
    public var isEngaged: Bool
    /// The buyer's engagement before the weight, millipoints.
    public var engagementMilli: Int64
    public var lines: [ContributionLine]
    /// What the buyer adds to the score, millipoints: the sum of the lines' contributions.
    public var subtotalMilli: Int64

    public init(
        id: String, name: String, title: String? = nil, role: String? = nil, weightPermille: Int = 1000,
        isEngaged: Bool = false, engagementMilli: Int64, lines: [ContributionLine], subtotalMilli: Int64
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.role = role
        self.weightPermille = weightPermille
        self.isEngaged = isEngaged
        self.engagementMilli = engagementMilli
        self.lines = lines
        self.subtotalMilli = subtotalMilli
    }

    var linesMilli: Int64 { lines.reduce(0) { $0 + $1.contributionMilli } }
}

/// One engagement and what it is worth today.
public struct ContributionLine: Hashable, Sendable {
    /// The fact's id, for the JSON.
    public var factID: String?
    public var day: CivilDay
    public var signal: String
    /// The asset, where there was one.
    public var content: String?
    /// What the agreement gives for the act, millipoints; may be negative.
    public var pointsMilli: Int64
    /// The decay in words: `23 days old, half-life 30`.
    public var decay: String
    /// Points that the category's cap (or the floor at 0) took, millipoints; 0 or of the sign of the points.
    public var lostMilli: Int64
    /// What is left of it today in the buyer's engagement, millipoints.
    public var remainingMilli: Int64
    /// What it adds to the score after the role's weight, millipoints.
    public var contributionMilli: Int64
    /// Anything else worth saying: `over the limit of 3 a day: not counted`.
    public var note: String?

    public init(
        factID: String? = nil, day: CivilDay, signal: String, content: String? = nil, pointsMilli: Int64,
        lostMilli: Int64 = 0, decay: String, remainingMilli: Int64, contributionMilli: Int64, note: String? = nil
    ) {
        self.factID = factID
        self.day = day
        self.signal = signal
        self.content = content
        self.pointsMilli = pointsMilli
        self.lostMilli = lostMilli
        self.decay = decay
        self.remainingMilli = remainingMilli
        self.contributionMilli = contributionMilli
        self.note = note
    }
}

/// One gate (`enter`, `stay`, `act now`, `buyer`) and its conditions, all of which must hold.
public struct GateView: Hashable, Sendable {
    public struct Condition: Hashable, Sendable {
        /// `score`, `engaged buyers`, `tier`, `decision_maker engaged`.
        public var words: String
        /// What is asked for and what there is, each in words: `100.000`, `85.800`.
        public var needed: String
        public var has: String
        public var holds: Bool
        /// How much is missing: `14.200 points`; `nil` when it holds.
        public var missing: String?

        public init(_ words: String, needed: String, has: String, holds: Bool, missing: String? = nil) {
            self.words = words
            self.needed = needed
            self.has = has
            self.holds = holds
            self.missing = missing
        }
    }

    public var name: String
    public var conditions: [Condition]

    public init(name: String, conditions: [Condition]) {
        self.name = name
        self.conditions = conditions
    }

    public var holds: Bool { conditions.allSatisfy(\.holds) }
}
