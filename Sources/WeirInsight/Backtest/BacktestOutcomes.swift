import WeirFacts

/// An opportunity, as far as the backtest needs it.
public struct BacktestOpportunity: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, CaseIterable { case open, won, lost }

    public var id: String
    public var accountID: String
    public var opened: CivilDay
    public var outcome: Outcome
    /// The day it was won or lost. A win without a day is counted apart: nobody can say whether it was in time.
    public var closed: CivilDay?
    public var amount: Money?

    public init(
        id: String, accountID: String, opened: CivilDay, outcome: Outcome = .open, closed: CivilDay? = nil,
        amount: Money? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.opened = opened
        self.outcome = outcome
        self.closed = closed
        self.amount = amount
    }
}

/// What Sales answered to a hand-off, whichever definition had made it.
public struct BacktestDisposition: Hashable, Sendable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable { case accept, reject, recycle }

    public var accountID: String
    public var buyerID: String?
    public var day: CivilDay
    public var verdict: Verdict
    /// The reason in words; `nil` where none was recorded.
    public var reason: String?
    /// Whether the reason says that the record was wrong (procedural), not that Sales disagreed.
    public var isProcedural: Bool

    public init(
        accountID: String, buyerID: String? = nil, day: CivilDay, verdict: Verdict, reason: String? = nil,
        isProcedural: Bool = false
    ) {
        self.accountID = accountID
        self.buyerID = buyerID
        self.day = day
        self.verdict = verdict
        self.reason = reason
        self.isProcedural = isProcedural
    }
}

/// Why an account was not qualified in time: the condition that kept it out, and how close it came.
public struct MissedReason: Hashable, Sendable {
    /// Short, for grouping: `too few engaged buyers`.
    public var condition: String
    /// The closest it came: `best day 2026-03-04: 84 points of 100; 2 engaged buyers of 3`.
    public var detail: String

    public init(condition: String, detail: String) {
        self.condition = condition
        self.detail = detail
    }
}

/// How many follow-ups the teams can do well in a week.
public struct FollowUpCapacity: Hashable, Sendable {
    public struct Team: Hashable, Sendable {
        public var name: String
        /// Members' capacity a business day × business days a week.
        public var perWeek: Int

        public init(name: String, perWeek: Int) {
            self.name = name
            self.perWeek = perWeek
        }
    }

    public var teams: [Team]
    /// Weeks with holidays or a slow-down, by their Monday: the capacity of all teams in that week.
    public var exceptions: [CivilDay: Int]

    public init(teams: [Team], exceptions: [CivilDay: Int] = [:]) {
        self.teams = teams
        self.exceptions = exceptions
    }

    /// Follow-ups of all teams in a week without exceptions.
    public var perWeek: Int { teams.reduce(0) { $0 + $1.perWeek } }

    /// - Parameter monday: the first day of the week.
    public func inWeek(of monday: CivilDay) -> Int { exceptions[monday] ?? perWeek }
}
