/// Why an account scores what it scores on a day: every contribution with its fact, adding up to the millipoint.
public struct Explanation: Sendable {
    /// One engagement and what is left of it.
    public struct Line: Hashable, Sendable {
        /// The caller's number of the fact.
        public var position: Int
        public var day: Int32
        public var buyer: Int
        public var signal: Int
        public var content: Int?
        /// What the signal is worth, millipoints.
        public var pointsMilli: Int64
        /// Points that a cap took, or that fell below zero; the sign of the points they were taken from.
        public var lostMilli: Int64
        /// Whether the signal's daily limit was already used up, so that nothing counted.
        public var isOverLimit: Bool
        /// What is left of it in the buyer's engagement.
        public var remainingMilli: Int64
        /// What it adds to the account's score, after the role's weight.
        public var contributionMilli: Int64
    }

    /// Content that was shared inside the account and then consumed.
    public struct EchoLine: Hashable, Sendable {
        /// The fact that consumed it.
        public var position: Int
        public var day: Int32
        public var sharer: Int
        public var consumer: Int
        public var content: Int?
        public var isUpward: Bool
        public var pointsMilli: Int64
        public var lostMilli: Int64
        public var contributionMilli: Int64
    }

    /// A buyer's part.
    public struct BuyerPart: Hashable, Sendable {
        public var buyer: Int
        public var role: Int?
        public var weightPermille: Int64
        public var engagementMilli: Int64
        /// What the buyer adds to the account's score.
        public var contributionMilli: Int64
        public var isEngaged: Bool
        public var isQualified: Bool
        public var raisedDay: Int32?
    }

    public var day: Int32
    public var tier: Int
    public var isQualified: Bool
    public var enteredDay: Int32?
    public var leftDay: Int32?
    public var standing: Standing
    /// In order of buyer, then of fact; those of which nothing is left among them.
    public var lines: [Line]
    public var echoLines: [EchoLine]
    public var buyers: [BuyerPart]
    /// Whether a raised hand holds the door open.
    public var mustActNow: Bool
    /// The next day on which time alone changes a status, within two years; `nil` if none.
    public var nextChangeDay: Int32?
    /// What changes then.
    public var nextChanges: [Transition]
    public var transitions: [Transition]
}

/// An echo as the fold heard it.
struct EchoHeard: Sendable {
    var sharer: Int
    var isUpward: Bool
    var scoreAfter: UInt32
}
