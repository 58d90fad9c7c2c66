import WeirAgreement
import WeirFacts

extension HandOffRecord {
    /// What has to be done after a disposition.
    public enum Action: Hashable, Sendable {
        case stage(Stage, reason: String?)
        case clock(ServicePromise.Milestone, SLAClock.Action)
        /// The record was wrong: the owner's account book gets the unit back.
        case giveBack
        case handedOn(from: String, to: String)
        case comesBack(CivilDay)
    }

    /// Does what a person decided.
    ///
    /// - Parameters:
    ///   - version: the version that the person saw; `nil` where a rule acts, which always sees the latest.
    /// - Throws: `changedMeanwhile` if somebody was faster, `badReason`, or `notAllowed`; then nothing has changed.
    mutating func take(
        _ disposition: Disposition, by actor: Actor, at now: Instant, seen version: Int?, rules: DeskRules,
        calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        try check(version)
        guard isOpen else { throw notAllowed("it is settled; \(lastWords)") }
        var next = self
        var actions = try next.tick(now, calendar)
        switch disposition {
        case .accept: actions += try next.accept(now, rules, calendar)
        case .reject(let reason): actions += try next.reject(reason, now, rules, calendar)
        case .recycle(let reason, let until): actions += try next.recycle(reason, until, now, rules, calendar)
        case .snooze(let until): try next.snooze(until, now, rules, calendar)
        case .alreadyWorking(let other):
            // Somebody works on the buyer, so they are accepted, and from now on go where the other hand-off goes.
            if isUnanswered { actions.append(.stage(.accepted, reason: "merged into \(other)")) }
            next.state = .merged(into: other)
            try next.meet([.respond, .disposition], now, calendar)
        case .reassign(let name):
            actions.append(.handedOn(from: owner, to: name))
            next.handledBy.append(owner)
            next.owner = name
        case .contacted:
            next.lastContact = now
            try next.meet([.contact], now, calendar)
        case .confirm(let answer): try next.bant.add(answer)
        case .salesQualify: actions += try next.qualify(actor, now, rules, calendar)
        }
        next.version += 1
        next.changes.append(Change(by: actor, at: now, what: disposition.word))
        self = next
        return actions
    }

    /// Stops one clock, or lets it go on.
    mutating func take(
        _ event: SLAClock.Event, of milestone: ServicePromise.Milestone, by actor: Actor, at now: Instant,
        seen version: Int?, calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        try check(version)
        guard let clock = clock(milestone), !clock.isOver else {
            throw DeskError(.clock, at: id, "its clock “\(milestone.rawValue)” does not run")
        }
        let actions = try tell(event, milestone, now, calendar)
        let what = if case .pause(let reason) = event { "paused (\(reason.rawValue))" } else { "resumed" }
        self.version += 1
        changes.append(Change(by: actor, at: now, what: "\(milestone.rawValue) \(what)"))
        return actions
    }

    private func check(_ seen: Int?) throws(DeskError) {
        guard let seen, seen != version else { return }
        guard seen < version else { throw notAllowed("version \(seen) does not exist yet") }
        throw DeskError(.changedMeanwhile, at: id, "somebody was faster: \(lastWords); look at it again")
    }

    private var lastWords: String {
        changes.last.map { "\($0.what) by \($0.by) at \($0.at)" } ?? "offered to \(owner) at \(offeredAt)"
    }

    private mutating func accept(
        _ now: Instant, _ rules: DeskRules, _ calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        guard state == .offered else { throw notAllowed("it is accepted already") }
        state = .accepted(now)
        snoozedUntil = nil
        try meet([.respond], now, calendar)
        if lastContact == nil {
            clocks.append(try SLAClock(rules.contactPromise, startedAt: now, calendar: calendar))
        }
        return [.stage(.accepted, reason: nil)]
    }

    private mutating func reject(
        _ reason: String, _ now: Instant, _ rules: DeskRules, _ calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        guard let reasons = rules.handOff.dispositions else { throw notAllowed("the agreement lists no reasons") }
        let kind = try reasons.kind(of: reason)
        state = .rejected(reason: reason, kind)
        try meet([.respond, .disposition], now, calendar)
        switch kind {
        // Nobody has judged the buyer: once the record is mended, or for a colleague, they are as good as before.
        case .procedural: return [.stage(.qualified, reason: reason), .giveBack]
        case .judgement:
            guard let days = rules.recycleDays(reason) else { return [.stage(.disqualified, reason: reason)] }
            return [.stage(.recycled, reason: reason), .comesBack(calendar.zone.day(of: now).advanced(by: days))]
        }
    }

    private mutating func recycle(
        _ reason: String, _ until: CivilDay?, _ now: Instant, _ rules: DeskRules, _ calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        guard !reason.isEmpty else { throw DeskError(.badReason, at: "reason", "say why it goes back") }
        let today = calendar.zone.day(of: now)
        if let until, until <= today || today.distance(to: until) > 1826 {
            throw notAllowed("\(until) does not lie within the next five years")
        }
        let back = until ?? rules.recycleDays(reason).map { today.advanced(by: $0) }
        state = .recycled(reason: reason, until: back)
        try meet([.respond, .disposition], now, calendar)
        return [.stage(.recycled, reason: reason)] + (back.map { [.comesBack($0)] } ?? [])
    }

    private mutating func snooze(
        _ until: Instant, _ now: Instant, _ rules: DeskRules, _ calendar: BusinessCalendar
    ) throws(DeskError) {
        guard snoozes < rules.limits.snoozesMost else {
            throw notAllowed("it has been snoozed \(snoozes) times, as often as is agreed; recycle it with a date")
        }
        let latest = try calendar.due(from: now, within: rules.limits.snoozeWithin)
        guard now < until, until <= latest else { throw notAllowed("snooze it until \(latest) at the latest") }
        snoozedUntil = until
        snoozes += 1
    }

    private mutating func qualify(
        _ actor: Actor, _ now: Instant, _ rules: DeskRules, _ calendar: BusinessCalendar
    ) throws(DeskError) -> [Action] {
        guard actor.isPerson else { throw notAllowed("only a person says that a buyer is sales-qualified") }
        guard case .accepted = state else { throw notAllowed("accept it first") }
        if let rule = rules.salesQualified {
            let missing = bant.missing(for: rule)
            guard missing.isEmpty else { throw notAllowed(missing.joined(separator: "; ")) }
        }
        state = .salesQualified(now)
        try meet([.respond, .disposition], now, calendar)
        return [.stage(.salesQualified, reason: nil)]
    }

    private func notAllowed(_ message: String) -> DeskError { DeskError(.notAllowed, at: id, message) }
}
