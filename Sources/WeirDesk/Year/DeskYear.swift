import WeirAgreement
import WeirFacts

/// A year at the desk, at random, that keeps count in its own simple way: nothing may be lost, nobody gets more than they
/// can follow up, and the account books balance.
public struct DeskYear {
    /// What a run came to.
    public struct Report: Hashable, Sendable {
        public var days = 0
        public var steps = 0
        public var inputs = 0
        public var qualified = 0
        public var raisedHands = 0
        public var offered = 0
        public var expired = 0
        public var handedOn = 0
        /// Whose record was refused, and who were placed anew.
        public var returned = 0
        public var ghosts = 0
        public var breached = 0
        public var teamChanges = 0
        public var refused = 0
        /// Buyers by the stage they ended in.
        public var stages: [Stage: Int] = [:]
        /// What should not have happened, in words; empty when all is well.
        public var faults: [String] = []
    }

    public private(set) var desk: Desk
    public private(set) var report = Report()
    /// What happened, to compare runs by.
    public private(set) var log: [DeskAction] = []
    private var chance: any RandomNumberGenerator
    public let start: CivilDay
    private var raised: Set<String> = []
    /// Whose record was refused, or whose day has come: they are placed anew if they still fit.
    private var sentBack: [String] = []
    private var given: [String: Int] = [:]
    private var away: [String: [ClosedRange<CivilDay>]] = [:]
    private let routes: Int
    /// The next comes last; `nil` where who qualifies, and who is there, is chance.
    private var events: [YearEvent]?
    /// Everybody who ever qualified.
    private var known: [String] = []
    /// Who fits the definition now, as was said last.
    private var fitting: [String: QualifiedInput] = [:]

    /// - Parameters:
    ///   - rules: of an agreement with teams.
    ///   - chance: what happens; the same chance brings a run back.
    ///   - start: the first day.
    ///   - events: who qualifies when, and who is there; those of one day in their order. `nil` leaves that to chance, too.
    public init(
        _ rules: DeskRules, chance: some RandomNumberGenerator, from start: CivilDay, events: [YearEvent]? = nil
    ) {
        self.start = start
        self.events = events.map { events in
            events.enumerated().sorted { ($1.element.day, $1.offset) < ($0.element.day, $0.offset) }.map(\.element)
        }
        self.chance = chance
        desk = Desk(rules, at: Instant(startOf: start))
        routes = max(rules.handOff.routing.count, 1)
    }

    /// Runs on.
    /// - Parameters:
    ///   - days: how many.
    ///   - stepMinutes: between two ticks.
    ///   - checkEveryStep: whether everything is checked from the ground up after each step, not only each day.
    /// - Returns: whether it may go on; `false` after the first fault.
    public mutating func run(days: Int, stepMinutes: Int = 30, checkEveryStep: Bool = false) -> Bool {
        for _ in 0..<days {
            let midnight = Instant(startOf: start.advanced(by: report.days)).milliseconds
            for minute in stride(from: 0, to: 1440, by: stepMinutes) {
                let now = Instant(milliseconds: midnight + Int64(minute) * 60_000)
                report.steps += 1
                tick(now)
                if chance.isTrue(percent: stepMinutes) {
                    if events == nil { qualify(now) } else { takeEvents(now) }
                }
                if chance.isTrue(percent: stepMinutes * 3 / 2) { decide(now) }
                if checkEveryStep, !check("at \(now)") { return false }
            }
            if events == nil, chance.isTrue(percent: 4) {
                changeTeam(Instant(milliseconds: midnight + 86_399_000), start.advanced(by: report.days))
            }
            guard check("on day \(report.days)") else { return false }
            report.days += 1
        }
        report.stages = desk.buyers.values.reduce(into: [:]) { $0[$1.history.stage, default: 0] += 1 }
        return report.faults.isEmpty
    }

    private mutating func check(_ place: String) -> Bool {
        report.faults += desk.violations().prefix(3).map { "\(place): \($0)" }
        // Nobody is lost: whoever qualified is known.
        if desk.buyers.count != known.count {
            report.faults.append("\(place): \(known.count) qualified, \(desk.buyers.count) are known")
        }
        return report.faults.isEmpty
    }

