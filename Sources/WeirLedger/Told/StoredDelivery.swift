import GRDB
import WeirFacts

/// A notice on its way to one destination, as stored.
public struct StoredDelivery: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        case waiting, delivered
        /// Tried as often as is sensible.
        case dead
        /// Its destination was deleted.
        case dropped
    }

    public var id: Int64
    public var destination: Int64
    /// Also where the destination was deleted since.
    public var destinationName: String
    public var notice: Int64
    public var noticeAt: Instant
    public var kind: String
    /// JSON.
    public var body: String
    public var state: State
    public var attempts: Int
    public var dueAt: Instant
    public var endedAt: Instant?

    static let select = """
        SELECT delivery.*, notice.at AS notice_at, notice.kind AS notice_kind, notice.body AS notice_body,
        destination.name AS destination_name FROM delivery JOIN notice ON notice.id = delivery.notice
        JOIN destination ON destination.id = delivery.destination
        """

    init(_ row: Row) {
        id = row["id"]
        destination = row["destination"]
        destinationName = row["destination_name"]
        notice = row["notice"]
        noticeAt = Instant(milliseconds: row["notice_at"])
        kind = row["notice_kind"]
        body = row["notice_body"]
        state = State(rawValue: row["state"]) ?? .dead
        attempts = row["attempts"]
        dueAt = Instant(milliseconds: row["due_at"])
        endedAt = (row["ended_at"] as Int64?).map(Instant.init(milliseconds:))
    }
}

/// One attempt to deliver, as stored.
public struct StoredAttempt: Hashable, Sendable {
    /// From 1; 0 before it is stored.
    public var number = 0
    public var at: Instant
    public var tookMillis: Int64
    public var verdict: String
    public var status: Int?
    public var note: String

    public init(at: Instant, tookMillis: Int64, verdict: String, status: Int?, note: String) {
        self.at = at
        self.tookMillis = tookMillis
        self.verdict = verdict
        self.status = status
        self.note = note
    }
}

/// What follows from an attempt, for the delivery and its destination.
public struct AttemptConsequence: Hashable, Sendable {
    public var state: StoredDelivery.State
    /// When it is tried again.
    public var dueAt: Instant
    /// The destination's failures in a row from now on.
    public var failures: Int
    public var resumesAt: Instant?
    /// Why the destination is switched off; `nil` where it is not.
    public var offReason: String?

    public init(
        state: StoredDelivery.State, dueAt: Instant, failures: Int, resumesAt: Instant?, offReason: String? = nil
    ) {
        self.state = state
        self.dueAt = dueAt
        self.failures = failures
        self.resumesAt = resumesAt
        self.offReason = offReason
    }
}
