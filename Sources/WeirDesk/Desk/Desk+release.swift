import WeirAgreement
import WeirFacts

/// The weir: handing over as many as can be followed up, best first.
extension Desk {
    /// Hands over what may be handed over now in one team.
    mutating func release(_ number: Int) throws(DeskError) -> [DeskAction] {
        guard !teams[number].meter.waiting.isEmpty else { return [] }
        beginDay(number)
        var actions = try releaseRaisedHands(number)
        guard teams[number].calendar.isOpen(at: now) else { return actions }
        let desk = teams[number]
        let spans = desk.calendar.openSpans(on: desk.meter.day)
        let passed = spans.reduce(Int64(0)) { $0 + max(min($1.to, now.milliseconds) - $1.from, 0) }
        let share = permille(number, on: desk.meter.day)
        var left = desk.meter.allowance(
            roster: desk.roster, permille: share, openMillis: passed, dayMillis: spans.length)
        left = min(left, Desk.atOnce)
        while left > 0 {
            let able = candidates(number).filter { teams[number].meter.hasRoom($0) }
            guard let next = teams[number].meter.waiting.first(where: { $0.mayGo(toOneOf: able) }) else { break }
            actions += try hand(next, number, able, isMetered: true)
            left -= 1
        }
        return actions
    }

    /// Raised hands do not wait for room, only for somebody to be there that day.
    private mutating func releaseRaisedHands(_ number: Int) throws(DeskError) -> [DeskAction] {
        var actions: [DeskAction] = []
        let day = teams[number].meter.day
        guard teams[number].calendar.isBusinessDay(day) else { return [] }
        let present = candidates(number)
        let raised = Array(
            teams[number].meter.waiting.lazy.filter { $0.raisedHand && $0.mayGo(toOneOf: present) }.prefix(Desk.atOnce))
        for waiting in raised {
            let withRoom = present.filter { teams[number].meter.hasRoom($0) }
            let able = waiting.mayGo(toOneOf: withRoom) ? withRoom : present
            actions += try hand(waiting, number, able, isMetered: false)
        }
        return actions
    }

    /// Members who work on the team's day.
    func candidates(_ number: Int) -> [TeamMember] {
        teams[number].roster.present(on: teams[number].meter.day).filter {
            $0.capacity(on: teams[number].meter.day) > 0
        }
    }

    /// Who can take over from a member: those who work today, or else, from one who has left, those who come back.
    private func colleagues(of owner: String, _ number: Int) -> [TeamMember] {
        let present = candidates(number).filter { $0.name != owner }
        guard present.isEmpty, teams[number].roster.member(owner)?.hasLeft != false else { return present }
        return teams[number].roster.members.filter { !$0.hasLeft && $0.name != owner }
    }

    private mutating func hand(
        _ waiting: WaitingBuyer, _ number: Int, _ members: [TeamMember], isMetered: Bool
    ) throws(DeskError) -> [DeskAction] {
        let day = teams[number].meter.day
        let members = members.filter { !waiting.refusedBy.contains($0.name) }
        let candidates = members.map { FairnessLedger.Candidate(name: $0.name, weight: $0.capacity(on: day)) }
        let owner = waiting.accountOwner.flatMap { owner in members.contains { $0.name == owner } ? owner : nil }
        guard let taker = owner ?? teams[number].fairness.next(among: candidates) else { return [] }
        handOffCount += 1
        let id = "hof_\(handOffCount)"
        let record = try HandOffRecord(
            id: id, buyer: waiting, team: number, owner: taker, at: now, rules: rules,
            calendar: teams[number].calendar)
        dequeue(waiting.buyer, number)
        teams[number].meter.count(taker, released: isMetered)
        let row = teams[number].fairness.assign(id, to: taker, among: candidates, at: now)
        keep(record)
        change(waiting.buyer) { $0.handOff = id }
        let why =
            owner != nil
            ? "\(taker) looks after the account"
            : waiting.raisedHand ? "raised a hand; \(taker)'s turn" : "\(taker)'s turn"
        let moved = try move(waiting.buyer, to: .released, by: .system("release"))
        return [
            moved, .offered(handOff: id, buyer: waiting.buyer, team: number, owner: taker, why: why),
            .fairness(team: number, row),
        ]
    }

    /// Begins a team's day, if a new one has come: what is unanswered is carried into it.
    mutating func beginDay(_ number: Int) {
        let today = teams[number].calendar.zone.day(of: now)
        guard today > teams[number].meter.day else { return }
        var carried: [String: Int] = [:]
        for id in teams[number].open {
            guard let record = handOffs[id], record.isUnanswered else { continue }
            carried[record.owner, default: 0] += 1
        }
        teams[number].meter.begin(today, carried: carried)
    }

    /// Gives a hand-off to somebody else of the team.
    ///
    /// - Parameter isFault: the old owner let a promise break, so that nothing is owed to them.
    mutating func handOn(_ id: String, isFault: Bool, why: String) throws(DeskError) -> [DeskAction] {
        var record = try handOff(id)
        let number = record.team
        beginDay(number)
        let others = colleagues(of: record.owner, number)
        let withRoom = others.filter { teams[number].meter.hasRoom($0) }
        // What somebody leaves behind is handed on even where all are busy; what is merely late waits for room.
        let members = withRoom.isEmpty && !isFault ? others : withRoom
        let day = teams[number].meter.day
        let sharing = members.map { FairnessLedger.Candidate(name: $0.name, weight: max($0.capacity(on: day), 1)) }
        guard let taker = teams[number].fairness.next(among: sharing) else {
            return [.nobodyToTakeOver(handOff: id)]
        }
        let old = record.owner
        let actions = try record.take(
            .reassign(to: taker), by: .system(why), at: now, seen: nil, rules: rules, calendar: teams[number].calendar)
        keep(record)
        teams[number].meter.count(taker, released: false)
        let row =
            isFault
            ? teams[number].fairness.assign(id, to: taker, among: sharing, at: now)
            : teams[number].fairness.hand(id, from: old, to: taker, at: now)
        return try follow(actions, of: id)
            + [.handedOn(handOff: id, from: old, to: taker, why: why), .fairness(team: number, row)]
    }
}
