import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// One transaction at the desk: tells it things, and writes down what follows.
final class DeskTurn {
    private(set) var held: HeldDesk
    let books: DeskBooks
    let terms: DeskTerms
    let now: Instant
    /// Everything that followed so far, in order.
    private(set) var actions: [DeskAction] = []
    private var isChanged = false

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
            let reader = books.live(isFreeMail: CompanyMail().isFree)
            let decision = try reader.lastDecision()
            self.held = HeldDesk(beginning: terms, at: now, decision: decision, seq: try reader.lastSeq())
        }
        self.now = max(now, self.held.desk.now)
        if isNew { try begin() } else if self.held.terms.version != terms.version { try adopt() }
    }

    var desk: Desk { held.desk }

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
        let touched = held.desk.touched
        let teams = held.desk.teams.indices.map(held.desk.standing(ofTeam:))
        // Time that brings nothing is not worth a word.
        if kind == "tick", done.isEmpty, touched.buyers.isEmpty, touched.handOffs.isEmpty, teams == held.teams {
            return []
        }
        let fact = try books.add(
            StoredDeskFact(
                at: now, kind: kind, subject: subject, by: "\(actor)", isPerson: actor.isPerson,
                body: try DeskText.write(body)))
        isChanged = true
        held.position.fact = fact
        try write(done, fact)
        for buyer in touched.buyers { try write(buyer: buyer) }
        for id in touched.handOffs { try write(handOff: id) }
        for (number, team) in teams.enumerated()
        where !held.teams.indices.contains(number) || held.teams[number] != team {
            try write(team, number)
        }
        held.teams = teams
        actions += done
        return done
    }

    /// Remembers how far facts and decisions were looked at.
    func follow(decision: Int64, seq: Int64) {
        guard decision != held.position.decision || seq != held.position.seq else { return }
        held.position.decision = decision
        held.position.seq = seq
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

    /// Writes how far the desk has come.
    func close() throws {
        guard isChanged else { return }
        held.position.at = held.desk.now
        held.position.handOffs = held.desk.handOffCount
        try books.move(to: held.position)
    }

    // MARK: Beginnings

    private func begin() throws {
        isChanged = true
        for number in held.desk.teams.indices {
            let team = held.desk.standing(ofTeam: number)
            try write(team, number)
            held.teams.append(team)
        }
    }

    /// Another agreement has come into force.
    private func adopt() throws {
        held.terms = terms
        held.position.agreement = terms.version
        try take(
            .agreement(terms.rules), "agreement", about: "version \(terms.version)", by: .system("the agreement"))
        let reader = books.live(isFreeMail: CompanyMail().isFree)
        let waiting = held.desk.teams.flatMap(\.meter.waiting).map {
            ($0.buyer, $0.account, $0.scoreMilli, $0.raisedHand)
        }
        let lost = held.desk.withoutTeam.values.map { ($0.buyer, $0.account, $0.scoreMilli, $0.raisedHand) }
        for (buyer, account, score, raisedHand) in waiting + lost.sorted(by: { $0.0 < $1.0 }) {
            let input = try terms.input(
                buyer: try RecordID.buyer.number(buyer), account: try RecordID.account.number(account),
                scoreMilli: score, raisedHand: raisedHand, facts: [], reader)
            try take(.qualified(input), "qualified", about: buyer, by: .system("the agreement"), input)
        }
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
                body: try DeskText.write(record)),
            record.clocks.map { clock in
                StoredPromise(
                    handOff: number, milestone: clock.promise.milestone.rawValue, team: record.team,
                    owner: record.owner, startedAt: clock.startedAt, dueAt: clock.dueAt, metAt: clock.metAt,
                    cancelledAt: clock.cancelledAt, breachedAt: clock.breachedAt)
            })
    }

    private func write(_ team: DeskStanding.Team, _ number: Int) throws {
        try books.put(
            StoredDeskTeam(
                number: number, name: team.name,
                members: team.roster.members.map { member in
                    .init(
                        name: member.name, capacity: member.capacity, hasLeft: member.hasLeft,
                        leave: member.leave.map { .init(from: $0.from, to: $0.to, awayPermille: $0.awayPermille) })
                }, body: try DeskText.write(team)))
    }
}
