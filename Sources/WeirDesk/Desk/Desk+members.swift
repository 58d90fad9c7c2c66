import WeirAgreement
import WeirFacts

/// People who join, leave and are away, and hours that change.
extension Desk {
    mutating func join(_ number: Int, _ name: String, _ capacity: Int) throws(DeskError) -> [DeskAction] {
        _ = try team(number)
        guard (1...10_000).contains(capacity), !name.isEmpty else {
            throw DeskError(.notAllowed, at: name, "a member has a name and a capacity from 1 to 10,000 a day")
        }
        for other in teams.indices where other != number {
            if let member = teams[other].roster.member(name), !member.hasLeft {
                throw DeskError(
                    .notAllowed, at: name, "is in \(rules.handOff.teams[other].name); leave that team first")
            }
        }
        teams[number].roster.join(name, capacity: capacity)
        let row = teams[number].fairness.note(.joined, name, at: now)
        var done: [DeskAction] = [.fairness(team: number, row)]
        // Where everybody had left, the first who comes finds their work.
        for left in teams[number].roster.members where left.hasLeft {
            for id in openWork(of: left.name, number) {
                done += try handOn(id, isFault: false, why: "\(left.name) has left")
            }
        }
        return done + (try release(number))
    }

    /// What somebody who leaves had open goes to others at once.
    mutating func leave(_ number: Int, _ name: String) throws(DeskError) -> [DeskAction] {
        _ = try team(number)
        try teams[number].roster.leave(name)
        beginDay(number)
        var done: [DeskAction] = []
        for id in openWork(of: name, number) {
            done += try handOn(id, isFault: false, why: "\(name) has left")
        }
        let day = teams[number].meter.day
        let staying = teams[number].roster.members.filter { !$0.hasLeft }.map {
            FairnessLedger.Candidate(name: $0.name, weight: max($0.capacity(on: day), 1))
        }
        let row = teams[number].fairness.settle(name, among: staying, at: now)
        return done + [.fairness(team: number, row)]
    }

    /// What somebody who goes away today has not answered goes to others; what they took up waits for them.
    mutating func away(_ number: Int, _ name: String, _ leave: Leave) throws(DeskError) -> [DeskAction] {
        _ = try team(number)
        try teams[number].roster.away(name, leave)
        let row = teams[number].fairness.note(.wentAway, name, at: now)
        beginDay(number)
        return [.fairness(team: number, row)] + (try handOnWorkOfAbsent(number, name))
    }

    /// On the first tick of a day, hands on what those who are away from today on have not answered.
    mutating func lookAfterAbsent(_ number: Int) throws(DeskError) -> [DeskAction] {
        let day = teams[number].meter.day
        guard teams[number].lookedAfter != day else { return [] }
        teams[number].lookedAfter = day
        var done: [DeskAction] = []
        for member in teams[number].roster.members { done += try handOnWorkOfAbsent(number, member.name) }
        return done
    }

    /// Hands on what a member who is away today has not answered.
    private mutating func handOnWorkOfAbsent(_ number: Int, _ name: String) throws(DeskError) -> [DeskAction] {
        guard let member = teams[number].roster.member(name),
            member.presencePermille(on: teams[number].meter.day) == 0
        else { return [] }
        var done: [DeskAction] = []
        for id in openWork(of: name, number) where handOffs[id]?.isUnanswered == true {
            done += try handOn(id, isFault: false, why: "\(name) is away")
        }
        return done
    }

    func openWork(of name: String, _ number: Int) -> [String] {
        teams[number].open.filter { handOffs[$0]?.owner == name }.sorted(by: Desk.isEarlier)
    }

    /// Time used stays used; what is left of every open promise is laid out on the new hours.
    mutating func changeHours(_ number: Int, _ calendar: BusinessCalendar) throws(DeskError) -> [DeskAction] {
        try calendar.checkWeek()
        let old = try team(number).calendar
        var done: [DeskAction] = []
        for id in teams[number].open.sorted(by: Desk.isEarlier) {
            var record = try handOff(id)
            let actions = try record.tick(now, old) + record.tell(.hours(calendar), nil, now, old)
            keep(record)
            done += try follow(actions, of: id)
        }
        teams[number].calendar = calendar
        return done
    }

    /// Promises that run are laid out on the new hours, as with any change of these.
    mutating func changeDays(
        _ number: Int, _ change: (inout SpecialDays) throws(DeskError) -> Void
    ) throws(DeskError) -> [DeskAction] {
        var days = try team(number).specialDays
        try change(&days)
        teams[number].specialDays = days
        return try changeHours(number, try rules.calendars[number].with(days))
    }
}
