import WeirFacts

/// Everything a backtest is reckoned from: what the gate did over a period, and what became of it.
///
/// Pure values that the caller takes from the fold's transitions and the ledger's records. Days are civil days of the
/// agreement's zone. What lies after the period's last day is ignored, so that a verdict depends only on what was
/// known then.
public struct BacktestInput: Hashable, Sendable {
    /// What is backtested, as a reader should see it: `Northwind demand agreement, version 3 (5f2a9c)`.
    public var title: String
    /// Stands on the head of every section of every output when it is given: `unsigned draft`.
    public var banner: String?
    /// First day of the period.
    public var from: CivilDay
    /// Last day of the period, included.
    public var to: CivilDay
    /// Days after entry within which an opportunity or a win counts; at least 1.
    public var horizonDays: Int
    /// Every account known, qualified or not: the rest is the base that the qualified are compared with.
    public var accounts: [BacktestAccount]
    public var accountSpells: [AccountSpell]
    public var buyerSpells: [BuyerSpell]
    public var opportunities: [BacktestOpportunity]
    /// What the teams can follow up; `nil` where the agreement names no teams.
    public var capacity: FollowUpCapacity?
    public var dispositions: [BacktestDisposition]
    /// By account id: why an account that was won was not let through, or not in time.
    public var missedReasons: [String: MissedReason]

    public init(
        title: String, banner: String? = nil, from: CivilDay, to: CivilDay, horizonDays: Int = 180,
        accounts: [BacktestAccount], accountSpells: [AccountSpell], buyerSpells: [BuyerSpell] = [],
        opportunities: [BacktestOpportunity] = [], capacity: FollowUpCapacity? = nil,
        dispositions: [BacktestDisposition] = [], missedReasons: [String: MissedReason] = [:]
    ) {
        self.title = title
        self.banner = banner
        self.from = from
        self.to = to
        self.horizonDays = horizonDays
        self.accounts = accounts
        self.accountSpells = accountSpells
        self.buyerSpells = buyerSpells
        self.opportunities = opportunities
        self.capacity = capacity
        self.dispositions = dispositions
        self.missedReasons = missedReasons
    }
}

/// A company as the backtest names it.
public struct BacktestAccount: Hashable, Sendable {
    public var id: String
    public var name: String
    /// Fit tier in words: `A`, `B`, `unfit`.
    public var tier: String
    /// Whether it belongs to the target market, so that it counts in the base rate of the rest.
    public var inTargetMarket: Bool

    public init(id: String, name: String, tier: String, inTargetMarket: Bool) {
        self.id = id
        self.name = name
        self.tier = tier
        self.inTargetMarket = inTargetMarket
    }
}

/// One stay of an account in the qualified state: the fold's *entered* and the *left* that follows it.
public struct AccountSpell: Hashable, Sendable {
    public var accountID: String
    public var entered: CivilDay
    /// `nil`: still qualified. The day of leaving itself is no longer qualified.
    public var left: CivilDay?
    /// The account's score at the moment it entered, millipoints.
    public var enteredScoreMilli: Int64
    /// The account's score at the moment it left, millipoints.
    public var leftScoreMilli: Int64?
    /// Whether a raised hand let it in (act now), not the gate.
    public var byRaisedHand: Bool

    public init(
        accountID: String, entered: CivilDay, left: CivilDay? = nil, enteredScoreMilli: Int64,
        leftScoreMilli: Int64? = nil, byRaisedHand: Bool = false
    ) {
        self.accountID = accountID
        self.entered = entered
        self.left = left
        self.enteredScoreMilli = enteredScoreMilli
        self.leftScoreMilli = leftScoreMilli
        self.byRaisedHand = byRaisedHand
    }
}

/// One stay of a buyer in the qualified state.
public struct BuyerSpell: Hashable, Sendable {
    public var buyerID: String
    /// Name, or the title where the name is not known.
    public var name: String
    public var title: String?
    public var accountID: String
    public var entered: CivilDay
    /// `nil`: still qualified.
    public var left: CivilDay?

    public init(
        buyerID: String, name: String, title: String? = nil, accountID: String, entered: CivilDay,
        left: CivilDay? = nil
    ) {
        self.buyerID = buyerID
        self.name = name
        self.title = title
        self.accountID = accountID
        self.entered = entered
        self.left = left
    }
}
