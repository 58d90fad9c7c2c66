import Testing
import WeirDesk
import WeirFacts

@Suite struct ForecastTests {
    private let history = ConversionHistory(
        responses: 1000, qualified: 200, byLagDays: [50, 30, 20], quietDays: 100, quietQualified: 100)

    private func days(_ from: String, _ to: String) throws -> ClosedRange<CivilDay> {
        try #require(CivilDay(from))...(try #require(CivilDay(to)))
    }

    @Test func saysWhichWeekOverflowsAndByHowMuch() throws {
        let campaign = try PlannedCampaign(
            name: "webinar", from: #require(CivilDay("2026-05-11")), to: #require(CivilDay("2026-05-11")),
            responses: 500)
        let forecast = try DemandForecast(
            campaigns: [campaign], history: history, days: days("2026-05-04", "2026-05-31")
        ) { $0.weekday < 5 ? 10 : 0 }
        #expect(forecast.weeks.map(\.capacity) == [50, 50, 50, 50])
        // One a day by itself; of 500 responses one in five qualifies, all within three days.
        #expect(forecast.weeks.map(\.expectedMilli) == [7000, 107_000, 7000, 7000])
        #expect(forecast.weeks.map(\.overflowMilli) == [0, 57_000, 0, 0])
        #expect(forecast.weeks.map(\.waitingMilli) == [0, 57_000, 14_000, 0])
        // 1.96 · √(107 + 107² ÷ 300) = 23.62
        #expect(forecast.weeks[1].highMilli - Int64(107_000) == Int64(23_614))
        #expect(forecast.weeks[1].isCertain)
        let monday = try #require(CivilDay("2026-05-11"))
        #expect(forecast.proposals == [.raiseBar(weekFrom: monday, keepPermille: 467)])
    }

    @Test func nothingIsLostBetweenDays() throws {
        let campaign = try PlannedCampaign(
            name: "fair", from: #require(CivilDay("2026-05-06")), to: #require(CivilDay("2026-05-12")), responses: 777)
        let forecast = try DemandForecast(
            campaigns: [campaign], history: history, days: days("2026-05-01", "2026-06-30")
        ) { _ in 5 }
        let total = forecast.weeks.reduce(Int64(0)) { $0 + ($1.byCampaignMilli.first ?? 0) }
        #expect((Int64(155_395)...155_400).contains(total))
        #expect(forecast.weeks.reduce(0) { $0 + $1.capacity } == 61 * 5)
    }

    @Test func aCampaignThatFitsLaterMayBeMoved() throws {
        let campaign = try PlannedCampaign(
            name: "webinar", from: #require(CivilDay("2026-05-04")), to: #require(CivilDay("2026-05-04")),
            responses: 200)
        let forecast = try DemandForecast(
            campaigns: [campaign], history: history, days: days("2026-05-04", "2026-05-24")
        ) { $0.weekday < 5 ? ($0.number < 20_590 ? 5 : 10) : 0 }
        #expect(forecast.proposals.contains { if case .moveCampaign("webinar", _) = $0 { true } else { false } })
    }

    @Test func refusesANumberWhereHistoryIsThin() throws {
        let thin = ConversionHistory(responses: 50, qualified: 5, byLagDays: [1], quietDays: 10, quietQualified: 3)
        let error = try #require(throws: DeskError.self) {
            try DemandForecast(campaigns: [], history: thin, days: days("2026-05-04", "2026-05-24")) { _ in 1 }
        }
        #expect(error.message.contains("too few"))
    }
}
