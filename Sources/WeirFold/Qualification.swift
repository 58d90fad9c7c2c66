/// Who is qualified in one account under one set of gates: the decisions of the fold, on the scores that
/// ``AccountScores`` keeps.
struct Qualification: Sendable {
    let gates: FoldRules.Gates
    let settlesAtOnce: Bool
    private(set) var isQualified = false
    /// Day it last entered.
    private(set) var enteredDay: Int32?
    /// Day it last left.
    private(set) var leftDay: Int32?
    /// By buyer's number; shorter than there are buyers while nobody beyond its end is qualified.
    private var qualifiedBuyers: [Bool] = []
    private var qualifiedBuyerCount = 0

    init(_ gates: FoldRules.Gates) {
        self.gates = gates
        settlesAtOnce = gates.settlesAtOnce
    }

    /// Forgets the account; keeps the memory for the next.
    mutating func reset() {
        isQualified = false
        enteredDay = nil
        leftDay = nil
        if !qualifiedBuyers.isEmpty { qualifiedBuyers.removeAll(keepingCapacity: true) }
        qualifiedBuyerCount = 0
    }

    func isBuyerQualified(_ buyer: Int) -> Bool { buyer < qualifiedBuyers.count && qualifiedBuyers[buyer] }

    private mutating func toggleBuyer(_ buyer: Int) {
        while qualifiedBuyers.count <= buyer { qualifiedBuyers.append(false) }
        qualifiedBuyers[buyer].toggle()
        qualifiedBuyerCount += qualifiedBuyers[buyer] ? 1 : -1
    }
}

// MARK: - Conditions

extension Qualification {
    /// Whether a raised hand holds the account's door open on a day.
    @inline(__always)
    func mustActNow(_ scores: borrowing AccountScores, on day: Int32) -> Bool {
        guard scores.lastRaisedDay != BuyerState.never, let rule = gates.actNow, scores.tier <= rule.tier,
            Int(day) - Int(scores.lastRaisedDay) < rule.days
        else { return false }
        for buyer in scores.buyers
        where buyer.hasRaisedHand(on: day, within: rule.days)
            && (rule.roles.isEmpty || rule.roles.contains(Int(buyer.role)))
        {
            return true
        }
        return false
    }

    @inline(__always)
    private func isDwelling(on day: Int32) -> Bool {
        enteredDay.map { Int(day) - Int($0) < gates.dwellDays } ?? false
    }

    @inline(__always)
    func isCooling(on day: Int32) -> Bool {
        leftDay.map { Int(day) - Int($0) < gates.cooldownDays } ?? false
    }

    /// Whether a qualified account should still be, on a day not before its last fact.
    @inline(__always)
    private func shouldStay(_ scores: borrowing AccountScores, on day: Int32) -> Bool {
        isDwelling(on: day) || mustActNow(scores, on: day) || scores.meets(gates.stay, on: day)
    }

    /// Whether an account that is not qualified should be.
    private func shouldEnter(_ scores: borrowing AccountScores, on day: Int32) -> Bool {
        if mustActNow(scores, on: day) { return true }
        return !isCooling(on: day) && scores.meets(gates.enter, on: day)
    }

    /// Whether a buyer's role and the account's tier admit it at all.
    @inline(__always)
    private func mayQualify(_ buyer: BuyerState, tier: Int) -> Bool {
        buyer.role >= 0 && gates.buyer.roles.contains(Int(buyer.role)) && tier <= gates.buyer.tier
    }

    /// Whether a buyer should be qualified, given the account's status.
    @inline(__always)
    private func shouldBeQualified(_ buyer: Int, _ scores: borrowing AccountScores, on day: Int32) -> Bool {
        let rule = gates.buyer
        let state = scores.buyers[buyer]
        guard mayQualify(state, tier: scores.tier) else { return false }
        if state.hasRaisedHand(on: day, within: rule.raiseDays) { return true }
        if rule.needsQualifiedAccount && !isQualified { return false }
        let needed = isBuyerQualified(buyer) ? rule.stayMilli : rule.enterMilli
        // The ceilings hold from the day reached on; for a day before it only measuring tells.
        if day >= scores.day && state.ceilingMilli < needed { return false }
        return scores.engagementMilli(of: buyer, on: day) >= needed
    }
}

// MARK: - Settling

