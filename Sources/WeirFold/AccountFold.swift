/// The life of one account under one agreement: facts in, changes of status out.
///
/// This is `spec/SEMANTICS.md`, to the unit. Facts come in order of day, and within a day in the order recorded.
/// Live intake folds one fact at a time with it, a replay stops it at any date, and a backtest drives the same two
/// halves, the scores and the decisions, over columns: ``HistoryFold``.
public struct AccountFold: Sendable {
    private(set) var scores: AccountScores
    private(set) var qualification: Qualification
    private var hasStarted = false

    /// Whether the last engagement counted, or was over its signal's daily limit.
    private(set) var lastCounted = false

    public init(_ compiled: CompiledRules) {
        scores = AccountScores(compiled)
        qualification = Qualification(compiled.rules.gates)
    }

    init(_ scores: AccountScores, _ qualification: Qualification) {
        self.scores = scores
        self.qualification = qualification
        hasStarted = true
    }

    /// Forgets everything but the rules; keeps its memory for the next account.
    public mutating func reset() {
        scores.reset()
        qualification.reset()
        hasStarted = false
    }

    /// Folds one fact and settles.
    /// - Parameters:
    ///   - fact: its day must not be before the day reached.
    ///   - position: the caller's number of the fact, reported with the changes it causes.
    ///   - transitions: changes are appended, in order.
    public mutating func record(_ fact: DatedFact, position: Int, into transitions: inout [Transition]) {
        advance(to: fact.day, into: &transitions)
        switch fact.fact {
        case .fit(let pointsMilli, let tier):
            scores.setFit(pointsMilli: pointsMilli, tier: tier)
            settle(position, only: nil, into: &transitions)
        case .persona(let buyer, let role, let level):
            scores.setPersona(buyer: buyer, role: role, level: level)
            settle(position, only: buyer, into: &transitions)
        case .engagement(let buyer, let signal, let content, let sharedWith):
            lastCounted = scores.engage(
                buyer: buyer, rule: compiled.signals[signal], content: content, sharedWith: sharedWith)
            settle(position, only: buyer, into: &transitions)
        }
    }

    private mutating func settle(_ position: Int, only buyer: Int?, into transitions: inout [Transition]) {
        qualification.settle(&scores, on: scores.day, fact: position, only: buyer, into: &transitions)
    }

    /// Settles the start of every day up to and including `target`.
    public mutating func advance(to target: Int32, into transitions: inout [Transition]) {
        let day = scores.day
        if !hasStarted {
            hasStarted = true
            scores.day = target
            qualification.settle(&scores, on: target, fact: nil, only: nil, into: &transitions)
        } else if target > day {
            scores.day = target
            qualification.advance(from: day, &scores, into: &transitions)
        }
    }

    /// The next day, after the day reached and up to `limit`, on which time alone changes a status; `nil` if none.
    public func nextChange(until limit: Int32) -> Int32? {
        qualification.nextChange(after: scores.day, until: limit, scores)
    }

    /// Keeps the echoes of each engagement, for an explanation.
    mutating func keepEchoes() { scores.echoesHeard = [] }
}

// MARK: - Where it stands

extension AccountFold {
    public var compiled: CompiledRules { scores.compiled }
    /// The day reached; meaningless before the first fact.
    public var day: Int32 { scores.day }
    /// 0 is the best; the number of tiers is unfit.
    public var tier: Int { scores.tier }
    public var isQualified: Bool { qualification.isQualified }
    /// Day it last entered.
    public var enteredDay: Int32? { qualification.enteredDay }
    /// Day it last left.
    public var leftDay: Int32? { qualification.leftDay }

    /// Where the account stands on a day not before the day reached.
    public func measure(on day: Int32) -> Standing { scores.measure(on: day) }

    /// A buyer's engagement on a day not before the day reached, millipoints.
    public func engagementMilli(of buyer: Int, on day: Int32) -> Int64 { scores.engagementMilli(of: buyer, on: day) }

    /// Whether a gate is met by a standing.
    public func isMet(_ gate: FoldRules.Gate, by standing: Standing) -> Bool { standing.meets(gate, tier: tier) }

    /// Whether a raised hand holds the account's door open on a day.
    public func mustActNow(on day: Int32) -> Bool { qualification.mustActNow(scores, on: day) }

    /// Numbers of the buyers that a fact has named, ascending.
    public var knownBuyers: [Int] { scores.buyers.indices.filter { scores.buyers[$0].isKnown } }

    /// Whether a known buyer is qualified.
    public func isBuyerQualified(_ buyer: Int) -> Bool { qualification.isBuyerQualified(buyer) }

    /// A known buyer's role, by number; `nil` is none.
    public func role(of buyer: Int) -> Int? { scores.buyers[buyer].role < 0 ? nil : Int(scores.buyers[buyer].role) }

    /// The day a buyer raised a hand last; `nil` if never.
    public func raisedDay(of buyer: Int) -> Int32? {
        scores.buyers[buyer].raisedDay == BuyerState.never ? nil : scores.buyers[buyer].raisedDay
    }
}
