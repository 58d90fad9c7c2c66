import Testing
import WeirDesk
import WeirFacts

@Suite struct CalendarFileTests {
    @Test(arguments: [
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "20240101", "2024-01-01 2024-11-28 2025-11-27 2026-11-26 2027-11-25"),
        ("FREQ=YEARLY", "20241225", "2024-12-25 2025-12-25 2026-12-25 2027-12-25"),
        ("FREQ=YEARLY", "20240229", "2024-02-29"),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=2", "20240501", "2024-05-01 2026-05-01"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "20250131", "2025-01-31 2025-02-28 2025-03-28"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20250401", "20250131", "2025-01-31 2025-02-28 2025-03-31"),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4;INTERVAL=2", "20250106", "2025-01-06 2025-01-08 2025-01-20 2025-01-22"),
        ("FREQ=DAILY;UNTIL=20250103T000000Z", "20250101", "2025-01-01 2025-01-02 2025-01-03"),
        ("FREQ=YEARLY;BYDAY=1MO;COUNT=2", "20250106", "2025-01-06 2026-01-05"),
        (
            "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=MO", "20250526",
            "2025-05-26 2026-05-25 2027-05-31"
        ),
    ])
    func repeats(_ rule: String, _ start: String, _ expected: String) throws {
        let file = try CalendarFile(Self.file("DTSTART;VALUE=DATE:\(start)\r\nRRULE:\(rule)"), years: 2024...2027)
        #expect(file.days.map(\.day.description).joined(separator: " ") == expected)
    }

    @Test func readsEventsOfSeveralDaysAndExceptions() throws {
        let text = Self.file(
            "SUMMARY:Company\r\n  closed\\, all of us\r\nDTSTART;VALUE=DATE:20251224\r\nDTEND;VALUE=DATE:20251227\r\n"
                + "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20261224\r\nRDATE;VALUE=DATE:20260601")
        let file = try CalendarFile(text, years: 2025...2027)
        #expect(
            file.days.map(\.day.description) == [
                "2025-12-24", "2025-12-25", "2025-12-26", "2026-06-01", "2026-06-02", "2026-06-03", "2027-12-24",
                "2027-12-25", "2027-12-26",
            ])
        #expect(file.days[0].name == "Company closed, all of us")
    }

    @Test func meetingsAndCancelledEventsCloseNothing() throws {
        let meeting = try CalendarFile(Self.file("DTSTART:20250106T090000Z\nRRULE:FREQ=DAILY"), years: 2025...2025)
        let cancelled = try CalendarFile(Self.file("DTSTART;VALUE=DATE:20250106\nSTATUS:CANCELLED"), years: 2025...2025)
        #expect(meeting.days.isEmpty && cancelled.days.isEmpty)
    }

    @Test(arguments: [
        ("DTSTART;VALUE=DATE:20250106\nRRULE:FREQ=YEARLY;BYSETPOS=1", "line 4"),
        ("DTSTART;VALUE=DATE:20250230", "line 3"),
        ("DTSTART;VALUE=DATE:20250106\nRRULE:INTERVAL=2", "line 4"), ("SUMMARY:x", "event “x”"),
    ])
    func saysWhereItCannotRead(_ event: String, _ place: String) throws {
        let error = try #require(throws: DeskError.self) { try CalendarFile(Self.file(event), years: 2025...2026) }
        #expect(error.code == .badCalendarFile)
        #expect(error.place == place)
    }

    private static func file(_ event: String) -> String {
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(event)\nEND:VEVENT\nEND:VCALENDAR\n"
    }
}
