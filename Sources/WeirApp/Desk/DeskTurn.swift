import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// One transaction at the desk: tells it things, and writes down what follows.
final class DeskTurn {
    private(set) var held: HeldDesk
    let books: DeskBooks
    let terms: DeskTerms
    private(set) var now: Instant
    /// Where a past is lived through, who fits the definition then; otherwise the ledger says who does now.
    var fitThen: [String: QualifiedInput]?
    /// Everything that followed so far, in order.
    private(set) var actions: [DeskAction] = []
    /// Whether anything has been written.
    private(set) var isChanged = false
    /// What somebody has to be told of it.
    private var notices: [NewNotice] = []
    private var touched: (buyers: Set<String>, handOffs: Set<String>) = ([], [])

    /// - Parameters:
    ///   - held: what is in memory; used if nobody has written since.
    ///   - terms: those in force.
    init(
        _ held: consuming HeldDesk?, _ books: DeskBooks, _ terms: DeskTerms, now: Instant,
        older: (Int) throws -> DeskTerms
    ) throws {
        self.books = books
        self.terms = terms
        let position = try books.position()
        let isNew = position == nil
        if let position {
            if let held, held.position == position {
                self.held = held
            } else {
                let old = position.agreement == terms.version ? terms : try older(position.agreement)
                self.held = try HeldDesk(books, position, old)
            }
        } else {
            // Who is qualified by then is put in front of the desk; what comes after is followed.
            let reader = books.live(isFreeMail: CompanyMail().isFree)
            let reach = DeskReach(placing: 0, decision: try reader.lastDecision(), seq: try reader.lastSeq())
            self.held = HeldDesk(beginning: terms, at: now, reach)
        }
        self.now = max(now, self.held.desk.now)
        isChanged = isNew
        if self.held.terms.version != terms.version { try adopt() }
    }

    var desk: Desk { held.desk }

    /// Goes on in the same transaction at a later time.
    func advance(to later: Instant) { now = max(now, later) }

    /// Tells the desk something, and writes it down with what follows.
    /// - Parameters:
    ///   - kind: what it is, in one word.
    ///   - subject: what it is about.
    ///   - body: the rest of it.
    @discardableResult
    func take(
        _ input: DeskInput, _ kind: String, about subject: String, by actor: Actor,
        _ body: some Encodable = [String: String]()
    ) throws -> [DeskAction] {
        let done = try held.desk.take(input, at: now)
        let changed = held.desk.touched
        // Time that brings nothing is not worth a word.
        if input == .tick, done.isEmpty, changed.buyers.isEmpty, changed.handOffs.isEmpty { return [] }
        // From here on what is held is ahead of what is written, should writing fail.
        isChanged = true
        held.position.fact = try books.add(
            StoredDeskFact(
                at: now, kind: kind, subject: subject, by: "\(actor)", isPerson: actor.isPerson,
                body: try DeskText.write(body)))
        try write(done, held.position.fact)
        notices += try told(of: done, about: subject)
        touched.buyers.formUnion(changed.buyers)
        touched.handOffs.formUnion(changed.handOffs)
        actions += done
        return done + (try placeAnew(done))
    }

    /// Whoever comes back, or whose record was refused, is placed like anybody else by what is known of them now, if they
    /// still fit.
    private func placeAnew(_ actions: [DeskAction]) throws -> [DeskAction] {
        var done: [DeskAction] = []
        let reader = books.live(isFreeMail: CompanyMail().isFree)
        for case .moved(let buyer, let move) in actions {
            let isRefused = move.to == .qualified && (move.from == .released || move.from == .accepted)
            let isBack = move.to == .lead && [.recycled, .disqualified, .won, .lost].contains(move.from)
            guard isRefused || isBack else { continue }
            let actor = Actor.system("the agreement's definition")
            let raisedHand = isRefused && desk.waitingPlace(of: buyer)?.raisedHand == true
            if let input = try input(ofFitting: buyer, raisedHand: raisedHand, reader) {
                done += try takeIfAllowed(.qualified(input), "qualified", about: buyer, by: actor, input)
            } else if isRefused {
                let reason = "the definition no longer holds"
                done += try takeIfAllowed(
                    .noLongerQualified(buyer: buyer, reason: reason), "no_longer_qualified", about: buyer, by: actor,
                    ["reason": reason])
            }
        }
        return done
    }

    /// - Returns: what is known of a buyer who fits the definition; `nil` where they do not.
    private func input(ofFitting buyer: String, raisedHand: Bool, _ reader: LiveReader) throws -> QualifiedInput? {
        if let fitThen {
            var input = fitThen[buyer]
            input?.raisedHand = raisedHand
            return input
        }
        let number = try RecordID.buyer.number(buyer)
        guard let standing = try books.qualifiedBuyer(number) else { return nil }
        return try terms.input(
            buyer: number, account: standing.account, scoreMilli: standing.score, raisedHand: raisedHand, facts: [],
            reader)
    }

