import Testing
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirTestSupport

@Suite struct SLAClockTests {
    let promise = ServicePromise(
        .respond, within: .init(count: 4, unit: .businessHours), warnAtPermille: 500,
        pauses: .init(reasons: [.meetingBooked], mostMillis: 8 * 3_600_000))

    @Test func warnsBreaksAndIsStillMeasured() throws {
        let calendar = try DeskFixture.london()
        var clock = try SLAClock(promise, startedAt: DeskFixture.at("2026-03-27T16:50:00Z"), calendar: calendar)
        #expect(clock.dueAt.description == "2026-03-30T11:20:00Z")
        #expect(clock.nextAt?.description == "2026-03-30T09:20:00Z")
        let warned = try clock.take(.tick, at: DeskFixture.at("2026-03-30T10:00:00Z"), calendar: calendar)
        #expect(try warned == [.warn(at: DeskFixture.at("2026-03-30T09:20:00Z"))])
        // At the due instant itself nothing is broken yet.
        let atDue = try clock.take(.tick, at: clock.dueAt, calendar: calendar)
        #expect(atDue.isEmpty)
        let broken = try clock.take(.tick, at: DeskFixture.at("2026-03-30T12:00:00Z"), calendar: calendar)
        #expect(try broken == [.breached(at: DeskFixture.at("2026-03-30T11:20:00Z"))])
        let again = try clock.take(.tick, at: DeskFixture.at("2026-03-30T13:00:00Z"), calendar: calendar)
        #expect(again.isEmpty)
        #expect(try clock.reading(at: DeskFixture.at("2026-03-30T13:30:00Z"), calendar: calendar).standing == .pastDue)
        _ = try clock.take(.meet, at: DeskFixture.at("2026-03-30T13:30:00Z"), calendar: calendar)
        let reading = try clock.reading(at: DeskFixture.at("2026-04-30T13:30:00Z"), calendar: calendar)
        #expect(reading.standing == .late)
        // 11:20 to 11:30 before lunch, 12:30 to 13:30 after it.
        #expect(reading.leftMillis == -70 * Int64(60_000))
        #expect(reading.businessMillis == 310 * Int64(60_000))
        #expect(!clock.isKept)
    }

