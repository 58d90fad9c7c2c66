import WeirFacts

/// The closed days of a calendar file (iCalendar, RFC 5545): what a company or country publishes as `.ics`.
///
/// Whole-day events close their days: `DTSTART;VALUE=DATE` to `DTEND` (not included), repeated by `RRULE`, with the
/// days of `RDATE` and less those of `EXDATE`. Events with a time of day are meetings, not days off, and are passed
/// over, as are cancelled ones.
public struct CalendarFile: Hashable, Sendable {
    /// A day that is closed, and why.
    public struct ClosedDay: Hashable, Sendable {
        public var day: CivilDay
        public var name: String
    }

    /// In order, each day once.
    public let days: [ClosedDay]

    /// - Parameters:
    ///   - text: the file's text.
    ///   - years: days outside are left out; rules without an end are followed that far.
    /// - Throws: `badCalendarFile` with the line of what cannot be read.
    public init(_ text: String, years: ClosedRange<Int>) throws(DeskError) {
        let lines = CalendarFile.lines(text)
        guard lines.contains(where: { $0.name == "BEGIN" && $0.value == "VCALENDAR" }) else {
            throw DeskError(.badCalendarFile, at: "line 1", "this is no calendar file: BEGIN:VCALENDAR is missing")
        }
        guard let first = CivilDay(year: years.lowerBound, month: 1, day: 1),
            let last = CivilDay(year: years.upperBound, month: 12, day: 31)
        else { throw DeskError(.badCalendarFile, at: "years", "years are from 1 to 9999") }
        var names: [CivilDay: String] = [:]
        var event: CalendarEvent?
        for line in lines {
            switch (line.name, line.value) {
            case ("BEGIN", "VEVENT"): event = CalendarEvent()
            case ("END", "VEVENT"):
                guard let ended = event else { continue }
                for day in try ended.days(first...last) where names[day] == nil { names[day] = ended.name }
                event = nil
            default: try event?.take(line)
            }
        }
        if event != nil { throw DeskError(.badCalendarFile, at: "end of file", "an event does not end: END:VEVENT") }
        days = names.map { ClosedDay(day: $0.key, name: $0.value) }.sorted { $0.day < $1.day }
    }

    /// The file's content lines, those that were folded put together again.
    private static func lines(_ text: String) -> [ContentLine] {
        var unfolded: [(number: Int, text: String)] = []
        for (index, line) in text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false).enumerated() {
            if let first = line.first, first == " " || first == "\t", !unfolded.isEmpty {
                unfolded[unfolded.count - 1].text += line.dropFirst()
            } else {
                unfolded.append((index + 1, String(line)))
            }
        }
        return unfolded.compactMap { ContentLine($0.text, number: $0.number) }
    }
}

/// One line of a calendar file: `DTSTART;VALUE=DATE:20261225`.
struct ContentLine {
    var name: String
    var parameters: [String]
    var value: String
    var number: Int

    init?(_ text: String, number: Int) {
        guard let colon = ContentLine.colon(text) else { return nil }
        let head = text[..<colon].split(separator: ";")
        guard let name = head.first else { return nil }
        self.name = name.uppercased()
        parameters = head.dropFirst().map { $0.uppercased() }
        value = String(text[text.index(after: colon)...])
        if self.name == "BEGIN" || self.name == "END" { value = value.uppercased() }
        self.number = number
    }

    /// The first colon outside quotes.
    private static func colon(_ text: String) -> String.Index? {
        var isQuoted = false
        return text.indices.first { index in
            if text[index] == "\"" { isQuoted.toggle() }
            return text[index] == ":" && !isQuoted
        }
    }

    /// The value as a day; `nil` where it has a time.
    func day(_ text: some StringProtocol) throws(DeskError) -> CivilDay? {
        let digits = text.prefix { $0 != "T" }
        guard digits.utf8.count == 8, let number = Int(digits),
            let day = CivilDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { throw bad("“\(text)” is not a day; a whole day is written 20261225") }
        return digits.endIndex == text.endIndex ? day : nil
    }

    func bad(_ message: String) -> DeskError { DeskError(.badCalendarFile, at: "line \(number)", message) }
}
