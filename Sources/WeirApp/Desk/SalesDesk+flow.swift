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
                    marketing: try marketing(held.terms, books, today: today))
            }
        }
        return flow ?? DeskFlow(at: now, teams: [], withoutTeam: [], withoutTeamCount: 0, marketing: [])
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

    // MARK: Marketing's promises

    private func marketing(_ terms: DeskTerms, _ books: DeskBooks, today: CivilDay) throws -> [MarketingWeekView] {
        guard let promise = terms.rules.handOff.sla?.marketing else { return [] }
        let first = today.startOfWeek.advanced(by: -7 * (SalesDesk.weeksBack - 1))
        var weeks: [CivilDay: MarketingWeek] = [:]
        for number in 0..<SalesDesk.weeksBack {
            let week = first.advanced(by: 7 * number)
            weeks[week] = MarketingWeek(week: week)
        }
        // The latest week in which each buyer qualified, while it is being read, and what Sales said of them since.
        var week: CivilDay?
        var current: Int64?
        var isDecided = false
        try books.forEachMove(since: Instant(startOf: first.advanced(by: -1))) { buyer, to, from, at in
            if buyer != current { (current, week) = (buyer, nil) }
            if to == Stage.qualified.rawValue {
                // A record that was refused goes to somebody else, who decides.
                if from == Stage.released.rawValue || from == Stage.accepted.rawValue { return }
                week = terms.use.days.day(of: at).startOfWeek
                isDecided = false
                week.map { weeks[$0]?.qualified += 1 }
            } else if let week, !isDecided {
                if to == Stage.accepted.rawValue {
                    weeks[week]?.accepted += 1
                    isDecided = true
                } else if from == Stage.released.rawValue, to != Stage.suppressed.rawValue {
                    weeks[week]?.rejected += 1
                    isDecided = true
                }
            }
        }
        return weeks.values.sorted { $0.week > $1.week }.map {
            MarketingWeekView(
                week: $0.week, qualified: $0.qualified, accepted: $0.accepted, rejected: $0.rejected,
                verdict: promise.verdict(on: $0, today: today))
        }
    }

    // MARK: Stages

    func waterfall(from: CivilDay?, to: CivilDay?, now: Instant) throws -> StageWaterfall {
        let days = try refusing { try terms(now: now) }.use.days
        let today = days.day(of: now)
        let to = to ?? max(today, from ?? today)
        let from = from ?? to.advanced(by: -30)
        guard from <= to else { throw ServiceError(.invalid, "the first day comes after the last") }
        let (start, end) = (days.start(of: from), days.start(of: to.advanced(by: 1)))
        return try refusing {
            try workspace.ledger.readDesk { books in
                let before = try books.stock(at: start)
                let after = try books.stock(at: end)
                let flows = try books.flows(from: start, to: end)
                let people = try books.peopleWithoutStage(at: end)
                let lines = try Stage.allCases.map { stage -> StageWaterfall.Line in
                    let (entered, left) = (flows.entered[stage.rawValue] ?? 0, flows.left[stage.rawValue] ?? 0)
                    let isFirst = stage == .prospect
                    let last = isFirst ? people : after[stage.rawValue] ?? 0
                    return StageWaterfall.Line(
                        stage: stage, before: isFirst ? last + left - entered : before[stage.rawValue] ?? 0,
                        entered: entered, left: left, after: last,
                        medianStayMillis: try books.medianStay(
                            stage.rawValue, from: start, to: end, count: left))
                }
                return StageWaterfall(
                    from: from, to: to, lines: lines, cohorts: try cohorts(books, days, from: from, end: end))
            }
        }
    }

    private func cohorts(
        _ books: DeskBooks, _ days: ZonedDays, from: CivilDay, end: Instant
    ) throws -> [StageWaterfall.Cohort] {
        var cohorts: [CivilDay: [Stage: Int]] = [:]
        var (current, month, reached): (Int64?, CivilDay?, Set<Stage>) = (nil, nil, [])
        func close() {
            guard let month else { return }
            for stage in reached { cohorts[month, default: [:]][stage, default: 0] += 1 }
        }
        try books.forEachMove(since: Instant(milliseconds: .min)) { buyer, to, _, at in
            if buyer != current {
                close()
                (current, month, reached) = (buyer, nil, [])
            }
            guard at < end, let stage = Stage(rawValue: to) else { return }
            if month == nil, stage == .qualified {
                let day = days.day(of: at)
                month = day.advanced(by: 1 - day.components.day)
            }
            if month != nil { reached.insert(stage) }
        }
        close()
        let first = from.advanced(by: 1 - from.components.day)
        return cohorts.filter { $0.key >= first }.sorted { $0.key < $1.key }.map {
            StageWaterfall.Cohort(month: $0.key, reached: $0.value)
        }
    }
}
