extension AccountFold {
    /// The next day, after the day reached and up to `limit`, on which time alone changes a status; `nil` if none.
    ///
    /// With no fact in between, engagement, echo, breadth and raised hands only fall away, so whoever is qualified
    /// stays so up to a last day, found by halving. Only two things can begin to hold: a cooldown that ends, and,
    /// under rules whose `stay` is stricter than `enter`, re-entry on the very next day.
    public func nextChange(until limit: Int32) -> Int32? {
        guard limit > day else { return nil }
        let limit = min(limit, Int32.max - 1)
        var earliest = nextAccountChange(until: limit) ?? limit &+ 1
        for index in buyers.indices where earliest > day + 1 {
            let last = min(limit, earliest - 1)
            if buyers[index].isQualified {
                if !shouldBeQualified(index, on: last) {
                    earliest = firstFailure(until: last) { shouldBeQualified(index, on: $0) }
                }
            } else if !compiled.settlesAtOnce, buyers[index].isKnown, shouldBeQualified(index, on: day + 1) {
                earliest = day + 1
            }
        }
        return earliest <= limit ? earliest : nil
    }

    private func nextAccountChange(until limit: Int32) -> Int32? {
        if isQualified {
            return shouldStay(on: limit) ? nil : firstFailure(until: limit) { shouldStay(on: $0) }
        }
        if !compiled.settlesAtOnce, shouldEnter(on: day + 1) { return day + 1 }
        guard let leftDay else { return nil }
        let cooled = Int(leftDay) + compiled.rules.cooldownDays
        guard cooled > Int(day), cooled <= Int(limit) else { return nil }
        return shouldEnter(on: Int32(cooled)) ? Int32(cooled) : nil
    }

    /// The first day after the day reached on which a condition that only falls fails; it fails on `limit`.
    private func firstFailure(until limit: Int32, _ holds: (Int32) -> Bool) -> Int32 {
        var low = day
        var high = limit
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return high
    }
}
