import WeirFacts

/// An account's score over time, with the thresholds and when it was qualified.
public struct ScoreBand: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public var day: CivilDay
        /// Millipoints at the end of the day.
        public var scoreMilli: Int64

        public init(day: CivilDay, scoreMilli: Int64) {
            self.day = day
            self.scoreMilli = scoreMilli
        }
    }

    public struct Stay: Hashable, Sendable {
        public var entered: CivilDay
        /// `nil`: still in.
        public var left: CivilDay?
        public var byRaisedHand: Bool

        public init(entered: CivilDay, left: CivilDay?, byRaisedHand: Bool) {
            self.entered = entered
            self.left = left
            self.byRaisedHand = byRaisedHand
        }
    }

    /// Something that stands out on a day.
    public struct Mark: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case raisedHand, deal }

        public var day: CivilDay
        public var kind: Kind
        public var words: String

        public init(day: CivilDay, kind: Kind, words: String) {
            self.day = day
            self.kind = kind
            self.words = words
        }
    }

    /// In order of day, at least one.
    public var points: [Point]
    public var stays: [Stay]
    public var marks: [Mark]
    /// What the gates ask, millipoints; 0 where they ask no score.
    public var enterMilli: Int64
    public var stayMilli: Int64

    public init(points: [Point], stays: [Stay], marks: [Mark], enterMilli: Int64, stayMilli: Int64) {
        self.points = points
        self.stays = stays
        self.marks = marks
        self.enterMilli = enterMilli
        self.stayMilli = stayMilli
    }
}
