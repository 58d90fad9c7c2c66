/// Section 5: who follows up, how fast, how many, and what Sales answers.
public struct HandOff: Hashable, Sendable {
    public var teams: [Team]
    public var routing: [RoutingRule]
    public var release: ReleaseRule?
    public var firstStep: String?
    public var sla: ServiceLevels?
    public var dispositions: DispositionReasons?

    public init(
        teams: [Team] = [], routing: [RoutingRule] = [], release: ReleaseRule? = nil, firstStep: String? = nil,
        sla: ServiceLevels? = nil, dispositions: DispositionReasons? = nil
    ) {
        self.teams = teams
        self.routing = routing
        self.release = release
        self.firstStep = firstStep
        self.sla = sla
        self.dispositions = dispositions
    }
}

/// People who follow up, with what each can do well on a business day.
public struct Team: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var name: String
        /// Follow-ups a business day.
        public var capacity: Int

        public init(name: String, capacity: Int) {
            self.name = name
            self.capacity = capacity
        }
    }

    public var name: String
    public var members: [Member]
    public var calendar: WorkingCalendar

    public init(name: String, members: [Member], calendar: WorkingCalendar) {
        self.name = name
        self.members = members
        self.calendar = calendar
    }

    /// Follow-ups a business day, all members present.
    public var capacity: Int { members.reduce(0) { $0 + $1.capacity } }
}

/// The hours a team works.
public struct WorkingCalendar: Hashable, Sendable, Codable {
    /// Minutes since local midnight, `from` < `to` ≤ 1440.
    public struct Hours: Hashable, Sendable, Codable {
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    public var timeZone: String
    /// Seven entries, Monday first; an empty one is a day off.
    public var week: [[Hours]]
    /// ISO 3166 country whose public holidays are off.
    public var holidays: String?

    public init(timeZone: String, week: [[Hours]], holidays: String? = nil) {
        self.timeZone = timeZone
        self.week = week
        self.holidays = holidays
    }
}

public struct RoutingRule: Hashable, Sendable {
    /// `nil`: everybody else.
    public var when: Criteria?
    /// Number of the team.
    public var team: Int

    public init(when: Criteria?, team: Int) {
        self.when = when
        self.team = team
    }
}

/// The weir: in which order, and how long what overflows may wait.
public struct ReleaseRule: Hashable, Sendable {
    public enum Order: String, Hashable, Sendable, CaseIterable {
        case raisedHand = "raised_hand", tier, score, age
    }

    public enum Period: String, Hashable, Sendable, CaseIterable { case month, quarter, year }

    public struct SlowDown: Hashable, Sendable {
        public var lastBusinessDays: Int
        public var of: Period
        /// Share of capacity that remains, permille.
        public var toPermille: Int

        public init(lastBusinessDays: Int, of: Period, toPermille: Int) {
            self.lastBusinessDays = lastBusinessDays
            self.of = of
            self.toPermille = toPermille
        }
    }

    public var order: [Order]
    public var expires: ServiceDuration?
    public var slowDown: [SlowDown]

    public init(order: [Order], expires: ServiceDuration? = nil, slowDown: [SlowDown] = []) {
        self.order = order
        self.expires = expires
        self.slowDown = slowDown
    }
}

/// A promise's length. Elapsed and business time are different things.
public struct ServiceDuration: Hashable, Sendable, Codable {
    public enum Unit: String, Hashable, Sendable, CaseIterable, Codable {
        case minutes, hours, days
        case businessMinutes = "business minutes"
        case businessHours = "business hours"
        case businessDays = "business days"
    }

    public var count: Int
    public var unit: Unit

    public init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }
}

/// What both sides promise.
public struct ServiceLevels: Hashable, Sendable {
    public enum OnBreach: String, Hashable, Sendable, CaseIterable {
        case notifyManager = "notify_manager", reassign, recycle
    }

    public struct Sales: Hashable, Sendable {
        public var respondWithin: ServiceDuration?
        public var respondRaisedHand: ServiceDuration?
        public var warnAtPermille: Int?
        public var disposeWithin: ServiceDuration?
        public var onBreach: [OnBreach]

        public init(
            respondWithin: ServiceDuration? = nil, respondRaisedHand: ServiceDuration? = nil,
            warnAtPermille: Int? = nil, disposeWithin: ServiceDuration? = nil, onBreach: [OnBreach] = []
        ) {
            self.respondWithin = respondWithin
            self.respondRaisedHand = respondRaisedHand
            self.warnAtPermille = warnAtPermille
            self.disposeWithin = disposeWithin
            self.onBreach = onBreach
        }
    }

    public struct Marketing: Hashable, Sendable {
        public var qualifiedPerWeekAtLeast: Int?
        public var qualifiedPerWeekAtMost: Int?
        public var acceptanceAtLeastPermille: Int?

        public init(
            qualifiedPerWeekAtLeast: Int? = nil, qualifiedPerWeekAtMost: Int? = nil,
            acceptanceAtLeastPermille: Int? = nil
        ) {
            self.qualifiedPerWeekAtLeast = qualifiedPerWeekAtLeast
            self.qualifiedPerWeekAtMost = qualifiedPerWeekAtMost
            self.acceptanceAtLeastPermille = acceptanceAtLeastPermille
        }
    }

    public var sales: Sales
    public var marketing: Marketing

    public init(sales: Sales = Sales(), marketing: Marketing = Marketing()) {
        self.sales = sales
        self.marketing = marketing
    }
}

/// The reasons Sales may give. A rejection without one is impossible.
public struct DispositionReasons: Hashable, Sendable {
    public struct Recycle: Hashable, Sendable {
        public var reason: String
        public var days: Int

        public init(reason: String, days: Int) {
            self.reason = reason
            self.days = days
        }
    }

    public var accept: [String]
    /// The record is wrong.
    public var rejectProcedural: [String]
    /// We disagree.
    public var rejectJudgement: [String]
    /// Days until it may come back, by reason.
    public var recycleAfter: [Recycle]
    public var recycleOtherwiseDays: Int?

    public init(
        accept: [String] = [], rejectProcedural: [String] = [], rejectJudgement: [String] = [],
        recycleAfter: [Recycle] = [], recycleOtherwiseDays: Int? = nil
    ) {
        self.accept = accept
        self.rejectProcedural = rejectProcedural
        self.rejectJudgement = rejectJudgement
        self.recycleAfter = recycleAfter
        self.recycleOtherwiseDays = recycleOtherwiseDays
    }
}

/// Section 6: how credit is given.
public struct Attribution: Hashable, Sendable {
    public enum Sourced: String, Hashable, Sendable, CaseIterable {
        case firstTouch = "first_touch", leadCreation = "lead_creation", opportunityCreation = "opportunity_creation"
    }

    public enum Model: String, Hashable, Sendable, CaseIterable {
        case first, last, linear, u, w
        case timeDecay = "time_decay"
        case markov, shapley
    }

    public var lookBackDays: Int
    public var sourced: Sourced
    public var models: [Model]

    public init(lookBackDays: Int, sourced: Sourced, models: [Model]) {
        self.lookBackDays = lookBackDays
        self.sourced = sourced
        self.models = models
    }
}
