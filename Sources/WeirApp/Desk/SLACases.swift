import Foundation
import WeirAgreement
import WeirDesk
import WeirFacts

/// Answers cases of business time, JSON lines in and out.
///
/// A case is `{"id", "calendar", "start", "for"}` and gives `{"id", "due"}`; with `"end"` in place of `"for"` it gives
/// `{"id", "business_ms", "wall_ms"}`. What cannot be answered gives `{"id", "error": {"code", "place", "message"}}`.
/// Calendars and time zones are compiled once and kept, so that a calendar that comes again costs a look-up.
struct SLACases: Sendable {
    /// Cases answered so far, refused ones included.
    private(set) var count = 0
    /// Cases that could not be answered.
    private(set) var refused = 0

    /// By their text: a text hashes and compares many bytes at once.
    private var calendars: [String: BusinessCalendar] = [:]
    private var durations: [String: ServiceDuration] = [:]
    private var zones: [String: ZoneTable] = [:]
    private static let instants = InstantParser(readsSerialDays: false)
    /// Enough for every team of a large company many times over; when it is full, it starts afresh.
    private static let calendarsMax = 4096

    /// Answers the cases in whole lines; empty lines are passed over.
    /// - Parameter part: where the lines stand.
    mutating func answer(_ lines: [UInt8], in part: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(part.count / 4)
        var from = part.lowerBound
        while from < part.upperBound {
            if let members = CaseMembers(lines.span, from: from) {
                answer(lines[from..<members.lineEnd], into: &output) { cases, output in
                    try cases.answer(members, of: lines, into: &output)
                }
                from = members.lineEnd + 1
            } else {
                let end = lines[from...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.count
                let line = lines[from..<end]
                if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
                    answer(line, into: &output) { cases, output in try cases.answerAtLeisure(line, into: &output) }
                }
                from = end + 1
            }
        }
        return output
    }

    private mutating func answer(
        _ line: ArraySlice<UInt8>, into output: inout [UInt8],
        _ answer: (inout SLACases, inout [UInt8]) throws -> Void
    ) {
        count += 1
        let mark = output.count
        do {
            try answer(&self, &output)
        } catch {
            refused += 1
            output.removeSubrange(mark...)
            output += SLACases.refusal(of: line, error)
        }
    }

    private mutating func answer(_ members: CaseMembers, of lines: [UInt8], into output: inout [UInt8]) throws {
        let hours = try compiled(lines[members.calendar])
        let start = try SLACases.instant(lines[members.start])
        output += "{\"id\":".utf8
        output += lines[members.id]
        switch members.asked {
        case .due(let duration):
            SLACases.append(due: try hours.due(from: start, within: within(lines[duration])), to: &output)
        case .elapsed(let end):
            try SLACases.append(hours, from: start, to: SLACases.instant(lines[end], "end"), to: &output)
        }
    }

    private mutating func compiled(_ bytes: ArraySlice<UInt8>) throws -> BusinessCalendar {
        let text = String(decoding: bytes, as: UTF8.self)
        if let known = calendars[text] { return known }
        let calendar = try JSONDecoder().decode(SLAQuestion.Calendar.self, from: Data(bytes)).compiled(zones: &zones)
        if calendars.count >= SLACases.calendarsMax { calendars.removeAll(keepingCapacity: true) }
        calendars[text] = calendar
        return calendar
    }

    private mutating func answerAtLeisure(_ line: ArraySlice<UInt8>, into output: inout [UInt8]) throws {
        let question = try JSONDecoder().decode(SLAQuestion.self, from: Data(line))
        guard (question.for == nil) != (question.end == nil) else {
            throw AppError(.badData, "a case has either “for” or “end”, and not both")
        }
        let hours = try question.calendar.compiled(zones: &zones)
        let start = try SLACases.instant(Array(question.start.utf8)[...])
        output += "{\"id\":".utf8
        output += SLACases.id(of: line)
        if let duration = question.for {
            SLACases.append(due: try hours.due(from: start, within: ServiceDuration(text: duration)), to: &output)
        } else if let end = question.end {
            try SLACases.append(
                hours, from: start, to: SLACases.instant(Array(end.utf8)[...], "end"), to: &output)
        }
    }

    private mutating func within(_ bytes: ArraySlice<UInt8>) throws -> ServiceDuration {
        let text = String(decoding: bytes, as: UTF8.self)
        if let known = durations[text] { return known }
        let duration = try ServiceDuration(text: text)
        if durations.count >= SLACases.calendarsMax { durations.removeAll(keepingCapacity: true) }
        durations[text] = duration
        return duration
    }

    private static func instant(_ text: ArraySlice<UInt8>, _ place: String = "start") throws -> Instant {
        let instant: Instant
        do {
            instant = try instants.instant(text.span)
        } catch {
            throw DeskError(.outOfRange, at: place, "“\(String(decoding: text, as: UTF8.self))” \(error)")
        }
        guard ZoneTable.span.contains(instant.milliseconds) else {
            throw DeskError(.outOfRange, at: place, "business time is known for the years 1970 to 2099")
        }
        return instant
    }
}
