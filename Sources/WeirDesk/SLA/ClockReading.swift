import WeirFacts

/// What a clock shows at one moment.
public struct ClockReading: Hashable, Sendable {
    public enum Standing: String, Hashable, Sendable {
        /// Still in time.
        case due
        /// The time is over and the promise not met.
        case pastDue = "past_due"
        case paused, kept, late, cancelled
    }

    public var standing: Standing
    public var dueAt: Instant
    /// Open time since the start, pauses taken off where the promise counts open time.
    public var businessMillis: Int64
    /// Time on the wall since the start, pauses and nights included.
    public var wallMillis: Int64
    /// Time left of the promise's kind; below zero: so much too late.
    public var leftMillis: Int64
}

extension SLAClock {
    /// What the clock shows at an instant; once it has ended, what it showed then.
    public func reading(at now: Instant, calendar: BusinessCalendar) -> ClockReading {
        var end = now
        let standing: ClockReading.Standing
        switch state {
        case .met(let at):
            end = at
            standing = breachedAt == nil ? .kept : .late
        case .cancelled(let at):
            end = at
            standing = .cancelled
        case .paused: standing = .paused
        case .running: standing = breachedAt != nil || now > dueAt ? .pastDue : .due
        }
        let left: Int64
        if case .paused = state {
            left = leftMillis
        } else {
            left = end > dueAt ? -measure(from: dueAt, to: end, calendar) : measure(from: end, to: dueAt, calendar)
        }
        let open: Int64
        if promise.within.isBusiness {
            if case .running = state {
                open = usedMillis + calendar.elapsed(from: since, to: end)
            } else {
                open = usedMillis
            }
        } else {
            open = calendar.elapsed(from: startedAt, to: end)
        }
        return ClockReading(
            standing: standing, dueAt: dueAt, businessMillis: open,
            wallMillis: max(end.milliseconds - startedAt.milliseconds, 0), leftMillis: left)
    }
}
