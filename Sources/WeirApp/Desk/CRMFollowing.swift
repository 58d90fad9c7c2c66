import WeirDesk
import WeirFacts
import WeirLedger

/// What was said of buyers in the CRM moves them at the desk, by the same rules as what is said here.
///
/// A verdict counts for the buyer's open hand-off. What the desk refuses (a second acceptance, an unknown reason) stays a
/// fact and moves nothing. An opportunity moves a buyer who is sales-qualified, since only a person here says that they
/// are.
struct CRMFollowing {
    let turn: DeskTurn

    func follow(after seq: Int64, upTo last: Int64) throws {
        for said in try turn.books.verdicts(after: seq, upTo: last) { try follow(said) }
        for said in try turn.books.opportunities(after: seq, upTo: last) {
            let id = RecordID.buyer.text(said.buyer)
            let stage = turn.desk.buyers[id]?.history.stage
            if stage == .salesQualified { try move(id, .opened) }
            if stage == .salesQualified || stage == .opportunity {
                if said.outcome == "won" { try move(id, .won) }
                if said.outcome == "lost" { try move(id, .lost) }
            }
        }
    }

    private func follow(_ said: DeskBooks.SaidVerdict) throws {
        guard let handOff = turn.desk.buyers[RecordID.buyer.text(said.buyer)]?.handOff,
            turn.desk.handOffs[handOff]?.isOpen == true
        else { return }
        let reason = said.reason ?? ""
        let disposition: Disposition
        switch said.verdict {
        case "accept": disposition = .accept
        case "reject": disposition = .reject(reason: reason)
        default: disposition = .recycle(reason: reason.isEmpty ? "recycled in the CRM" : reason, until: nil)
        }
        let actor: Actor = said.by.map(Actor.person) ?? .system("the CRM")
        do {
            try turn.take(
                .disposition(handOff: handOff, disposition, by: actor, seen: nil), disposition.kind, about: handOff,
                by: actor, disposition)
        } catch is DeskError {
            return
        }
    }

    private func move(_ buyer: String, _ change: DeskInput.OpportunityChange) throws {
        do {
            try turn.take(
                .opportunity(buyer: buyer, change, by: .system("the CRM")), "opportunity", about: buyer,
                by: .system("the CRM"), ["change": change.rawValue])
        } catch is DeskError {
            return
        }
    }
}
