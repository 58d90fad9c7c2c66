/// What a source said about a company. Attributes it did not mention stay as they were; `nil` erases.
public struct AccountSeen: Hashable, Sendable {
    /// The company's id in the source; at least one of `id`, `domain` and `name` is given.
    public var id: String?
    public var name: String?
    /// Host name as given, lower case, without scheme, `www.` or path.
    public var domain: String?
    /// When the source saw it so; `nil` when the source does not say.
    public var observedAt: Instant?
    /// By attribute name: industry, country, region, city, employees, revenue, founded, parent, tags, owner and any
    /// other the file carries. A value of `nil` erases what was known.
    public var attributes: [String: AttributeValue?]

    public init(
        id: String? = nil, name: String? = nil, domain: String? = nil, observedAt: Instant? = nil,
        attributes: [String: AttributeValue?] = [:]
    ) {
        self.id = id
        self.name = name
        self.domain = domain
        self.observedAt = observedAt
        self.attributes = attributes
    }
}

/// What a source said about a person.
public struct BuyerSeen: Hashable, Sendable {
    /// The person's id in the source; at least one of `id` and `email` is given.
    public var id: String?
    /// Other ids of the same person in the same source: the lead a contact was converted from, merged records.
    public var otherIDs: [String]
    /// Lower case, trimmed.
    public var email: String?
    public var name: String?
    public var title: String?
    /// The company, by its id in the source, its domain or its name.
    public var accountID: String?
    public var accountDomain: String?
    public var accountName: String?
    public var observedAt: Instant?

    public init(
        id: String? = nil, otherIDs: [String] = [], email: String? = nil, name: String? = nil, title: String? = nil,
        accountID: String? = nil, accountDomain: String? = nil, accountName: String? = nil, observedAt: Instant? = nil
    ) {
        self.id = id
        self.otherIDs = otherIDs
        self.email = email
        self.name = name
        self.title = title
        self.accountID = accountID
        self.accountDomain = accountDomain
        self.accountName = accountName
        self.observedAt = observedAt
    }
}

/// An opportunity as a source last described it.
public struct OpportunitySeen: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable { case open, won, lost }

    public var id: String
    public var accountID: String?
    public var accountName: String?
    /// The person it came from: a contact's or a lead's id.
    public var buyerID: String?
    public var openedAt: Instant?
    public var stage: String?
    public var amount: Money?
    public var closedAt: Instant?
    public var outcome: Outcome
    public var lossReason: String?
    public var observedAt: Instant?

    public init(
        id: String, accountID: String? = nil, accountName: String? = nil, buyerID: String? = nil,
        openedAt: Instant? = nil, stage: String? = nil, amount: Money? = nil, closedAt: Instant? = nil,
        outcome: Outcome = .open, lossReason: String? = nil, observedAt: Instant? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.accountName = accountName
        self.buyerID = buyerID
        self.openedAt = openedAt
        self.stage = stage
        self.amount = amount
        self.closedAt = closedAt
        self.outcome = outcome
        self.lossReason = lossReason
        self.observedAt = observedAt
    }
}

/// What Sales said of a hand-off.
public struct DispositionMade: Hashable, Sendable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable { case accept, reject, recycle }

    public var id: String?
    public var buyerID: String?
    public var email: String?
    public var accountID: String?
    public var verdict: Verdict
    public var reason: String?
    public var at: Instant
    public var by: String?

    public init(
        id: String? = nil, buyerID: String? = nil, email: String? = nil, accountID: String? = nil, verdict: Verdict,
        reason: String? = nil, at: Instant, by: String? = nil
    ) {
        self.id = id
        self.buyerID = buyerID
        self.email = email
        self.accountID = accountID
        self.verdict = verdict
        self.reason = reason
        self.at = at
        self.by = by
    }
}

/// What a campaign or a vendor cost over a period.
public struct CostIncurred: Hashable, Sendable {
    public var id: String?
    public var campaign: String?
    public var vendor: String?
    public var from: CivilDay
    /// Last day, included.
    public var to: CivilDay
    public var amount: Money

    public init(
        id: String? = nil, campaign: String? = nil, vendor: String? = nil, from: CivilDay, to: CivilDay, amount: Money
    ) {
        self.id = id
        self.campaign = campaign
        self.vendor = vendor
        self.from = from
        self.to = to
        self.amount = amount
    }
}

/// One of the six kinds of file a workspace takes in.
public enum FactKind: String, Hashable, Sendable, CaseIterable {
    case accounts, buyers, engagements, opportunities, dispositions, costs
}
