/// The life of one account under one agreement: facts in, changes of status out.
///
/// This is `spec/SEMANTICS.md`, to the unit. Facts come in order of day, and within a day in the order recorded.
/// The same value serves live intake (one fact at a time), a backtest (`reset` and reuse, no allocation in the
/// steady state) and a replay as of any date.
///
/// Days are not walked. Between facts scores only fall, so "should it still be qualified?" is true up to some day
/// and false after it; `nextChange` searches for that day.
public struct AccountFold: Sendable {
    public let compiled: CompiledRules

    /// The day reached; meaningless before the first fact.
    public private(set) var day: Int32 = 0
    private var hasStarted = false

    private(set) var fitMilli: Int64 = 0
    /// 0 is the best; the number of tiers is unfit.
    public private(set) var tier: Int

    public internal(set) var isQualified = false
    /// Day it last entered.
    public internal(set) var enteredDay: Int32?
    /// Day it last left.
    public internal(set) var leftDay: Int32?

    var buyers: [BuyerState] = []
    /// Stored scores, buyer by buyer, one for each category.
    var scores: [UInt32] = []
    private var dailyCounts: [DailyCount] = []
    /// Day of anybody's last raised hand.
    private(set) var lastRaisedDay: Int32 = BuyerState.never
    private var shares = ShareBook()
    private(set) var echoScore: UInt32 = 0
    private(set) var echoDay: Int32 = 0

    var standing = Standing()

    /// Whether the last engagement counted, or was over its signal's daily limit.
    private(set) var lastCounted = false
    /// The echoes of the last engagement, where an explanation asked for them.
    var echoesHeard: [EchoHeard]?

    public init(_ compiled: CompiledRules) {
        self.compiled = compiled
        tier = compiled.rules.tierCount
    }

    /// Forgets everything but the rules; keeps its memory for the next account.
    public mutating func reset() {
        day = 0
        hasStarted = false
        fitMilli = 0
        tier = compiled.rules.tierCount
        isQualified = false
        enteredDay = nil
        leftDay = nil
        buyers.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        dailyCounts.removeAll(keepingCapacity: true)
        lastRaisedDay = BuyerState.never
        shares.removeAll()
        echoScore = 0
        echoDay = 0
        standing = Standing()
    }

    /// Folds one fact and settles.
    /// - Parameters:
    ///   - fact: its day must not be before the day reached.
    ///   - position: the caller's number of the fact, reported with the changes it causes.
    ///   - transitions: changes are appended, in order.
    public mutating func record(_ fact: DatedFact, position: Int, into transitions: inout [Transition]) {
        advance(to: fact.day, into: &transitions)
        switch fact.fact {
        case .fit(let pointsMilli, let newTier):
            fitMilli = pointsMilli
            tier = newTier
            forgetStanding()
            settle(fact: position, only: nil, into: &transitions)
        case .persona(let buyer, let role, let level):
            meet(buyer)
            buyers[buyer].role = Int16(truncatingIfNeeded: role ?? -1)
            buyers[buyer].level = Int16(truncatingIfNeeded: level ?? -1)
            forgetStanding()
            settle(fact: position, only: nil, into: &transitions)
        case .engagement(let buyer, let signal, let content, let sharedWith):
            meet(buyer)
            engage(buyer: buyer, signal: signal, content: content, sharedWith: sharedWith)
            settle(fact: position, only: buyer, into: &transitions)
        }
    }

    /// Settles the start of every day up to and including `target`.
    public mutating func advance(to target: Int32, into transitions: inout [Transition]) {
        guard hasStarted else {
            hasStarted = true
            day = target
            echoDay = target
            settle(fact: nil, only: nil, into: &transitions)
            return
        }
        while day < target {
            guard let next = nextChange(until: target) else {
                day = target
                return
            }
            day = next
            settle(fact: nil, only: nil, into: &transitions)
        }
    }

    /// Makes room for a buyer and everyone numbered before it.
    private mutating func meet(_ buyer: Int) {
        while buyers.count <= buyer {
            buyers.append(BuyerState())
            scores.append(contentsOf: repeatElement(0, count: compiled.categoryCount))
            dailyCounts.append(contentsOf: repeatElement(DailyCount(), count: compiled.limitSlotCount))
        }
        buyers[buyer].isKnown = true
    }

    /// Steps 1 to 6 of "A buyer's scores".
    private mutating func engage(buyer: Int, signal: Int, content: Int?, sharedWith: Int?) {
        let rule = compiled.signals[signal]
        lastCounted = false
        echoesHeard?.removeAll(keepingCapacity: true)
        if let slot = compiled.limitSlots[signal], let limit = rule.limitPerDay {
            let index = buyer * compiled.limitSlotCount + slot
            if dailyCounts[index].day != day { dailyCounts[index] = DailyCount(day: day) }
            if Int(dailyCounts[index].count) >= limit { return }
            dailyCounts[index].count += 1
        }
        lastCounted = true
        let categories = compiled.categoryCount
        let first = buyer * categories
        let elapsed = Int(day) - Int(buyers[buyer].foldedDay)
        if elapsed > 0 {
            for category in 0..<categories where scores[first + category] != 0 {
                scores[first + category] = compiled.decayed(
                    scores[first + category], category: category, days: elapsed)
            }
        }
        buyers[buyer].foldedDay = day
        let raised = Int64(scores[first + rule.category]) + Int64(rule.pointsMilli)
        let cap = Int64(compiled.caps[rule.category])
        scores[first + rule.category] = UInt32(max(0, min(raised, cap)))
        if rule.raisesHand {
            buyers[buyer].raisedDay = day
            lastRaisedDay = day
        }
        var ceiling: Int64 = 0
        for category in 0..<categories { ceiling &+= Int64(scores[first + category]) }
        buyers[buyer].ceilingMilli = ceiling
        forgetStanding()
        if let content {
            if rule.consumes { hearEchoes(consumer: buyer, content: content) }
            if rule.shares, let sharedWith, sharedWith != buyer {
                shares.remember(from: buyer, to: sharedWith, content: content, day: day)
            }
        }
    }

    private mutating func hearEchoes(consumer: Int, content: Int) {
        guard let rule = compiled.rules.echo else { return }
        var score = echoScore
        var since = echoDay
        let today = day
        let decay = compiled.echoDecay
        let consumerLevel = buyers[consumer].level
        let people = buyers
        var heard: [EchoHeard] = []
        let keepsHeard = echoesHeard != nil
        shares.hear(to: consumer, content: content, day: today, windowDays: rule.windowDays) { sharer in
            let sharerLevel = sharer < people.count ? people[sharer].level : -1
            let isUpward = consumerLevel >= 0 && sharerLevel >= 0 && consumerLevel < sharerLevel
            let points = isUpward ? rule.upwardPointsMilli : rule.pointsMilli
            let sum = UInt64(decay.decayed(score, days: Int(today) - Int(since))) + UInt64(points)
            score = UInt32(min(UInt64(rule.capMilli), sum))
            since = today
            if keepsHeard { heard.append(EchoHeard(sharer: sharer, isUpward: isUpward, scoreAfter: score)) }
        }
        if keepsHeard { echoesHeard = heard }
        echoScore = score
        echoDay = since
        if since == today { forgetStanding() }
    }
}
