import WeirFacts
import WeirFold
import WeirLedger

/// One account as the service follows it: its fold after the facts so far, and who of its people is who.
struct FollowedAccount {
    let id: Int64
    private(set) var fold: AccountFold
    /// By number: ids of its people.
    private(set) var buyers: [Int64]
    /// By id, mentions too: the number.
    private(set) var numbers: [Int64: Int]
    /// By number: who is qualified, and since when.
    private(set) var qualified: [Int: StoredStanding.Buyer] = [:]
    /// The first day of a fact that lies in the future and is not folded yet.
    private(set) var future: CivilDay?

    /// Folds everything that is known of an account up to a day.
    init(_ facts: KnownAccount, _ reading: FactReading, firstDay: CivilDay, today: CivilDay) throws {
        id = facts.timeline.account
        fold = AccountFold(reading.use.rules)
        buyers = facts.buyers
        numbers = facts.numbers
        for fact in try reading.inOrder(facts, firstDay: firstDay) {
            guard fact.day <= today.number else {
                future = CivilDay(number: fact.day)
                break
            }
            _ = record(fact.dated, seq: fact.seq)
        }
        var changes: [Transition] = []
        fold.advance(to: today.number, into: &changes)
        note(changes)
    }

    /// About how much memory it takes, in people.
    var weight: Int { 4 + buyers.count }

    var day: CivilDay { CivilDay(number: fold.day) }

    /// The number of somebody placed on this account; people who are new get the next one.
    /// - Parameter persona: what is known of a new one, by their number. It holds since ever, which for somebody who
    ///   has done nothing yet is the same as from now.
    mutating func number(of buyer: Int64, meaning record: Int64, persona: (Int) throws -> FoldFact?) rethrows -> Int {
        if let number = numbers[buyer] { return number }
        let number = numbers[record] ?? buyers.count
        if number == buyers.count {
            let fact = try persona(number)
            buyers.append(record)
            if let fact { _ = self.record(DatedFact(day: fold.day, fact: fact), seq: 0) }
        }
        numbers[record] = number
        numbers[buyer] = number
        return number
    }

    /// Folds a fact of a day that is not before ``day``.
    mutating func record(_ fact: DatedFact, seq: Int64) -> [Transition] {
        var changes: [Transition] = []
        fold.record(fact, position: Int(seq), into: &changes)
        note(changes)
        return changes
    }

    mutating func advance(to day: CivilDay) -> [Transition] {
        var changes: [Transition] = []
        if day.number > fold.day { fold.advance(to: day.number, into: &changes) }
        note(changes)
        return changes
    }

    /// Keeps a fact of a later day in mind.
    mutating func expect(_ day: CivilDay) { future = min(day, future ?? day) }

    private mutating func note(_ changes: [Transition]) {
        for change in changes {
            guard case .buyer(let number) = change.subject else { continue }
            qualified[number] =
                change.change == .left
                ? nil
                : .init(id: buyers[number], since: CivilDay(number: change.day), engagementMilli: change.scoreMilli)
        }
    }

    /// Where it stands.
    /// - Parameter today: the day settled last.
    func standing(today: CivilDay) -> StoredStanding {
        let isIn = fold.isQualified || !qualified.isEmpty
        let horizon = today.advanced(by: FollowedAccount.horizonDays)
        var due = fold.nextChange(until: horizon.number).map(CivilDay.init(number:)) ?? (isIn ? horizon : nil)
        if let future { due = min(due ?? future, future) }
        return StoredStanding(
            account: id, isQualified: fold.isQualified,
            since: fold.isQualified ? fold.enteredDay.map(CivilDay.init(number:)) : nil,
            scoreMilli: fold.measure(on: max(fold.day, today.number)).scoreMilli, tier: fold.tier,
            due: due.map { max($0, today.advanced(by: 1)) },
            buyers: qualified.values.sorted { $0.id < $1.id })
    }

    /// How far ahead changes are looked for; what may change later is looked at again then.
    static let horizonDays = 730
}
