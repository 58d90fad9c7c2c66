/// Writes acts as rows of `engagements.csv`, and what is true of them beside it.
struct EngagementRows: ActReceiver {
    var writer: WorldWriter
    private(set) var echoes = 0
    private var text: EngagementText
    private var card: AccountCard
    private let names: RowNames

    init(writer: WorldWriter, names: RowNames, card: AccountCard) {
        self.writer = writer
        self.names = names
        self.card = card
        text = EngagementText(names: names)
    }

    mutating func begin(_ card: AccountCard) {
        self.card = card
        text.makeRoom(for: card)
    }

    mutating func receive(_ act: Act, _ record: Record) throws(any Error) {
        text.write(act, card)
        writer.count(.engagements)
        if text.isFull { try flush() }
        if act.automation != .none || record != .inTime { try judge(act, record) }
        if act.echoOf != 0, record != .again { try pair(act) }
    }

    /// Hands over what is left.
    mutating func flush() throws {
        try writer.write(text.take(), to: .engagements)
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
            card.message(act.sequence, to: &text)
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
            card.message(act.echoOf, to: &text)
            text.comma()
            card.message(act.sequence, to: &text)
            text.comma()
            text.raw(card.buyers[Int(act.sharedBy)])
            text.comma()
            text.raw(card.buyers[Int(act.buyer)])
            text.comma()
            text.raw(names.contents[Int(act.content)].dropLast())
        }
    }
}
