/// What the facts of one account add up to under one agreement: fit, scores, echo, raised hands. All of the fold but
/// the decisions, which a ``Qualification`` takes.
///
/// Facts come in order of day, and within a day in the order recorded.
struct AccountScores: Sendable {
    let compiled: CompiledRules
    /// The day reached.
    var day: Int32 = 0
    private(set) var fitMilli: Int64 = 0
    /// 0 is the best; the number of tiers is unfit.
    private(set) var tier: Int

    var buyers: [BuyerState] = []
    /// Stored scores, buyer by buyer, one for each category, in groups of four.
    var scores: [SIMD4<UInt32>] = []
    /// Buyer by buyer, for the limits that have no place in the buyer's state.
    var dailyCounts: [DailyCount] = []
    var ceilings: Ceilings
    /// Day of anybody's last raised hand.
    var lastRaisedDay: Int32 = BuyerState.never
    var shares = ShareBook()
    private(set) var echoMilli: UInt32 = 0
    private(set) var echoDay: Int32 = 0
    /// The standing on the day reached; `day` is `nil` when something has changed since.
    var standing = Standing()
    /// The echoes of the last engagement, where an explanation asked for them.
    var echoesHeard: [EchoHeard]?

    init(_ compiled: CompiledRules) {
        self.compiled = compiled
        tier = compiled.rules.tierCount
        ceilings = Ceilings(compiled.rules)
        // Arrays without any memory of their own would be given some for each account anew.
        buyers.reserveCapacity(16)
        scores.reserveCapacity(16)
        dailyCounts.reserveCapacity(16)
    }

    /// Forgets everything but the rules; keeps its memory for the next account.
    mutating func reset() {
        day = 0
        fitMilli = 0
        tier = compiled.rules.tierCount
        buyers.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        dailyCounts.removeAll(keepingCapacity: true)
        ceilings.reset()
        lastRaisedDay = BuyerState.never
        shares.removeAll()
        echoMilli = 0
        echoDay = 0
        standing = Standing()
    }

    /// Makes room for so many buyers. The new ones have no scores, so any day will do as the one folded last.
    mutating func makeRoom(forBuyers count: Int) {
        guard count > buyers.count else { return }
        let added = count - buyers.count
        buyers.append(
            contentsOf: repeatElement(BuyerState(foldedDay: day, weight: compiled.noRoleWeight), count: added))
        scores.append(contentsOf: repeatElement(SIMD4(), count: added * compiled.groups))
        dailyCounts.append(contentsOf: repeatElement(DailyCount(), count: added * compiled.limitsApart.count))
    }

    /// A stored score.
    func score(buyer: Int, category: Int) -> UInt32 {
        scores[buyer * compiled.groups + category >> 2][category & 3]
    }

    mutating func setFit(pointsMilli: Int64, tier: Int) {
        fitMilli = pointsMilli
        self.tier = tier
        standing.day = nil
    }

    mutating func setPersona(buyer: Int, role: Int?, level: Int?) {
        makeRoom(forBuyers: buyer + 1)
        let ceiling = buyers[buyer].ceilingMilli
        let newRole = Int16(role ?? -1)
        let weight = compiled.weightPermille(role: role ?? -1)
        if ceiling != 0 {
            ceilings.move(from: ceiling, to: 0, weight: buyers[buyer].weight, role: buyers[buyer].role)
            ceilings.move(from: 0, to: ceiling, weight: weight, role: newRole)
            standing.day = nil
        }
        buyers[buyer].role = newRole
        buyers[buyer].level = Int16(level ?? -1)
        buyers[buyer].weight = weight
        buyers[buyer].isKnown = true
    }

    /// Folds one engagement on the day reached: steps 1 to 6 of "A buyer's scores".
    /// - Parameter rule: of its signal.
    /// - Returns: whether it counted; `false` is over the daily limit.
    mutating func engage(buyer: Int, rule: SignalRule, content: Int?, sharedWith: Int?) -> Bool {
        makeRoom(forBuyers: buyer + 1)
        echoesHeard?.removeAll(keepingCapacity: true)
        let counted = fold(buyer: buyer, rule: rule)
        guard counted else { return false }
        if rule.traits.contains(.raisesHand) {
            buyers[buyer].raisedDay = day
            lastRaisedDay = day
        }
        if let content { exchange(buyer: buyer, rule: rule, content: content, sharedWith: sharedWith) }
        return true
    }

    /// Steps 5 and 6: echoes are heard, a share is remembered.
    mutating func exchange(buyer: Int, rule: SignalRule, content: Int, sharedWith: Int?) {
        if rule.traits.contains(.consumes) { hearEchoes(consumer: buyer, content: content) }
        if rule.traits.contains(.shares), let sharedWith, sharedWith != buyer {
            shares.remember(from: buyer, to: sharedWith, content: content, day: day)
        }
    }

    private mutating func hearEchoes(consumer: Int, content: Int) {
        guard let rule = compiled.rules.echo else { return }
        let consumerLevel = buyers[consumer].level
        var next = shares.first(to: consumer, content: content)
        while let share = next {
            next = shares.next(after: share)
            guard let sharer = shares.hear(share, day: day, windowDays: rule.windowDays) else { continue }
            let sharerLevel = sharer < buyers.count ? buyers[sharer].level : -1
            let isUpward = consumerLevel >= 0 && sharerLevel >= 0 && consumerLevel < sharerLevel
            let points = isUpward ? rule.upwardPointsMilli : rule.pointsMilli
            let left = compiled.echoDecay.decayed(echoMilli, days: Int(day) - Int(echoDay))
            echoMilli = UInt32(min(UInt64(rule.capMilli), UInt64(left) + UInt64(points)))
            echoDay = day
            standing.day = nil
            echoesHeard?.append(EchoHeard(sharer: sharer, isUpward: isUpward, scoreAfter: echoMilli))
        }
    }
}
