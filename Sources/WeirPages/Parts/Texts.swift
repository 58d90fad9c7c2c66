import WeirFacts

/// Numbers, days and instants as every page writes them.
public enum Texts {
    /// A name or a few words as they stand alone: `too_small` is `Too small`, `won` is `Won`.
    public static func title(_ name: String) -> String {
        let words = plain(name)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A name of the agreement within a sentence: `decision_maker` is `decision maker`, `c_level` is `C-level`.
    public static func plain(_ name: String) -> String { Words.plain(name) }

    /// What a team or a person is called in an agreement, as people read it: `sdr_emea` is `SDR EMEA`, `ana` is `Ana`.
    public static func name(_ name: String) -> String {
        name.split(separator: "_").map { word in
            short.contains(word.lowercased()) ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }

    /// Words that are spelled letter by letter.
    private static let short: Set<String> = [
        "ae", "apac", "bdr", "crm", "dach", "emea", "eu", "latam", "sdr", "sla", "smb", "uk", "us", "usa",
    ]

    /// A time zone: `America/New York`, and `UTC+10` for `Etc/GMT-10`, whose sign means the contrary of what is read.
    public static func zone(_ name: String) -> String {
        let fixed = "Etc/GMT"
        guard name.hasPrefix(fixed) else { return name.replacing("_", with: " ") }
        let offset = name.dropFirst(fixed.count)
        return "UTC" + (offset.hasPrefix("-") ? "+" : offset.hasPrefix("+") ? "-" : "") + offset.dropFirst()
    }

    /// `1,240`.
    public static func number(_ value: Int) -> String { Words.number(value) }
    /// `1,240 accounts`.
    public static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        Words.count(value, one, many)
    }
    /// `4 Mar 2026`.
    public static func day(_ day: CivilDay) -> String { Words.day(day) }
    /// Millipoints as points with one decimal, cut: `85.8`.
    public static func points(_ milli: Int64) -> String { Words.wholePoints(milli) }
    /// Millipoints exactly: `85.800`.
    public static func exactPoints(_ milli: Int64) -> String { Words.points(milli) }
    /// `€1.2m`.
    public static func money(_ money: Money) -> String { Words.money(money) }
    /// `71% (52 of 73)`.
    public static func share(_ share: Share) -> String { Words.share(share) }
    /// `71%`.
    public static func percent(_ permille: Int) -> String { Words.percent(permille) }
}

/// A share with its base, grey where the base is small.
public struct ShareText: Hashable, Sendable {
    public var share: Share

    public init(_ share: Share) { self.share = share }

    public var element: HTMLElement {
        guard let permille = share.permille else { return span(.class("soft")) { "none yet (0 of 0)" } }
        let base = " (\(Words.number(share.count)) of \(Words.number(share.of)))"
        return span(share.isSmall ? [.class("is-small"), .title("Fewer than 30: too few to lean on")] : []) {
            Words.percent(permille)
            span(.class("soft")) { base }
            if share.isSmall { span(.class("quiet")) { ", a small sample" } }
        }
    }
}

/// An instant: relative for whoever has the script, absolute in the reader's zone for everybody.
public struct TimeText: Hashable, Sendable {
    public var instant: Instant
    /// As it reads in the reader's zone: `Tue 14:05`.
    public var words: String
    /// Whether the script may write `3 minutes ago` instead.
    public var isRelative: Bool

    public init(_ instant: Instant, words: String, isRelative: Bool = true) {
        self.instant = instant
        self.words = words
        self.isRelative = isRelative
    }

    public var element: HTMLElement {
        let attributes: [HTMLAttribute] = [.datetime(instant.description), .title(instant.description)]
        return HTMLTag.time(attributes + (isRelative ? [.data("relative", "")] : [])) { words }
    }
}

extension CivilDay {
    /// The day for a page: `4 Mar 2026`, with the ISO date for programs.
    public var timeElement: HTMLElement { HTMLTag.time(.datetime(description)) { Words.day(self) } }
}
