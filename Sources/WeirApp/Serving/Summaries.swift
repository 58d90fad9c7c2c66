import WeirFacts

/// A company with where it stands now.
public struct AccountSummary: Hashable, Sendable {
    /// `acc_7`.
    public var id: String
    public var name: String?
    public var domain: String?
    /// Its id in the source that named it first.
    public var external: String?
    /// As last described.
    public var attributes: [String: AttributeValue]
    public var isQualified: Bool
    /// The day it entered; `nil` where it is not qualified.
    public var qualifiedSince: CivilDay?
    /// As of the last decision about it, millipoints; `nil` before the first.
    public var scoreMilli: Int64?
    public var tier: String?

    package init(
        id: String, name: String?, domain: String?, external: String?, attributes: [String: AttributeValue],
        isQualified: Bool, qualifiedSince: CivilDay?, scoreMilli: Int64?, tier: String?
    ) {
        self.id = id
        self.name = name
        self.domain = domain
        self.external = external
        self.attributes = attributes
        self.isQualified = isQualified
        self.qualifiedSince = qualifiedSince
        self.scoreMilli = scoreMilli
        self.tier = tier
    }
}

/// A person, or somebody at a company of whom no more is known.
public struct BuyerSummary: Hashable, Sendable {
    /// `buy_7`.
    public var id: String
    public var account: String?
    public var external: String?
    public var name: String?
    public var email: String?
    public var title: String?
    public var isAnonymous: Bool
    public var isQualified: Bool
    public var qualifiedSince: CivilDay?
}

/// Something a buyer did.
public struct EngagementSummary: Hashable, Sendable {
    /// `eng_7`; the number is its place in the ledger.
    public var id: String
    public var source: String
    public var message: String
    public var account: String?
    public var buyer: String
    public var signal: String
    public var at: Instant
    public var content: String?
    public var sharedWith: String?
    public var campaign: String?
    public var channel: String?
    /// A program did it, so it does not count.
    public var isAutomated = false
}

public struct OpportunitySummary: Hashable, Sendable {
    /// `opp_7`.
    public var id: String
    public var external: String
    public var account: String?
    public var buyer: String?
    public var openedAt: Instant?
    public var stage: String?
    public var amount: Money?
    public var closedAt: Instant?
    public var outcome: OpportunitySeen.Outcome
    public var lossReason: String?
}

/// Which accounts a list is about.
public struct AccountFilter: Hashable, Sendable {
    public var domain: String?
    public var isQualified: Bool?

    public init(domain: String? = nil, isQualified: Bool? = nil) {
        self.domain = domain
        self.isQualified = isQualified
    }
}

/// Which people, or which of their acts, a list is about.
public struct ActivityFilter: Hashable, Sendable {
    /// `acc_7`.
    public var account: String?
    /// `buy_7`.
    public var buyer: String?

    public init(account: String? = nil, buyer: String? = nil) {
        self.account = account
        self.buyer = buyer
    }
}

/// Where an account stands on a day, under the agreement in force now.
public struct AccountQualification: Hashable, Sendable {
    public var account: String
    public var asOf: CivilDay
    public var agreement: String
    public var isQualified: Bool
    /// The day it entered, or left; `nil` if it never was qualified.
    public var since: CivilDay?
    public var scoreMilli: Int64
    public var tier: String
    public var engagedBuyers: Int
    public var rolesEngaged: [String]
    public var qualifiedBuyers: [String]
    /// The next day on which time alone changes its status, or one of its buyers'; `nil` within two years.
    public var nextChange: CivilDay?
}
