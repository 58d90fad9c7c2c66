/// What the loop over engagements looks out for, so that whoever decides is asked only where a decision can change.
struct Watch: Sendable {
    /// ``Ceilings/reachable`` from which an account may enter.
    var reachable: Int64 = .max
    /// And how many engaged buyers it takes,
    var engaged = Int.max
    /// and which roles among them.
    var roles = RoleSet()
    /// Whether time alone may change a status, so that the start of each day must be settled.
    var watchesDays = false
    /// Whether to stop at every fact.
    var watchesFacts = false

    /// Nothing is decided: scores only.
    static let nothing = Watch()

    @inline(__always)
    func admits(_ ceilings: Ceilings) -> Bool {
        ceilings.engaged >= engaged && roles.isSubset(of: ceilings.roles)
    }
}

extension AccountScores {
    /// Why the loop came back.
    enum Stop {
        /// All engagements are folded.
        case end
        /// The engagement is on a later day, whose start must be settled first; it is not folded.
        case newDay
        /// The engagement was folded, and a status may change.
        case mayChange
        /// The engagement was folded but for its content: echoes to hear, or a share to remember.
        case exchange
        /// Nothing of that, but every fact is watched.
        case watched
    }

    /// Folds engagements, one after the other, up to the first that somebody must look at.
    ///
    /// This is the loop that a backtest spends its time in. It touches the columns once, in order, and of the account
    /// only the buyer that acted.
    /// - Parameters:
    ///   - rows: which engagements; the first is not before the day reached.
    ///   - signals: by the history's signal number.
    /// - Returns: the engagement that it stopped at, the end of `rows` if none.
    mutating func fold(
        _ facts: borrowing AccountRows, _ rows: Range<Int>, signals: [SignalRule], watch: Watch
    ) -> (row: Int, why: Stop) {
        standing.day = nil
        let tables = LoopTables(compiled)
        return AccountScores.loop(
            facts, rows, tables, signals.span, watch, shares.mask, &day, &buyers, &scores, &dailyCounts, &ceilings)
    }

    /// One engagement, as the loop folds it.
    mutating func fold(buyer: Int, rule: SignalRule) -> Bool {
        standing.day = nil
        return AccountScores.one(
            buyer, rule, day, LoopTables(compiled), &buyers, &scores, &dailyCounts, &ceilings)
    }

    private static func one(
        _ buyer: Int, _ rule: SignalRule, _ day: Int32, _ tables: LoopTables, _ buyers: inout [BuyerState],
        _ scores: inout [SIMD4<UInt32>], _ counts: inout [DailyCount], _ ceilings: inout Ceilings
    ) -> Bool {
        var states = buyers.mutableSpan
        var scores = scores.mutableSpan
        var counts = counts.mutableSpan
        return fold(
            buyer: buyer, rule: rule, day: day, tables, tables.factors.span, tables.caps.span, tables.lanes.span,
            &states, &scores, &counts,
            &ceilings)
    }

    /// The rules' tables, looked up once for a whole account.
    struct LoopTables {
        let factors: [SIMD4<UInt32>]
        let caps: [UInt32]
        let decaying: UInt64
        /// By category within its group: all bits of its own lane.
        let lanes: [SIMD4<UInt32>]
        let groups: Int
        let limitsApart: [Int]

        init(_ compiled: CompiledRules) {
            factors = compiled.factors
            caps = compiled.caps
            decaying = compiled.decaying
            lanes = compiled.lanes
            groups = compiled.groups
            limitsApart = compiled.limitsApart
        }
    }

    private static func loop(
        _ facts: borrowing AccountRows, _ rows: Range<Int>, _ tables: LoopTables, _ signals: Span<SignalRule>,
        _ watch: Watch, _ sharesMask: UInt64, _ today: inout Int32, _ buyers: inout [BuyerState],
        _ scores: inout [SIMD4<UInt32>], _ counts: inout [DailyCount], _ ceilings: inout Ceilings
    ) -> (row: Int, why: Stop) {
        var states = buyers.mutableSpan
        var scores = scores.mutableSpan
        var counts = counts.mutableSpan
        let factors = tables.factors.span
        let caps = tables.caps.span
        let lanes = tables.lanes.span
        let days = facts.days
        let lows = facts.buyers
        let highs = facts.buyersHigh
        let hasHighs = !highs.isEmpty
        let codes = facts.signals
        let firstDay = facts.firstDay
        var row = rows.lowerBound
        while row < rows.upperBound {
            let day = firstDay &+ Int32(days[row])
            if day != today {
                if watch.watchesDays { return (row, .newDay) }
                today = day
            }
            let rule = signals[Int(codes[row])]
            var buyer = Int(lows[row])
            if hasHighs { buyer |= Int(highs[row]) << 16 }
            if rule.traits.contains(.known),
                fold(
                    buyer: buyer, rule: rule, day: day, tables, factors, caps, lanes, &states, &scores, &counts,
                    &ceilings)
            {
                if !rule.traits.isDisjoint(with: .exchanges) {
                    let content = facts.content(row)
                    if content != 0,
                        rule.traits.contains(.shares) || ShareBook.mayHold(sharesMask, to: buyer, content: content &- 1)
                    {
                        return (row, .exchange)
                    }
                }
                if rule.traits.contains(.needsSettling) || states[buyer].ceilingMilli >= states[buyer].watchMilli
                    || ceilings.reachable >= watch.reachable && watch.admits(ceilings)
                {
                    return (row, .mayChange)
                }
            }
            if watch.watchesFacts { return (row, .watched) }
            row &+= 1
        }
        return (row, .end)
    }

