import WeirDesk
import WeirFacts
import WeirLedger

/// Leads that Sales found: the same stages, and the same definition, as for those whom Marketing found.
extension SalesDesk {
    /// - Throws: `conflict` where nobody may contact a buyer.
    func refuseSuppressed(_ buyer: Int64, now: Instant) throws {
        let id = RecordID.buyer.text(buyer)
        let stage = try refusing { try look(now: now) { held, _ in held.desk.buyers[id]?.history.stage } }
        guard stage != .suppressed else {
            throw ServiceError(.conflict, "\(id) is suppressed and must not be contacted; lift the suppression first")
        }
    }

    func add(_ lead: RecordedLead, by name: String, now: Instant) throws -> AddedLead {
        let id = RecordID.buyer.text(lead.buyer)
        return try refusing {
            try turn(now: now) { turn in
                var isMoved = false
                switch turn.desk.buyers[id]?.history.stage ?? .prospect {
                case .prospect, .recycled, .disqualified, .won, .lost:
                    try turn.take(.added(buyer: id, by: name), "added", about: id, by: .person(name))
                    isMoved = true
                case .suppressed: throw ServiceError(.conflict, "\(id) is suppressed and must not be contacted")
                case .lead, .qualified, .released, .accepted, .salesQualified, .opportunity: break
                }
                return try view(lead, id, turn, isMoved: isMoved, by: name)
            }
        }
    }

    private func view(
        _ lead: RecordedLead, _ id: String, _ turn: DeskTurn, isMoved: Bool, by name: String
    ) throws -> AddedLead {
        let reader = turn.books.live(isFreeMail: CompanyMail().isFree)
        let account = try reader.place(of: lead.buyer).account
        let reading = HandOffReading(held: turn.held, reader: reader, now: turn.now)
        let record = turn.desk.buyers[id]
        let handOff = record?.handOff.flatMap { turn.desk.handOffs[$0] }.flatMap { $0.isOpen ? $0 : nil }
        let company = try account.flatMap { try reader.accounts(after: 0, limit: 1, only: $0).first }
        return AddedLead(
            buyer: try reading.label(id, account: account.map(RecordID.account.text) ?? ""), isNew: lead.isNew,
            isMoved: isMoved, stage: (record?.history.stage ?? .prospect).rawValue, handOff: handOff?.id,
            owner: handOff?.owner, addedBy: try turn.books.firstAdded(lead.buyer) ?? name,
            tier: company?.tier.map(turn.terms.use.market.tierName), scoreMilli: company?.scoreMilli)
    }
}