    /// Tells the desk something that it may refuse, because things stand differently by now: then nothing happens.
    @discardableResult
    func takeIfAllowed(
        _ input: DeskInput, _ kind: String, about subject: String, by actor: Actor,
        _ body: some Encodable = [String: String]()
    ) throws -> [DeskAction] {
        do {
            return try take(input, kind, about: subject, by: actor, body)
        } catch is DeskError {
            return []
        }
    }

    /// Does with a hand-off what somebody decided.
    /// - Parameter version: the one that they saw; `nil` takes the latest.
    func act(_ disposition: Disposition, on id: String, by actor: Actor, seen version: Int?) throws {
        let record = try handOff(id)
        try take(
            .disposition(handOff: id, disposition, by: actor, seen: version), disposition.kind, about: id, by: actor,
            disposition)
        guard case .confirm(let answer) = disposition else { return }
        try books.addAnswer(
            handOff: try RecordID.handOff.number(id), buyer: try RecordID.buyer.number(record.buyer),
            letter: answer.letter.rawValue, verdict: answer.verdict.rawValue, value: answer.value,
            saidBy: answer.saidBy, by: "\(actor)", isPerson: actor.isPerson, at: answer.at,
            surePermille: answer.surePermille, evidence: answer.evidence)
    }

    /// Whether a buyer has moved.
    var hasMoved: Bool {
        actions.contains { if case .moved = $0 { true } else { false } }
    }

    /// Remembers how far what happened elsewhere was taken in.
    func follow(to reach: DeskReach) {
        guard reach != held.position.reach else { return }
        held.position.reach = reach
        isChanged = true
    }

    /// A hand-off, from the books if it is settled long ago.
    func handOff(_ id: String) throws -> HandOffRecord {
        if let record = held.desk.handOffs[id] { return record }
        let number = try RecordID.handOff.number(id)
        guard let body = try books.handOff(number) else { throw RecordID.handOff.notFound(id) }
        let record = try DeskText.read(HandOffRecord.self, body)
        held.desk.admit(record)
        return record
    }

    /// Writes where everything stands, and how far the desk has come.
    func close() throws {
        guard isChanged else { return }
        try books.tell(notices)
        for buyer in touched.buyers.sorted() { try write(buyer: buyer) }
        for id in touched.handOffs.sorted() { try write(handOff: id) }
        let teams = held.desk.teams.indices.map(held.desk.standing(ofTeam:))
        for (number, team) in teams.enumerated()
        where !held.teams.indices.contains(number) || held.teams[number] != team {
            try books.putTeam(number, name: team.name, body: try DeskText.write(team))
        }
        held.teams = teams
        held.position.at = held.desk.now
        held.position.handOffs = held.desk.handOffCount
        try books.move(to: held.position)
    }

    /// Another agreement has come into force: whoever waits is placed anew by its rules, see ``DeskNews``.
    private func adopt() throws {
        held.terms = terms
        held.position.agreement = terms.version
        held.position.reach.placing = 0
        try take(
            .agreement(terms.rules), "agreement", about: "version \(terms.version)", by: .system("the agreement"))
    }

    // MARK: Writing

    private func write(_ actions: [DeskAction], _ fact: Int64) throws {
        for action in actions {
            switch action {
            case .moved(let buyer, let move):
                try books.add(
                    StoredStageMove(
                        fact: fact, buyer: try RecordID.buyer.number(buyer), from: move.from.rawValue,
                        to: move.to.rawValue, at: move.at, stayedMillis: move.stayedMillis, by: "\(move.actor)",
                        isPerson: move.actor.isPerson, reason: move.reason, agreement: move.agreement,
                        facts: move.facts))
            case .fairness(let team, let row):
                try books.addFairness(
                    team: team, number: row.number, at: row.at, cause: row.cause.rawValue, subject: row.member,
                    about: row.subject, credits: row.credits.map { ($0.member, $0.micro) })
            default: continue
            }
        }
    }

    private func write(buyer id: String) throws {
        let number = try RecordID.buyer.number(id)
        guard let standing = held.desk.standing(ofBuyer: id) else { return }
        try books.put(
            StoredDeskBuyer(
                buyer: number, stage: standing.stage.rawValue, since: standing.since,
                handOff: try standing.handOff.map(RecordID.handOff.number), team: standing.team,
                comesBack: standing.comesBack))
        switch held.desk.waitingPlace(of: id) {
        case .team(let team, let waiting): try books.putWaiting(number, team: team, body: try DeskText.write(waiting))
        case .withoutTeam(let input): try books.putWaiting(number, team: nil, body: try DeskText.write(input))
        case nil: try books.putWaiting(number, team: nil, body: nil)
        }
    }

    private func write(handOff id: String) throws {
        guard let record = held.desk.handOffs[id] else { return }
        let number = try RecordID.handOff.number(id)
        try books.put(
            StoredHandOff(
                id: number, buyer: try RecordID.buyer.number(record.buyer),
                account: try RecordID.account.number(record.account), team: record.team, owner: record.owner,
                state: record.state.word, isOpen: record.isOpen, offeredAt: record.offeredAt,
                dueAt: record.clocks.filter { !$0.isOver }.map(\.dueAt).min(), version: record.version,
                body: try DeskText.write(record)))
    }
}
