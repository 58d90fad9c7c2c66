import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// What flows through the desk.
extension SalesDesk {
    /// Buyers that wait and are shown by name.
    private static let shown = 200
    /// Weeks of Marketing's promises that are shown.
    private static let weeksBack = 8

    func flow(now: Instant) throws -> DeskFlow {
        let flow = try refusing {
            try look(now: now) { held, books in
                let reader = books.live(isFreeMail: CompanyMail().isFree)
                let reading = HandOffReading(held: held, reader: reader, now: max(now, held.desk.now))
                let today = held.terms.use.days.day(of: now)
                return DeskFlow(
                    at: now, teams: try held.desk.teams.indices.map { try teamFlow($0, reading) },
                    withoutTeam: try held.desk.withoutTeam.values.sorted { $0.buyer < $1.buyer }.prefix(
                        SalesDesk.shown
                    ).map { try reading.label($0.buyer, account: $0.account) },
                    withoutTeamCount: held.desk.withoutTeam.count,
                    marketing: try MarketingWeeks(
                        held.terms, books, from: today.advanced(by: -7 * (SalesDesk.weeksBack - 1)), to: today
                    ).views(today))
            }
        }
        return flow ?? DeskFlow(at: now, teams: [], withoutTeam: [], withoutTeamCount: 0, marketing: [])
    }

    func dayLoad(of name: String, now: Instant) throws -> (given: Int, capacity: Int)? {
        try refusing {
            try look(now: now) { held, _ -> (given: Int, capacity: Int)? in
                for team in held.desk.teams {
                    guard let member = team.roster.member(name) else { continue }
                    let today = team.calendar.zone.day(of: now)
                    let load = team.meter.day == today ? team.meter.loads[name] ?? .init() : .init()
                    let isAtWork = team.calendar.isBusinessDay(today)
                    return (load.released + load.besides, isAtWork ? member.capacity(on: today) : 0)
                }
                return nil
            }
        } ?? nil
    }

    private func teamFlow(_ number: Int, _ reading: HandOffReading) throws -> TeamFlow {
        let desk = reading.held.desk
        let team = desk.teams[number]
        let today = team.calendar.zone.day(of: reading.now)
        // The meter turns to a new day when something happens on it.
        let isToday = team.meter.day == today
        let records = team.open.compactMap { desk.handOffs[$0] }
        let permille = desk.remainingPermille(number, on: today)
        let isBusinessDay = team.calendar.isBusinessDay(today)
        let members = team.roster.members.map { member -> MemberFlow in
            let own = records.filter { $0.owner == member.name }
            let load = team.meter.loads[member.name] ?? ReleaseMeter.Load()
            return MemberFlow(
                name: member.name, hasLeft: member.hasLeft, capacity: isBusinessDay ? member.capacity(on: today) : 0,
                presencePermille: member.presencePermille(on: today),
                carried: isToday ? load.carried : own.filter(\.isUnanswered).count,
                released: isToday ? load.released : 0, besides: isToday ? load.besides : 0, open: own.count,
                pastDue: own.filter { isPastDue($0, reading.now) }.count, ghosts: own.filter(\.isGhost).count,
                balanceMicro: team.fairness.balances[member.name] ?? 0)
        }
        func sum(_ part: KeyPath<MemberFlow, Int>) -> Int { members.map { $0[keyPath: part] }.reduce(0, +) }
        return TeamFlow(
            name: reading.teamName(number), day: today, timeZone: team.calendar.zone.name,
            isOpen: team.calendar.isOpen(at: reading.now),
            capacity: desk.capacity(ofTeam: number, on: today), capacityPermille: permille,
            released: sum(\.released), besides: sum(\.besides), carried: sum(\.carried), open: records.count,
            pastDue: sum(\.pastDue), members: members,
            waitingSince: team.meter.waiting.map(\.qualifiedAt), waiting: try waiting(number, reading))
    }

    private func waiting(_ number: Int, _ reading: HandOffReading) throws -> [WaitingView] {
        try reading.held.desk.teams[number].meter.waiting.prefix(SalesDesk.shown).enumerated().map { index, waiting in
            WaitingView(
                place: index + 1, buyer: try reading.label(waiting.buyer, account: waiting.account),
                raisedHand: waiting.raisedHand, tier: reading.held.terms.use.market.tierName(waiting.tier),
                scoreMilli: waiting.scoreMilli, qualifiedAt: waiting.qualifiedAt,
                expected: reading.held.desk.expectedDay(team: number, place: index + 1), expiresAt: waiting.expiresAt)
        }
    }

    private func isPastDue(_ record: HandOffRecord, _ now: Instant) -> Bool {
        record.clocks.contains { clock in
            guard clock.state == .running else { return false }
            return clock.breachedAt != nil || clock.dueAt < now
        }
    }
}
