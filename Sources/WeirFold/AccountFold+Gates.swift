extension AccountFold {
    /// Whether a gate is met by a standing.
    public func isMet(_ gate: FoldRules.Gate, by standing: Standing) -> Bool {
        tier <= gate.tier && standing.scoreMilli >= gate.scoreMilli && standing.engagedBuyers >= gate.engagedBuyers
            && gate.roles.isSubset(of: standing.engagedRoles)
    }

    /// Whether a raised hand holds the account's door open on a day.
    public func mustActNow(on day: Int32) -> Bool {
        guard lastRaisedDay != BuyerState.never, let rule = compiled.rules.actNow, tier <= rule.tier,
            Int(day) - Int(lastRaisedDay) < rule.days
        else { return false }
        for index in buyers.indices
        where buyers[index].hasRaisedHand(on: day, within: rule.days)
            && (rule.roles.isEmpty || rule.roles.contains(Int(buyers[index].role)))
        {
            return true
        }
        return false
    }

    /// Whether a qualified account should still be, on a day not before the day reached.
    func shouldStay(on day: Int32) -> Bool {
        if let enteredDay, Int(day) - Int(enteredDay) < compiled.rules.dwellDays { return true }
        if mustActNow(on: day) { return true }
        return tier <= compiled.rules.stay.tier && isMet(compiled.rules.stay, by: measured(on: day))
    }

    /// Whether an account that is not qualified should be, on a day not before the day reached.
    func shouldEnter(on day: Int32) -> Bool {
        if mustActNow(on: day) { return true }
        if let leftDay, Int(day) - Int(leftDay) < compiled.rules.cooldownDays { return false }
        guard mayMeet(compiled.rules.enter) else { return false }
        return isMet(compiled.rules.enter, by: measured(on: day))
    }

    /// Whether a buyer should be qualified, given the account's status.
    func shouldBeQualified(_ index: Int, on day: Int32) -> Bool {
        let rule = compiled.rules.buyer
        let buyer = buyers[index]
        guard buyer.role >= 0, rule.roles.contains(Int(buyer.role)), tier <= rule.tier else { return false }
        if buyer.hasRaisedHand(on: day, within: rule.raiseDays) { return true }
        if rule.needsQualifiedAccount && !isQualified { return false }
        return engagementMilli(of: index, on: day) >= (buyer.isQualified ? rule.stayMilli : rule.enterMilli)
    }

    private func measured(on day: Int32) -> Standing {
        standing.day == day ? standing : measure(on: day)
    }

    /// The account changes if it should, then each buyer, in order of number.
    /// - Parameter only: the buyer of the fact, where nobody else can have moved.
    mutating func settle(fact: Int?, only buyer: Int?, into transitions: inout [Transition]) {
        let changed = settleAccount(fact: fact, into: &transitions)
        if let buyer, !changed, compiled.settlesAtOnce {
            settleBuyer(buyer, fact: fact, into: &transitions)
        } else {
            for index in buyers.indices { settleBuyer(index, fact: fact, into: &transitions) }
        }
    }

    private mutating func settleAccount(fact: Int?, into transitions: inout [Transition]) -> Bool {
        if needsStanding { _ = standingToday() }
        guard (isQualified ? shouldStay(on: day) : shouldEnter(on: day)) != isQualified else { return false }
        isQualified.toggle()
        if isQualified { enteredDay = day } else { leftDay = day }
        let score = standingToday().scoreMilli
        transitions.append(
            Transition(
                day: day, fact: fact, subject: .account, change: isQualified ? .entered : .left, scoreMilli: score))
        return true
    }

    /// Whether today's decision turns on the score, so that it is worth measuring and keeping.
    private var needsStanding: Bool {
        if standing.day == day { return false }
        if isQualified { return compiled.rules.stay.tier >= tier }
        return mayMeet(compiled.rules.enter)
    }

    private mutating func settleBuyer(_ index: Int, fact: Int?, into transitions: inout [Transition]) {
        guard buyers[index].isKnown, shouldBeQualified(index, on: day) != buyers[index].isQualified else { return }
        buyers[index].isQualified.toggle()
        transitions.append(
            Transition(
                day: day, fact: fact, subject: .buyer(index),
                change: buyers[index].isQualified ? .entered : .left,
                scoreMilli: engagementMilli(of: index, on: day)))
    }
}
