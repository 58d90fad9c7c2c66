import Testing
import WeirInsight

@Suite("Shares and rates")
struct ShareTests {
    @Test(
        "Wilson's interval has the values of the literature",
        arguments: [(8, 10, 490, 943), (0, 10, 0, 278), (10, 10, 722, 1000), (50, 100, 404, 596), (1, 1000, 0, 6)])
    func knownIntervals(count: Int, base: Int, low: Int, high: Int) {
        #expect(Share(count, of: base).interval == low...high)
    }

    @Test("An interval holds its share and stays within 0 and 1")
    func intervalsHold() throws {
        for base in 1...120 {
            for count in 0...base {
                let share = Share(count, of: base)
                let interval = try #require(share.interval)
                let permille = try #require(share.permille)
                #expect(interval.contains(permille), "\(count) of \(base)")
                #expect(interval.lowerBound >= 0 && interval.upperBound <= 1000, "\(count) of \(base)")
            }
        }
    }

    @Test("No base, no share; under 30 the base is small")
    func bases() {
        #expect(Share(0, of: 0).permille == nil)
        #expect(Share(0, of: 0).interval == nil)
        #expect(Share(29, of: 29).isSmall)
        #expect(!Share(30, of: 30).isSmall)
    }

    @Test("A rate is per 100 account-quarters, and its share over the horizon is 1 − exp(−rate × days)")
    func rates() throws {
        let rate = IncidenceRate(events: 12, accountDays: 91_250)
        #expect(rate.perHundredQuartersTenths == 12)
        #expect(rate.accountQuarters == 1000)
        let expected = try #require(rate.expectedShare(days: 180))
        #expect(expected.permille == 23)
        // Exact Poisson limits of 12 events are 6.20 and 20.96.
        #expect(expected.interval == 12...41)
        #expect(IncidenceRate(events: 0, accountDays: 0).expectedShare(days: 180) == nil)
    }

    @Test("A lift needs events on both sides, and its interval holds it")
    func lifts() throws {
        let base = IncidenceRate(events: 20, accountDays: 10_000)
        let lift = try #require(Lift(of: IncidenceRate(events: 40, accountDays: 4000), over: base))
        #expect(lift.ratioHundredths == 500)
        // 5 × exp(±1.96 × √(1/40 + 1/20))
        #expect(lift.interval == 292...855)
        #expect(Lift(of: IncidenceRate(events: 0, accountDays: 4000), over: base) == nil)
    }

    @Test("Quartiles are days that occurred, and the bins hold every value once")
    func distributions() {
        let spread = DayDistribution([180, 0, 14, 15, 30], limit: 180)
        #expect([spread.lowerQuartile, spread.median, spread.upperQuartile] == [14, 15, 30])
        #expect(spread.bins.map(\.count) == [2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1])
        #expect(spread.bins.first?.to == 14)
        #expect(spread.bins.last?.to == 180)
        #expect(DayDistribution([], limit: 180).median == nil)
    }
}
