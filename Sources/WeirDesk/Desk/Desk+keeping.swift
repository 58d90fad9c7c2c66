import WeirFacts

/// Changing what is kept, so that it can be taken back.
///
/// Queues, open work and buyers may be many: each change is remembered by itself, and nothing is copied whole. What
/// follows from a record (who is open, who comes back when, what joined what) changes with it, here alone.
extension Desk {
    enum Change: Sendable {
        case buyer(String, was: BuyerRecord?)
        case handOff(String, was: HandOffRecord?)
        case withoutTeam(String, was: QualifiedInput?)
        case queued(WaitingBuyer, team: Int)
        case left(WaitingBuyer, team: Int)
    }

    /// The rest: small, and kept whole while an input is taken.
    struct Moment {
        fileprivate let now: Instant
        fileprivate let rules: DeskRules
        fileprivate let handOffCount: Int
        fileprivate let teams: [Team]

        fileprivate struct Team {
            let roster: Roster
            let day: CivilDay
            let loads: [String: ReleaseMeter.Load]
            let fairness: FairnessLedger
            let calendar: BusinessCalendar
            let specialDays: SpecialDays
            let lookedAfter: CivilDay?
        }

        init(_ desk: Desk) {
            now = desk.now
            rules = desk.rules
            handOffCount = desk.handOffCount
            teams = desk.teams.map {
                Team(
                    roster: $0.roster, day: $0.meter.day, loads: $0.meter.loads, fairness: $0.fairness,
                    calendar: $0.calendar, specialDays: $0.specialDays, lookedAfter: $0.lookedAfter)
            }
        }
    }

    /// Buyers and hand-offs that the last input changed, each once.
    public var touched: (buyers: Set<String>, handOffs: Set<String>) {
        changes.reduce(into: (buyers: [], handOffs: [])) { touched, change in
            switch change {
            case .buyer(let id, _): touched.buyers.insert(id)
            case .handOff(let id, _): touched.handOffs.insert(id)
            case .withoutTeam(let id, _): touched.buyers.insert(id)
            case .queued(let waiting, _), .left(let waiting, _): touched.buyers.insert(waiting.buyer)
            }
        }
    }

    mutating func goBack(to moment: Moment) {
        for change in changes.reversed() {
            switch change {
            case .buyer(let id, let was): set(id, was)
            case .handOff(let id, let was): set(handOff: id, was)
            case .withoutTeam(let id, let was): withoutTeam[id] = was
            case .queued(let waiting, let team): _ = teams[team].meter.remove(waiting.buyer)
            case .left(let waiting, let team): teams[team].meter.enqueue(waiting)
            }
        }
        changes.removeAll(keepingCapacity: true)
        let isOrdered = rules.order == moment.rules.order
        (now, rules, handOffCount) = (moment.now, moment.rules, moment.handOffCount)
        teams.removeLast(teams.count - moment.teams.count)
        for (number, team) in moment.teams.enumerated() {
            teams[number].roster = team.roster
            teams[number].meter.stand(at: team.day, team.loads)
            teams[number].fairness = team.fairness
            teams[number].calendar = team.calendar
            teams[number].specialDays = team.specialDays
            teams[number].lookedAfter = team.lookedAfter
            if !isOrdered { teams[number].meter.reorder(rules.order) }
        }
    }

    // MARK: Changes

    mutating func keep(_ buyer: String, _ record: BuyerRecord) {
        changes.append(.buyer(buyer, was: buyers[buyer]))
        set(buyer, record)
    }

    mutating func change(_ buyer: String, _ change: (inout BuyerRecord) -> Void) {
        guard var record = buyers[buyer] else { return }
        change(&record)
        keep(buyer, record)
    }

    mutating func keep(_ record: HandOffRecord) {
        changes.append(.handOff(record.id, was: handOffs[record.id]))
        set(handOff: record.id, record)
    }

    mutating func keep(withoutTeam input: QualifiedInput) {
        changes.append(.withoutTeam(input.buyer, was: withoutTeam.updateValue(input, forKey: input.buyer)))
    }

    mutating func enqueue(_ waiting: WaitingBuyer, _ team: Int) {
        teams[team].meter.enqueue(waiting)
        changes.append(.queued(waiting, team: team))
    }

    /// Takes a buyer out of wherever they wait.
    mutating func dequeue(_ buyer: String, _ team: Int?) {
        if let input = withoutTeam.removeValue(forKey: buyer) { changes.append(.withoutTeam(buyer, was: input)) }
        if let team, let waiting = teams[team].meter.remove(buyer) { changes.append(.left(waiting, team: team)) }
    }

    // MARK: Records, and what follows from them

    private mutating func set(_ id: String, _ record: BuyerRecord?) {
        let (old, new) = (buyers[id]?.comesBack, record?.comesBack)
        buyers[id] = record
        guard old != new else { return }
        if let old {
            returning[old]?.remove(id)
            if returning[old]?.isEmpty == true { returning[old] = nil }
        }
        if let new { returning[new, default: []].insert(id) }
    }

    private mutating func set(handOff id: String, _ record: HandOffRecord?) {
        let old = handOffs[id]
        handOffs[id] = record
        if let team = (record ?? old)?.team {
            if record?.isOpen == true { teams[team].open.insert(id) } else { teams[team].open.remove(id) }
        }
        guard old?.joined != record?.joined else { return }
        if let other = old?.joined { merged[other]?.removeAll { $0 == id } }
        if let other = record?.joined { merged[other, default: []].append(id) }
    }
}

extension HandOffRecord {
    /// The hand-off that this one joined.
    fileprivate var joined: String? {
        if case .merged(let other) = state { return other }
        return nil
    }
}
