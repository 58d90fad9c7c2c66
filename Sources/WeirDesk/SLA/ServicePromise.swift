import WeirAgreement

/// One thing promised about a hand-off, and by when.
public struct ServicePromise: Hashable, Sendable, Codable {
    /// What has to happen.
    public enum Milestone: String, Hashable, Sendable, CaseIterable, Codable {
        /// A person takes it up: accepts it, or says why not.
        case respond
        /// It is settled: sales-qualified, rejected or recycled.
        case disposition
        /// Somebody talked with the buyer, both ways.
        case contact
    }

    public var milestone: Milestone
    public var within: ServiceDuration
    /// Part of the time, permille, after which those concerned are warned.
    public var warnAtPermille: Int?
    public var pauses: PauseRule

    public init(
        _ milestone: Milestone, within: ServiceDuration, warnAtPermille: Int? = nil, pauses: PauseRule = .standard
    ) {
        self.milestone = milestone
        self.within = within
        self.warnAtPermille = warnAtPermille
        self.pauses = pauses
    }
}

/// Why a clock may stand still. There is no other reason: a clock that anybody may stop measures nothing.
public enum PauseReason: String, Hashable, Sendable, CaseIterable, Codable {
    case buyerAskedToWait = "buyer_asked_to_wait"
    case meetingBooked = "meeting_booked"
    case territoryDispute = "territory_dispute"
    case recordBeingRepaired = "record_being_repaired"
}

/// Which reasons are good, and for how long altogether.
public struct PauseRule: Hashable, Sendable, Codable {
    public var reasons: [PauseReason]
    /// All pauses of one clock together, milliseconds of the kind of time that the promise counts in.
    public var mostMillis: Int64

    public init(reasons: [PauseReason], mostMillis: Int64) {
        self.reasons = reasons
        self.mostMillis = mostMillis
    }

    /// All reasons, for forty hours altogether: a working week, where open time counts.
    public static let standard = PauseRule(reasons: PauseReason.allCases, mostMillis: 40 * 3_600_000)
    public static let never = PauseRule(reasons: [], mostMillis: 0)
}