    /// Time does nothing before the moment that the desk said.
    private mutating func tick(_ now: Instant) {
        let next = desk.nextMoment
        let before = log.count
        tell(.tick, now)
        if next.map({ $0 > now }) ?? true, log.count > before {
            report.faults.append("at \(now): a tick did something before \(next.map { "\($0)" } ?? "ever")")
        }
    }

    private mutating func tell(_ input: DeskInput, _ now: Instant) {
        report.inputs += 1
        do throws(DeskError) {
            let actions = try desk.take(input, at: now)
            for action in actions { count(action, now) }
            log += actions
        } catch {
            report.refused += 1
            guard [.notAllowed, .unknown, .clock].contains(error.code) else {
                report.faults.append("at \(now): \(error)")
                return
            }
        }
    }

    private mutating func count(_ action: DeskAction, _ now: Instant) {
        switch action {
        case .offered(_, let buyer, let team, let owner, _): check(offer: buyer, team, owner, now)
        case .moved(_, let move) where move.actor == .system("expired"): report.expired += 1
        case .moved(let buyer, let move) where move.to == .qualified && [.released, .accepted].contains(move.from):
            report.returned += 1
            sentBack.append(buyer)
        case .moved(let buyer, let move) where move.to == .lead && move.from == .recycled: sentBack.append(buyer)
        case .handedOn: report.handedOn += 1
        case .ghost: report.ghosts += 1
        case .clock(_, _, .breached): report.breached += 1
        case .fairness(_, let row) where row.credits.reduce(Int64(0), { $0 + $1.micro }) != 0:
            report.faults.append("at \(now): a row of the account book does not sum to zero")
        default: break
        }
    }

    /// Nobody gets more in a day than they can follow up, raised hands apart, nor anything while they are away.
    private mutating func check(offer buyer: String, _ team: Int, _ owner: String, _ now: Instant) {
        report.offered += 1
        let day = desk.teams[team].calendar.zone.day(of: now)
        if away[owner, default: []].contains(where: { $0.contains(day) }) {
            report.faults.append("\(owner) is away on \(day), and was handed \(buyer)")
        }
        guard !raised.contains(buyer) else { return }
        given["\(owner) \(day)", default: 0] += 1
        let capacity = desk.teams[team].roster.member(owner)?.capacity(on: day) ?? 0
        if given["\(owner) \(day)", default: 0] > capacity {
            report.faults.append("\(owner) was handed more than \(capacity) on \(day)")
        }
        if !desk.teams[team].calendar.isOpen(at: now) { report.faults.append("\(owner) was handed \(buyer) at \(now)") }
    }

    private mutating func qualify(_ now: Instant) {
        for _ in 0...chance.below(3) {
            let buyer = "b\(known.count + 1)"
            let owners = desk.teams.flatMap { $0.roster.members.prefix(1) }.map(\.name)
            let rules = chance.isTrue(percent: 2) ? [] : [chance.below(routes), routes - 1]
            let owner = chance.isTrue(percent: 5) && !owners.isEmpty ? owners[chance.below(owners.count)] : nil
            let input = QualifiedInput(
                buyer: buyer, account: "acc_" + buyer, raisedHand: chance.isTrue(percent: 10), tier: chance.below(3),
                scoreMilli: Int64(chance.below(100_000)), accountOwner: owner, fittingRules: rules)
            qualify(input, now)
        }
        placeAnew(now)
    }

    /// What happened since the last time; now and then, as chance has it.
    private mutating func takeEvents(_ now: Instant) {
        while let next = events?.last, next.day <= now.utcDay {
            events?.removeLast()
            switch next.input {
            case .qualified(let input): qualify(input, now)
            case .noLongerQualified(let buyer, _):
                fitting[buyer] = nil
                if desk.buyers[buyer]?.history.stage == .qualified { tell(next.input, now) }
            case .away(_, let name, let leave):
                if leave.awayPermille == 1000 { away[name, default: []].append(leave.from...leave.to) }
                changeTeam(next.input, now)
            default: changeTeam(next.input, now)
            }
        }
        placeAnew(now)
    }