extension Qualification {
    /// The account changes if it should, then each buyer, in order of number.
    /// - Parameters:
    ///   - fact: its position; `nil` at a day's start.
    ///   - buyer: the fact's own, where it says something of that buyer alone; `nil` where anybody may have moved.
    ///   - day: the day reached, or one before it that has no facts after it yet.
    mutating func settle(
        _ scores: inout AccountScores, on day: Int32, fact: Int?, only buyer: Int?,
        into transitions: inout [Transition]
    ) {
        let changed = settleAccount(&scores, on: day, fact: fact, into: &transitions)
        if let buyer, !changed, settlesAtOnce {
            settleBuyer(buyer, scores, on: day, fact: fact, into: &transitions)
        } else {
            for index in scores.buyers.indices { settleBuyer(index, scores, on: day, fact: fact, into: &transitions) }
        }
    }

    private mutating func settleAccount(
        _ scores: inout AccountScores, on day: Int32, fact: Int?, into transitions: inout [Transition]
    ) -> Bool {
        if day == scores.day && needsStanding(scores, on: day) { scores.measureToday() }
        let should = isQualified ? shouldStay(scores, on: day) : mayEnter(scores, on: day)
        guard should != isQualified else { return false }
        let standing = scores.measure(on: day)
        let byHand = should && (isCooling(on: day) || !standing.meets(gates.enter, tier: scores.tier))
        isQualified = should
        if should { enteredDay = day } else { leftDay = day }
        transitions.append(
            Transition(
                day: day, fact: fact, subject: .account, change: isQualified ? .entered : .left,
                scoreMilli: standing.scoreMilli, byRaisedHand: byHand))
        return true
    }

    /// Whether the decision turns on the score, so that it is worth measuring once and keeping.
    @inline(__always)
    private func needsStanding(_ scores: borrowing AccountScores, on day: Int32) -> Bool {
        if isQualified { return !isDwelling(on: day) && scores.tier <= gates.stay.tier }
        return !isCooling(on: day) && scores.mayMeet(gates.enter)
    }

    @inline(__always)
    private func mayEnter(_ scores: borrowing AccountScores, on day: Int32) -> Bool {
        if day == scores.day && !scores.mayMeet(gates.enter) && !mustActNow(scores, on: day) { return false }
        return shouldEnter(scores, on: day)
    }

    @inline(__always)
    private mutating func settleBuyer(
        _ buyer: Int, _ scores: borrowing AccountScores, on day: Int32, fact: Int?, into transitions: inout [Transition]
    ) {
        guard scores.buyers[buyer].isKnown, shouldBeQualified(buyer, scores, on: day) != isBuyerQualified(buyer)
        else { return }
        toggleBuyer(buyer)
        transitions.append(
            Transition(
                day: day, fact: fact, subject: .buyer(buyer), change: isBuyerQualified(buyer) ? .entered : .left,
                scoreMilli: scores.engagementMilli(of: buyer, on: day)))
    }
}

// MARK: - Time alone

extension Qualification {
    /// Settles the start of every day after `day`, up to and including the day reached.
    ///
    /// Days are not walked. Between facts scores only fall, so "should it still be qualified?" is true up to some day
    /// and false after it: what still holds at the end held throughout, and else the day is searched for.
    /// - Returns: whether it was enough to see that everybody qualified still is at the end.
    @discardableResult
    mutating func advance(
        from day: Int32, _ scores: inout AccountScores, into transitions: inout [Transition]
    ) -> Bool {
        guard movesWithTime(after: day) else { return false }
        let target = scores.day
        if settlesAtOnce, stillHolds(&scores, after: day) { return true }
        var day = day
        while day < target, let next = nextChange(after: day, until: target, scores) {
            settle(&scores, on: next, fact: nil, only: nil, into: &transitions)
            day = next
        }
        return false
    }

    /// Whether time moves this as little as another definition of which it was seen that everybody qualified still is:
    /// where the account is qualified under both, the same buyers are, and what each needs to stay is the same.
    func stands(like other: borrowing Qualification, on day: Int32) -> Bool {
        isQualified && other.isQualified && settlesAtOnce && qualifiedBuyerCount == other.qualifiedBuyerCount
            && isDwelling(on: day) == other.isDwelling(on: day) && gates.keep(like: other.gates)
            && (qualifiedBuyerCount == 0 || qualifiedBuyers == other.qualifiedBuyers)
    }

    /// Whether anything could change after a day without a fact.
    func movesWithTime(after day: Int32) -> Bool {
        isQualified || qualifiedBuyerCount > 0 || !settlesAtOnce || isCooling(on: day)
    }

