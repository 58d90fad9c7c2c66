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
        func digits(_ number: Int, _ count: Int, then end: Unicode.Scalar) {
            var unit = count == 4 ? 1000 : count == 3 ? 100 : 10
            while unit > 0 {
                output.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
                unit /= 10
            }
            output.append(UInt8(ascii: end))
        }
        digits(year, 4, then: "-")
        digits(month, 2, then: "-")
        digits(dayOfMonth, 2, then: "T")
        digits(inDay / 3_600_000, 2, then: ":")
        digits(inDay / 60_000 % 60, 2, then: ":")
        let millis = inDay % 1000
        digits(inDay / 1000 % 60, 2, then: millis == 0 ? "Z" : ".")
        if millis != 0 { digits(millis, 3, then: "Z") }
    }
}
