import WeirFacts
import WeirLedger
import WeirTold

/// Where notices go, as it may be shown: never its secret, nor the path of its address, which often is one.
public struct Destination: Hashable, Sendable {
    /// `dst_3`.
    public var id: String
    public var name: String
    public var kind: DestinationKind
    /// `https://hooks.slack.com/…`, a mail address, `owner` (of the hand-off) or `manager`.
    public var addressHint: String
    /// Those wanted; empty is every one.
    public var events: [Notice.Kind]
    /// Whether names of people go there.
    public var showsPeople: Bool
    public var isOn: Bool
    /// Why it was switched off by itself.
    public var offReason: String?
    /// Failures in a row.
    public var failures: Int
    /// Nothing is sent before.
    public var resumesAt: Instant?
    public var createdAt: Instant
    public var revision: Int

    init(_ stored: StoredDestination) {
        id = RecordID.destination.text(stored.id)
        name = stored.name
        kind = DestinationKind(rawValue: stored.kind) ?? .webhook
        addressHint = HookAddress(stored.address)?.hint ?? stored.address
        events = stored.events.split(separator: " ").compactMap { Notice.Kind(rawValue: String($0)) }
        showsPeople = stored.showsPeople
        isOn = stored.isOn
        offReason = stored.offReason
        failures = stored.failures
        resumesAt = stored.resumesAt
        createdAt = stored.createdAt
        revision = stored.revision
    }
}

/// What may be said of a destination; `nil` leaves it as it is, or as is usual.
public struct DestinationSettings: Hashable, Sendable {
    public var name: String?
    public var address: String?
    public var events: [Notice.Kind]?
    public var showsPeople: Bool?
    public var isOn: Bool?

    public init(
        name: String? = nil, address: String? = nil, events: [Notice.Kind]? = nil, showsPeople: Bool? = nil,
        isOn: Bool? = nil
    ) {
        self.name = name
        self.address = address
        self.events = events
        self.showsPeople = showsPeople
        self.isOn = isOn
    }
}

/// A notice on its way to one destination.
public struct Delivery: Hashable, Sendable {
    public typealias State = StoredDelivery.State

    /// `dlv_3`.
    public var id: String
    /// `dst_3`.
    public var destination: String
    public var destinationName: String
    /// `ntc_3`.
    public var notice: String
    /// What receivers tell repeats by.
    public var messageID: String
    public var kind: Notice.Kind
    public var matter: Notice.Matter
    public var noticeAt: Instant
    public var state: State
    /// Since it was made, or replayed last.
    public var attempts: Int
    /// When it is tried next; of those that wait.
    public var dueAt: Instant?
    public var endedAt: Instant?

    init(_ stored: StoredDelivery) throws {
        let notice = try Notice(stored)
        id = RecordID.delivery.text(stored.id)
        destination = RecordID.destination.text(stored.destination)
        destinationName = stored.destinationName
        self.notice = notice.id
        messageID = notice.messageID
        kind = notice.kind
        matter = notice.matter
        noticeAt = notice.at
        state = stored.state
        attempts = stored.attempts
        dueAt = stored.state == .waiting ? stored.dueAt : nil
        endedAt = stored.endedAt
    }
}

/// One attempt to deliver.
public struct DeliveryAttempt: Hashable, Sendable {
    /// From 1.
    public var number: Int
    public var at: Instant
    public var tookMillis: Int64
    /// `delivered`, `refused`, `unreachable`, `hopeless` or `gone`.
    public var verdict: String
    public var status: Int?
    public var note: String

    init(_ stored: StoredAttempt) {
        number = stored.number
        at = stored.at
        tookMillis = stored.tookMillis
        verdict = stored.verdict
        status = stored.status
        note = stored.note
    }

    /// What became of it, in a line.
    public var words: String {
        let status = status.map { " \($0)" } ?? ""
        let note = note.isEmpty ? "" : ": \(note)"
        return "\(verdict)\(status) in \(tookMillis) ms\(note)"
    }
}

extension Notice {
    init(_ stored: StoredDelivery) throws {
        self.init(
            number: stored.notice, at: stored.noticeAt, kind: Kind(rawValue: stored.kind) ?? .test,
            matter: try DeskText.read(Matter.self, stored.body))
    }

    /// Kinds that are about a hand-off with an owner.
    public static let ownersKinds: [Kind] = [
        .handOffOffered, .handOffAccepted, .handOffRejected, .handOffRecycled, .handOffReassigned,
        .handOffSalesQualified, .handOffUnattended, .promiseWarning, .promiseBreached, .promiseEscalated,
    ]
}

/// Whom a mail destination may mean instead of an address of its own.
enum MeantReceiver: String {
    /// Whoever owns the hand-off.
    case owner
    /// Everybody who signs in here as a sales manager.
    case manager

    /// What they are told where nothing is chosen.
    var usual: [Notice.Kind] {
        switch self {
        case .owner: [.handOffOffered, .handOffReassigned, .promiseWarning, .promiseBreached]
        case .manager: [.handOffUnattended, .promiseWarning, .promiseEscalated, .buyerWithoutTeam]
        }
    }
}
