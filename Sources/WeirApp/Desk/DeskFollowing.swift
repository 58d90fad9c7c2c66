import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// Takes in what was decided of buyers since the desk looked last, and lets time pass.
extension SalesDesk {
    /// Decisions taken in by one turn.
    private static let atOnce = 500

    /// What following came to.
    struct Followed: Sendable {
        var actions: [DeskAction]
        /// Whether there may be more to do at once.
        var hasMore: Bool
    }

    /// Follows the qualifier, and lets the desk see the time.
    func follow(now: Instant) throws -> Followed {
        guard try terms(now: now).hasTeams else { return Followed(actions: [], hasMore: false) }
        return try turn(now: now) { turn in
            let reader = turn.books.live(isFreeMail: CompanyMail().isFree)
            var hasMore = false
            if turn.held.position.fact == 0 { try seed(turn, reader) }
            hasMore = try takeDecisions(turn, reader)
            try takeFacts(turn, reader)
            try tick(turn, reader)
            return Followed(actions: turn.actions, hasMore: hasMore)
        }
    }

    /// Lets time pass, and nothing else.
    func tick(now: Instant) throws -> [DeskAction] {
        try turn(now: now) { turn in
            try tick(turn, turn.books.live(isFreeMail: CompanyMail().isFree))
            return turn.actions
        }
    }

    private func tick(_ turn: DeskTurn, _ reader: LiveReader) throws {
        for action in try turn.take(.tick, "tick", about: "", by: .system("time")) {
            // Whoever comes back and still fits, qualifies like anybody else.
            guard case .moved(let buyer, let move) = action, move.to == .lead, move.from == .recycled else { continue }
            let number = try RecordID.buyer.number(buyer)
            guard let standing = try turn.books.qualifiedBuyer(number) else { continue }
            try qualify(turn, reader, number, account: standing.account, score: standing.score, facts: [])
        }
    }

    /// When a desk begins, all who are qualified stand in front of it.
    private func seed(_ turn: DeskTurn, _ reader: LiveReader) throws {
        var last: Int64 = 0
        while true {
            let found = try turn.books.qualifiedBuyers(after: last, limit: 1000)
            for row in found {
                try qualify(turn, reader, row.buyer, account: row.account, score: row.score, facts: [])
            }
            guard let end = found.last else { return }
            last = end.buyer
        }
    }

    private func takeDecisions(_ turn: DeskTurn, _ reader: LiveReader) throws -> Bool {
        let decisions = try reader.decisions(after: turn.held.position.decision, limit: SalesDesk.atOnce)
        for decision in decisions {
            guard let buyer = decision.buyer else { continue }
            if decision.entered {
                try qualify(
                    turn, reader, buyer, account: decision.account, score: decision.scoreMilli,
                    facts: decision.fact.map { [$0] } ?? [])
            } else {
                let id = RecordID.buyer.text(buyer)
                guard turn.desk.buyers[id]?.history.stage == .qualified else { continue }
                let reason = "the definition no longer holds (\(decision.cause))"
                try turn.take(
                    .noLongerQualified(buyer: id, reason: reason), "no_longer_qualified", about: id,
                    by: .system("the agreement's definition"), ["reason": reason])
            }
        }
        turn.follow(decision: decisions.last?.id ?? turn.held.position.decision, seq: turn.held.position.seq)
        return decisions.count == SalesDesk.atOnce
    }

    /// A hand raised by somebody who waits already, or was sent back for a while, counts at once; what Sales said in the
    /// CRM moves buyers.
    private func takeFacts(_ turn: DeskTurn, _ reader: LiveReader) throws {
        let last = try reader.lastSeq()
        let signals = try turn.books.signals(named: turn.terms.raisingSignals)
        for act in try turn.books.acts(of: signals, after: turn.held.position.seq, upTo: last) {
            guard let stage = turn.desk.buyers[RecordID.buyer.text(act.buyer)]?.history.stage,
                stage == .qualified || stage == .recycled,
                let standing = try turn.books.qualifiedBuyer(act.buyer)
            else { continue }
            try qualify(turn, reader, act.buyer, account: standing.account, score: standing.score, facts: [act.seq])
        }
        try CRMFollowing(turn: turn).follow(after: turn.held.position.seq, upTo: last)
        turn.follow(decision: turn.held.position.decision, seq: last)
    }

    /// Puts a qualified buyer in front of the desk, unless Sales has them, or sent them back until later.
    private func qualify(
        _ turn: DeskTurn, _ reader: LiveReader, _ buyer: Int64, account: Int64, score: Int64, facts: [Int64]
    ) throws {
        let id = RecordID.buyer.text(buyer)
        let record = turn.desk.buyers[id]
        let raised = try turn.books.hasRaisedHand(
            buyer, signals: turn.terms.raisingSignals,
            since: max(
                record?.history.since ?? Instant(milliseconds: .min),
                turn.now.advanced(bySeconds: -86_400 * Int64(turn.terms.use.agreement.qualifiedBuyer.raisedHandDays))))
        switch record?.history.stage ?? .prospect {
        case .prospect, .lead, .won, .lost: break
        case .qualified where record.flatMap({ _ in turn.desk.waitingPlace(of: id) })?.raisedHand == raised: return
        case .qualified: break
        case .recycled where record?.comesBack != nil && !raised: return
        case .recycled: break
        case .released, .accepted, .salesQualified, .opportunity, .disqualified, .suppressed: return
        }
        let stage = record?.history.stage ?? .prospect
        if stage != .qualified, !StageGraph.next(after: stage).contains(.qualified) { return }
        let input = try turn.terms.input(
            buyer: buyer, account: account, scoreMilli: score, raisedHand: raised, facts: facts, reader)
        try turn.take(.qualified(input), "qualified", about: id, by: .system("the agreement's definition"), input)
    }
}

extension WaitingPlace {
    var raisedHand: Bool {
        switch self {
        case .team(_, let waiting): waiting.raisedHand
        case .withoutTeam(let input): input.raisedHand
        }
    }
}
