import WeirDesk
import WeirFacts
import WeirLedger

extension SalesDesk {
    /// What both sides promised about a span of days, and what became of it by now.
    func promises(from: CivilDay, to: CivilDay, now: Instant) throws -> PromiseBook {
        let nothing = PromiseBook(from: from, to: to, marketing: [], sales: [])
        return try refusing {
            try look(now: now) { held, books in
                let reader = books.live(isFreeMail: CompanyMail().isFree)
                let reading = HandOffReading(held: held, reader: reader, now: max(now, held.desk.now))
                let days = held.terms.use.days
                return PromiseBook(
                    from: from, to: to,
                    marketing: try MarketingWeeks(held.terms, books, from: from, to: to).views(days.day(of: now)),
                    sales: try sales(
                        books, reading, from: days.start(of: from), to: days.start(of: to.advanced(by: 1))))
            }
        } ?? nothing
    }

    /// Lines with the names of people and companies.
    func named(_ lines: [PromiseBook.Line], now: Instant) throws -> [PromiseBook.Line] {
        try refusing {
            try look(now: now) { held, books in
                let reader = books.live(isFreeMail: CompanyMail().isFree)
                let reading = HandOffReading(held: held, reader: reader, now: now)
                return try lines.map { line in
                    var line = line
                    line.buyer = try reading.label(line.buyer.id, account: line.buyer.account)
                    return line
                }
            }
        } ?? lines
    }

    private func sales(
        _ books: DeskBooks, _ reading: HandOffReading, from start: Instant, to end: Instant
    ) throws -> [PromiseBook.Line] {
        let teams = reading.held.desk.teams
        var lines: [PromiseBook.Line] = []
        try settled.withLock { settled in
            settled.keep(for: teams.map(\.calendar))
            try books.forEachHandOff(offeredFrom: start, to: end) { id, version, body in
                if let known = settled[id, version] {
                    lines += known
                    return
                }
                let record = try DeskText.read(HandOffRecord.self, body())
                guard teams.indices.contains(record.team) else { return }
                let own = reading.promiseLines(record)
                if !record.isOpen, record.clocks.allSatisfy(\.isOver) { settled[id, version] = own }
                lines += own
            }
        }
        return lines
    }
}

/// Lines of hand-offs whose clocks have all stopped: they change no more, and there are many.
struct SettledPromises {
    /// Hand-offs; beyond that it begins anew.
    private static let most = 100_000
    private var calendars: [BusinessCalendar] = []
    private var lines: [Int64: (version: Int, lines: [PromiseBook.Line])] = [:]

    /// Times are told in the teams' hours: with others they are told anew.
    mutating func keep(for calendars: [BusinessCalendar]) {
        guard calendars != self.calendars || lines.count > SettledPromises.most else { return }
        self.calendars = calendars
        lines = [:]
    }

    subscript(id: Int64, version: Int) -> [PromiseBook.Line]? {
        get { lines[id].flatMap { $0.version == version ? $0.lines : nil } }
        set { lines[id] = newValue.map { (version, $0) } }
    }
}

extension HandOffReading {
    fileprivate func promiseLines(_ record: HandOffRecord) -> [PromiseBook.Line] {
        let buyer = BuyerLabel(id: record.buyer, account: record.account)
        return promises(record).map { promise in
            PromiseBook.Line(
                handOff: record.id, buyer: buyer, team: teamName(record.team), owner: record.owner,
                offeredAt: record.offeredAt, promise: promise)
        }
    }
}
