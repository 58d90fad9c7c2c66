import WeirFacts

/// What somebody has to do by when, as a calendar program subscribes to it (RFC 5545). Events, not to-dos: Google's and
/// Microsoft's calendars leave to-dos out.
public struct CalendarFeed: Hashable, Sendable {
    /// One promise about one hand-off.
    public struct Entry: Hashable, Sendable {
        /// `hof_7`.
        public var handOff: String
        public var milestone: String
        public var dueAt: Instant
        /// The hand-off's version, so that programs see what is newer.
        public var version: Int
        public var summary: String
        public var details: String
        public var address: String?

        public init(
            handOff: String, milestone: String, dueAt: Instant, version: Int, summary: String, details: String,
            address: String?
        ) {
            self.handOff = handOff
            self.milestone = milestone
            self.dueAt = dueAt
            self.version = version
            self.summary = summary
            self.details = details
            self.address = address
        }
    }

    /// Lines ended by CR LF.
    public let text: String

    /// - Parameters:
    ///   - now: when it was made (`DTSTAMP`).
    ///   - host: what makes ids unique among installations.
    public init(_ title: String, _ entries: [Entry], at now: Instant, host: String) {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//weir//weir//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + CalendarFeed.escaped(title), "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
            "X-PUBLISHED-TTL:PT15M",
        ]
        for entry in entries {
            // A quarter of an hour that ends when the promise is due.
            let start = Instant(milliseconds: entry.dueAt.milliseconds - 900_000)
            lines += [
                "BEGIN:VEVENT", "UID:\(entry.handOff)-\(entry.milestone)@\(host)", "DTSTAMP:" + CalendarFeed.time(now),
                "SEQUENCE:\(entry.version)", "DTSTART:" + CalendarFeed.time(start),
                "DTEND:" + CalendarFeed.time(entry.dueAt), "SUMMARY:" + CalendarFeed.escaped(entry.summary),
                "DESCRIPTION:" + CalendarFeed.escaped(entry.details), "TRANSP:TRANSPARENT",
            ]
            if let address = entry.address { lines.append("URL:" + address) }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        text = lines.map(CalendarFeed.folded).joined()
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Pieces of at most 75 octets, none of which cuts a character, each further one begun by a space.
    static func folded(_ line: String) -> String {
        var result = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += width
        }
        return result + "\r\n"
    }

    /// `20261124T093000Z`, cut to the second.
    static func time(_ instant: Instant) -> String {
        let whole = Instant(milliseconds: floorDivide(instant.milliseconds, by: 1000) * 1000)
        return whole.description.filter { $0 != "-" && $0 != ":" }
    }
}
