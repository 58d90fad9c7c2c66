import Testing
import WeirAgreement
import WeirDesk
import WeirFacts

@Suite struct ReleaseTests {
    @Test(arguments: [
        ("2026-01-31", "2026-01-31", "2026-01-31"), ("2026-02-01", "2026-02-28", "2026-04-30"),
        ("2026-04-30", "2026-04-30", "2026-04-30"), ("2025-12-15", "2025-12-31", "2026-01-31"),
    ])
    func fiscalPeriodsEnd(_ day: String, _ month: String, _ quarter: String) throws {
        let fiscal = FiscalCalendar(yearStarts: MonthDay(month: 2, day: 1))
        let day = try #require(CivilDay(day))
        #expect(fiscal.end(of: .month, containing: day).description == month)
        #expect(fiscal.end(of: .quarter, containing: day).description == quarter)
        #expect(
            fiscal.end(of: .year, containing: day).description
                == (day.components.month == 1 || day.components.year == 2025 ? "2026-01-31" : "2027-01-31"))
    }

    @Test func aYearMayStartInMidMonth() throws {
        let fiscal = FiscalCalendar(yearStarts: MonthDay(month: 4, day: 6))
        #expect(fiscal.end(of: .year, containing: try #require(CivilDay("2026-04-05"))).description == "2026-04-05")
        #expect(fiscal.end(of: .quarter, containing: try #require(CivilDay("2026-04-06"))).description == "2026-07-05")
    }

    @Test func slowsDownOnTheLastTenBusinessDays() throws {
        let calendar = try DeskFixture.london()
        let fiscal = FiscalCalendar(yearStarts: MonthDay(month: 2, day: 1))
        let rules = [ReleaseRule.SlowDown(lastBusinessDays: 10, of: .quarter, toPermille: 300)]
        func permille(_ day: String) throws -> Int {
            fiscal.remainingPermille(on: try #require(CivilDay(day)), rules: rules, calendar: calendar)
        }
        // The quarter ends on Thursday 2026-04-30; ten business days are from Friday the 17th on.
        #expect(try permille("2026-04-16") == 1000)
        #expect(try permille("2026-04-17") == 300)
        #expect(try permille("2026-04-30") == 300)
        #expect(try permille("2026-05-01") == 1000)
    }

    @Test func releaseIsSpreadOverTheDay() throws {
        var desk = try Desk(DeskFixture.rules { $0.sla = nil }, at: DeskFixture.at("2026-03-02T06:00:00Z"))
        for number in 0..<50 {
            _ = try desk.take(DeskFixture.buyer("b\(number)"), at: DeskFixture.at("2026-03-02T06:00:00Z"))
        }
        #expect(desk.handOffs.isEmpty)
        var byHour: [Int] = []
        for quarter in 0..<48 {
            let now = Instant(
                milliseconds: try DeskFixture.at("2026-03-02T08:00:00Z").milliseconds + Int64(quarter) * 900_000)
            _ = try desk.take(.tick, at: now)
            if quarter % 4 == 3 { byHour.append(desk.handOffs.count) }
        }
        // 32 in three quarters of 7.5 open hours; none at lunch, from 12:30 to 13:30.
        #expect(byHour == [0, 5, 10, 16, 19, 22, 28, 32, 32, 32, 32, 32])
        #expect(desk.violations().isEmpty)
        let waiting = desk.teams[0].meter
        #expect(waiting.waiting.count == 18)
        #expect(waiting.place(of: waiting.waiting[4].buyer) == 5)
    }

    @Test func theBestComeFirstAndRaisedHandsPassAtOnce() throws {
        let early = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules(), at: early)
        _ = try desk.take(DeskFixture.buyer("low", tier: 2, score: 900_000), at: early)
        _ = try desk.take(DeskFixture.buyer("best", tier: 0, score: 50_000), at: early)
        _ = try desk.take(DeskFixture.buyer("good", tier: 0, score: 40_000), at: early)
        let hand = try desk.take(DeskFixture.buyer("hand", raisedHand: true, tier: 3), at: early)
        #expect(DeskFixture.offers(hand).map(\.buyer) == ["hand"])
        #expect(desk.teams[0].meter.waiting.map(\.buyer) == ["best", "good", "low"])
        let actions = try desk.take(.tick, at: DeskFixture.at("2026-03-02T09:00:00Z"))
        #expect(DeskFixture.offers(actions).map(\.buyer) == ["best"])
        #expect(desk.violations().isEmpty)
    }

    @Test func leaveAndUnansweredWorkTakeRoom() throws {
        let start = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules { $0.sla = nil }, at: start)
        let monday = try #require(CivilDay("2026-03-02"))
        _ = try desk.take(.away(team: 0, name: "ana", Leave(from: monday, to: monday)), at: start)
        _ = try desk.take(.away(team: 0, name: "ben", Leave(from: monday, to: monday, awayPermille: 500)), at: start)
        for number in 0..<60 { _ = try desk.take(DeskFixture.buyer("b\(number)"), at: start) }
        _ = try desk.take(.tick, at: DeskFixture.at("2026-03-02T17:29:00Z"))
        let owners = desk.handOffs.values.map(\.owner)
        #expect(owners.filter { $0 == "ana" }.isEmpty)
        #expect(owners.filter { $0 == "ben" }.count == 5)
        #expect(owners.filter { $0 == "chloe" }.count == 10)
        // Nobody answered: on Tuesday only what is left of 32.
        _ = try desk.take(.tick, at: DeskFixture.at("2026-03-03T17:29:00Z"))
        #expect(desk.handOffs.count == 32)
        _ = try desk.take(.tick, at: DeskFixture.at("2026-03-04T17:29:00Z"))
        #expect(desk.handOffs.count == 32)
        #expect(desk.violations().isEmpty)
    }

    @Test func waitingEndsWithAReason() throws {
        let start = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules { $0.teams[0].members = [.init(name: "ana", capacity: 1)] }, at: start)
        _ = try desk.take(DeskFixture.buyer("a"), at: start)
        let waits = try desk.take(DeskFixture.buyer("z", tier: 2), at: start)
        #expect(waits.last == .waiting(buyer: "z", team: 0, place: 2, expected: CivilDay("2026-03-03")))
        _ = try desk.take(.tick, at: DeskFixture.at("2026-03-02T09:30:00Z"))
        let actions = try desk.take(.tick, at: DeskFixture.at("2026-03-16T09:01:00Z"))
        let move = try #require(desk.buyers["z"]).history.moves.last
        #expect(move?.to == .recycled)
        #expect(move?.reason == "no room in sdr_emea for 10 business days")
        #expect(!actions.isEmpty)
        #expect(desk.violations().isEmpty)
    }

    @Test func aTeamWithoutHoursIsRefused() throws {
        let error = try #require(throws: DeskError.self) {
            try DeskFixture.rules { $0.teams[1].calendar.week = Array(repeating: [], count: 7) }
        }
        #expect(error.code == .neverOpen)
        #expect(error.place == "teams.sdr_us.calendar.week")
    }
}
