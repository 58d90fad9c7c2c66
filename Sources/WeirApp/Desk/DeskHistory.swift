import WeirAgreement
import WeirDesk
import WeirFacts
import WeirFold
import WeirLedger

/// What a year of a workspace's history would have told the desk: who began and ended to be qualified, in which tier and
/// with which score, whose hand was raised, who looks after the account, and which routing rules fit the company.
public struct DeskHistory: Sendable {
    public let rules: DeskRules
    /// First day of the year.
    public let from: CivilDay
    public let events: [YearEvent]

    /// - Parameters:
    ///   - draft: the file of an agreement; `nil` takes the one in force.
    ///   - world: the folder of a simulated world whose teams follow up, with their leave; `nil` takes the agreement's.
    ///   - days: how long the year is.
    ///   - from: its first day; `nil` lets it end with the history.
    public init(
        _ workspace: Workspace, draft: String?, world: String?, days: Int, from: CivilDay?, at now: Instant
    ) async throws {
        let snapshot = try workspace.snapshot()
        let population = try Population(snapshot, try snapshot.agreement(draft: draft, at: now))
        let end = population.period.upperBound
        let first = from ?? end.advanced(by: 1 - days)
        let teams = try world.map { try WorldTeams($0) }
        let terms = try DeskTerms(population.use, version: 0, teams: teams?.inAgreement)
        guard terms.hasTeams else {
            throw AppError(
                .badAgreement, "\(population.use.title) has no teams, so nobody can be handed anything; see --world")
        }
        let lives = try await population.foldEach { fold, account in
            fold.life(of: account, in: population.columns.history, until: end.number)
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: population.columns.accounts.enumerated().map { ($0.element, $0.offset) })
        let reading = DeskHistoryReading(population: population, terms: terms, first: first)
        var events = teams?.events(from: first, rules: terms.rules) ?? []
        try snapshot.ledger.forEachTimeline { timeline in
            if let account = numbers[timeline.account], !lives[account].buyerStays.isEmpty {
                events += reading.events(of: account, timeline, lives[account])
            }
            return true
        }
        self.from = first
        self.events = events
        rules = terms.rules
    }
}

/// Reads one account's part.
private struct DeskHistoryReading {
    let population: Population
    let terms: DeskTerms
    let first: CivilDay

    func events(of account: Int, _ timeline: AccountTimeline, _ life: AccountLife) -> [YearEvent] {
        let hands = raisedHands(of: account)
        return life.buyerStays.filter { $0.left ?? .max > first.number }.flatMap { stay in
            let hands = hands[stay.buyer] ?? []
            let entered = max(stay.entered, first.number)
            // Those who are qualified already when the year begins come first.
            let raisedBefore = hands.contains {
                $0 <= entered && $0 >= entered - Int32(population.use.agreement.qualifiedBuyer.raisedHandDays)
            }
            let raisedLater = hands.filter { $0 > entered && $0 < stay.left ?? .max }
            let inputs = [(entered, raisedBefore)] + raisedLater.map { ($0, true) }
            let left = stay.left.map { left in
                YearEvent(
                    day: CivilDay(number: left),
                    .noLongerQualified(buyer: buyer(stay, account), reason: "the definition no longer holds"))
            }
            return inputs.map { day, raised in
                YearEvent(
                    day: CivilDay(number: day),
                    .qualified(input(stay, account, timeline, on: CivilDay(number: day), raisedHand: raised)))
            } + [left].compactMap(\.self)
        }
    }

    private func buyer(_ stay: AccountLife.BuyerStay, _ account: Int) -> String {
        RecordID.buyer.text(population.columns.buyerID(stay.buyer, of: account))
    }

    private func input(
        _ stay: AccountLife.BuyerStay, _ account: Int, _ timeline: AccountTimeline, on day: CivilDay, raisedHand: Bool
    ) -> QualifiedInput {
        let company = timeline.profile(at: population.use.days.start(of: day)).attributes
        return terms.input(
            buyer: buyer(stay, account), account: population.accountID(account),
            tier: population.tier(of: account, asOf: day.number), scoreMilli: stay.engagementMilli,
            raisedHand: raisedHand, name: timeline.name, domain: timeline.domain, company)
    }

    /// Days on which each buyer raised a hand, in order.
    private func raisedHands(of account: Int) -> [Int: [Int32]] {
        let signals = population.use.agreement.signals
        var days: [Int: [Int32]] = [:]
        population.columns.history.withAccount(account) { rows in
            for row in 0..<rows.engagementCount {
                guard let signal = population.reading.signals[Int(rows.signals[row])], signals[signal].handRaise
                else { continue }
                days[rows.buyer(row), default: []].append(rows.firstDay + Int32(rows.days[row]))
            }
        }
        return days
    }
}
