import WeirAgreement
import WeirFacts

/// Between qualified and won: who waits, who is handed to whom, whose promise runs, and what became of it.
///
/// A machine without a clock or a store of its own: it takes an input and an instant, and returns what has to be done.
/// The same inputs give the same desk again, so that it can be rebuilt from what was recorded. If an input is refused,
/// nothing has changed.
public struct Desk: Sendable {
    /// What the desk knows of one buyer.
    public struct BuyerRecord: Hashable, Sendable {
        public internal(set) var history: StageHistory
        /// The latest hand-off.
        public internal(set) var handOff: String?
        /// The team that they wait for, or were handed to.
        public internal(set) var team: Int?
        public internal(set) var comesBack: CivilDay?
    }

    /// One team at work.
    public struct TeamDesk: Sendable {
        public internal(set) var roster: Roster
        public internal(set) var meter: ReleaseMeter
        public internal(set) var fairness = FairnessLedger()
        /// The agreement's, with the special days.
        public internal(set) var calendar: BusinessCalendar
        public internal(set) var specialDays = SpecialDays()
        /// Hand-offs that are not settled, by id; follows from the records, see ``Desk/keep(_:)``.
        public internal(set) var open: Set<String> = []
        /// The last day on which the work of those who are away was looked after.
        var lookedAfter: CivilDay?
    }

    /// Those of the agreement in force.
    public internal(set) var rules: DeskRules
    public internal(set) var now: Instant
    public internal(set) var teams: [TeamDesk]
    public internal(set) var buyers: [String: BuyerRecord] = [:]
    public internal(set) var handOffs: [String: HandOffRecord] = [:]
    /// Qualified buyers whom no routing rule fits.
    public internal(set) var withoutTeam: [String: QualifiedInput] = [:]
    /// Recycled buyers by the day on which they come back.
    var returning: [CivilDay: Set<String>] = [:]
    /// Hand-offs that joined another, by the other's id.
    var merged: [String: [String]] = [:]
    /// How many there have been.
    public internal(set) var handOffCount = 0
    /// How to take back what was changed since the input began, so that a refused one leaves no trace.
    var changes: [Change] = []

    public init(_ rules: DeskRules, at start: Instant) {
        self.rules = rules
        now = start
        teams = zip(rules.handOff.teams, rules.calendars).map { team, calendar in
            TeamDesk(
                roster: Roster(team), meter: ReleaseMeter(order: rules.order, day: calendar.zone.day(of: start)),
                calendar: calendar)
        }
    }

    /// Takes an input.
    /// - Returns: what has to be done, in order.
    /// - Throws: why it is refused; then nothing has changed.
    public mutating func take(_ input: DeskInput, at instant: Instant) throws(DeskError) -> [DeskAction] {
        guard instant >= now else {
            throw DeskError(.outOfRange, at: "\(instant)", "the desk already stands at \(now)")
        }
        changes.removeAll(keepingCapacity: true)
        let before = Moment(self)
        do {
            now = instant
            return try perform(input)
        } catch {
            goBack(to: before)
            throw error
        }
    }

    private mutating func perform(_ input: DeskInput) throws(DeskError) -> [DeskAction] {
        switch input {
        case .tick: return try tick()
        case .qualified(let buyer): return try qualify(buyer)
        case .noLongerQualified(let buyer, let reason): return try leaveQueue(buyer, .lead, reason)
        case .added(let buyer, let name): return try add(buyer, by: name)
        case .suppressed(let buyer, let reason): return try suppress(buyer, reason)
        case .disposition(let id, let disposition, let actor, let seen):
            return try dispose(id, disposition, by: actor, seen: seen)
        case .pause(let id, let milestone, let reason, let actor, let seen):
            return try tell(id, milestone, .pause(reason), by: actor, seen: seen)
        case .resume(let id, let milestone, let actor, let seen):
            return try tell(id, milestone, .resume, by: actor, seen: seen)
        case .opportunity(let buyer, let change, let actor): return try follow(buyer, change, actor)
        case .joined(let team, let name, let capacity): return try join(team, name, capacity)
        case .left(let team, let name): return try leave(team, name)
        case .away(let team, let name, let leave): return try away(team, name, leave)
        case .hours(let team, let calendar): return try changeHours(team, calendar)
        case .specialDays(let team, let days):
            return try changeDays(team) { (special) throws(DeskError) in try special.say(days) }
        case .usualDays(let team, let days): return try changeDays(team) { $0.forget(days) }
        case .agreement(let rules): return try adopt(rules)
        }
    }

    /// Moves a buyer, who is a prospect if nobody knew them.
    mutating func move(
        _ buyer: String, to stage: Stage, by actor: Actor, reason: String? = nil, facts: [Int64] = []
    ) throws(DeskError) -> DeskAction {
        var record = buyers[buyer] ?? BuyerRecord(history: StageHistory(at: now))
        record.comesBack = nil
        let move = try record.history.move(
            to: stage, at: now, by: actor, reason: reason, agreement: rules.agreement, facts: facts)
        keep(buyer, record)
        return .moved(buyer: buyer, move)
    }

    func team(_ number: Int) throws(DeskError) -> TeamDesk {
        guard teams.indices.contains(number) else {
            throw DeskError(.unknown, at: "team \(number)", "there are \(teams.count) teams, counted from 0")
        }
        return teams[number]
    }

    func handOff(_ id: String) throws(DeskError) -> HandOffRecord {
        guard let record = handOffs[id] else { throw DeskError(.unknown, at: id, "there is no such hand-off") }
        return record
    }
}
