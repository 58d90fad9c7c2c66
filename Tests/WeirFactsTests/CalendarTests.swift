import Foundation
import Testing
import WeirFacts
import WeirTestSupport

@Suite("Days, instants and zones")
struct CalendarTests {
    /// The Gregorian rule by itself, a day at a time.
    private struct PlainCalendar {
        var year = 1600
        var month = 1
        var day = 1

        mutating func advance() {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
    }

    @Test("every day of seven centuries is where a calendar of paper has it")
    func days() throws {
        var paper = PlainCalendar()
        let first = try #require(CivilDay(year: 1600, month: 1, day: 1))
        #expect(CivilDay(number: 0).description == "1970-01-01")
        // The first of January 1600 was a Saturday.
        #expect(first.weekday == 5)
        for offset in 0..<(700 * 365) {
            let day = first.advanced(by: offset)
            let parts = day.components
            guard parts == (paper.year, paper.month, paper.day), (first.weekday + offset) % 7 == day.weekday,
                CivilDay(year: parts.year, month: parts.month, day: parts.day) == day
            else {
                Issue.record("\(paper) is given as \(day)")
                return
            }
            paper.advance()
        }
    }

    @Test(
        "what is no day is none",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "", "2026-01-01 ", "0000-01-01"])
    func noDay(text: String) { #expect(CivilDay(text) == nil) }

    @Test func textComesBack() throws {
        for text in ["2024-02-29", "1969-12-31", "0001-01-01", "9999-12-31"] {
            #expect(try #require(CivilDay(text)).description == text)
        }
        let day = try #require(CivilDay("2026-03-29"))
        #expect(day.weekday == 6 && day.startOfWeek.description == "2026-03-23")
    }

    @Test func instantsBeforeTheEpochHaveTheirDayToo() {
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
        #expect(Instant(milliseconds: -86_400_000).utcDay == CivilDay(number: -1))
        #expect(Instant(milliseconds: -86_400_001).utcDay == CivilDay(number: -2))
        #expect(Instant(startOf: CivilDay(number: 20_000)).description == "2024-10-04T00:00:00Z")
        #expect(floorDivide(-7, by: 2) == -4 && floorDivide(7, by: 2) == 3 && floorDivide(-8, by: 2) == -4)
    }

    @Test(
        "a zone's days are Foundation's, around every change of clocks",
        arguments: [
            "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "UTC",
        ])
    func zones(name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let days = try #require(ZonedDays(timeZone: name))
        var chance = SeededChance(4)
        print("seed 4")
        func check(_ milliseconds: Int64) -> Bool {
            let date = Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down))
            let seconds = Int64(zone.secondsFromGMT(for: date))
            let expected = floorDivide(milliseconds + seconds * 1000, by: 86_400_000)
            return days.offsetSeconds(at: milliseconds) == seconds
                && Int64(days.day(of: Instant(milliseconds: milliseconds)).number) == expected
        }
        for _ in 0..<5000 { #expect(check(Int64(chance.below(4_000_000_000)) * 1000 - 1_000_000_000_000)) }
        var change = Date(timeIntervalSince1970: 1_500_000_000)
        for _ in 0..<40 {
            guard let next = zone.nextDaylightSavingTimeTransition(after: change), next > change else { break }
            let at = Int64(next.timeIntervalSince1970) * 1000
            for offset in [-3_600_000, -1000, 0, 1000, 3_600_000] as [Int64] { #expect(check(at + offset), "\(next)") }
            change = next
        }
        #expect(ZonedDays(timeZone: "Europe/Atlantis") == nil)
    }
}

@Suite("Numbers with three places")
struct FixedNumberTests {
    @Test("every number comes back from its text")
    func roundTrip() {
        var chance = SeededChance(8)
        print("seed 8")
        let edges: [Int64] = [0, 1, -1, 999, -999, 1000, -1000, 1001, .max, -.max]
        for thousandths in edges + (0..<2000).map({ _ in Int64(bitPattern: chance.next()) >> Int64(chance.below(60)) })
        {
            guard thousandths != .min else { continue }
            let number = FixedNumber(thousandths: thousandths)
            #expect(FixedNumber(number.description) == number)
        }
    }

    @Test(arguments: ["", "-", ".5", "5.", "1.2345", "1e3", "1,000", " 1", "9223372036854776", "+-1", "١"])
    func refused(text: String) { #expect(FixedNumber(text) == nil) }

    @Test func written() {
        #expect(FixedNumber("12.500")?.description == "12.5")
        #expect(FixedNumber("-0.125")?.thousandths == Int64(-125))
        #expect(FixedNumber("+7")?.description == "7")
        #expect(FixedNumber(Int64.max) == nil)
        #expect(Money(minorUnits: -9950, currency: "USD").description == "-99.50 USD")
        #expect(Money(minorUnits: 25_000_000, currency: "EUR").description == "250000 EUR")
    }
}
