import WeirAgreement
import WeirFacts

/// Waiting for Sales: how buyers come into the queue, and how they leave it without being handed over.
extension Desk {
    mutating func qualify(_ input: QualifiedInput) throws(DeskError) -> [DeskAction] {
        // Known as qualified already: only their place may change.
        if let record = buyers[input.buyer], record.history.stage == .qualified {
            return try requeue(input, record)
        }
        if let record = buyers[input.buyer], [.released, .accepted].contains(record.history.stage) {
            throw DeskError(.notAllowed, at: input.buyer, "is with Sales already, as \(record.history.stage.name)")
        }
        if let back = buyers[input.buyer]?.comesBack, !input.raisedHand {
            throw DeskError(
                .notAllowed, at: input.buyer, "was sent back until \(back); before that only a raised hand counts")
        }
        let actor = Actor.system("the agreement's definition")
        var actions = [try move(input.buyer, to: .qualified, by: actor, facts: input.facts)]
        actions += try place(input, qualifiedAt: now)
        return actions
    }

    private mutating func requeue(_ input: QualifiedInput, _ record: BuyerRecord) throws(DeskError) -> [DeskAction] {
        var input = input
        input.refusedBy = waitingPlace(of: input.buyer)?.refusedBy ?? []
        dequeue(input.buyer, record.team)
        return try place(input, qualifiedAt: record.history.since)
    }

    private mutating func place(_ input: QualifiedInput, qualifiedAt: Instant) throws(DeskError) -> [DeskAction] {
        let way = TeamRouting.way(
            owner: input.accountOwner.flatMap { input.refusedBy.contains($0) ? nil : $0 }, fitting: input.fittingRules,
            handOff: rules.handOff, rosters: teams.map(\.roster))
        guard let way, !hasRefused(input.refusedBy, way.team) else {
            keep(withoutTeam: input)
            change(input.buyer) { $0.team = nil }
            return [.withoutTeam(buyer: input.buyer)]
        }
        let expires = try rules.handOff.release?.expires.map { (duration) throws(DeskError) in
            try teams[way.team].calendar.due(from: qualifiedAt, within: duration)
        }
        var waiting = WaitingBuyer(
            buyer: input.buyer, account: input.account, raisedHand: input.raisedHand, tier: input.tier,
            scoreMilli: input.scoreMilli, qualifiedAt: qualifiedAt, expiresAt: expires, accountOwner: way.owner)
        waiting.refusedBy = input.refusedBy
        change(input.buyer) { $0.team = way.team }
        enqueue(waiting, way.team)
        let released = try release(way.team)
        guard let place = teams[way.team].meter.place(of: input.buyer) else { return released }
        let expected = expectedDay(team: way.team, place: place)
        return released + [.waiting(buyer: input.buyer, team: way.team, place: place, expected: expected)]
    }

    /// Whether everybody in a team has refused a buyer's record.
    private func hasRefused(_ names: [String], _ team: Int) -> Bool {
        !names.isEmpty && teams[team].roster.members.allSatisfy { $0.hasLeft || names.contains($0.name) }
    }

    /// Puts a buyer back whose record was refused. They wait without a team until ``DeskInput/qualified(_:)`` is told with
    /// what is known by now.
    mutating func putBack(_ buyer: String, from record: HandOffRecord) {
        var input = QualifiedInput(
            buyer: buyer, account: record.account, raisedHand: record.raisedHand, tier: .max, scoreMilli: 0,
            fittingRules: [])
        input.refusedBy = record.refusedBy + [record.owner]
        keep(withoutTeam: input)
        change(buyer) { $0.team = nil }
    }

    /// When the turn of a place in a team's queue is expected.
    public func expectedDay(team: Int, place: Int) -> CivilDay? {
        let desk = teams[team]
        return desk.meter.expectedDay(place: place) { day in capacity(ofTeam: team, on: day) }
    }

    /// Follow-ups that a team's members present can do on a day, at a period's end fewer; none when it is closed.
    public func capacity(ofTeam team: Int, on day: CivilDay) -> Int {
        guard teams[team].calendar.isBusinessDay(day) else { return 0 }
        return ReleaseMeter.limit(teams[team].roster, on: day, permille: permille(team, on: day))
    }

    /// What the slow-down leaves of a team's capacity on a day, permille.
    public func remainingPermille(_ team: Int, on day: CivilDay) -> Int { permille(team, on: day) }

    /// Part of a team's capacity that is used on a day, permille.
    func permille(_ team: Int, on day: CivilDay) -> Int {
        rules.fiscal.remainingPermille(
            on: day, rules: rules.handOff.release?.slowDown ?? [], calendar: teams[team].calendar)
    }

    /// Takes a buyer out of the queue; those who are with Sales stay there.
    mutating func leaveQueue(_ buyer: String, _ stage: Stage, _ reason: String) throws(DeskError) -> [DeskAction] {
        guard let record = buyers[buyer] else { throw DeskError(.unknown, at: buyer, "the desk does not know them") }
        guard record.history.stage == .qualified else { return [] }
        dequeue(buyer, record.team)
        return [try move(buyer, to: stage, by: .system("the agreement's definition"), reason: reason)]
    }

    /// Gives up on those who waited too long.
    mutating func expire(_ team: Int) throws(DeskError) -> [DeskAction] {
        var actions: [DeskAction] = []
        let late = Array(
            teams[team].meter.waiting.lazy.filter { [now] in ($0.expiresAt ?? now) < now }.prefix(Desk.atOnce))
        for waiting in late {
            dequeue(waiting.buyer, team)
            let waited = rules.handOff.release?.expires?.text ?? ""
            let reason = "no room in \(rules.handOff.teams[team].name) for \(waited)"
            actions.append(try move(waiting.buyer, to: .recycled, by: .system("expired"), reason: reason))
        }
        return actions
    }

    mutating func add(_ buyer: String, by name: String) throws(DeskError) -> [DeskAction] {
        let stage = buyers[buyer]?.history.stage ?? .prospect
        guard [.prospect, .recycled, .disqualified, .won, .lost].contains(stage) else {
            throw DeskError(.notAllowed, at: buyer, "is known already, as \(stage.name)")
        }
        return [try move(buyer, to: .lead, by: .person(name), reason: "added by Sales")]
    }
}
