import Testing
import WeirAgreement
import WeirDesk
import WeirFacts

@Suite struct SpecialDayTests {
    /// Tuesday in London, no holiday.
    private let tuesday = CivilDay("2026-03-03")
    private let saturday = CivilDay("2026-03-07")

    /// A desk on Monday at four, with one buyer handed over: four business hours are from 16:00 to 11:30 on Tuesday.
    private func desk() throws -> (desk: Desk, now: Instant, due: (Desk) -> String?) {
        let now = try DeskFixture.at("2026-03-02T16:00:00Z")
        var desk = try Desk(DeskFixture.rules(), at: now)
        _ = try desk.take(DeskFixture.buyer("b"), at: now)
        if desk.handOffs.isEmpty { _ = try desk.take(.tick, at: now) }
        let id = try #require(desk.handOffs.keys.first)
        return (desk, now, { $0.handOffs[id]?.clock(.respond)?.dueAt.description })
    }

    @Test func aClosedDayMovesTheTimeThatIsLeft() throws {
        var (desk, now, due) = try desk()
        #expect(due(desk) == "2026-03-03T11:30:00Z")
        let tuesday = try #require(tuesday)
        _ = try desk.take(.specialDays(team: 0, [SpecialDay(tuesday, why: "Company day")]), at: now)
        #expect(due(desk) == "2026-03-04T11:30:00Z")
        #expect(!desk.teams[0].calendar.isBusinessDay(tuesday))
        let morning = SpecialDay(tuesday, hours: [.init(from: 600, to: 660)])
        _ = try desk.take(.specialDays(team: 0, [morning]), at: now)
        // An hour on Tuesday, the rest on Wednesday.
        #expect(due(desk) == "2026-03-04T10:30:00Z")
        #expect(desk.teams[0].specialDays.days == [morning])
        _ = try desk.take(.usualDays(team: 0, [tuesday]), at: now)
        #expect(due(desk) == "2026-03-03T11:30:00Z")
        #expect(desk.teams[0].specialDays.days.isEmpty)
        #expect(desk.violations().isEmpty)
    }

    @Test func nobodyIsHandedOverOnAClosedDayAndSomebodyOnAnOpenSaturday() throws {
        var (desk, now, _) = try desk()
        let (tuesday, saturday) = (try #require(tuesday), try #require(saturday))
        let morning = SpecialDay(saturday, hours: [.init(from: 540, to: 720)])
        _ = try desk.take(.specialDays(team: 0, [SpecialDay(tuesday), morning]), at: now)
        for number in 0..<200 { _ = try desk.take(DeskFixture.buyer("w\(number)"), at: now) }
        func offers(_ instant: String) throws -> Int {
            DeskFixture.offers(try desk.take(.tick, at: DeskFixture.at(instant))).count
        }
        _ = try offers("2026-03-02T18:00:00Z")
        #expect(try offers("2026-03-03T15:00:00Z") == 0)
        for id in desk.handOffs.keys.sorted() {
            _ = try? desk.take(
                .disposition(handOff: id, .accept, by: .person("x"), seen: nil),
                at: DeskFixture.at("2026-03-06T20:00:00Z"))
        }
        #expect(try offers("2026-03-07T11:59:00Z") > 0)
        #expect(desk.violations().isEmpty)
    }

    @Test func theyAreKeptAndOutliveAnAgreement() throws {
        var (desk, now, due) = try desk()
        let tuesday = try #require(tuesday)
        _ = try desk.take(.specialDays(team: 0, [SpecialDay(tuesday)]), at: now)
        let standing = DeskStanding(
            now: now, teams: desk.teams.indices.map(desk.standing), buyers: [:],
            handOffs: Array(desk.handOffs.values), waiting: [:], withoutTeam: [], handOffCount: 1)
        var again = try Desk(DeskFixture.rules(), restoring: standing)
        #expect(again.teams[0].calendar == desk.teams[0].calendar)
        var rules = try DeskFixture.rules { $0.teams[0].calendar.holidays = nil }
        rules.agreement = "def"
        _ = try again.take(.agreement(rules), at: now)
        #expect(!again.teams[0].calendar.isBusinessDay(tuesday))
        #expect(due(again) == "2026-03-04T11:30:00Z")
    }

    @Test func whatIsNoHoursChangesNothing() throws {
        var (desk, now, due) = try desk()
        let tuesday = try #require(tuesday)
        let bad = SpecialDay(tuesday, hours: [.init(from: 600, to: 540)])
        #expect(throws: DeskError.self) { try desk.take(.specialDays(team: 0, [bad]), at: now) }
        let many = (0..<2001).map { SpecialDay(tuesday.advanced(by: $0)) }
        #expect(throws: DeskError.self) { try desk.take(.specialDays(team: 0, many), at: now) }
        #expect(desk.teams[0].specialDays.days.isEmpty && due(desk) == "2026-03-03T11:30:00Z")
    }
}
