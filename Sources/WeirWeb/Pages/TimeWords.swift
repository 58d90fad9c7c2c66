import Foundation
import WeirFacts
import WeirPages

/// Instants as one reader sees them: in their time zone, as `Tue 14:05` within a week and `4 Mar 2026, 14:05` beyond.
struct TimeWords: Sendable {
    private let zone: TimeZone
    private let now: Instant

    /// - Parameter zone: a name of the time zone database; another text is UTC.
    init(zone: String, now: Instant) {
        self.zone = TimeZone(identifier: zone) ?? .gmt
        self.now = now
    }

    /// The civil time there.
    private func parts(_ instant: Instant) -> (day: CivilDay, minutes: Int) {
        let seconds = instant.milliseconds / 1000
        let local = seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return (CivilDay(number: Int32(clamping: day)), Int(local - day * 86_400) / 60)
    }

    func day(_ instant: Instant) -> CivilDay { parts(instant).day }

    func words(_ instant: Instant) -> String {
        let (day, minutes) = parts(instant)
        let today = parts(now).day
        let clock = "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        switch abs(day.number - today.number) {
        case 0: return clock
        case 1..<7: return "\(TimeWords.weekday(day)) \(clock)"
        default: return "\(Texts.day(day)), \(clock)"
        }
    }

    /// - Parameter isRelative: whether the script may write `3 minutes ago` instead.
    func element(_ instant: Instant, isRelative: Bool = true) -> HTMLElement {
        TimeText(instant, words: words(instant), isRelative: isRelative).element
    }

    static func weekday(_ day: CivilDay) -> String {
        // 1970-01-01 was a Thursday.
        ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((Int(day.number) % 7) + 7) % 7]
    }
}

extension Visit {
    /// Times as this visitor reads them.
    var times: TimeWords { TimeWords(zone: visitor.zone, now: lobby.now()) }

    /// The field that proves that a form came from this visitor's page.
    var csrfField: HTMLElement { input(.type(.hidden), .name("csrf"), .value(visitor.csrf)) }

    /// A form with one button that does something.
    func button(
        _ words: String, _ address: HTMLAddress, _ fields: [(String, String)] = [], kind: String = "plain",
        _ attributes: [HTMLAttribute] = []
    ) -> HTMLElement {
        WeirPages.form(.action(address), .method(.post), .class("inline")) {
            csrfField
            for field in fields { input(.type(.hidden), .name(field.0), .value(field.1)) }
            WeirPages.button([.type(.submit), .class(kind)] + attributes) { words }
        }
    }

    /// The same for an address that is written in the source.
    func button(
        _ words: String, _ path: StaticString, _ fields: [(String, String)] = [], kind: String = "plain"
    ) -> HTMLElement {
        button(words, HTMLAddress(path), fields, kind: kind)
    }
}
