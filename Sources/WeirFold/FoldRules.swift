/// An agreement's rules in the fold's own units, as `spec/SEMANTICS.md` defines them.
///
/// Points, scores, caps and thresholds are millipoints; weights are permille; durations are whole civil days.
/// Categories, signals, roles and levels are numbered from 0 in the order the agreement writes them.
public struct FoldRules: Hashable, Sendable {
    /// A category of signals with its own decay and cap.
    public struct Category: Hashable, Sendable {
        /// `nil`: no decay.
        public var halfLife: HalfLife?
        /// Highest stored score, millipoints; `UInt32.max` is no cap.
        public var capMilli: UInt32

        public init(halfLife: HalfLife?, capMilli: UInt32 = .max) {
            self.halfLife = halfLife
            self.capMilli = capMilli
        }
    }

    /// A kind of engagement and what it is worth.
    public struct Signal: Hashable, Sendable {
        /// May be negative.
        public var pointsMilli: Int32
        public var category: Int
        /// Engagements of this signal that count on one day for one buyer; `nil`: all.
        public var limitPerDay: Int?
        public var raisesHand: Bool
        public var shares: Bool
        public var consumes: Bool

        public init(
            pointsMilli: Int32, category: Int, limitPerDay: Int? = nil, raisesHand: Bool = false, shares: Bool = false,
            consumes: Bool = false
        ) {
            self.pointsMilli = pointsMilli
            self.category = category
            self.limitPerDay = limitPerDay
            self.raisesHand = raisesHand
            self.shares = shares
            self.consumes = consumes
        }
    }

    /// Credit for content that is shared inside the account and then consumed.
    public struct Echo: Hashable, Sendable {
        /// How old a share may be when it is consumed, days.
        public var windowDays: Int
        public var pointsMilli: UInt32
        /// Points when the consumer is known to be more senior than the sharer.
        public var upwardPointsMilli: UInt32
        public var halfLife: HalfLife?
        public var capMilli: UInt32

        public init(
            windowDays: Int, pointsMilli: UInt32, upwardPointsMilli: UInt32, halfLife: HalfLife?,
            capMilli: UInt32 = .max
        ) {
            self.windowDays = windowDays
            self.pointsMilli = pointsMilli
            self.upwardPointsMilli = upwardPointsMilli
            self.halfLife = halfLife
            self.capMilli = capMilli
        }
    }

    /// What an account must reach. Every part must hold.
    public struct Gate: Hashable, Sendable {
        /// Worst tier admitted; 0 is the best, `tierCount` admits the unfit.
        public var tier: Int
        public var scoreMilli: Int64
        public var engagedBuyers: Int
        /// Roles that must each be among the engaged.
        public var roles: RoleSet

        public init(tier: Int, scoreMilli: Int64 = 0, engagedBuyers: Int = 0, roles: RoleSet = []) {
            self.tier = tier
            self.scoreMilli = scoreMilli
            self.engagedBuyers = engagedBuyers
            self.roles = roles
        }
    }

    /// A raised hand qualifies the account at once.
    public struct ActNow: Hashable, Sendable {
        public var tier: Int
        public var days: Int
        /// Roles whose raised hand counts; empty: anybody's.
        public var roles: RoleSet

        public init(tier: Int, days: Int, roles: RoleSet = []) {
            self.tier = tier
            self.days = days
            self.roles = roles
        }
    }

    /// When a buyer is qualified.
    public struct Buyer: Hashable, Sendable {
        public var roles: RoleSet
        public var tier: Int
        /// A raised hand qualifies for this many days.
        public var raiseDays: Int
        /// Whether the account must be qualified for engagement to qualify the buyer.
        public var needsQualifiedAccount: Bool
        public var enterMilli: Int64
        public var stayMilli: Int64

        public init(
            roles: RoleSet, tier: Int, raiseDays: Int, needsQualifiedAccount: Bool, enterMilli: Int64, stayMilli: Int64
        ) {
            self.roles = roles
            self.tier = tier
            self.raiseDays = raiseDays
            self.needsQualifiedAccount = needsQualifiedAccount
            self.enterMilli = enterMilli
            self.stayMilli = stayMilli
        }
    }

    public var categories: [Category]
    public var signals: [Signal]
    /// Weight of each role, permille (1000 is ×1).
    public var roleWeightsPermille: [UInt32]
    public var noRoleWeightPermille: UInt32
    /// How many tiers there are; also the number of *unfit*.
    public var tierCount: Int
    /// A buyer whose engagement reaches this is engaged; at least 1.
    public var engagedAtMilli: Int64
    /// Points for each distinct role among the engaged buyers.
    public var breadthMilli: UInt32
    /// `nil`: shares do not echo.
    public var echo: Echo?
    public var enter: Gate
    public var stay: Gate
    /// Least days an account stays once it entered.
    public var dwellDays: Int
    /// Least days before an account that left may enter again.
    public var cooldownDays: Int
    public var actNow: ActNow?
    public var buyer: Buyer

    public init(
        categories: [Category], signals: [Signal], roleWeightsPermille: [UInt32], noRoleWeightPermille: UInt32,
        tierCount: Int, engagedAtMilli: Int64, breadthMilli: UInt32 = 0, echo: Echo? = nil, enter: Gate, stay: Gate,
        dwellDays: Int = 0, cooldownDays: Int = 0, actNow: ActNow? = nil, buyer: Buyer
    ) {
        self.categories = categories
        self.signals = signals
        self.roleWeightsPermille = roleWeightsPermille
        self.noRoleWeightPermille = noRoleWeightPermille
        self.tierCount = tierCount
        self.engagedAtMilli = engagedAtMilli
        self.breadthMilli = breadthMilli
        self.echo = echo
        self.enter = enter
        self.stay = stay
        self.dwellDays = dwellDays
        self.cooldownDays = cooldownDays
        self.actNow = actNow
        self.buyer = buyer
    }
}
