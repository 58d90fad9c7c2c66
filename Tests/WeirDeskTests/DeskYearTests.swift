import Testing
import WeirDesk
import WeirFacts

/// Weeks at the desk: three time zones, leave, departures, breaches, at random; a seed brings a failure back. The whole
/// year is `weir desk year`.
@Suite struct DeskYearTests {
    private func year(_ seed: UInt64) throws -> DeskYear {
        DeskYear(try DeskFixture.rules(), seed: seed, from: try #require(CivilDay("2026-02-01")))
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

    @Test func theSameInputsGiveTheSameDesk() throws {
        var (first, second) = (try year(7), try year(7))
        let areSound = [first.run(days: 15), second.run(days: 15)]
        #expect(areSound == [true, true])
        #expect(first.log == second.log)
        #expect(first.log.count > 500)
    }
}
