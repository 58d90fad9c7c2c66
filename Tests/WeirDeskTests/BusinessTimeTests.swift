import Testing
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirTestSupport

@Suite struct BusinessTimeTests {
    @Test(arguments: [
        // Friday afternoon to Monday, over the night on which British clocks go forward.
        ("2026-03-27T16:50:00Z", "4 business hours", "2026-03-30T11:20:00Z"),
        // Work that fills the day is due when it closes.
        ("2026-03-30T08:00:00Z", "7.5", ""),
        ("2026-03-30T08:00:00Z", "450 business minutes", "2026-03-30T16:30:00Z"),
        ("2026-03-30T08:00:00Z", "451 business minutes", "2026-03-31T08:01:00Z"),
        // Lunch is closed.
        ("2026-03-30T11:00:00Z", "45 business minutes", "2026-03-30T12:45:00Z"),
        // Elapsed time does not care for hours.
        ("2026-03-27T16:50:00Z", "30 minutes", "2026-03-27T17:20:00Z"),
        ("2026-03-27T16:50:00Z", "2 days", "2026-03-29T16:50:00Z"),
        // Business days keep the local time, clock change or not.
        ("2026-03-27T16:50:00Z", "1 business day", "2026-03-30T15:50:00Z"),
        // From the week-end the first open instant counts: Monday 09:00, so Wednesday 09:00.
        ("2026-03-28T12:00:00Z", "2 business days", "2026-04-01T08:00:00Z"),
        // Christmas Eve closes at noon: the end of its hours. Boxing Day is a Saturday, so Monday is off in its place.
        ("2026-12-23T15:00:00Z", "1 business day", "2026-12-24T12:00:00Z"),
        ("2026-12-23T15:00:00Z", "2 business days", "2026-12-29T15:00:00Z"),
    ])
    func isDue(_ start: String, _ duration: String, _ due: String) throws {
        let calendar = try Self.london()
        guard !due.isEmpty else {
            #expect(throws: DeskError.self) { try ServiceDuration(text: duration) }
            return
        }
        let found = try calendar.due(from: Self.instant(start), within: ServiceDuration(text: duration))
        #expect(found.description == due)
    }

    @Test func startsLateWhereTheDayOpensLater() throws {
        let hours = try BusinessHours.read(["09:00-17:00"], at: "mon")
        let late = try BusinessHours.read(["12:00-17:00"], at: "mon")
        let calendar = try BusinessCalendar(
            zone: ZoneTable("UTC"), week: Array(repeating: hours, count: 7),
            overrides: [#require(CivilDay("2026-05-05")): late])
        let due = try calendar.due(
            from: Self.instant("2026-05-04T10:00:00Z"), within: ServiceDuration(text: "1 business day"))
        #expect(due.description == "2026-05-05T12:00:00Z")
    }

    @Test func skippedTimesMoveForwardAndDoubledOnesAreTheFirst() throws {
        let zone = try ZoneTable("Europe/London")
        func instant(_ day: String, _ minutes: Int64) throws -> String {
            let midnight = Int64(try #require(CivilDay(day)).number) * 86_400_000
            return Instant(milliseconds: zone.milliseconds(ofWall: midnight + minutes * 60_000)).description
        }
        #expect(try instant("2026-03-29", 90) == "2026-03-29T01:30:00Z")  // 01:30 is skipped: 02:30 BST
        #expect(try instant("2026-03-29", 120) == "2026-03-29T01:00:00Z")
        #expect(try instant("2026-10-25", 90) == "2026-10-25T00:30:00Z")  // 01:30 happens twice: BST first
        #expect(try instant("2026-10-25", 120) == "2026-10-25T02:00:00Z")
    }

    @Test func hoursThatFoldOverOneAnotherCountOnce() throws {
        // 01:00-02:00 is skipped; both intervals are what clocks call 02:00-03:00.
        let hours = try BusinessHours.read(["01:00-01:50", "02:00-03:00"], at: "sun")
        let calendar = try BusinessCalendar(
            zone: ZoneTable("Europe/London"), week: Array(repeating: hours, count: 7))
        let day = try calendar.elapsed(
            from: Self.instant("2026-03-29T00:00:00Z"), to: Self.instant("2026-03-29T12:00:00Z"))
        #expect(day == Int64(3_600_000))
    }

    @Test func agreesWithTheDaysOfFacts() throws {
        for name in ["Europe/London", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"] {
            let (zone, days) = (try ZoneTable(name), try #require(ZonedDays(timeZone: name)))
            for step in 0..<20_000 {
                let instant = Instant(milliseconds: Int64(step) * 161_803_399)
                #expect(
                    zone.wall(at: instant) - instant.milliseconds == days.offsetSeconds(at: instant.milliseconds) * 1000
                )
            }
        }
    }

    @Test(arguments: [
        (["09:00-12:30", "12:00-17:30"], "overlap"), (["17:00-09:00"], "does not begin before it ends"),
        (["9-17"], "is not an interval"), (["09:00-24:01"], "is not an interval"), (["09:00"], "is not an interval"),
    ])
    func refusesHours(_ texts: [String], _ why: String) throws {
        let error = try #require(throws: DeskError.self) { try BusinessHours.read(texts, at: "week.mon") }
        #expect(error.code == .badHours)
        #expect(error.place.hasPrefix("week.mon"))
        #expect(error.message.contains(why))
    }

    @Test func touchingHoursAreOne() throws {
        let hours = try BusinessHours.read(["12:00-16:00", "08:00-12:00", "22:00-24:00"], at: "mon")
        #expect(hours == [.init(from: 480, to: 960), .init(from: 1320, to: 1440)])
    }

    @Test func aCalendarWithoutHoursSaysSo() throws {
        let calendar = try BusinessCalendar(zone: ZoneTable("UTC"), week: Array(repeating: [], count: 7))
        let error = try #require(throws: DeskError.self) {
            try calendar.due(from: Self.instant("2026-01-01"), within: ServiceDuration(text: "1 business minute"))
        }
        #expect(error.code == .neverOpen)
        #expect(calendar.elapsed(from: try Self.instant("2026-01-01"), to: try Self.instant("2027-01-01")) == Int64(0))
    }

    @Test func aCountryClosesOnItsHolidays() throws {
        let calendar = try Self.london()
        #expect(try !calendar.isBusinessDay(#require(CivilDay("2026-04-03"))))  // Good Friday
        #expect(try calendar.isBusinessDay(#require(CivilDay("2026-04-06"))))  // Easter Monday is not one in Scotland
        #expect(try PublicHolidays.days(of: "GB-ENG").contains(#require(CivilDay("2026-04-06"))))
        #expect(try PublicHolidays.days(of: "US").contains(#require(CivilDay("2026-11-26"))))
        #expect(throws: DeskError.self) { try PublicHolidays.days(of: "XX") }
        for code in PublicHolidays.codes { #expect(try PublicHolidays.days(of: code).count >= 9 * 4) }
    }

    static func instant(_ text: String) throws -> Instant { try InstantParser().instant(text) }

    static func london() throws -> BusinessCalendar {
        let hours = try BusinessHours.read(["09:00-12:30", "13:30-17:30"], at: "week")
        return try BusinessCalendar(
            WorkingCalendar(
                timeZone: "Europe/London", week: [hours, hours, hours, hours, hours, [], []], holidays: "GB"),
            overrides: [#require(CivilDay("2026-12-24")): BusinessHours.read(["09:00-12:00"], at: "overrides")])
    }
}
