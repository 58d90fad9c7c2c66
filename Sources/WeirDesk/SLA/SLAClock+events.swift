import WeirFacts

extension SLAClock {
    /// Tells the clock what happened, and when.
    ///
    /// - Parameters:
    ///   - calendar: the hours that hold until now.
    /// - Returns: what has to be done, in order of time.
    /// - Throws: `clock` where the event does not go with the state; then nothing has changed.
    public mutating func take(
        _ event: Event, at now: Instant, calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        var next = self
        var actions = try next.catchUp(now, calendar)
        switch event {
        case .tick: break
        case .pause(let reason): try next.pause(reason, now, calendar)
        case .resume: actions += try next.resume(now, calendar)
        case .meet: try next.end(.met(now), now, calendar)
        case .cancel: try next.end(.cancelled(now), now, calendar)
        case .hours(let new): actions += try next.change(from: calendar, to: new, now)
        }
        self = next
        return actions
    }

    /// What time alone has brought about until now.
    private mutating func catchUp(_ now: Instant, _ calendar: BusinessCalendar) throws(DeskError) -> [Action] {
        guard now >= since else {
            throw DeskError(
                .clock, at: "\(now)", "the clock already stands at \(since); tell it what happened in order of time")
        }
        var actions: [Action] = []
        if case .paused(_, _, let atMost) = state, now >= atMost {
            _ = try resume(atMost, calendar)
            actions.append(.pauseEnded(at: atMost))
        }
        guard case .running = state else { return actions }
        if let warnAt, !isWarned, now >= warnAt, breachedAt == nil {
            isWarned = true
            actions.append(.warn(at: warnAt))
        }
        if breachedAt == nil, now > dueAt {
            breachedAt = dueAt
            actions.append(.breached(at: dueAt))
        }
        return actions
    }

    private mutating func pause(
        _ reason: PauseReason, _ now: Instant, _ calendar: BusinessCalendar
    ) throws(DeskError) {
        guard case .running = state else { throw refusal("it is not running, so it cannot be paused") }
        guard breachedAt == nil else { throw refusal("the promise is broken already; a pause would not mend it") }
        guard promise.pauses.reasons.contains(reason) else {
            let good = promise.pauses.reasons.map(\.rawValue).joined(separator: ", ")
            throw refusal("\(reason.rawValue) is no reason to pause; there are: \(good.isEmpty ? "none" : good)")
        }
        let room = promise.pauses.mostMillis - pausedMillis
        guard room > 0 else { throw refusal("it has been paused for as long as is agreed") }
        advance(now, calendar)
        let atMost = try instant(room, after: now, calendar)
        dueAt = try instant(leftMillis, after: atMost, calendar)
        state = .paused(reason, since: now, atMost: atMost)
    }

    private mutating func resume(_ now: Instant, _ calendar: BusinessCalendar) throws(DeskError) -> [Action] {
        guard case .paused(_, let pausedAt, _) = state else { throw refusal("it is not paused") }
        pausedMillis += measure(from: pausedAt, to: now, calendar)
        state = .running
        since = now
        dueAt = try instant(leftMillis, after: now, calendar)
        warnAt = try warning(calendar)
        return [.moved(due: dueAt)]
    }

    private mutating func end(_ ended: State, _ now: Instant, _ calendar: BusinessCalendar) throws(DeskError) {
        guard !isOver else { throw refusal("it has ended already") }
        if case .paused = state { _ = try resume(now, calendar) }
        advance(now, calendar)
        state = ended
    }

    /// Keeps the time used on the old hours, and lays the time left out on the new ones.
    private mutating func change(
        from old: BusinessCalendar, to new: BusinessCalendar, _ now: Instant
    ) throws(DeskError) -> [Action] {
        guard !isOver else { throw refusal("it has ended already") }
        let before = dueAt
        if case .paused(let reason, let pausedAt, _) = state {
            pausedMillis += measure(from: pausedAt, to: now, old)
            since = now
            let atMost = try instant(max(promise.pauses.mostMillis - pausedMillis, 0), after: now, new)
            state = .paused(reason, since: now, atMost: atMost)
            dueAt = try instant(leftMillis, after: atMost, new)
        } else if promise.within.isBusiness {
            advance(now, old)
            if breachedAt == nil {
                dueAt = try instant(leftMillis, after: now, new)
                warnAt = try warning(new)
            }
        }
        return dueAt == before ? [] : [.moved(due: dueAt)]
    }

    /// Brings the time used, and what is left, up to now.
    private mutating func advance(_ now: Instant, _ calendar: BusinessCalendar) {
        usedMillis += measure(from: since, to: now, calendar)
        leftMillis = measure(from: now, to: dueAt, calendar)
        since = now
    }

    private func refusal(_ message: String) -> DeskError {
        DeskError(.clock, at: promise.milestone.rawValue, message)
    }
}
