import WeirAgreement
import WeirFacts

/// The clock of one promise: it starts, may stand still for a listed reason, and is met in time, met late, or cancelled.
///
/// It holds no time of its own: each event brings its instant, and the same events give the same clock again. The time
/// used is kept whenever something changes, so that new working hours move what is left and leave what was used. After
/// the promise is broken it goes on measuring until it is met.
public struct SLAClock: Hashable, Sendable, Codable {
    public enum State: Hashable, Sendable, Codable {
        case running
        /// Standing still since an instant; at the latest until `atMost`, when it goes on by itself.
        case paused(PauseReason, since: Instant, atMost: Instant)
        case met(Instant)
        /// The promise fell away, for example because the record was a duplicate.
        case cancelled(Instant)
    }

    /// What a clock is told.
    public enum Event: Hashable, Sendable {
        case tick
        case pause(PauseReason)
        case resume
        case meet
        case cancel
        /// The team's hours changed, or the work went to people with other hours: `BusinessCalendar` is the new one.
        case hours(BusinessCalendar)
    }

    /// What has to be done about it; each is said once.
    public enum Action: Hashable, Sendable {
        case warn(at: Instant)
        case breached(at: Instant)
        /// A pause lasted as long as all pauses may; the clock runs again.
        case pauseEnded(at: Instant)
        case moved(due: Instant)
    }

    public let promise: ServicePromise
    public let startedAt: Instant
    public internal(set) var state: State = .running
    /// When it is due; while it stands still, when it would be if it went on at the latest moment.
    public internal(set) var dueAt: Instant
    public internal(set) var warnAt: Instant?
    /// When the promise was broken: the due time, not the moment somebody looked.
    public internal(set) var breachedAt: Instant?
    /// Time used until ``since``, in the promise's kind of time, without pauses.
    public internal(set) var usedMillis: Int64 = 0
    public internal(set) var since: Instant
    /// Time left at ``since``.
    var leftMillis: Int64
    public internal(set) var pausedMillis: Int64 = 0
    var isWarned = false

    public init(
        _ promise: ServicePromise, startedAt: Instant, calendar: BusinessCalendar
    ) throws(DeskError) {
        self.promise = promise
        self.startedAt = startedAt
        since = startedAt
        dueAt = try calendar.due(from: startedAt, within: promise.within)
        leftMillis = 0
        leftMillis = measure(from: startedAt, to: dueAt, calendar)
        warnAt = try warning(calendar)
    }

    /// When it next has something to say, if nobody tells it anything; `nil` when it has nothing more to say.
    public var nextAt: Instant? {
        switch state {
        case .met, .cancelled: return nil
        case .paused(_, _, let atMost): return atMost
        case .running:
            if let warnAt, !isWarned { return min(warnAt, dueAt) }
            return breachedAt == nil ? Instant(milliseconds: dueAt.milliseconds + 1) : nil
        }
    }

    /// Whether it was met, and in time.
    public var isKept: Bool {
        if case .met = state { return breachedAt == nil }
        return false
    }

    public var isOver: Bool {
        switch state {
        case .running, .paused: false
        case .met, .cancelled: true
        }
    }

    /// Time between two instants, of the kind that the promise counts in.
    func measure(from start: Instant, to end: Instant, _ calendar: BusinessCalendar) -> Int64 {
        promise.within.isBusiness
            ? calendar.elapsed(from: start, to: end) : max(end.milliseconds - start.milliseconds, 0)
    }

    /// The instant by which so much time of the promise's kind has passed.
    func instant(_ millis: Int64, after start: Instant, _ calendar: BusinessCalendar) throws(DeskError) -> Instant {
        promise.within.isBusiness
            ? try calendar.due(from: start, openMillis: millis)
            : Instant(milliseconds: start.milliseconds + millis)
    }

    /// When the warning is due, reckoned from ``since``.
    func warning(_ calendar: BusinessCalendar) throws(DeskError) -> Instant? {
        guard let permille = promise.warnAtPermille, !isWarned else { return warnAt }
        let atUsed = (usedMillis + leftMillis) * Int64(permille) / 1000
        return try instant(max(atUsed - usedMillis, 0), after: since, calendar)
    }
}

extension SLAClock {
    /// When it was met; `nil` while it was not.
    public var metAt: Instant? {
        if case .met(let at) = state { return at }
        return nil
    }

    /// When it fell away; `nil` while it has not.
    public var cancelledAt: Instant? {
        if case .cancelled(let at) = state { return at }
        return nil
    }
}