    /// Whether everybody who is qualified is so on the day reached too, and nobody who cools down may come back.
    private func stillHolds(_ scores: inout AccountScores, after day: Int32) -> Bool {
        let target = scores.day
        if isQualified {
            if !isDwelling(on: target) && !mustActNow(scores, on: target) {
                guard scores.tier <= gates.stay.tier else { return false }
                scores.measureToday()
                if !scores.meets(gates.stay, on: target) { return false }
            }
        } else if isCooling(on: day) && !isCooling(on: target) {
            return false
        }
        if qualifiedBuyerCount == 0 { return true }
        for buyer in qualifiedBuyers.indices where qualifiedBuyers[buyer] {
            if !shouldBeQualified(buyer, scores, on: target) { return false }
        }
        return true
    }

    /// The next day, after `day` and up to `limit`, on which time alone changes a status; `nil` if none.
    ///
    /// With no fact in between, engagement, echo, breadth and raised hands only fall away, so whoever is qualified
    /// stays so up to a last day, found by halving. Only two things can begin to hold: a cooldown that ends, and,
    /// under rules whose `stay` is stricter than `enter`, re-entry on the very next day.
    func nextChange(after day: Int32, until limit: Int32, _ scores: borrowing AccountScores) -> Int32? {
        guard limit > day else { return nil }
        let limit = min(limit, Int32.max - 1)
        var earliest = nextAccountChange(after: day, until: limit, scores) ?? limit &+ 1
        for index in scores.buyers.indices where earliest > day + 1 {
            let last = min(limit, earliest - 1)
            if isBuyerQualified(index) {
                if !shouldBeQualified(index, scores, on: last) {
                    earliest = firstFailure(after: day, until: last) { shouldBeQualified(index, scores, on: $0) }
                }
            } else if !settlesAtOnce, scores.buyers[index].isKnown, shouldBeQualified(index, scores, on: day + 1) {
                earliest = day + 1
            }
        }
        return earliest <= limit ? earliest : nil
    }

    private func nextAccountChange(after day: Int32, until limit: Int32, _ scores: borrowing AccountScores) -> Int32? {
        if isQualified {
            if shouldStay(scores, on: limit) { return nil }
            return firstFailure(after: day, until: limit) { shouldStay(scores, on: $0) }
        }
        if !settlesAtOnce, shouldEnter(scores, on: day + 1) { return day + 1 }
        guard let leftDay else { return nil }
        let cooled = Int(leftDay) + gates.cooldownDays
        guard cooled > Int(day), cooled <= Int(limit) else { return nil }
        return shouldEnter(scores, on: Int32(cooled)) ? Int32(cooled) : nil
    }

    /// The first day at which a condition that only falls fails; it fails on `limit`.
    private func firstFailure(after day: Int32, until limit: Int32, _ holds: (Int32) -> Bool) -> Int32 {
        var low = day
        var high = limit
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return high
    }
}

// MARK: - What to look out for

extension Qualification {
    /// Narrows what the loop over engagements looks out for to what could change this status.
    ///
    /// Between two stops only engagements that add to scores happen, on days at whose start nothing changed. On one
    /// day such an engagement lowers nothing: the buyer's other categories decay to the same stored value that
    /// measuring gives them. So whoever is qualified stays so until the day ends, and what is left to look out for is
    /// the account that may enter, by its ceilings, and the fact's own buyer, by its engagement.
    func extend(_ watch: inout Watch, _ scores: borrowing AccountScores) {
        if !settlesAtOnce { watch.watchesFacts = true }
        if movesWithTime(after: scores.day) { watch.watchesDays = true }
        if isQualified || scores.tier > gates.enter.tier || isCooling(on: scores.day) { return }
        watch.reachable = min(watch.reachable, scores.reachableNeeded(by: gates.enter))
        watch.engaged = min(watch.engaged, gates.enter.engagedBuyers)
        watch.roles = watch.roles.intersection(gates.enter.roles)
    }

    /// The engagement from which this status must be asked about a buyer.
    func watchMilli(for buyer: Int, _ scores: borrowing AccountScores) -> Int64 {
        if isBuyerQualified(buyer) || (gates.buyer.needsQualifiedAccount && !isQualified) { return .max }
        return mayQualify(scores.buyers[buyer], tier: scores.tier) ? gates.buyer.enterMilli : .max
    }
}
