import Testing
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirTestSupport

/// Weeks at the desk: three time zones, leave, departures, breaches, at random; a seed brings a failure back. The whole
/// year is `weir desk year`.
@Suite struct DeskYearTests {
    private func year(_ seed: UInt64) throws -> DeskYear {
        DeskYear(try DeskFixture.rules(), chance: SeededChance(seed), from: try #require(CivilDay("2026-02-01")))
    }

    @Test(arguments: [UInt64(1), 2])
    func nothingIsLostAndNoCapacityExceeded(_ seed: UInt64) throws {
        var year = try year(seed)
        let isSound = year.run(days: 45, stepMinutes: 60)
        #expect(isSound, "seed \(seed)")
        let report = year.report
        #expect(report.faults == [], "seed \(seed)")
        #expect(report.offered > 10 * report.days && report.expired > 0 && report.handedOn > 0, "seed \(seed)")
        #expect(report.breached > 0 && report.ghosts > 0, "seed \(seed)")
    }

    /// An agreement that is refused at its last member has reordered queues, added a team and let somebody leave by then.
    @Test func aRefusedInputLeavesNoTrace() throws {
        var year = try year(3)
        let isSound = year.run(days: 20, stepMinutes: 60)
        #expect(isSound)
        var desk = year.desk
        let rules = try DeskFixture.rules { handOff in
            handOff.release?.order = [.age]
            handOff.teams[0].members = [.init(name: "ben", capacity: 10), .init(name: "zoe", capacity: 0)]
            handOff.teams.append(Team(name: "new", members: [], calendar: handOff.teams[0].calendar))
        }
        #expect(throws: DeskError.self) { try desk.take(.agreement(rules), at: desk.now) }
        #expect(desk.buyers == year.desk.buyers && desk.handOffs == year.desk.handOffs)
        #expect(desk.teams.map(\.meter) == year.desk.teams.map(\.meter))
        #expect(desk.teams.map(\.open) == year.desk.teams.map(\.open))
        #expect(desk.teams.map(\.roster) == year.desk.teams.map(\.roster) && desk.rules == year.desk.rules)
        #expect(desk.violations() == [])
    }

    /// Of thirty people one begins to qualify each day, for ten days; every third begins again later, and then raises a
    /// hand, unless they must not be contacted by then. Ana is away in the third week, and dan goes.
    @Test func whoQualifiesWhenMayComeFromAHistory() throws {
        let start = try #require(CivilDay("2026-02-02"))
        var events: [YearEvent] = []
        for number in 0..<30 {
            func add(_ day: Int, _ input: DeskInput) { events.append(YearEvent(day: start.advanced(by: day), input)) }
            let name = "buy_\(number)"
            // Every second company is American, see the example's routing.
            let rules = number.isMultiple(of: 2) ? [0, 2] : [2]
            add(number, DeskFixture.buyer(name, tier: number % 3, rules: rules))
            add(number + 10, .noLongerQualified(buyer: name, reason: "scores decay"))
            guard number.isMultiple(of: 3) else { continue }
            add(number + 20, DeskFixture.buyer(name, rules: rules))
            add(number + 21, DeskFixture.buyer(name, raisedHand: true, rules: rules))
        }
        let (from, to) = (start.advanced(by: 14), start.advanced(by: 18))
        events.append(YearEvent(day: start, .away(team: 0, name: "ana", Leave(from: from, to: to))))
        events.append(YearEvent(day: start, .joined(team: 1, name: "eve", capacity: 10)))
        events.append(YearEvent(day: to, .left(team: 1, name: "dan")))
        var year = DeskYear(try DeskFixture.rules(), chance: SeededChance(5), from: start, events: events)
        let isSound = year.run(days: 60, stepMinutes: 60)
        #expect(isSound && year.report.faults == [])
        #expect(
            (31...40).contains(year.report.qualified) && year.report.raisedHands > 0 && year.report.teamChanges == 3)
        #expect(year.report.stages.values.reduce(0, +) == 30 && year.desk.buyers.count == 30)
        let offers = DeskFixture.offers(year.log)
        #expect(offers.count > 20)
        for (_, buyer, owner) in offers {
            let isAmerican = try #require(Int(buyer.dropFirst(4))).isMultiple(of: 2)
            #expect(["dan", "eve"].contains(owner) == isAmerican, "\(buyer) went to \(owner)")
        }
    }

    @Test func theSameInputsGiveTheSameDesk() throws {
        var (first, second) = (try year(7), try year(7))
        let areSound = [first.run(days: 15), second.run(days: 15)]
        #expect(areSound == [true, true])
        #expect(first.log == second.log)
        #expect(first.log.count > 500)
    }
}
