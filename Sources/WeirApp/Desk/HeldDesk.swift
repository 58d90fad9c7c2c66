import WeirDesk
import WeirFacts
import WeirLedger

/// A desk in memory, and how much of it is on disk.
struct HeldDesk: Sendable {
    var desk: Desk
    var position: DeskPosition
    var terms: DeskTerms
    /// As stored.
    var teams: [DeskStanding.Team]

    /// The desk as its books have it.
    init(_ books: DeskBooks, _ position: DeskPosition, _ terms: DeskTerms) throws {
        let teams = try books.teams().map { try DeskText.read(DeskStanding.Team.self, $0) }
        var buyers: [String: DeskStanding.Buyer] = [:]
        try books.forEachBuyer { row in
            buyers[RecordID.buyer.text(row.buyer)] = DeskStanding.Buyer(
                stage: Stage(rawValue: row.stage) ?? .prospect, since: row.since,
                handOff: row.handOff.map(RecordID.handOff.text), team: row.team, comesBack: row.comesBack)
        }
        var waiting: [Int: [WaitingBuyer]] = [:]
        var withoutTeam: [QualifiedInput] = []
        for row in try books.waiting() {
            if let team = row.team {
                waiting[team, default: []].append(try DeskText.read(WaitingBuyer.self, row.body))
            } else {
                withoutTeam.append(try DeskText.read(QualifiedInput.self, row.body))
            }
        }
        let handOffs = try books.livingHandOffs().map { try DeskText.read(HandOffRecord.self, $0) }
        desk = try Desk(
            terms.rules,
            restoring: DeskStanding(
                now: position.at, teams: teams, buyers: buyers, handOffs: handOffs, waiting: waiting,
                withoutTeam: withoutTeam, handOffCount: position.handOffs))
        self.position = position
        self.terms = terms
        self.teams = teams
    }

    /// A desk that begins.
    init(beginning terms: DeskTerms, at now: Instant, _ reach: DeskReach) {
        desk = Desk(terms.rules, at: now)
        position = DeskPosition(at: now, fact: 0, agreement: terms.version, reach: reach, handOffs: 0)
        self.terms = terms
        teams = []
    }
}
