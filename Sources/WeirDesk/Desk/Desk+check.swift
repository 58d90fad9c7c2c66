import WeirFacts

extension Desk {
    /// What must hold after every input, checked from the ground up; empty when all of it does.
    ///
    /// Nobody is in two places and nobody is lost: who is qualified waits in one queue, who is with Sales has one
    /// hand-off, and all others have neither. Clocks run exactly on open hand-offs. The account books balance.
    public func violations() -> [String] {
        var found: [String] = []
        var places: [String: Int] = [:]
        for team in teams { for waiting in team.meter.waiting { places[waiting.buyer, default: 0] += 1 } }
        for buyer in withoutTeam.keys { places[buyer, default: 0] += 1 }
        for (buyer, record) in buyers {
            let stage = record.history.stage
            let expected = stage == .qualified ? 1 : 0
            if places[buyer, default: 0] != expected {
                found.append("\(buyer) is \(stage.name) and waits in \(places[buyer, default: 0]) places")
            }
            let isWithSales = record.handOff.map { isWorked($0) } ?? false
            if (stage == .released || stage == .accepted) != isWithSales {
                found.append("\(buyer) is \(stage.name), but \(isWithSales ? "has" : "has no") open hand-off")
            }
            if let back = record.comesBack, stage != .recycled || returning[back]?.contains(buyer) != true {
                found.append("\(buyer) is to come back on \(back) and is \(stage.name)")
            }
        }
        for buyer in places.keys where buyers[buyer] == nil { found.append("\(buyer) waits and is not known") }
        for (id, record) in handOffs { found += violations(of: id, record) }
        for (number, team) in teams.enumerated() {
            let sum = team.fairness.balances.values.reduce(0, +)
            if sum != 0 { found.append("the account book of team \(number) is off by \(sum)") }
        }
        return found
    }

    /// Whether somebody works on a hand-off, or on the one that it joined.
    private func isWorked(_ id: String) -> Bool {
        guard let record = handOffs[id] else { return false }
        if case .merged(let other) = record.state { return isWorked(other) }
        return record.isOpen
    }

    private func violations(of id: String, _ record: HandOffRecord) -> [String] {
        var found: [String] = []
        if record.isOpen != teams[record.team].open.contains(id) {
            found.append("\(id) is \(record.isOpen ? "open" : "settled"), and its team does not know")
        }
        if record.isOpen, teams[record.team].roster.member(record.owner)?.hasLeft != false,
            teams[record.team].roster.members.contains(where: { !$0.hasLeft })
        {
            found.append("\(id) belongs to \(record.owner), who has left")
        }
        for clock in record.clocks {
            if !record.isOpen && !clock.isOver { found.append("\(id) is settled and its clock runs") }
            if clock.dueAt < clock.startedAt || clock.usedMillis < 0 || clock.since < clock.startedAt {
                found.append("\(id): a clock runs backwards")
            }
            if let breached = clock.breachedAt, breached > now { found.append("\(id): broken before its time") }
            if case .met(let at) = clock.state, clock.breachedAt == nil, at > clock.dueAt {
                found.append("\(id): met after it was due, and not called late")
            }
        }
        return found
    }
}
