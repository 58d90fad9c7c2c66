import WeirAgreement
import WeirDesk
import WeirFacts
import WeirSimulation

/// What happened at the demonstration's desk: who arrived when, and what the teams made of them, until now.
///
/// The desk is told as if it happened then, so that what looks back (promises, stages, conversions) has something to see.
struct DemoPast {
    /// When the teams began.
    let start: Instant
    private let now: Instant
    private let zone: ZoneTable
    private var agenda = DemoAgenda()
    /// Who fits the definition, at the time that is lived through.
    private(set) var fitting: [String: QualifiedInput] = [:]

    /// - Parameter history: who began and ended to be qualified; its rules have teams.
    init(_ history: DeskHistory, until now: Instant) throws {
        self.now = now
        start = Instant(startOf: history.from)
        guard let team = history.rules.handOff.teams.first else {
            throw AppError(.badAgreement, "the demonstration's agreement has no teams")
        }
        zone = try ZoneTable(team.calendar.timeZone)
        var chance = SeededGenerator(seed: 7, stream: 1, index: 0)
        let events = DemoPast.spread(history, &chance).sorted { $0.day < $1.day }
        // On a Monday morning little is new; whoever looks shall find a morning all the same.
        let fresh = events.indices.filter { events[$0].qualifies }.suffix(DemoPast.arriveToday)
        var raisedJustNow: Int64 = 0
        for (index, event) in events.enumerated() {
            let isFresh = fresh.contains(index)
            let day = isFresh ? now.utcDay.advanced(by: -1) : event.day
            var at = morning(after: day, minutes: chance.between(-30...150))
            if isFresh, event.raisesHand, raisedJustNow < 2 {
                raisedJustNow += 1
                at = Instant(milliseconds: now.milliseconds - raisedJustNow * 6 * 60_000)
            }
            agenda.add(.arrives(event.input), at: at)
        }
    }

    private static let arriveToday = 24
    private static let catchUpDays = 60

    /// Who was qualified before the teams began comes to them in their first weeks, not as a flood on their first day.
    private static func spread(_ history: DeskHistory, _ chance: inout SeededGenerator) -> [YearEvent] {
        var ends: [String: CivilDay] = [:]
        for event in history.events {
            guard case .noLongerQualified(let buyer, _) = event.input else { continue }
            ends[buyer] = min(event.day, ends[buyer] ?? event.day)
        }
        return history.events.compactMap { event in
            guard event.day == history.from, case .qualified(let input) = event.input else { return event }
            let later = history.from.advanced(by: chance.below(catchUpDays))
            return ends[input.buyer].map { $0 <= later } == true ? nil : YearEvent(day: later, event.input)
        }
    }

    /// What a day brought is known the next morning.
    private func morning(after day: CivilDay, minutes: Int) -> Instant {
        let midnight = Int64(day.number + 1) * 86_400_000
        return Instant(milliseconds: zone.milliseconds(ofWall: midnight + Int64(9 * 60 + minutes) * 60_000))
    }

    /// Lets it all happen, a day at a time.
    /// - Parameter agree: brings the agreement into force at ``start``.
    mutating func happen(at desk: SalesDesk, agree: () throws -> Void) throws {
        let days = start.utcDay.distance(to: now.utcDay) + 1
        let mornings = (0..<days).map { Instant(startOf: start.utcDay.advanced(by: $0)) }
        try desk.relive(agree, mornings) { turn in
            try Task.checkCancellation()
            try live(turn, until: min(now, Instant(startOf: turn.now.utcDay.advanced(by: 1))))
        }
    }

    private mutating func live(_ turn: DeskTurn, until end: Instant) throws {
        turn.fitThen = fitting
        defer { fitting = turn.fitThen ?? [:] }
        var quietUntil = turn.now
        while let next = [agenda.nextAt, turn.desk.nextMoment.map { max($0, quietUntil) }].compactMap(\.self).min(),
            next < end
        {
            let known = turn.actions.count
            turn.advance(to: next)
            if let event = agenda.take(until: next) {
                try happen(event, turn)
            } else if try turn.take(.tick, "tick", about: "", by: .system("time")).isEmpty {
                // Time that is due and brought nothing will not bring anything at once.
                quietUntil = Instant(milliseconds: next.milliseconds + 60_000)
            }
            for action in turn.actions[known...] { try plan(after: action, turn) }
        }
    }

    private func happen(_ event: DemoAgenda.Event, _ turn: DeskTurn) throws {
        switch event {
        case .arrives(.qualified(let input)):
            turn.fitThen?[input.buyer] = input
            try turn.takeIfAllowed(
                .qualified(input), "qualified", about: input.buyer, by: .system("the agreement's definition"), input)
        case .arrives(.noLongerQualified(let buyer, let reason)):
            turn.fitThen?[buyer] = nil
            guard turn.desk.buyers[buyer]?.history.stage == .qualified else { return }
            try turn.takeIfAllowed(
                .noLongerQualified(buyer: buyer, reason: reason), "no_longer_qualified", about: buyer,
                by: .system("the agreement's definition"), ["reason": reason])
        case .arrives: return
        case .does(let step, let id):
            guard let record = turn.desk.handOffs[id], record.isOpen, !isStillToCome(record, turn) else { return }
            let actor = Actor.person(record.owner)
            // Somebody may have been faster, or the step has no sense any more.
            do {
                try turn.act(step.disposition(by: actor, at: turn.now), on: id, by: actor, seen: nil)
            } catch is DeskError {}
        case .deal(let change, let buyer):
            try turn.takeIfAllowed(
                .opportunity(buyer: buyer, change, by: .system("the CRM")), "opportunity", about: buyer,
                by: .system("the CRM"), ["change": change.rawValue])
        }
    }

    /// The first of each team has only just come in: what they got today is left for whoever looks.
    private func isStillToCome(_ record: HandOffRecord, _ turn: DeskTurn) -> Bool {
        let team = turn.desk.teams[record.team]
        return turn.now.utcDay == now.utcDay && record.isUnanswered && !record.raisedHand
            && record.owner == team.roster.members.first?.name
    }

    private mutating func plan(after action: DeskAction, _ turn: DeskTurn) throws {
        switch action {
        case .offered(let id, _, _, _, _):
            guard let record = turn.desk.handOffs[id] else { return }
            try plan(DemoFollowUp(of: record).steps, id, turn)
        case .handedOn(let id, _, _, _):
            guard let record = turn.desk.handOffs[id] else { return }
            try plan(DemoFollowUp(takenOver: record).steps, id, turn)
        case .moved(let buyer, let move) where move.to == .salesQualified:
            let number = try RecordID.buyer.number(buyer)
            for (days, change) in DemoFollowUp.deal(ofBuyer: number) {
                agenda.add(.deal(change, buyer: buyer), at: turn.now.advanced(hours: days * 24))
            }
        default: return
        }
    }

    private mutating func plan(_ steps: [(minutes: Int, step: DemoStep)], _ id: String, _ turn: DeskTurn) throws {
        guard let record = turn.desk.handOffs[id] else { return }
        let calendar = turn.desk.teams[record.team].calendar
        for (minutes, step) in steps {
            agenda.add(
                .does(step, handOff: id), at: try calendar.due(from: turn.now, openMillis: Int64(minutes) * 60_000))
        }
    }
}

extension YearEvent {
    fileprivate var qualifies: Bool { if case .qualified = input { true } else { false } }
    fileprivate var raisesHand: Bool { if case .qualified(let input) = input { input.raisedHand } else { false } }
}

extension Instant {
    fileprivate func advanced(hours: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(hours) * 3_600_000) }
}
