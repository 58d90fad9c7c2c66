/// When an account is qualified (MQA), and when it stops being.
public struct QualifiedAccount: Hashable, Sendable {
    /// Every field is optional and then asks nothing.
    public struct Gate: Hashable, Sendable {
        /// Number of the worst tier admitted; `nil` admits the unfit.
        public var tier: Int?
        public var scoreMilli: Int64
        public var engagedBuyers: Int
        /// Numbers of the roles that must be engaged.
        public var roles: [Int]

        public init(tier: Int? = nil, scoreMilli: Int64 = 0, engagedBuyers: Int = 0, roles: [Int] = []) {
            self.tier = tier
            self.scoreMilli = scoreMilli
            self.engagedBuyers = engagedBuyers
            self.roles = roles
        }
    }

    public struct ActNow: Hashable, Sendable {
        public var tier: Int?
        public var days: Int
        public var roles: [Int]

        public init(tier: Int? = nil, days: Int, roles: [Int] = []) {
            self.tier = tier
            self.days = days
            self.roles = roles
        }
    }

    public var enter: Gate
    public var stay: Gate
    public var dwellDays: Int
    public var cooldownDays: Int
    public var actNow: ActNow?

    public init(enter: Gate, stay: Gate, dwellDays: Int = 0, cooldownDays: Int = 0, actNow: ActNow? = nil) {
        self.enter = enter
        self.stay = stay
        self.dwellDays = dwellDays
        self.cooldownDays = cooldownDays
        self.actNow = actNow
    }
}

/// When a buyer is qualified (MQL, RQL): one definition, whoever sourced it.
public struct QualifiedBuyer: Hashable, Sendable {
    /// Numbers of roles.
    public var roles: [Int]
    public var tier: Int?
    /// A raised hand qualifies for so many days.
    public var raisedHandDays: Int
    public var accountQualified: Bool
    public var enterMilli: Int64
    public var stayMilli: Int64

    public init(
        roles: [Int], tier: Int? = nil, raisedHandDays: Int = 0, accountQualified: Bool = false, enterMilli: Int64,
        stayMilli: Int64
    ) {
        self.roles = roles
        self.tier = tier
        self.raisedHandDays = raisedHandDays
        self.accountQualified = accountQualified
        self.enterMilli = enterMilli
        self.stayMilli = stayMilli
    }
}

/// What a person must confirm before a buyer is sales-qualified (SQL).
public struct SalesQualified: Hashable, Sendable {
    public enum Letter: String, Hashable, Sendable, CaseIterable, Codable {
        case need, solutionFit = "solution_fit", budget, authority, timing
    }

    public var confirmed: [Letter]
    public var atLeast: Int

    public init(confirmed: [Letter], atLeast: Int) {
        self.confirmed = confirmed
        self.atLeast = atLeast
    }
}

/// What a form is refused for, and what sends it to review.
public struct InboundGate: Hashable, Sendable {
    public enum Class: String, Hashable, Sendable, CaseIterable {
        case disposableEmail = "disposable_email"
        case freeEmail = "free_email"
        case roleAddress = "role_address"
        case ownCompany = "own_company"
        case competitor
        case studentEmail = "student_email"
        case noCompanyMatch = "no_company_match"
        case outsideTarget = "outside_target"
    }

    public var refuse: [Class]
    public var review: [Class]

    public init(refuse: [Class] = [], review: [Class] = []) {
        self.refuse = refuse
        self.review = review
    }
}
