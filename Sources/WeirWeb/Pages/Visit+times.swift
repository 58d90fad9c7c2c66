import Synchronization
import WeirFacts
import WeirPages

extension Visit {
    /// An instant as it reads in the visitor's zone: `4 Mar 2026, 14:05`.
    func time(_ instant: Instant) -> HTMLElement {
        let zone = ZoneShelf.days(of: visitor.zone)
        let offset = zone?.offsetSeconds(at: instant.milliseconds) ?? 0
        let local = instant.milliseconds + offset * 1000
        let day = CivilDay(number: Int32(truncatingIfNeeded: local / 86_400_000))
        let minutes = Int(local / 60_000 % 1440)
        let words =
            "\(Texts.day(day)), \(minutes / 60 < 10 ? "0" : "")\(minutes / 60):"
            + "\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return TimeText(instant, words: zone == nil ? words + " UTC" : words).element
    }
}

/// Time zones that were asked for, each looked up once.
private enum ZoneShelf {
    private static let held = Mutex<[String: ZonedDays?]>([:])

    /// `nil` for a zone that this machine does not know.
    static func days(of zone: String) -> ZonedDays? {
        if let known = held.withLock({ $0[zone] }) { return known }
        let days = ZonedDays(timeZone: zone)
        held.withLock { $0[zone] = days }
        return days
    }
}
