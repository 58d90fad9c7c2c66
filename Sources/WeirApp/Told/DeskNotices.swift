import WeirDesk
import WeirFacts
import WeirLedger
import WeirTold

/// What of a turn at the desk somebody may have to be told of. It is written in the turn's own transaction.
extension DeskTurn {
    /// - Parameters:
    ///   - actions: what followed.
    ///   - subject: what the desk was told about: a hand-off, where somebody acted on one.
    func told(of actions: [DeskAction], about subject: String) throws -> [NewNotice] {
        try actions.enumerated().compactMap { number, action in
            try notice(of: action, about: subject).map { kind, known in
                var matter = known
                // Who had it when it happened, where it was handed on later in the same turn.
                let later = actions[(number + 1)...]
                if let owner = DeskTurn.owner(of: matter.handOff, before: later) { matter.owner = owner }
                return try NewNotice(kind, matter, at: now)
            }
        }
    }

    private static func owner(of handOff: String?, before actions: ArraySlice<DeskAction>) -> String? {
        for case .handedOn(let moved, let from, _, _) in actions where moved == handOff { return from }
        return nil
    }

    private func notice(of action: DeskAction, about subject: String) throws -> (Notice.Kind, Notice.Matter)? {
        switch action {
        case .offered(let handOff, _, _, _, let why):
            var matter = try matter(handOff)
            matter.reason = why
            return (.handOffOffered, matter)
        case .handedOn(let handOff, let from, let to, let why):
            var matter = try matter(handOff)
            (matter.previousOwner, matter.owner, matter.reason) = (from, to, why)
            return (.handOffReassigned, matter)
        case .nobodyToTakeOver(let handOff): return (.handOffUnattended, try matter(handOff))
        case .clock(let handOff, let milestone, .warn):
            return (.promiseWarning, try matter(handOff, of: milestone))
        case .clock(let handOff, let milestone, .breached):
            return (.promiseBreached, try matter(handOff, of: milestone))
        case .notifyManager(let handOff, let milestone):
            return (.promiseEscalated, try matter(handOff, of: milestone))
        case .moved(let buyer, let move): return try notice(buyer, move, about: subject)
        case .withoutTeam(let buyer):
            var matter = Notice.Matter()
            matter.buyer = buyer
            return (.buyerWithoutTeam, matter)
        // A ghost comes with the broken promise itself.
        case .waiting, .clock, .ghost, .comesBack, .fairness: return nil
        }
    }

    private func matter(_ handOff: String, of milestone: ServicePromise.Milestone) throws -> Notice.Matter {
        var matter = try matter(handOff)
        matter.milestone = milestone.rawValue
        matter.dueAt = held.desk.handOffs[handOff]?.clock(milestone)?.dueAt ?? matter.dueAt
        return matter
    }

    private func notice(
        _ buyer: String, _ move: StageMove, about subject: String
    ) throws -> (Notice.Kind, Notice.Matter)? {
        let isHandedOver = [.released, .accepted, .salesQualified].contains(move.from)
        let kind: Notice.Kind
        switch move.to {
        case .accepted: kind = .handOffAccepted
        case .salesQualified: kind = .handOffSalesQualified
        case .disqualified where isHandedOver, .qualified where isHandedOver: kind = .handOffRejected
        // A judgement that Sales disagrees sends the buyer back, too.
        case .recycled where isHandedOver: kind = .handOffRecycled
        case .suppressed: kind = .buyerSuppressed
        default: return nil
        }
        let handOff =
            RecordID.handOff.numberIfAny(subject) == nil ? held.desk.standing(ofBuyer: buyer)?.handOff : subject
        var matter = try handOff.map(matter) ?? Notice.Matter()
        (matter.buyer, matter.by, matter.reason, matter.dueAt) = (buyer, "\(move.actor)", move.reason, nil)
        if case .rejected? = handOff.flatMap({ held.desk.handOffs[$0]?.state }) { return (.handOffRejected, matter) }
        return (kind, matter)
    }

    /// What is known of a hand-off.
    private func matter(_ id: String) throws -> Notice.Matter {
        var matter = Notice.Matter()
        matter.handOff = id
        guard let record = held.desk.handOffs[id] else { return matter }
        matter.buyer = record.buyer
        matter.account = record.account
        matter.owner = record.owner
        matter.raisedHand = record.raisedHand
        matter.team = held.desk.rules.handOff.teams[record.team].name
        matter.dueAt = record.clocks.filter { !$0.isOver }.map(\.dueAt).min()
        return matter
    }
}

extension NewNotice {
    init(_ kind: Notice.Kind, _ matter: Notice.Matter, at now: Instant) throws {
        self.init(at: now, kind: kind.rawValue, body: try DeskText.write(matter))
    }
}
