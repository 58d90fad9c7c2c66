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
                let records = try books.handOffs(
                    offeredFrom: days.start(of: from), to: days.start(of: to.advanced(by: 1))
                ).map { try DeskText.read(HandOffRecord.self, $0) }
                return PromiseBook(
                    from: from, to: to,
                    marketing: try MarketingWeeks(held.terms, books, from: from, to: to).views(days.day(of: now)),
                    sales: try records.filter { held.desk.teams.indices.contains($0.team) }.flatMap { record in
                        let label = try reading.label(record.buyer, account: record.account)
                        return reading.promises(record).map { promise in
                            PromiseBook.Line(
                                handOff: record.id, buyer: label, team: reading.teamName(record.team),
                                owner: record.owner, offeredAt: record.offeredAt, promise: promise)
                        }
                    })
            }
        } ?? nothing
    }
}
