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

    /// Of thirty people one begins to qualify each day, for ten days; every third begins again later.
    @Test func whoQualifiesWhenMayComeFromAHistory() throws {
        let start = try #require(CivilDay("2026-02-02"))
        let demand = (0..<30).flatMap { number in
            let name = "buy_\(number)"
            let first = YearDemand(day: start.advanced(by: number), buyer: name, qualifies: true)
            let end = YearDemand(day: start.advanced(by: number + 10), buyer: name, qualifies: false)
            let again = YearDemand(day: start.advanced(by: number + 20), buyer: name, qualifies: true)
            return number.isMultiple(of: 3) ? [again, end, first] : [end, first]
        }
        var year = DeskYear(try DeskFixture.rules(), chance: SeededChance(5), from: start, demand: demand)
        let isSound = year.run(days: 60, stepMinutes: 60)
        #expect(isSound && year.report.qualified == 40 && year.report.stages.values.reduce(0, +) == 30)
        #expect(Set(year.desk.buyers.keys) == Set(demand.map(\.buyer)) && year.report.offered > 20)
    }

    @Test func theSameInputsGiveTheSameDesk() throws {
        var (first, second) = (try year(7), try year(7))
        let areSound = [first.run(days: 15), second.run(days: 15)]
        #expect(areSound == [true, true])
        #expect(first.log == second.log)
        #expect(first.log.count > 500)
    }
}
