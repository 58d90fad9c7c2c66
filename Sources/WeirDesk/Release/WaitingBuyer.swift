import WeirAgreement
import WeirFacts

/// A qualified buyer who waits to be handed over.
public struct WaitingBuyer: Hashable, Sendable, Codable {
    public var buyer: String
    public var account: String
    public var raisedHand: Bool
    /// 0 is the best; unfit ones come after all tiers.
    public var tier: Int
    public var scoreMilli: Int64
    public var qualifiedAt: Instant
    /// When waiting is given up; `nil`: never.
    public var expiresAt: Instant?
    /// Who looks after the account already.
    public var accountOwner: String?
    /// Who had them and refused their record.
    public internal(set) var refusedBy: [String] = []

    public init(
        buyer: String, account: String, raisedHand: Bool, tier: Int, scoreMilli: Int64, qualifiedAt: Instant,
        expiresAt: Instant? = nil, accountOwner: String? = nil
    ) {
        self.buyer = buyer
        self.account = account
        self.raisedHand = raisedHand
        self.tier = tier
        self.scoreMilli = scoreMilli
        self.qualifiedAt = qualifiedAt
        self.expiresAt = expiresAt
        self.accountOwner = accountOwner
    }

    /// Whether one of some people may get them.
    func mayGo(toOneOf members: [TeamMember]) -> Bool { members.contains { !refusedBy.contains($0.name) } }

    /// Whether this one is handed over before another, by the agreement's order; equals by who waits longest.
    public func precedes(_ other: WaitingBuyer, order: [ReleaseRule.Order]) -> Bool {
        for key in order {
            switch key {
            case .raisedHand where raisedHand != other.raisedHand: return raisedHand
            case .tier where tier != other.tier: return tier < other.tier
            case .score where scoreMilli != other.scoreMilli: return scoreMilli > other.scoreMilli
            case .age where qualifiedAt != other.qualifiedAt: return qualifiedAt < other.qualifiedAt
            default: continue
            }
        }
        return (qualifiedAt, buyer) < (other.qualifiedAt, other.buyer)
    }
}
