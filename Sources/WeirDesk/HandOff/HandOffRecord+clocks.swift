import WeirFacts

extension HandOffRecord {
    /// What time alone has brought about.
    mutating func tick(_ now: Instant, _ calendar: BusinessCalendar) throws(DeskError) -> [Action] {
        if let until = snoozedUntil, until <= now { snoozedUntil = nil }
        guard let nextAt, nextAt <= now else { return [] }
        return try tell(.tick, nil, now, calendar)
    }

    /// Tells one clock, or all that still run, what happened.
    mutating func tell(
        _ event: SLAClock.Event, _ milestone: ServicePromise.Milestone?, _ now: Instant, _ calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        var actions: [Action] = []
        for index in clocks.indices where !clocks[index].isOver {
            let own = clocks[index].promise.milestone
            if let milestone, milestone != own { continue }
            for action in try clocks[index].take(event, at: now, calendar: calendar) {
                actions.append(.clock(own, action))
            }
        }
        return actions
    }

    /// Meets promises; when the hand-off is settled, those that then have no sense fall away.
    mutating func meet(
        _ milestones: [ServicePromise.Milestone], _ now: Instant, _ calendar: BusinessCalendar
    ) throws(DeskError) {
        for milestone in milestones { _ = try tell(.meet, milestone, now, calendar) }
        if !isOpen { _ = try tell(.cancel, nil, now, calendar) }
    }
}
