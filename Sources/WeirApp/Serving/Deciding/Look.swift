import WeirFacts
import WeirFold
import WeirLedger

/// What one look at the facts finds: accounts that were folded further or anew, and what that changes.
struct Look {
    private let reader: LiveReader
    private let reading: FactReading
    private let position: FollowerPosition
    /// The last fact that counts in this look.
    private let reached: Int64
    private let today: CivilDay
    private let now: Instant
    var accounts = FollowedAccounts(capacity: 0)
    var places = PlaceCache()
    private(set) var refolds = 0
    private var decisions: [StoredDecision] = []
    private var standings: [Int64: StoredStanding] = [:]
    private var gone: Set<Int64> = []
    private var finished: [Refold] = []
    /// Accounts whose fold has everything up to `reached` already.
    private var upToDate: Set<Int64> = []
    /// Accounts that were folded further: put back, settled, at the end.
    private var open: [Int64: FollowedAccount] = [:]

    init(
        _ reader: LiveReader, _ reading: FactReading, from position: FollowerPosition, upTo reached: Int64,
        today: CivilDay, now: Instant
    ) {
        self.reader = reader
        self.reading = reading
        self.position = position
        self.reached = reached
        self.today = today
        self.now = now
    }

    /// Settles today for whoever was folded further, and puts them back.
    mutating func close() {
        for id in open.keys.sorted() {
            guard var account = open.removeValue(forKey: id) else { continue }
            append(account.advance(to: today), of: account)
            standings[id] = account.standing(today: today)
            accounts.put(account)
        }
    }

    var hasChanges: Bool { !standings.isEmpty || !gone.isEmpty || !finished.isEmpty || !decisions.isEmpty }

    func batch(_ position: FollowerPosition) -> DecisionBatch {
        var batch = DecisionBatch(position: position)
        batch.decisions = decisions
        batch.standings = standings.values.sorted { $0.account < $1.account }
        batch.gone = gone.sorted()
        batch.refolded = finished
        return batch
    }

    // MARK: Accounts whose past changed

    mutating func refold(_ refolds: [Refold]) throws {
        if !refolds.isEmpty { places.removeAll() }
        for refold in refolds {
            accounts.remove(refold.account)
            try foldAnew(refold.account, before: try reader.standing(of: refold.account), fact: nil)
            finished.append(refold)
        }
    }

    /// Folds an account from all its facts and decides upon what is different from before.
    private mutating func foldAnew(_ id: Int64, before: StoredStanding?, fact: Int64?, cause: Decision.Cause = .late)
        throws
    {
        refolds += 1
        upToDate.insert(id)
        guard let facts = try reader.facts(of: id, upTo: reached) else {
            accounts.remove(id)
            standings[id] = nil
            gone.insert(id)
            if let before { decide(from: before, to: .none(of: before), fact, cause) }
            return
        }
        let account = try FollowedAccount(facts, reading, firstDay: position.firstDay, today: today)
        let standing = account.standing(today: today)
        decide(from: before ?? .none(of: standing), to: standing, fact, cause)
        standings[id] = standing
        accounts.put(account)
    }

    private mutating func decide(
        from before: StoredStanding, to after: StoredStanding, _ fact: Int64?, _ cause: Decision.Cause
    ) {
        decisions += after.decisions(
            from: before, day: today, cause: cause, fact: fact, agreement: position.agreement, now: now)
    }

    /// Folds the accounts of people anew who matter by being there.
    mutating func welcome(_ buyers: some Sequence<Int64>) throws {
        for buyer in buyers {
            guard let id = try place(of: buyer).account, !upToDate.contains(id) else { continue }
            accounts.remove(id)
            try foldAnew(id, before: try reader.standing(of: id), fact: nil)
        }
    }

    // MARK: New facts

    mutating func fold(_ rows: some Sequence<EngagementRow>) throws {
        for row in rows {
            let place = try place(of: row.buyer)
            guard let id = place.account, !upToDate.contains(id) else { continue }
            guard var account = try followed(id) else { continue }
            let number = try number(of: row.buyer, place, in: &account)
            if let other = row.sharedWith {
                let theirs = try self.place(of: other)
                if theirs.account == id { _ = try self.number(of: other, theirs, in: &account) }
            }
            let numbers = account.numbers
            if let fact = try reading.fact(row, number: { $0 == row.buyer ? number : numbers[$0] }) {
                if fact.day < account.fold.day {
                    // Baseline: what was decided up to here, in this look too.
                    try foldAnew(id, before: account.standing(today: today), fact: row.seq)
                    continue
                }
                if fact.day > today.number {
                    account.expect(CivilDay(number: fact.day))
                } else {
                    append(account.record(fact.dated, seq: row.seq), of: account)
                }
            }
            open[id] = account
        }
    }

    private func number(of buyer: Int64, _ place: BuyerPlace, in account: inout FollowedAccount) throws -> Int {
        try account.number(of: buyer, meaning: place.buyer) { number in
            try reader.titles(of: place.buyer).first.map { try reading.persona($0, number) }
        }
    }

    /// The account taken out of memory, or folded from its facts up to where the last look came.
    private mutating func followed(_ id: Int64) throws -> FollowedAccount? {
        if let account = open.removeValue(forKey: id) ?? accounts.take(id) { return account }
        guard let facts = try reader.facts(of: id, upTo: position.seq) else { return nil }
        let account = try FollowedAccount(facts, reading, firstDay: position.firstDay, today: position.day)
        let stored = try reader.standing(of: id)
        let standing = account.standing(today: position.day)
        let isAsStored =
            stored.map { $0.isQualified == standing.isQualified && $0.buyers.map(\.id) == standing.buyers.map(\.id) }
            ?? (!standing.isQualified && standing.buyers.isEmpty)
        if isAsStored { return account }
        // What is stored rests on a past that is another now; what it comes to is decided here.
        try foldAnew(id, before: stored, fact: nil)
        return nil
    }

    private mutating func place(of buyer: Int64) throws -> BuyerPlace {
        if let known = places.place(buyer) { return known }
        let place = try reader.place(of: buyer)
        places.keep(place, of: buyer)
        return place
    }

    private mutating func append(_ changes: [Transition], of account: FollowedAccount) {
        for change in changes {
            var buyer: Int64?
            if case .buyer(let number) = change.subject { buyer = account.buyers[number] }
            let cause: Decision.Cause = change.fact == nil ? .day : .fact
            decisions.append(
                StoredDecision(
                    account: account.id, buyer: buyer, entered: change.change == .entered,
                    scoreMilli: change.scoreMilli, day: CivilDay(number: change.day), cause: cause.rawValue,
                    fact: change.fact.map { Int64($0) }, agreement: position.agreement, decidedAt: now))
        }
    }

    // MARK: The day

    /// Settles the accounts that are due.
    mutating func settle(_ due: [Int64]) throws {
        for id in due where !upToDate.contains(id) {
            guard let account = try followed(id) else {
                if standings[id] == nil { gone.insert(id) }
                continue
            }
            if let future = account.future, future <= today {
                try foldAnew(id, before: account.standing(today: position.day), fact: nil, cause: .fact)
                continue
            }
            open[id] = account
        }
    }
}
