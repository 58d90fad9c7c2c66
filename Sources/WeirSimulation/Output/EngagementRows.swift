/// Writes acts as rows of `engagements.csv`, and what is true of them beside it.
struct EngagementRows<Sink: WorldSink>: ActReceiver {
    var writer: WorldWriter<Sink>
    private(set) var echoes = 0
    private var card: AccountCard
    private let names: RowNames

    init(writer: WorldWriter<Sink>, names: RowNames, card: AccountCard) {
        self.writer = writer
        self.names = names
        self.card = card
    }

    mutating func begin(_ card: AccountCard) { self.card = card }

    mutating func receive(_ act: Act, _ record: Record) throws(any Error) {
        try writer.row(.engagements) { [card, names] text in
            EngagementRows.write(act, card, names, to: &text)
        }
        if act.automation != .none || record != .inTime { try judge(act, record) }
        if act.echoOf != 0, record != .again { try pair(act) }
    }

    private static func write(_ act: Act, _ card: AccountCard, _ names: RowNames, to text: inout CSVText) {
        AccountCard.messageID(account: card.index, sequence: act.sequence, to: &text)
        text.comma()
        switch act.identity {
        case .known: text.raw(card.knownColumns[Int(act.buyer)])
        case .emailOnly: text.raw(card.emailColumns[Int(act.buyer)])
        case .domainOnly: text.raw(card.domainColumns)
        case .accountOnly: text.raw(card.accountColumns)
        case .stranger: text.raw(card.strangerColumns)
        }
        text.raw(names.signals[Int(act.signal.rawValue)])
        names.instant(day: Int(act.day), second: UInt(act.second), to: &text)
        text.comma()
        if act.content != Content.none { text.raw(names.contents[Int(act.content)]) }
        text.comma()
        if act.sharedWith != Act.nobody { text.raw(card.buyers[Int(act.sharedWith)]) }
        text.comma()
        if act.campaign != Campaign.none { text.raw(names.campaigns[Int(act.campaign)]) }
        text.raw(names.channels[Int(act.channel.rawValue)])
    }

    /// Truth about single acts: made by a machine, recorded late or twice. A row for each that applies.
    private mutating func judge(_ act: Act, _ record: Record) throws {
        if record != .again, act.automation != .none {
            try truth(act, act.automation == .crawler ? "crawler" : "link_scanner")
        }
        if record != .inTime { try truth(act, record == .late ? "late" : "repeated") }
    }

    private mutating func truth(_ act: Act, _ what: StaticString) throws {
        try writer.row(.judgedActs) { [card] text in
            AccountCard.messageID(account: card.index, sequence: act.sequence, to: &text)
            text.comma()
            text.raw(card.account)
            text.comma()
            text.raw(what)
        }
    }

    /// A share and the reading that answers it.
    private mutating func pair(_ act: Act) throws {
        echoes += 1
        try writer.row(.echoes) { [card, names] text in
            text.raw(card.account)
            text.comma()
            AccountCard.messageID(account: card.index, sequence: act.echoOf, to: &text)
            text.comma()
            AccountCard.messageID(account: card.index, sequence: act.sequence, to: &text)
            text.comma()
            text.raw(card.buyers[Int(act.sharedBy)])
            text.comma()
            text.raw(card.buyers[Int(act.buyer)])
            text.comma()
            text.raw(names.contents[Int(act.content)])
        }
    }
}

/// The words that rows are made of, as bytes ready to copy. A class for the reason that `AccountCard` is one.
final class RowNames {
    /// With a comma behind.
    let signals: [[UInt8]]
    let contents: [[UInt8]]
    let campaigns: [[UInt8]]
    /// With a comma before.
    let channels: [[UInt8]]
    /// Ten bytes for each day of the window.
    private let days: [UInt8]
    /// `00` to `59`.
    private let pairs: [UInt8]

    init(calendar: WorldCalendar, campaigns plan: CampaignPlan) {
        signals = WorldSignal.allCases.map { Array($0.name.utf8) + [0x2C] }
        contents = Content.names.map { Array($0.utf8) }
        channels = WorldChannel.allCases.map { [0x2C] + Array($0.name.utf8) }
        campaigns = plan.campaigns.map { campaign in
            var text = CSVText()
            text.field(campaign.name)
            return text.bytes
        }
        days = calendar.text
        pairs = (UInt8(0)..<60).flatMap { (number: UInt8) -> [UInt8] in [0x30 + number / 10, 0x30 + number % 10] }
    }

    /// An instant in UTC, without fractions.
    func instant(day: Int, second: UInt, to text: inout CSVText) {
        text.bytes.append(contentsOf: days[day * 10..<day * 10 + 10])
        let (hour, minute, rest) = (Int(second / 3600) * 2, Int(second / 60 % 60) * 2, Int(second % 60) * 2)
        text.bytes.append(0x54)
        text.bytes.append(pairs[hour])
        text.bytes.append(pairs[hour + 1])
        text.bytes.append(0x3A)
        text.bytes.append(pairs[minute])
        text.bytes.append(pairs[minute + 1])
        text.bytes.append(0x3A)
        text.bytes.append(pairs[rest])
        text.bytes.append(pairs[rest + 1])
        text.bytes.append(0x5A)
    }
}