    private mutating func qualify(_ input: QualifiedInput, _ now: Instant) {
        let stage = desk.buyers[input.buyer]?.history.stage
        // Whatever the definition says of them.
        if stage == .suppressed { return }
        if stage == nil { known.append(input.buyer) }
        if fitting.updateValue(input, forKey: input.buyer) == nil { report.qualified += 1 }
        if input.raisedHand, !raised.contains(input.buyer) { report.raisedHands += 1 }
        place(input, now)
    }

    private mutating func place(_ input: QualifiedInput, _ now: Instant) {
        if input.raisedHand { raised.insert(input.buyer) } else { raised.remove(input.buyer) }
        tell(.qualified(input), now)
    }

    private mutating func placeAnew(_ now: Instant) {
        while let buyer = sentBack.popLast() {
            guard let stage = desk.buyers[buyer]?.history.stage, [.qualified, .lead].contains(stage) else { continue }
            if var input = fitting[buyer] {
                // A hand that was raised before they were sent back counts no more.
                if stage == .lead { input.raisedHand = false }
                place(input, now)
            } else if stage == .qualified {
                tell(.noLongerQualified(buyer: buyer, reason: "the definition no longer holds"), now)
            }
        }
    }

    private mutating func decide(_ now: Instant) {
        let reasons = desk.rules.handOff.dispositions
        let refusals = (reasons?.rejectProcedural ?? []) + (reasons?.rejectJudgement ?? [])
        for _ in 0..<3 {
            let open = desk.teams.flatMap { $0.open }.sorted()
            guard !open.isEmpty else { return }
            let id = open[chance.below(open.count)]
            // Some are accepted and then forgotten, until somebody asks.
            guard let record = desk.handOffs[id], !id.hasSuffix("0") || record.isUnanswered || record.isGhost else {
                continue
            }
            let other = open.first { $0 != id && desk.handOffs[$0]?.account == record.account } ?? id
            let choices: [Disposition] = [
                .accept, .accept, .accept, .contacted,
                .reject(reason: refusals.isEmpty ? "" : refusals[chance.below(refusals.count)]),
                .recycle(reason: "later", until: nil), .alreadyWorking(into: other),
                .snooze(until: Instant(milliseconds: now.milliseconds + 86_400_000)),
            ]
            tell(
                .disposition(
                    handOff: id, choices[chance.below(choices.count)], by: .person("someone"), seen: nil), now)
            if chance.isTrue(percent: 10) {
                tell(.pause(handOff: id, .disposition, .meetingBooked, by: .person("someone"), seen: nil), now)
            }
            if chance.isTrue(percent: 3) {
                let buyer = known[chance.below(known.count)]
                if desk.buyers[buyer]?.history.stage != .suppressed {
                    tell(.suppressed(buyer: buyer, reason: "asked"), now)
                }
            }
        }
    }

    private mutating func changeTeam(_ now: Instant, _ day: CivilDay) {
        let team = chance.below(desk.teams.count)
        let members = desk.teams[team].roster.members.filter { !$0.hasLeft }
        guard !members.isEmpty else { return }
        let member = members[chance.below(members.count)]
        switch chance.below(5) {
        case 0 where members.count > 1: changeTeam(.left(team: team, name: member.name), now)
        case 1: changeTeam(.joined(team: team, name: "new\(team)\(day)", capacity: 4 + chance.below(8)), now)
        case 2:
            // A bridge day, or a morning on which the team is there although its week may say otherwise.
            let morning = [WorkingCalendar.Hours(from: 540, to: 720)]
            let special = SpecialDay(
                day.advanced(by: 1 + chance.below(20)), hours: chance.isTrue(percent: 50) ? [] : morning)
            changeTeam(.specialDays(team: team, [special]), now)
        default:
            let from = day.advanced(by: 2)
            let to = from.advanced(by: 1 + chance.below(14))
            away[member.name, default: []].append(from...to)
            changeTeam(.away(team: team, name: member.name, Leave(from: from, to: to)), now)
        }
    }

    private mutating func changeTeam(_ input: DeskInput, _ now: Instant) {
        report.teamChanges += 1
        tell(input, now)
    }
}

extension RandomNumberGenerator {
    fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    fileprivate mutating func isTrue(percent: Int) -> Bool { below(100) < percent }
}
