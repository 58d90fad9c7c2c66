/// Rows of `engagements.csv` in the making: the one place where a world spends its time, so every byte is written
/// straight to where it belongs.
struct EngagementText {
    /// More than any row can be long is always left free behind `count`.
    private(set) var bytes: [UInt8]
    private(set) var count = 0
    private let names: RowNames
    private var spare: Int

    static var pieceBytes: Int { 1 << 18 }

    init(names: RowNames) {
        self.names = names
        spare = 0
        bytes = []
    }

    /// Makes room for the longest row that an account can have.
    mutating func makeRoom(for card: AccountCard) {
        // Two numbers, an instant, two ends, and each word at its longest.
        let needed = card.columns.longest + card.buyers.longest + names.longest + card.messagePrefix.longest + 64
        spare = max(spare, needed)
        let missing = EngagementText.pieceBytes + spare - bytes.count
        if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
    }

    /// Enough for the sink.
    var isFull: Bool { count >= EngagementText.pieceBytes }

    /// What was written since the last time.
    mutating func take() -> [UInt8] {
        defer { count = 0 }
        return Array(bytes[..<count])
    }

    /// Adds one row.
    mutating func write(_ act: Act, _ card: AccountCard) {
        let names = names
        var end = count
        var row = bytes.mutableSpan
        card.messagePrefix.copy(0, to: &row, at: &end)
        Digits.write(act.sequence, to: &row, at: &end)
        row[end] = 0x2C
        end &+= 1
        card.columns.copy(card.column(of: act), to: &row, at: &end)
        names.signals.copy(Int(act.signal.rawValue), to: &row, at: &end)
        names.days.copy(Int(act.day), to: &row, at: &end)
        names.minutes.copy(Int(act.second / 60), to: &row, at: &end)
        names.seconds.copy(Int(act.second % 60), to: &row, at: &end)
        names.contents.copy(min(Int(act.content), Content.count), to: &row, at: &end)
        if act.sharedWith != Act.nobody { card.buyers.copy(Int(act.sharedWith), to: &row, at: &end) }
        row[end] = 0x2C
        end &+= 1
        names.campaigns.copy(min(Int(act.campaign), names.campaignCount), to: &row, at: &end)
        names.channels.copy(Int(act.channel.rawValue), to: &row, at: &end)
        count = end
    }
}

/// Numbers in rows.
enum Digits {
    /// At least six digits.
    @inline(__always)
    static func write(_ number: UInt32, to row: inout MutableSpan<UInt8>, at end: inout Int) {
        var digits = 6
        var limit: UInt32 = 1_000_000
        while digits < 10, number >= limit {
            digits &+= 1
            limit = digits == 10 ? .max : limit &* 10
        }
        var rest = number
        var place = end &+ digits
        while place > end {
            place &-= 1
            row[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
            rest /= 10
        }
        end &+= digits
    }
}

/// The words that all accounts' rows are made of, with the commas and line ends around them.
///
/// A class because every row looks at it, and it is dear to copy.
final class RowNames: Sendable {
    /// With a comma behind.
    let signals: Words
    /// With a comma behind; the last is that of no content.
    let contents: Words
    /// As CSV fields; the last is that of no campaign.
    let campaigns: Words
    let campaignCount: Int
    /// With a comma before and the line's end behind.
    let channels: Words
    /// `2026-03-27T` for each day of the window.
    let days: Words
    /// `16:50:` for each minute of a day.
    let minutes: Words
    /// `07Z,` for each second of a minute.
    let seconds: Words
    /// The most bytes that one word of each take together.
    let longest: Int

    init(calendar: WorldCalendar, campaigns plan: CampaignPlan) {
        func two(_ number: Int) -> [UInt8] { [UInt8(0x30 + number / 10), UInt8(0x30 + number % 10)] }
        signals = Words(WorldSignal.allCases.map { Array($0.name.utf8) + [0x2C] })
        contents = Words(Content.names.map { Array($0.utf8) + [0x2C] } + [[0x2C]])
        campaigns = Words(plan.campaigns.map { CSVText.escaped($0.name) } + [[]])
        campaignCount = plan.campaigns.count
        channels = Words(WorldChannel.allCases.map { [0x2C] + Array($0.name.utf8) + [0x0A] })
        days = Words((0..<calendar.days).map { Array("\(calendar.day($0))T".utf8) })
        minutes = Words((0..<1440).map { two($0 / 60) + [0x3A] + two($0 % 60) + [0x3A] })
        seconds = Words((0..<60).map { two($0) + [0x5A, 0x2C] })
        longest = [signals, contents, campaigns, channels, days, minutes, seconds].reduce(0) { $0 + $1.longest }
    }
}
