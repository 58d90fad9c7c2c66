import WeirFacts

/// What an event says of people and companies, beside the act itself.
public struct TrackedFacts: Hashable, Sendable {
    /// `nil` where nothing is said beyond an id.
    public var buyer: BuyerSeen?
    public var account: AccountSeen?
    /// Ids of one person, said to be so by the sender.
    public var links: [IdentityLink]

    public init(buyer: BuyerSeen? = nil, account: AccountSeen? = nil, links: [IdentityLink] = []) {
        self.buyer = buyer
        self.account = account
        self.links = links
    }

    public var isEmpty: Bool { buyer == nil && account == nil && links.isEmpty }
}

/// A claim that two ids of one source are the same person's.
///
/// The first person an anonymous id is linked to keeps it: a browser that two people share makes no one of the two.
/// An alias is the sender's explicit word, and may join two ids of users.
public struct IdentityLink: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A visitor said who they are.
        case identified
        /// The sender gave a person a new id.
        case aliased
    }

    public var kind: Kind
    /// The anonymous or former id.
    public var from: String
    /// The id it belongs to from now on.
    public var userID: String
    public var messageID: String
    public var at: Instant

    public init(kind: Kind, from: String, userID: String, messageID: String, at: Instant) {
        self.kind = kind
        self.from = from
        self.userID = userID
        self.messageID = messageID
        self.at = at
    }
}

/// How traits are read.
public struct TraitReading: Sendable {
    /// The agreement's attributes of companies and their types. Traits of other names are left out, but for the
    /// standard ones.
    public var attributeTypes: [String: AttributeType]
    /// The company's domain in an e-mail address; `nil` for mail that anybody can have, which never makes a company.
    public var companyDomain: @Sendable (_ email: String) -> String?
    /// For amounts that name no currency; ISO 4217.
    public var defaultCurrency: String

    public init(
        attributeTypes: [String: AttributeType] = [:], defaultCurrency: String = "USD",
        companyDomain: @escaping @Sendable (_ email: String) -> String?
    ) {
        self.attributeTypes = attributeTypes
        self.companyDomain = companyDomain
        self.defaultCurrency = defaultCurrency
    }
}
