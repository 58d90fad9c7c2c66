import WeirFacts

/// One event of a calendar file while its lines are read.
struct CalendarEvent {
    private(set) var name = "closed"
    private var start: CivilDay?
    private var hasTime = false
    private var isCancelled = false
    private var lengthDays = 1
    private var end: CivilDay?
    private var rule: RecurrenceRule?
    private var more: [CivilDay] = []
    private var except: Set<CivilDay> = []
    private var lineNumber = 0

    mutating func take(_ line: ContentLine) throws(DeskError) {
        switch line.name {
        case "SUMMARY":
            name = line.value.replacing("\\,", with: ",").replacing("\\;", with: ";").replacing("\\n", with: " ")
        case "STATUS": isCancelled = line.value.uppercased() == "CANCELLED"
        case "DTSTART":
            lineNumber = line.number
            start = try line.day(line.value)
            hasTime = start == nil
        case "DTEND": end = try line.day(line.value)
        case "DURATION": lengthDays = try days(line)
        case "RRULE": rule = try RecurrenceRule(line)
        case "RDATE":
            for text in line.value.split(separator: ",") { if let day = try line.day(text) { more.append(day) } }
        case "EXDATE":
            for text in line.value.split(separator: ",") { if let day = try line.day(text) { except.insert(day) } }
        default: break
        }
    }

    /// Whole days of `P1D` or `P2W`; an event that lasts hours has a time of day and is passed over anyway.
    private func days(_ line: ContentLine) throws(DeskError) -> Int {
        let text = line.value.uppercased()
        if text.hasPrefix("PT") { return 1 }
        guard text.hasPrefix("P"), let unit = text.last, unit == "D" || unit == "W",
            let count = Int(text.dropFirst().dropLast()), (1...366).contains(count)
        else { throw line.bad("“\(line.value)” is not a length in days; write P1D or P1W") }
        return unit == "W" ? count * 7 : count
    }

    /// The days that this event closes within a span.
    func days(_ span: ClosedRange<CivilDay>) throws(DeskError) -> Set<CivilDay> {
        guard !hasTime, !isCancelled else { return [] }
        guard let start else {
            throw DeskError(.badCalendarFile, at: "event “\(name)”", "has no DTSTART; give its first day")
        }
        let length = end.map { max(start.distance(to: $0), 1) } ?? lengthDays
        guard length <= 3660 else {
            throw DeskError(.badCalendarFile, at: "line \(lineNumber)", "the event lasts more than ten years")
        }
        var starts = Set(more).union([start])
        if let rule { starts.formUnion(rule.days(from: start, until: span.upperBound)) }
        var closed: Set<CivilDay> = []
        for first in starts.subtracting(except) {
            for offset in 0..<length {
                let day = first.advanced(by: offset)
                if span.contains(day) { closed.insert(day) }
            }
        }
        return closed
    }
}
