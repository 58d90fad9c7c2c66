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
    ///   - watch: `nil` where nothing will be decided: then only scores are folded, and neither the ceilings nor who
    ///     is known are kept.
    /// - Returns: the engagement that it stopped at, the end of `rows` if none.
    mutating func fold(
        _ facts: borrowing AccountRows, _ rows: Range<Int>, signals: [SignalRule], watch: Watch?
    ) -> (row: Int, why: Stop) {
        standing.day = nil
        let run = Run(rows: rows, compiled: compiled, watch: watch ?? Watch(), sharesMask: shares.mask)
        // Most agreements have at most four categories: one group, which the compiler can then count on.
        return switch (compiled.groups, watch) {
        case (1, nil):
            AccountScores.scoresLoop(facts, run, signals.span, &day, &buyers, &scores, &dailyCounts, &ceilings)
        case (1, _): AccountScores.narrowLoop(facts, run, signals.span, &day, &buyers, &scores, &dailyCounts, &ceilings)
        default: AccountScores.wideLoop(facts, run, signals.span, &day, &buyers, &scores, &dailyCounts, &ceilings)
        }
    }

    /// What one run of the loop is about.
    private struct Run {
        let rows: Range<Int>
        let compiled: CompiledRules
        let watch: Watch
        let sharesMask: UInt64
    }

    /// One engagement, as the loop folds it.
    mutating func fold(buyer: Int, rule: SignalRule) -> Bool {
        standing.day = nil
        return AccountScores.one(
            buyer, rule, day, compiled, &buyers, &scores, &dailyCounts, &ceilings)
    }

    private static func one(
        _ buyer: Int, _ rule: SignalRule, _ day: Int32, _ compiled: CompiledRules, _ buyers: inout [BuyerState],
        _ scores: inout [SIMD4<UInt32>], _ counts: inout [DailyCount], _ ceilings: inout Ceilings
    ) -> Bool {
        var states = buyers.mutableSpan
        var scores = scores.mutableSpan
        var counts = counts.mutableSpan
        let table = compiled.tables
        return fold(
            buyer: buyer, rule: rule, day: day, compiled, compiled.groups, decides: true, table.span, &states, &scores,
            &counts, &ceilings)
    }

    @inline(never)
    private static func scoresLoop(
        _ facts: borrowing AccountRows, _ run: Run, _ signals: Span<SignalRule>, _ today: inout Int32,
        _ buyers: inout [BuyerState], _ scores: inout [SIMD4<UInt32>], _ counts: inout [DailyCount],
        _ ceilings: inout Ceilings
    ) -> (row: Int, why: Stop) {
        loop(
            facts, run, groups: 1, decides: false, signals, &today, &buyers, &scores, &counts, &ceilings)
    }

    @inline(never)
    private static func narrowLoop(
        _ facts: borrowing AccountRows, _ run: Run, _ signals: Span<SignalRule>, _ today: inout Int32,
        _ buyers: inout [BuyerState], _ scores: inout [SIMD4<UInt32>], _ counts: inout [DailyCount],
        _ ceilings: inout Ceilings
    ) -> (row: Int, why: Stop) {
        loop(
            facts, run, groups: 1, decides: true, signals, &today, &buyers, &scores, &counts, &ceilings)
    }

    @inline(never)
    private static func wideLoop(
        _ facts: borrowing AccountRows, _ run: Run, _ signals: Span<SignalRule>, _ today: inout Int32,
        _ buyers: inout [BuyerState], _ scores: inout [SIMD4<UInt32>], _ counts: inout [DailyCount],
        _ ceilings: inout Ceilings
    ) -> (row: Int, why: Stop) {
        loop(
            facts, run, groups: run.compiled.groups, decides: true, signals, &today, &buyers, &scores, &counts,
            &ceilings)
    }

    @inline(__always)
    private static func loop(
        _ facts: borrowing AccountRows, _ run: Run, groups: Int, decides: Bool, _ signals: Span<SignalRule>,
        _ today: inout Int32, _ buyers: inout [BuyerState], _ scores: inout [SIMD4<UInt32>],
        _ counts: inout [DailyCount], _ ceilings: inout Ceilings
    ) -> (row: Int, why: Stop) {
        let (rows, compiled, watch, sharesMask) = (run.rows, run.compiled, run.watch, run.sharesMask)
        var states = buyers.mutableSpan
        var scores = scores.mutableSpan
        var counts = counts.mutableSpan
        let table = compiled.tables
        let tables = table.span
        let days = facts.days
        let lows = facts.buyers
        let highs = facts.buyersHigh
        let hasHighs = !highs.isEmpty
        let codes = facts.signals
        let firstDay = facts.firstDay
        var row = rows.lowerBound
        var day = today
        defer { today = day }
        while row < rows.upperBound {
            let next = firstDay &+ Int32(days[row])
            if next != day {
                if decides && watch.watchesDays { return (row, .newDay) }
                day = next
            }
            let rule = signals[Int(codes[row])]
            var buyer = Int(lows[row])
            if hasHighs { buyer |= Int(highs[row]) << 16 }
            if rule.traits.contains(.known),
                fold(
                    buyer: buyer, rule: rule, day: day, compiled, groups, decides: decides, tables, &states, &scores,
                    &counts, &ceilings)
            {
                if !rule.traits.isDisjoint(with: .exchanges) {
                    let content = facts.content(row)
                    if content != 0,
                        rule.traits.contains(.shares) || ShareBook.mayHold(sharesMask, to: buyer, content: content &- 1)
                    {
                        return (row, .exchange)
                    }
                }
                if decides
                    && (rule.traits.contains(.needsSettling) || states[buyer].ceilingMilli >= states[buyer].watchMilli
                        || ceilings.reachable >= watch.reachable && watch.admits(ceilings))
                {
                    return (row, .mayChange)
                }
            }
            if decides && watch.watchesFacts { return (row, .watched) }
            row &+= 1
        }
        return (row, .end)
    }

    /// Steps 1 to 3 of "A buyer's scores", and the ceilings.
    ///
    /// Hardly a branch: what was done today decides by arithmetic, since the processor could not guess it. An
    /// engagement over its limit needs no care for the scores: one that counted has folded them to this day before.
    /// A buyer's acts of one session follow each other, each waiting for the scores that the last one left: so the
    /// scores stay four side by side from decay to cap.
    /// - Returns: whether it counted; `false` is over the daily limit.
    @inline(__always)
    private static func fold(
        buyer: Int, rule: SignalRule, day: Int32, _ compiled: CompiledRules, _ groups: Int, decides: Bool,
        _ tables: Span<SIMD4<UInt32>>, _ states: inout MutableSpan<BuyerState>,
        _ scores: inout MutableSpan<SIMD4<UInt32>>,
        _ countsApart: inout MutableSpan<DailyCount>, _ ceilings: inout Ceilings
    ) -> Bool {
        if decides { states[buyer].isKnown = true }
        var elapsed = Int(day) &- Int(states[buyer].foldedDay)
        // All bits on the same day, none on a later one.
        var counts = states[buyer].counts & UInt64(bitPattern: Int64(elapsed &- 1) &>> 63)
        if counts & rule.counter >= rule.limit { return false }
        counts &+= rule.one
        if rule.traits.contains(.countedApart), !count(buyer, rule.slot, day, compiled, &countsApart) { return false }
        states[buyer].counts = counts

        let first = buyer &* groups
        if elapsed >= DecayTable.length {
            forget(first, compiled, &scores)
            elapsed = 0
        }
        let own = groups == 1 ? 0 : Int(rule.group)
        let factors = CompiledRules.factorsPlace(groups) &+ elapsed &* groups
        var sum = SIMD4<UInt64>()
        for group in 0..<groups where groups > 1 && group != own {
            let decayed = DecayTable.scaled(scores[first &+ group], by: tables[factors &+ group])
            scores[first &+ group] = SIMD4<UInt32>(truncatingIfNeeded: decayed)
            sum &+= decayed
        }
        states[buyer].foldedDay = day

        let cap = tables[own]
        let decayed = DecayTable.scaled(scores[first &+ own], by: tables[factors &+ own])
        let before = SIMD4<UInt32>(truncatingIfNeeded: decayed)
        let after: SIMD4<UInt32>
        if rule.traits.contains(.takes) {
            after = taken(rule.points, from: before)
        } else {
            // INVARIANT: no score is above its cap, since decay raises none; so the room that is left is not negative.
            let room = cap &- before
            after = before &+ rule.points.replacing(with: room, where: rule.points .> room)
        }
        scores[first &+ own] = after
        if !decides { return true }
        sum &+= SIMD4<UInt64>(truncatingIfNeeded: after)
        let ceiling = Int64(bitPattern: sum.wrappedSum())
        let old = states[buyer].ceilingMilli
        states[buyer].ceilingMilli = ceiling
        ceilings.move(from: old, to: ceiling, weight: states[buyer].weight, role: states[buyer].role)
        return true
    }

    /// Points taken away, down to nothing.
    @inline(never)
    private static func taken(_ points: SIMD4<UInt32>, from scores: SIMD4<UInt32>) -> SIMD4<UInt32> {
        scores &- points.replacing(with: scores, where: points .> scores)
    }

    /// Counts an engagement of a signal whose counter has no place in the buyer's state.
    @inline(never)
    private static func count(
        _ buyer: Int, _ slot: Int, _ day: Int32, _ compiled: CompiledRules, _ counts: inout MutableSpan<DailyCount>
    ) -> Bool {
        let place = buyer &* compiled.limitsApart.count &+ slot
        if counts[place].day != day { counts[place] = DailyCount(day: day) }
        if Int(counts[place].count) >= compiled.limitsApart[slot] { return false }
        counts[place].count &+= 1
        return true
    }

    /// So long after the last engagement nothing is left where anything decays.
    @inline(never)
    private static func forget(_ first: Int, _ compiled: CompiledRules, _ scores: inout MutableSpan<SIMD4<UInt32>>) {
        for category in 0..<compiled.categoryCount where compiled.decaying & (1 << UInt64(category)) != 0 {
            scores[first &+ category >> 2][category & 3] = 0
        }
    }
}
