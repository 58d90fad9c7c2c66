import WeirAgreement
import WeirFacts

/// When time has something to do.
extension Desk {
    /// The next instant at which a tick changes anything, if the desk is told nothing else before; an instant that has
    /// passed means now. `nil`: never.
    public var nextMoment: Instant? {
        let back = returning.keys.min().map(Instant.init(startOf:))
        return (teams.indices.flatMap(moments) + [back].compactMap { $0 }).min()
    }

    private func moments(_ number: Int) -> [Instant] {
        let team = teams[number]
        if team.open.isEmpty && team.meter.waiting.isEmpty { return [] }
        let today = team.calendar.zone.day(of: now)
        guard team.meter.day == today, team.lookedAfter == today else { return [now] }
        let midnight = Int64(today.number + 1) * 86_400_000
        var moments = [Instant(milliseconds: team.calendar.zone.milliseconds(ofWall: midnight))]
        moments += [team.open.lazy.compactMap { handOffs[$0]?.nextMoment }.min()].compactMap { $0 }
        // Waiting is given up after its last instant, not at it.
        moments += [team.meter.waiting.lazy.compactMap(\.expiresAt).min()].compactMap { $0?.next }
        moments += [nextRelease(number)].compactMap { $0 }
        return moments
    }

    /// When the meter lets the next one through today.
    private func nextRelease(_ number: Int) -> Instant? {
        let team = teams[number]
        guard !team.meter.waiting.isEmpty else { return nil }
        let present = candidates(number)
        if team.calendar.isBusinessDay(team.meter.day),
            team.meter.waiting.contains(where: { $0.raisedHand && $0.mayGo(toOneOf: present) })
        {
            return now
        }
        let able = present.filter(team.meter.hasRoom)
        guard team.meter.waiting.contains(where: { $0.mayGo(toOneOf: able) }) else { return nil }
        let spans = team.calendar.openSpans(on: team.meter.day)
        let needed = team.meter.openMillisForNext(
            roster: team.roster, permille: permille(number, on: team.meter.day), dayMillis: spans.length)
        guard var left = needed else { return nil }
        for span in spans {
            let at = max(span.from + left, now.milliseconds)
            if at < span.to { return Instant(milliseconds: at) }
            left = max(left - (span.to - span.from), 0)
        }
        return nil
    }
}

extension HandOffRecord {
    /// When time next changes it: a clock has something to say, or a snooze ends.
    fileprivate var nextMoment: Instant? { [nextAt, snoozedUntil?.next].compactMap { $0 }.min() }
}

extension Instant {
    fileprivate var next: Instant { Instant(milliseconds: milliseconds + 1) }
}
