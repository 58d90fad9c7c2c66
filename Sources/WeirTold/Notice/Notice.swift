import Crypto
import Foundation
import WeirFacts

/// Something that happened and that somebody may have to be told of. It holds ids and no names: what has to be said
/// of people is looked up when it is sent, so that whoever was erased meanwhile is not named.
public struct Notice: Hashable, Sendable {
    /// What happened, as receivers read it.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case handOffOffered = "handoff.offered"
        case handOffAccepted = "handoff.accepted"
        case handOffRejected = "handoff.rejected"
        case handOffRecycled = "handoff.recycled"
        case handOffReassigned = "handoff.reassigned"
        case handOffSalesQualified = "handoff.sales_qualified"
        /// Its owner is away or gone, and nobody is there to take it over.
        case handOffUnattended = "handoff.unattended"
        /// A promise's time is used up so far that its owner should hurry.
        case promiseWarning = "sla.warning"
        case promiseBreached = "sla.breached"
        /// The agreement says that the manager is to know of a broken promise.
        case promiseEscalated = "sla.escalated"
        /// No routing rule fits a qualified buyer.
        case buyerWithoutTeam = "buyer.without_team"
        case buyerSuppressed = "buyer.suppressed"
        case accountQualified = "account.qualified"
        case accountDisqualified = "account.disqualified"
        /// A destination was switched off because nothing arrived there.
        case destinationFailed = "destination.failed"
        /// Somebody tries whether it arrives.
        case test = "weir.test"
    }

    /// What it is about; what does not apply is `nil`.
    public struct Matter: Hashable, Sendable, Codable {
        /// `hof_7`.
        public var handOff: String?
        /// `buy_7`.
        public var buyer: String?
        /// `acc_7`.
        public var account: String?
        public var team: String?
        public var owner: String?
        /// Who had it before.
        public var previousOwner: String?
        public var raisedHand: Bool?
        /// The promise: `respond`, `contact` or `disposition`.
        public var milestone: String?
        public var dueAt: Instant?
        public var by: String?
        public var reason: String?
        /// `dst_7`: the destination that failed.
        public var destination: String?

        public init() {}
    }

    /// Its place in the workspace's list, from 1.
    public var number: Int64
    public var at: Instant
    public var kind: Kind
    public var matter: Matter

    public init(number: Int64, at: Instant, kind: Kind, matter: Matter) {
        self.number = number
        self.at = at
        self.kind = kind
        self.matter = matter
    }

    /// `ntc_7`.
    public var id: String { "ntc_\(number)" }

    /// What receivers tell repeats by: the same each time it is sent, and another for another notice of the same number,
    /// as there may be after a backup was restored.
    public var messageID: String {
        let named = [
            "\(number)", "\(at.milliseconds)", kind.rawValue, matter.handOff, matter.buyer, matter.account,
            matter.milestone,
        ]
        let text = named.map { $0 ?? "" }.joined(separator: "\n")
        let digest = SHA256.hash(data: Data(text.utf8)).prefix(6)
        return id + "_" + digest.map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
