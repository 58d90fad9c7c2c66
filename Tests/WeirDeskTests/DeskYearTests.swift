import Testing
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirTestSupport

/// A year at the desk: three time zones, leave, departures, breaches, at random; a seed brings a failure back.
@Suite struct DeskYearTests {
    @Test(arguments: [(UInt64(1), 365), (2, 60)])
    func nothingIsLostAndNoCapacityExceeded(_ seed: UInt64, _ days: Int) throws {
        var year = try DeskYear(seed)
        try year.run(days: days)
        #expect(year.desk.violations() == [])
        #expect(year.exceeded == [], "seed \(seed)")
        #expect(year.unbalanced == 0, "seed \(seed)")
        #expect(year.offered > 10 * days && year.expired > 0 && year.handedOn > 0 && year.ghosts > 0, "seed \(seed)")
    }

    @Test func theSameInputsGiveTheSameDesk() throws {
        var (first, second) = (try DeskYear(7), try DeskYear(7))
        try first.run(days: 40)
        try second.run(days: 40)
        #expect(first.log == second.log)
        #expect(first.log.count > 500)
    }
}

/// Drives a desk, and keeps count in its own simple way.
struct DeskYear {
    var desk: Desk
    var chance: SeededChance
    var log: [DeskAction] = []
    var exceeded: [String] = []
    var unbalanced: Int64 = 0
    var (offered, expired, handedOn, ghosts) = (0, 0, 0, 0)
    private var raised: Set<String> = []
    private var given: [String: Int] = [:]
    private var people = 0
    private var away: [String: ClosedRange<CivilDay>] = [:]
    private let seed: UInt64
    private let start: CivilDay

    init(_ seed: UInt64) throws {
        self.seed = seed
        chance = SeededChance(seed)
        start = try #require(CivilDay("2026-02-01"))
        desk = try Desk(DeskFixture.rules(), at: Instant(startOf: start))
    }

    mutating func run(days: Int) throws {
        for day in 0..<days {
            let midnight = Instant(startOf: start.advanced(by: day)).milliseconds
            for half in 0..<48 {
                let now = Instant(milliseconds: midnight + Int64(half) * 1_800_000)
                try tell(.tick, now)
                if chance.isTrue(percent: 30) { try qualify(now) }
                if chance.isTrue(percent: 45) { try decide(now) }
            }
            let end = Instant(milliseconds: midnight + 86_399_000)
            if chance.isTrue(percent: 4) { try changeTeam(end, start.advanced(by: day)) }
            let found = desk.violations()
            guard found.isEmpty else {
                Issue.record("seed \(seed), day \(day): \(found.prefix(3))")
                return
            }
        }
    }

    private mutating func tell(_ input: DeskInput, _ now: Instant) throws {
        let actions = try desk.take(input, at: now)
        for action in actions {
            switch action {
            case .offered(_, let buyer, let team, let owner, _): try count(buyer, team, owner, now)
            case .moved(_, let move) where move.actor == .system("expired"): expired += 1
            case .handedOn: handedOn += 1
            case .ghost: ghosts += 1
            case .fairness(_, let row): unbalanced += abs(row.credits.reduce(Int64(0)) { $0 + $1.micro })
            default: break
            }
        }
        if log.count < 5000 { log += actions }
    }

    /// Nobody gets more in a day than they can follow up, raised hands apart, nor anything while they are away.
    private mutating func count(_ buyer: String, _ team: Int, _ owner: String, _ now: Instant) throws {
        offered += 1
        let day = desk.teams[team].calendar.zone.day(of: now)
        if let away = away[owner], away.contains(day) { exceeded.append("\(owner) is away on \(day)") }
        guard !raised.contains(buyer) else { return }
        given["\(owner) \(day)", default: 0] += 1
        let member = try #require(desk.teams[team].roster.member(owner))
        if given["\(owner) \(day)", default: 0] > member.capacity { exceeded.append("\(owner) on \(day)") }
        if !desk.teams[team].calendar.isOpen(at: now) { exceeded.append("\(owner) at night, \(now)") }
    }

    private mutating func qualify(_ now: Instant) throws {
        for _ in 0...chance.below(3) {
            people += 1
            let buyer = "b\(people)"
            let isRaised = chance.isTrue(percent: 10)
            if isRaised { raised.insert(buyer) }
            try tell(
                DeskFixture.buyer(
                    buyer, raisedHand: isRaised, tier: chance.below(3), score: Int64(chance.below(100_000)),
                    rules: chance.isTrue(percent: 2) ? [] : [chance.below(3), 2],
                    owner: chance.isTrue(percent: 5) ? "ana" : nil), now)
        }
    }

    private mutating func decide(_ now: Instant) throws {
        for _ in 0..<3 {
            guard !desk.teams[chance.below(3)].open.isEmpty else { continue }
            let open = desk.teams.flatMap { $0.open }.sorted()
            let id = chance.pick(open)
            // Some are accepted and then forgotten, until somebody asks.
            let record = try #require(desk.handOffs[id])
            if id.hasSuffix("0"), !record.isUnanswered, !record.isGhost { continue }
            let actor = Actor.person("someone")
            let disposition = chance.pick([
                Disposition.accept, .accept, .accept, .contacted, .reject(reason: "no_need"),
                .reject(reason: "duplicate"),
                .recycle(reason: "later", until: nil), .alreadyWorking(into: chance.pick(open)),
                .snooze(until: Instant(milliseconds: now.milliseconds + 86_400_000)),
            ])
            do {
                try tell(.disposition(handOff: id, disposition, by: actor, seen: nil), now)
                if chance.isTrue(percent: 10) { try tell(.pause(handOff: id, .disposition, .meetingBooked), now) }
            } catch let error as DeskError {
                #expect([.notAllowed, .unknown, .clock].contains(error.code), "seed \(seed): \(error)")
            }
            if chance.isTrue(percent: 3) {
                let buyer = "b\(1 + chance.below(people))"
                if desk.buyers[buyer]?.history.stage != .suppressed {
                    try tell(.suppressed(buyer: buyer, reason: "asked"), now)
                }
            }
        }
    }

    private mutating func changeTeam(_ now: Instant, _ day: CivilDay) throws {
        let team = chance.below(3)
        guard let member = desk.teams[team].roster.members.filter({ !$0.hasLeft }).randomElement(using: &chance) else {
            return
        }
        switch chance.below(4) {
        case 0 where desk.teams[team].roster.members.filter({ !$0.hasLeft }).count > 1:
            try tell(.left(team: team, name: member.name), now)
        case 1: try tell(.joined(team: team, name: "new\(team)\(day)", capacity: 4 + chance.below(8)), now)
        default:
            let from = day.advanced(by: 2)
            away[member.name] = from...from.advanced(by: 1 + chance.below(14))
            try tell(
                .away(team: team, name: member.name, Leave(from: from, to: away[member.name]?.upperBound ?? from)), now)
        }
    }
}
