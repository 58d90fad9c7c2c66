import WeirAgreement
import WeirFacts

/// Another agreement comes into force.
extension Desk {
    /// Goes on under another agreement. Promises that run keep the terms they were given under; everything after is
    /// done by the new one. Teams keep their numbers. Who waits must be placed anew by whoever knows which routing
    /// rules fit: tell ``DeskInput/qualified(_:)`` again for each.
    mutating func adopt(_ new: DeskRules) throws(DeskError) -> [DeskAction] {
        let old = rules.handOff.teams
        rules = try new.arranged(after: old.map { ($0.name, $0.calendar) })
        for number in rules.handOff.teams.indices.dropFirst(teams.count) {
            let calendar = rules.calendars[number]
            teams.append(
                TeamDesk(
                    roster: Roster(rules.handOff.teams[number]),
                    meter: ReleaseMeter(order: rules.order, day: calendar.zone.day(of: now)), calendar: calendar))
        }
        var done: [DeskAction] = []
        for number in old.indices {
            let calendar = try rules.calendars[number].with(teams[number].specialDays)
            if teams[number].calendar != calendar { done += try changeHours(number, calendar) }
            teams[number].meter.reorder(rules.order)
            let staying = Set(rules.handOff.teams[number].members.map(\.name))
            for member in old[number].members where !staying.contains(member.name) {
                guard teams[number].roster.member(member.name)?.hasLeft == false else { continue }
                done += try leave(number, member.name)
            }
        }
        for number in old.indices {
            for member in rules.handOff.teams[number].members where !old[number].members.contains(member) {
                let isElsewhere = teams.indices.contains { other in
                    other != number && teams[other].roster.member(member.name)?.hasLeft == false
                }
                if !isElsewhere { done += try join(number, member.name, member.capacity) }
            }
        }
        return done
    }
}

extension DeskRules {
    var order: [ReleaseRule.Order] { handOff.release?.order ?? [.raisedHand, .tier, .score, .age] }

    /// The same rules with the teams in an order that is given: known ones first, new ones after them. A team that the
    /// rules do not have any more stays as one without members, so that its number keeps its meaning.
    func arranged(after known: [(name: String, calendar: WorkingCalendar)]) throws(DeskError) -> DeskRules {
        var next = self
        let names = known.map(\.name)
        var teams: [Team] = []
        var compiled: [BusinessCalendar] = []
        for team in known {
            if let number = handOff.teams.firstIndex(where: { $0.name == team.name }) {
                teams.append(handOff.teams[number])
                compiled.append(calendars[number])
            } else {
                teams.append(Team(name: team.name, members: [], calendar: team.calendar))
                compiled.append(try BusinessCalendar(team.calendar))
            }
        }
        for (number, team) in handOff.teams.enumerated() where !names.contains(team.name) {
            teams.append(team)
            compiled.append(calendars[number])
        }
        next.handOff.teams = teams
        next.calendars = compiled
        next.handOff.routing = handOff.routing.map { rule in
            var rule = rule
            let name = handOff.teams[rule.team].name
            rule.team = teams.firstIndex { $0.name == name } ?? rule.team
            return rule
        }
        return next
    }
}
