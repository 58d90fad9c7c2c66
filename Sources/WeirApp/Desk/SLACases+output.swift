import WeirDesk
import WeirFacts

extension SLACases {
    static func append(due: Instant, to output: inout [UInt8]) {
        output += ",\"due\":\"".utf8
        append(due, to: &output)
        output += "\"}\n".utf8
    }

    static func append(
        _ hours: BusinessCalendar, from start: Instant, to end: Instant, to output: inout [UInt8]
    ) throws(DeskError) {
        guard start <= end else { throw DeskError(.badDuration, at: "end", "is before start") }
        let business = hours.elapsed(from: start, to: end)
        output += ",\"business_ms\":\(business),\"wall_ms\":\(end.milliseconds - start.milliseconds)}\n".utf8
    }

    /// An instant in ISO 8601, as its description has it, digit by digit: a text of its own would be thrown away.
    private static func append(_ instant: Instant, to output: inout [UInt8]) {
        let day = instant.utcDay
        let (year, month, dayOfMonth) = day.components
        let inDay = Int(instant.milliseconds - Int64(day.number) * 86_400_000)
        func two(_ number: Int) {
            output.append(UInt8(ascii: "0") + UInt8(number / 10))
            output.append(UInt8(ascii: "0") + UInt8(number % 10))
        }
        func two(_ number: Int, then end: Unicode.Scalar) {
            two(number)
            output.append(UInt8(ascii: end))
        }
        two(year / 100)
        two(year % 100, then: "-")
        two(month, then: "-")
        two(dayOfMonth, then: "T")
        two(inDay / 3_600_000, then: ":")
        two(inDay / 60_000 % 60, then: ":")
        let millis = inDay % 1000
        two(inDay / 1000 % 60, then: millis == 0 ? "Z" : ".")
        if millis != 0 {
            output.append(UInt8(ascii: "0") + UInt8(millis / 100))
            two(millis % 100, then: "Z")
        }
    }
}
