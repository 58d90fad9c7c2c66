import WeirDesk
import WeirFacts

/// Who was where, and who came and went.
public struct StageWaterfall: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var stage: Stage
        /// Buyers in the stage when the span began.
        public var before: Int
        public var entered: Int
        public var left: Int
        /// Of those who left, how many went further on the way to a purchase.
        public var advanced: Int
        public var after: Int
        /// Half of those who left had stayed no longer; `nil` where nobody left.
        public var medianStayMillis: Int64?
    }

    /// Those who qualified first in one month, and how many of them came how far since.
    public struct Cohort: Hashable, Sendable {
        /// Its first day.
        public var month: CivilDay
        public var reached: [Stage: Int]
    }

    public var from: CivilDay
    public var to: CivilDay
    public var lines: [Line]
    public var cohorts: [Cohort]
}

/// Which number of the waterfall by stages is asked about.
public struct StageQuestion: Hashable, Sendable {
    public enum Count: String, Hashable, Sendable, CaseIterable {
        /// In the stage when the span begins, and when it ends.
        case before, after
        /// Moves into it and out of it, and those out of it that went further.
        case entered, left, advanced
        /// Of those who first qualified in the month of the first day: who reached the stage by the end.
        case cohort
        /// Those by whom Marketing's promise is judged in the week of the first day.
        case promised
        case promiseAccepted = "promise_accepted"
        case promiseRejected = "promise_rejected"
    }

    public var stage: Stage
    public var count: Count
    /// As for the waterfall.
    public var from: CivilDay?
    public var to: CivilDay?

    public init(_ count: Count, _ stage: Stage, from: CivilDay?, to: CivilDay?) {
        (self.count, self.stage, self.from, self.to) = (count, stage, from, to)
    }
}

/// Who is behind such a number: a part of them.
public struct StageList: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var buyer: BuyerLabel
        /// When they came or went; `nil` where no single move is meant.
        public var at: Instant?
        public var from: Stage?
        public var to: Stage?
    }

    public var from: CivilDay
    public var to: CivilDay
    /// All of them.
    public var count: Int
    public var lines: [Line]
}

/// What both sides promised, and what became of it.
public struct PromiseBook: Hashable, Sendable {
    /// One promise about one hand-off.
    public struct Line: Hashable, Sendable {
        /// `hof_7`.
        public var handOff: String
        /// Ids only, until ``DeskUseCases/named(_:)`` was asked for the names.
        public var buyer: BuyerLabel
        public var team: String
        public var owner: String
        public var offeredAt: Instant
        public var promise: PromiseView
    }

    public var from: CivilDay
    public var to: CivilDay
    /// Newest first, from the week in which the desk began; empty where Marketing promised nothing.
    public var marketing: [MarketingWeekView]
    /// Of the hand-offs offered in the span, the newest first.
    public var sales: [Line]
}