    /// Steps 1 to 3 of "A buyer's scores", and the ceilings.
    ///
    /// Hardly a branch: what was done today decides by arithmetic, since the processor could not guess it. An
    /// engagement over its limit needs no care for the scores: one that counted has folded them to this day before.
    /// - Returns: whether it counted; `false` is over the daily limit.
    @inline(__always)
    private static func fold(
        buyer: Int, rule: SignalRule, day: Int32, _ tables: LoopTables, _ factors: Span<SIMD4<UInt32>>,
        _ caps: Span<UInt32>,
        _ lanes: Span<SIMD4<UInt32>>, _ states: inout MutableSpan<BuyerState>,
        _ scores: inout MutableSpan<SIMD4<UInt32>>,
        _ countsApart: inout MutableSpan<DailyCount>, _ ceilings: inout Ceilings
    ) -> Bool {
        states[buyer].isKnown = true
        var elapsed = Int(day) &- Int(states[buyer].foldedDay)
        var counts = elapsed == 0 ? states[buyer].counts : 0
        if UInt32(truncatingIfNeeded: (counts &>> UInt64(rule.countShift)) & 0xFFFF) >= rule.limit { return false }
        if rule.traits.contains(.counted) { counts &+= 1 &<< UInt64(rule.countShift) }
        if rule.traits.contains(.countedApart), !count(buyer, rule, day, tables, &countsApart) { return false }
        states[buyer].counts = counts

        let first = buyer &* tables.groups
        if elapsed >= DecayTable.length {
            forget(first, tables, &scores)
            elapsed = 0
        }
        var factor = elapsed &* tables.groups
        var sum = SIMD4<UInt64>()
        for group in first..<first &+ tables.groups {
            let decayed = DecayTable.scaled(scores[group], by: factors[factor])
            scores[group] = SIMD4<UInt32>(truncatingIfNeeded: decayed)
            sum &+= decayed
            factor &+= 1
        }
        states[buyer].foldedDay = day

        let category = Int(rule.category)
        let group = first &+ category >> 2
        let own = lanes[category & 3]
        let before = (scores[group] & own).wrappedSum()
        let after = max(0, min(Int64(before) &+ Int64(rule.pointsMilli), Int64(caps[category])))
        scores[group] = scores[group] & ~own | SIMD4(repeating: UInt32(truncatingIfNeeded: after)) & own
        let ceiling = Int64(bitPattern: sum.wrappedSum()) &- Int64(before) &+ after
        let old = states[buyer].ceilingMilli
        states[buyer].ceilingMilli = ceiling
        ceilings.move(from: old, to: ceiling, weight: states[buyer].weight, role: states[buyer].role)
        return true
    }

    /// Counts an engagement of a signal whose counter has no place in the buyer's state.
    @inline(never)
    private static func count(
        _ buyer: Int, _ rule: SignalRule, _ day: Int32, _ tables: LoopTables, _ counts: inout MutableSpan<DailyCount>
    ) -> Bool {
        let slot = buyer &* tables.limitsApart.count &+ Int(rule.slot)
        if counts[slot].day != day { counts[slot] = DailyCount(day: day) }
        if Int(counts[slot].count) >= tables.limitsApart[Int(rule.slot)] { return false }
        counts[slot].count &+= 1
        return true
    }

    /// So long after the last engagement nothing is left where anything decays.
    @inline(never)
    private static func forget(_ first: Int, _ tables: LoopTables, _ scores: inout MutableSpan<SIMD4<UInt32>>) {
        for category in tables.caps.indices where tables.decaying & (1 << UInt64(category)) != 0 {
            scores[first &+ category >> 2][category & 3] = 0
        }
    }
}
