import WeirFacts

/// Somebody whom Sales found.
public struct SalesLead: Hashable, Sendable {
    public var email: String
    public var name: String?
    public var title: String?
    public var company: String?
    public var website: String?
    public var country: String?
    /// Where they met, or what was said.
    public var note: String?

    public init(
        email: String, name: String? = nil, title: String? = nil, company: String? = nil, website: String? = nil,
        country: String? = nil, note: String? = nil
    ) {
        self.email = email
        self.name = name
        self.title = title
        self.company = company
        self.website = website
        self.country = country
        self.note = note
    }
}

/// What became of a lead that Sales added.
public struct AddedLead: Hashable, Sendable {
    public var buyer: BuyerLabel
    /// Whether nobody had heard of the person before.
    public var isNew: Bool
    /// Whether they became a lead now; else they had come as far already.
    public var isMoved: Bool
    /// As stages are written: `lead`, or where they stood already.
    public var stage: String
    /// The open hand-off, and who has it, where there is one.
    public var handOff: String?
    public var owner: String?
    /// Whom the lead is credited to: who added it first.
    public var addedBy: String
    /// Of the account, where it has been decided upon.
    public var tier: String?
    /// Of the account, millipoints.
    public var scoreMilli: Int64?
}

extension AddedLead {
    /// What became of it, in a sentence.
    public var words: String {
        let who = buyer.name ?? buyer.email ?? buyer.id
        let company = buyer.accountName.map { " at \($0)" } ?? ""
        if isMoved || stage == "lead" {
            return "\(who)\(company) is a lead now\(isNew ? "" : "; we knew them already"), credited to \(addedBy)."
        }
        let hand = owner.map { ", with \($0)" } ?? ""
        return "\(who)\(company) is known already, as \(stage.replacing("_", with: "-"))\(hand)."
    }
}