    @Test func standsStillForListedReasonsOnlyAndNotForEver() throws {
        let calendar = try DeskFixture.london()
        var clock = try SLAClock(promise, startedAt: DeskFixture.at("2026-03-30T08:00:00Z"), calendar: calendar)
        let pausedAt = try DeskFixture.at("2026-03-30T09:00:00Z")
        #expect(throws: DeskError.self) { try clock.take(.pause(.territoryDispute), at: pausedAt, calendar: calendar) }
        _ = try clock.take(.pause(.meetingBooked), at: pausedAt, calendar: calendar)
        let paused = try clock.take(.tick, at: DeskFixture.at("2026-03-30T16:00:00Z"), calendar: calendar)
        #expect(paused.isEmpty)
        // Eight open hours after 10:00 is 10:30 the next day; then the three that are left run.
        let actions = try clock.take(.tick, at: DeskFixture.at("2026-03-31T09:45:00Z"), calendar: calendar)
        let end = try DeskFixture.at("2026-03-31T09:00:00Z").milliseconds + Int64(30 * 60_000)
        #expect(actions.contains(.pauseEnded(at: Instant(milliseconds: end))))
        #expect(try clock.dueAt == calendar.due(from: Instant(milliseconds: end), openMillis: 3 * 3_600_000))
        #expect(throws: DeskError.self) {
            try clock.take(.pause(.meetingBooked), at: DeskFixture.at("2026-03-31T10:00:00Z"), calendar: calendar)
        }
    }

    @Test func newHoursKeepWhatWasUsed() throws {
        let old = try DeskFixture.london()
        let short = try BusinessCalendar(
            DeskFixture.calendar("Europe/London", [.init(from: 600, to: 660)], holidays: "GB"))
        var clock = try SLAClock(promise, startedAt: DeskFixture.at("2026-03-30T08:00:00Z"), calendar: old)
        let actions = try clock.take(.hours(short), at: DeskFixture.at("2026-03-30T09:00:00Z"), calendar: old)
        #expect(clock.usedMillis == Int64(3_600_000))
        // Three hours left, at an hour a day from 10:00: Monday, Tuesday, Wednesday at 11:00 (10:00 UTC).
        #expect(clock.dueAt.description == "2026-04-01T10:00:00Z")
        #expect(actions == [.moved(due: clock.dueAt)])
    }

    @Test func refusesEventsOutOfOrder() throws {
        let calendar = try DeskFixture.london()
        var clock = try SLAClock(promise, startedAt: DeskFixture.at("2026-03-30T08:00:00Z"), calendar: calendar)
        let before = clock
        let error = try #require(throws: DeskError.self) {
            try clock.take(.meet, at: DeskFixture.at("2026-03-30T07:00:00Z"), calendar: calendar)
        }
        #expect(error.code == .clock)
        #expect(clock == before)
        #expect(throws: DeskError.self) {
            try clock.take(.resume, at: DeskFixture.at("2026-03-30T09:00:00Z"), calendar: calendar)
        }
    }

    /// Pauses and new hours at random: time used and time left always make up the promise.
    @Test func usedAndLeftMakeUpThePromise() throws {
        let calendars = try [
            DeskFixture.london(), BusinessCalendar(DeskFixture.calendar("America/New_York", holidays: "US")),
        ]
        for seed in UInt64(1)...200 {
            var chance = SeededChance(seed)
            var calendar = chance.pick(calendars)
            var now = Instant(milliseconds: 1_770_000_000_000 + Int64(chance.below(90)) * 86_400_000)
            var clock = try SLAClock(
                .init(.disposition, within: .init(count: 40, unit: .businessHours)), startedAt: now, calendar: calendar)
            for _ in 0..<12 {
                now = Instant(milliseconds: now.milliseconds + Int64(chance.below(20_000_000)))
                let next = chance.pick(calendars)
                switch chance.below(3) {
                case 0: _ = try? clock.take(.pause(.meetingBooked), at: now, calendar: calendar)
                case 1: _ = try? clock.take(.resume, at: now, calendar: calendar)
                default:
                    _ = try clock.take(.hours(next), at: now, calendar: calendar)
                    calendar = next
                }
                guard clock.breachedAt == nil else { break }
                let left = clock.reading(at: now, calendar: calendar).leftMillis
                #expect(clock.usedMillis + left + spent(clock, now, calendar) == 40 * Int64(3_600_000), "seed \(seed)")
            }
        }
    }

    /// Used since the clock last noted it.
    private func spent(_ clock: SLAClock, _ now: Instant, _ calendar: BusinessCalendar) -> Int64 {
        if case .running = clock.state { return calendar.elapsed(from: clock.since, to: now) }
        return 0
    }

    @Test func marketingIsMeasuredToo() throws {
        let promise = try #require(DeskFixture.handOff.sla).marketing
        let monday = try #require(CivilDay("2026-03-30"))
        func verdict(
            _ qualified: Int, _ accepted: Int, _ rejected: Int, gone: Int = 0, after days: Int
        ) -> MarketingVerdict {
            promise.verdict(
                on: MarketingWeek(
                    week: monday, qualified: qualified, accepted: accepted, rejected: rejected, gone: gone),
                today: monday.advanced(by: days))
        }
        #expect(verdict(25, 20, 5, after: 7).volume == .kept)
        #expect(verdict(25, 20, 5, after: 7).acceptance == .kept)
        #expect(verdict(25, 17, 8, after: 7).acceptance == .missed)
        #expect(verdict(25, 10, 1, after: 7).acceptance == .due)
        #expect(verdict(25, 10, 1, gone: 14, after: 7).acceptance == .kept, "nobody is left to decide about")
        #expect(verdict(25, 10, 1, gone: 13, after: 7).acceptance == .due)
        #expect(verdict(19, 0, 0, after: 6).volume == .due)
        #expect(verdict(19, 0, 0, after: 7).volume == .missed)
        #expect(verdict(161, 0, 0, after: 2).volume == .missed)
    }
}
