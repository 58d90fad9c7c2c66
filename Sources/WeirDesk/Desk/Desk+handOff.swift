import WeirAgreement
import WeirFacts

/// What people decide about hand-offs, and what follows.
extension Desk {
    mutating func dispose(
        _ id: String, _ disposition: Disposition, by actor: Actor, seen: Int?
    ) throws(DeskError) -> [DeskAction] {
        var record = try handOff(id)
        let number = record.team
        let old = record.owner
        switch disposition {
        case .reassign(let name):
            guard let member = teams[number].roster.member(name), !member.hasLeft else {
                throw DeskError(.unknown, at: name, "is not a member of \(rules.handOff.teams[number].name)")
            }
            guard name != old else { throw DeskError(.notAllowed, at: id, "\(name) has it already") }
        case .alreadyWorking(let other):
            guard other != id, let target = handOffs[other], target.isOpen else {
                throw DeskError(.unknown, at: other, "there is no open hand-off of this name to join")
            }
            guard target.account == record.account || target.buyer == record.buyer else {
                throw DeskError(
                    .notAllowed, at: other, "is about another company, \(target.account); accept this one by itself")
            }
        default: break
        }
        let actions = try record.take(
            disposition, by: actor, at: now, seen: seen, rules: rules, calendar: teams[number].calendar)
        keep(record)
        var done = try follow(actions, of: id, by: actor)
        if case .reassign(let name) = disposition {
            beginDay(number)
            teams[number].meter.count(name, released: false)
            done.append(.fairness(team: number, teams[number].fairness.hand(id, from: old, to: name, at: now)))
        }
        return done + (try release(number))
    }

    /// Does what a hand-off asks for.
    mutating func follow(
        _ actions: [HandOffRecord.Action], of id: String, by actor: Actor = .system("time")
    ) throws(DeskError) -> [DeskAction] {
        let record = try handOff(id)
        var done: [DeskAction] = []
        for action in actions {
            switch action {
            case .stage(let stage, let reason):
                let moved = try moveAll(id, to: stage, by: actor, reason)
                done += moved
                guard stage == .qualified else { continue }
                for case .moved(let buyer, _) in moved { putBack(buyer, from: record) }
            case .clock(let milestone, let said): done += clockSaid(id, milestone, said)
            case .giveBack:
                let day = teams[record.team].meter.day
                let sharing = teams[record.team].roster.present(on: day).map {
                    FairnessLedger.Candidate(name: $0.name, weight: $0.capacity(on: day))
                }
                let row = teams[record.team].fairness.giveBack(id, to: record.owner, among: sharing, at: now)
                done.append(.fairness(team: record.team, row))
            case .handedOn(let from, let to):
                if actor.isPerson { done.append(.handedOn(handOff: id, from: from, to: to, why: "by \(actor)")) }
            case .comesBack(let day):
                for buyer in buyersOf(id) where buyers[buyer]?.history.stage == .recycled {
                    change(buyer) { $0.comesBack = day }
                    done.append(.comesBack(buyer: buyer, day))
                }
            }
        }
        return done
    }

    /// The buyer of a hand-off, and those whose hand-offs joined it.
    private func buyersOf(_ id: String) -> [String] {
        var found: [String] = []
        var next = [id]
        while let id = next.popLast() {
            // Whoever was handed over again since goes their own way.
            if let buyer = handOffs[id]?.buyer, buyers[buyer]?.handOff == id { found.append(buyer) }
            next += merged[id] ?? []
        }
        return found
    }

    private mutating func moveAll(
        _ id: String, to stage: Stage, by actor: Actor, _ reason: String?
    ) throws(DeskError) -> [DeskAction] {
        let own = try handOff(id).buyer
        var done = [try move(own, to: stage, by: actor, reason: reason)]
        for buyer in buyersOf(id)
        where buyer != own && StageGraph.next(after: buyers[buyer]?.history.stage ?? .won).contains(stage) {
            done.append(try move(buyer, to: stage, by: actor, reason: reason))
        }
        return done
    }

    private func clockSaid(
        _ id: String, _ milestone: ServicePromise.Milestone, _ said: SLAClock.Action
    ) -> [DeskAction] {
        guard case .breached = said, let record = handOffs[id] else { return [.clock(handOff: id, milestone, said)] }
        var done: [DeskAction] = [.clock(handOff: id, milestone, said)]
        if milestone == .contact {
            if record.lastContact == nil { done.append(.ghost(handOff: id)) }
        } else if rules.handOff.sla?.sales.onBreach.contains(.notifyManager) == true {
            done.append(.notifyManager(handOff: id, milestone))
        }
        return done
    }

    mutating func tell(
        _ id: String, _ milestone: ServicePromise.Milestone, _ event: SLAClock.Event, by actor: Actor, seen: Int?
    ) throws(DeskError) -> [DeskAction] {
        var record = try handOff(id)
        let actions = try record.take(
            event, of: milestone, by: actor, at: now, seen: seen, calendar: teams[record.team].calendar)
        keep(record)
        return try follow(actions, of: id)
    }

    mutating func suppress(_ buyer: String, _ reason: String) throws(DeskError) -> [DeskAction] {
        let record = buyers[buyer]
        if record?.history.stage == .suppressed { return [] }
        var done: [DeskAction] = []
        dequeue(buyer, record?.team)
        if let id = record?.handOff, var handOff = handOffs[id], handOff.isOpen {
            handOff.state = .withdrawn(reason: reason)
            try handOff.meet([], now, teams[handOff.team].calendar)
            handOff.version += 1
            handOff.changes.append(.init(by: .system("suppression"), at: now, what: "withdrawn"))
            keep(handOff)
            for other in buyersOf(id) where other != buyer && buyers[other]?.history.stage == .accepted {
                done.append(
                    try move(other, to: .recycled, by: .system("suppression"), reason: "whom they joined is suppressed")
                )
            }
        }
        // One that joined another's hand-off goes with it no longer.
        if let id = record?.handOff, case .merged = handOffs[id]?.state { change(buyer) { $0.handOff = nil } }
        return done + [try move(buyer, to: .suppressed, by: .system("suppression"), reason: reason)]
    }

    mutating func follow(
        _ buyer: String, _ change: DeskInput.OpportunityChange, _ actor: Actor
    ) throws(DeskError) -> [DeskAction] {
        guard buyers[buyer] != nil else { throw DeskError(.unknown, at: buyer, "the desk does not know them") }
        let stage: Stage =
            switch change {
            case .opened: .opportunity
            case .won: .won
            case .lost: .lost
            }
        return [try move(buyer, to: stage, by: actor)]
    }
}
