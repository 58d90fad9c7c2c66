import WeirDesk
import WeirFacts
import WeirLedger

/// What was said of buyers in the CRM moves them at the desk, by the same rules as what is said here.
///
/// A verdict counts for the buyer's open hand-off, if it was said since that was offered. What the desk refuses (a second
/// acceptance, an unknown reason) stays a fact and moves nothing. An opportunity moves a buyer who is sales-qualified,
/// since only a person here says that they are; what was won or lost before that was another one.
struct CRMFollowing {
    let turn: DeskTurn

    func follow(_ said: DeskBooks.SaidVerdict) throws {
        guard let id = turn.desk.buyers[RecordID.buyer.text(said.buyer)]?.handOff,
            let handOff = turn.desk.handOffs[id], handOff.isOpen, !isOlder(said.at, than: handOff.offeredAt)
        else { return }
        let reason = said.reason ?? ""
        let disposition: Disposition
        switch said.verdict {
        case "accept": disposition = .accept
        case "reject": disposition = .reject(reason: reason)
        default: disposition = .recycle(reason: reason.isEmpty ? "recycled in the CRM" : reason, until: nil)
        }
        let actor: Actor = said.by.map(Actor.person) ?? .system("the CRM")
        try turn.takeIfAllowed(
            .disposition(handOff: id, disposition, by: actor, seen: nil), disposition.kind, about: id, by: actor,
            disposition)
    }

    func follow(_ said: DeskBooks.SaidOutcome) throws {
        let id = RecordID.buyer.text(said.buyer)
        guard let history = turn.desk.buyers[id]?.history else { return }
        if history.stage == .salesQualified {
            guard said.outcome == "open" || !isOlder(said.at, than: history.since) else { return }
            try move(id, .opened)
        }
        if history.stage == .salesQualified || history.stage == .opportunity {
            if said.outcome == "won" { try move(id, .won) }
            if said.outcome == "lost" { try move(id, .lost) }
        }
    }

    /// Exports often give a day and no time: midnight may be any time of its day.
    private func isOlder(_ said: Instant, than since: Instant) -> Bool {
        said < since && said != Instant(startOf: since.utcDay)
    }

    private func move(_ buyer: String, _ change: DeskInput.OpportunityChange) throws {
        try turn.takeIfAllowed(
            .opportunity(buyer: buyer, change, by: .system("the CRM")), "opportunity", about: buyer,
            by: .system("the CRM"), ["change": change.rawValue])
    }
}
