import WeirAgreement
import WeirFacts

/// What has to be kept of a desk so that it goes on after the process has ended: its teams, who stands where, what is
/// open and who waits. Moves and settled hand-offs stay with whoever keeps the books.
public struct DeskStanding: Hashable, Sendable {
    /// One team.
    public struct Team: Hashable, Sendable, Codable {
        public var name: String
        /// The hours it works, as its agreement wrote them; kept for teams that a later agreement leaves out.
        public var calendar: WorkingCalendar
        /// `nil` in books from before there were any.
        public var specialDays: SpecialDays?
        public var roster: Roster
        /// The day that `loads` are of.
        public var day: CivilDay
        public var loads: [String: ReleaseMeter.Load]
        public var fairness: FairnessLedger
        var lookedAfter: CivilDay?
    }

    /// Where one buyer stands.
    public struct Buyer: Hashable, Sendable {
        public var stage: Stage
        public var since: Instant
        /// The latest hand-off.
        public var handOff: String?
        /// Number of the team that they wait for, or were handed to.
        public var team: Int?
        public var comesBack: CivilDay?

        public init(stage: Stage, since: Instant, handOff: String?, team: Int?, comesBack: CivilDay?) {
            self.stage = stage
            self.since = since
            self.handOff = handOff
            self.team = team
            self.comesBack = comesBack
        }
    }

    public var now: Instant
    public var teams: [Team]
    public var buyers: [String: Buyer]
    /// Open ones, and those that joined another; others may be added with ``Desk/admit(_:)`` when they are asked for.
    public var handOffs: [HandOffRecord]
    /// By number of the team.
    public var waiting: [Int: [WaitingBuyer]]
    /// Qualified buyers whom no routing rule fits.
    public var withoutTeam: [QualifiedInput]
    /// How many hand-offs there were.
    public var handOffCount: Int

    public init(
        now: Instant, teams: [Team], buyers: [String: Buyer], handOffs: [HandOffRecord],
        waiting: [Int: [WaitingBuyer]], withoutTeam: [QualifiedInput], handOffCount: Int
    ) {
        self.now = now
        self.teams = teams
        self.buyers = buyers
        self.handOffs = handOffs
        self.waiting = waiting
        self.withoutTeam = withoutTeam
        self.handOffCount = handOffCount
    }
}

/// Where a buyer waits.
public enum WaitingPlace: Hashable, Sendable {
    case team(Int, WaitingBuyer)
    case withoutTeam(QualifiedInput)

    public var raisedHand: Bool {
        switch self {
        case .team(_, let waiting): waiting.raisedHand
        case .withoutTeam(let input): input.raisedHand
        }
    }

    /// Who had the buyer and refused their record.
    public var refusedBy: [String] {
        switch self {
        case .team(_, let waiting): waiting.refusedBy
        case .withoutTeam(let input): input.refusedBy
        }
    }
}

extension Desk {
    /// The desk as it stood.
    /// - Parameter rules: of the agreement it stood under; its teams are brought into the order of the standing's.
    public init(_ rules: DeskRules, restoring standing: DeskStanding) throws(DeskError) {
        let rules = try rules.arranged(after: standing.teams.map { ($0.name, $0.calendar) })
        self.init(rules, at: standing.now)
        for (number, team) in standing.teams.enumerated() {
            teams[number].specialDays = team.specialDays ?? SpecialDays()
            teams[number].calendar = try teams[number].calendar.with(teams[number].specialDays)
            teams[number].roster = team.roster
            teams[number].meter = ReleaseMeter(
                order: rules.order, day: team.day, loads: team.loads, waiting: standing.waiting[number] ?? [])
            teams[number].fairness = team.fairness
            teams[number].lookedAfter = team.lookedAfter
        }
        for (id, buyer) in standing.buyers {
            var record = BuyerRecord(history: StageHistory(buyer.stage, at: buyer.since))
            record.handOff = buyer.handOff
            record.team = buyer.team
            record.comesBack = buyer.comesBack
            keep(id, record)
        }
        for record in standing.handOffs { admit(record) }
        for input in standing.withoutTeam { keep(withoutTeam: input) }
        handOffCount = standing.handOffCount
        changes = []
    }

    /// Brings a settled hand-off back into memory, because somebody asks about it.
    public mutating func admit(_ record: HandOffRecord) {
        if handOffs[record.id] == nil { keep(record) }
    }

    public func standing(ofTeam number: Int) -> DeskStanding.Team {
        let (desk, team) = (teams[number], rules.handOff.teams[number])
        return DeskStanding.Team(
            name: team.name, calendar: team.calendar, specialDays: desk.specialDays, roster: desk.roster,
            day: desk.meter.day,
            loads: desk.meter.loads, fairness: desk.fairness, lookedAfter: desk.lookedAfter)
    }

    public func standing(ofBuyer id: String) -> DeskStanding.Buyer? {
        buyers[id].map {
            DeskStanding.Buyer(
                stage: $0.history.stage, since: $0.history.since, handOff: $0.handOff, team: $0.team,
                comesBack: $0.comesBack)
        }
    }

    /// Where a buyer waits; `nil` where they do not.
    public func waitingPlace(of buyer: String) -> WaitingPlace? {
        if let input = withoutTeam[buyer] { return .withoutTeam(input) }
        guard let record = buyers[buyer], record.history.stage == .qualified, let team = record.team else { return nil }
        return teams[team].meter[buyer].map { .team(team, $0) }
    }
}
