import Testing
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirTestSupport

/// Laws of business time on random calendars; the seed of a failure is in its message.
@Suite struct BusinessTimePropertyTests {
    @Test func elapsedUndoesDue() throws {
        try eachCase { chance, calendar, start, seed in
            let open = Int64(chance.below(60 * 3_600_000))
            let due = try calendar.due(from: start, openMillis: open)
            #expect(calendar.elapsed(from: start, to: due) == open, "seed \(seed), \(start)")
        }
    }

    @Test func dueIsNeverInClosedTime() throws {
        try eachCase { chance, calendar, start, seed in
            let unit = chance.pick([ServiceDuration.Unit.businessMinutes, .businessHours, .businessDays])
            let due = try calendar.due(from: start, within: .init(count: 1 + chance.below(30), unit: unit))
            let justBefore = Instant(milliseconds: due.milliseconds - 1)
            #expect(calendar.isOpen(at: due) || calendar.isOpen(at: justBefore), "seed \(seed), \(start)")
            #expect(due >= start)
        }
    }

    @Test func dueGrowsWithStartAndDuration() throws {
        try eachCase { chance, calendar, start, seed in
            let open = Int64(chance.below(20 * 3_600_000))
            let later = Instant(milliseconds: start.milliseconds + Int64(chance.below(4 * 86_400_000)))
            let due = try calendar.due(from: start, openMillis: open)
            #expect(try due <= calendar.due(from: later, openMillis: open), "seed \(seed), \(start), \(later)")
            #expect(try due <= calendar.due(from: start, openMillis: open + 60_000), "seed \(seed), \(start)")
        }
    }

    @Test func elapsedAddsUp() throws {
        try eachCase { chance, calendar, start, seed in
            let middle = Instant(milliseconds: start.milliseconds + Int64(chance.below(9 * 86_400_000)))
            let end = Instant(milliseconds: middle.milliseconds + Int64(chance.below(9 * 86_400_000)))
            let parts = calendar.elapsed(from: start, to: middle) + calendar.elapsed(from: middle, to: end)
            #expect(calendar.elapsed(from: start, to: end) == parts, "seed \(seed), \(start)")
        }
    }

    private func eachCase(_ check: (inout SeededChance, BusinessCalendar, Instant, UInt64) throws -> Void) throws {
        let zones = try ["Europe/London", "America/New_York", "America/Nuuk", "Australia/Lord_Howe", "Asia/Beirut"]
            .map { try ZoneTable($0) }
        for seed in UInt64(1)...600 {
            var chance = SeededChance(seed)
            let week = try (0..<7).map { day in
                try chance.isTrue(percent: day == 0 ? 100 : 70) ? Self.hours(&chance) : []
            }
            var start = Int64(1_420_070_400_000) + Int64(chance.below(300)) * 604_800_000
            start += Int64(chance.below(604_800_000))
            let near = CivilDay(number: Int32(start / 86_400_000) + Int32(chance.below(8)))
            let calendar = try BusinessCalendar(
                zone: chance.pick(zones), week: week, closed: [near],
                overrides: [near.advanced(by: 2): Self.hours(&chance)])
            try check(&chance, calendar, Instant(milliseconds: start), seed)
        }
    }

    private static func hours(_ chance: inout SeededChance) throws -> [WorkingCalendar.Hours] {
        let ends = Set((0..<2 * (1 + chance.below(4))).map { _ in chance.below(1441) }).sorted()
        return stride(from: 0, to: ends.count - 1, by: 2).map { .init(from: ends[$0], to: ends[$0 + 1]) }
    }
}
