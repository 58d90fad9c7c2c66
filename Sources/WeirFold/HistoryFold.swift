/// Folds accounts of a history one after the other, reusing its memory; under one definition, or under several that
/// differ in nothing but their gates, at little more than the cost of one.
///
/// The scores are folded by one loop that stops only where a decision may change: see ``Watch``. Nothing is allocated
/// for an account once the memory has grown to the largest.
public struct HistoryFold: Sendable {
    public let reading: Reading
    public private(set) var compiled: CompiledRules
    /// By the history's signal number.
    private var signals: [SignalRule]
    private var scores: AccountScores
    private var variants: [Qualification]
    private var transitions: [Transition] = []
    /// What to look out for, while nothing has happened that it depends on.
    private var watching: Watch?
    /// Whether every variant settles at once and qualifies no buyer without any engagement or raised hand.
    private let asksForDeeds: Bool
    /// The worst tier with which any variant lets anybody in.
    let mostLenientTier: Int

    public init(_ compiled: CompiledRules, reading: Reading) {
        self.init(compiled, reading: reading, variants: [compiled.rules.gates])
    }

    /// - Parameter variants: gates to decide by, at least one; those of `compiled` are ignored.
    public init(_ compiled: CompiledRules, reading: Reading, variants: [FoldRules.Gates]) {
        self.reading = reading
        self.compiled = compiled
        signals = reading.signals.map { $0.map { compiled.signals[$0] } ?? .unknown }
        scores = AccountScores(compiled)
        self.variants = variants.map(Qualification.init)
        mostLenientTier = variants.reduce(-1) { max($0, $1.mostLenientTier) }
        asksForDeeds = variants.allSatisfy {
            $0.settlesAtOnce && $0.buyer.enterMilli > 0 && $0.buyer.stayMilli > 0
        }
    }

    /// The same fold for a thread of its own, which shares nothing with other threads that the fold counts references
    /// to at every engagement it stops at. A fold that is merely copied is right too, but two threads then gain less.
    public func forThread() -> HistoryFold {
        var own = self
        own.compiled = compiled.copy()
        own.signals = signals.map(\.self)
        own.scores = AccountScores(own.compiled)
        return own
    }

    /// How many definitions are decided at once.
    public var variantCount: Int { variants.count }

    /// The changes of status of one account up to and including a day, under the first variant.
    ///
    /// Positions in the transitions count the account's notes and engagements together, in their order, from 0.
    /// - Parameters:
    ///   - account: number of the account in the history.
    ///   - until: last day to settle, from 1970-01-01; facts after it are not folded.
    public mutating func transitions(of account: Int, in history: some HistoryColumns, until: Int32) -> [Transition] {
        var all: [Transition] = []
        decide(account, in: history, until: until) { variant, new in
            if variant == 0 { all.append(contentsOf: new) }
        }
        return all
    }

    /// Folds one account under every variant.
    /// - Parameter report: called with the number of a variant and its changes, in order; not where there are none.
    public mutating func decide(
        _ account: Int, in history: some HistoryColumns, until: Int32, report: (Int, ArraySlice<Transition>) -> Void
    ) {
        if let profiles = history.profiles(of: account) {
            if !mayReach(profiles) { return }
            history.withAccount(account) { facts in run(facts, until: until, report: report) }
        } else {
            history.withAccount(account) { facts in
                if !isOutOfReach(facts) { run(facts, until: until, report: report) }
            }
        }
    }

    /// The account as it stands after the last settling of a day, under the first variant.
    public mutating func state(of account: Int, in history: some HistoryColumns, asOf day: Int32) -> AccountFold {
        history.withAccount(account) { facts in run(facts, until: day) { _, _ in } }
        return AccountFold(scores, variants[0])
    }

    /// Where the account stands on a day: its scores alone, nothing decided.
    public mutating func standing(of account: Int, in history: some HistoryColumns, asOf day: Int32) -> Standing {
        history.withAccount(account) { facts in
            guard let first = facts.firstFactDay, first <= day else { return scores.reset() }
            start(facts)
            fold(facts, until: day)
        }
        return scores.measure(on: day)
    }

    /// The account after every fact, for whoever looks for the moment it came closest.
    /// - Parameter visit: called with the fold right after each fact has settled, and the fact's position.
    public mutating func visit(
        _ account: Int, in history: some HistoryColumns, until: Int32, _ visit: (borrowing AccountFold, Int) -> Void
    ) {
        var fold = AccountFold(compiled)
        history.withAccount(account) { facts in
            var position = 0
            facts.forEachFact(reading: reading) { fact in
                guard fact.day <= until else { return false }
                transitions.removeAll(keepingCapacity: true)
                if let folded = fact.fact {
                    fold.record(DatedFact(day: fact.day, fact: folded), position: position, into: &transitions)
                }
                visit(fold, position)
                position += 1
                return true
            }
        }
    }
}

// MARK: - One account

extension HistoryFold {
    private mutating func start(_ facts: borrowing AccountRows) {
        scores.reset()
        watching = nil
        scores.day = facts.firstDay
        scores.makeRoom(forBuyers: facts.buyerCount)
        for index in variants.indices { variants[index].reset() }
    }

    /// Folds an account's facts and settles up to a day.
    private mutating func run(
        _ facts: borrowing AccountRows, until: Int32, report: (Int, ArraySlice<Transition>) -> Void
    ) {
        guard let first = facts.firstFactDay, first <= until else {
            scores.reset()
            for index in variants.indices { variants[index].reset() }
            return
        }
        start(facts)
        scores.day = first
        settle(on: first, fact: nil, only: nil, report)
        let end = facts.firstEngagement(after: until)
        var row = 0
        var note = 0
        while note < facts.noteCount {
            let next = facts.note(note)
            let day = facts.firstDay + Int32(next.day)
            guard day <= until else { break }
            foldRows(facts, row..<min(end, Int(next.before)), notes: note, report)
            row = min(end, Int(next.before))
            advance(to: day, report)
            take(next, position: note + row, report)
            note += 1
        }
        foldRows(facts, row..<end, notes: note, report)
        advance(to: until, report)
    }

    /// Folds engagements between two notes.
    /// - Parameter notes: how many notes stand before them.
    private mutating func foldRows(
        _ facts: borrowing AccountRows, _ rows: Range<Int>, notes: Int,
        _ report: (Int, ArraySlice<Transition>) -> Void
    ) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let stop = scores.fold(facts, row..<rows.upperBound, signals: signals, watch: watch())
            row = stop.row
            switch stop.why {
            case .end: return
            case .newDay:
                advance(to: facts.firstDay + Int32(facts.days[row]), report)
                continue
            case .exchange: exchange(facts, row)
            case .mayChange: raise(facts, row)
            case .watched: break
            }
            settle(on: scores.day, fact: row + notes, only: facts.buyer(row), report)
            row += 1
        }
    }

    private mutating func raise(_ facts: borrowing AccountRows, _ row: Int) {
        let rule = signals[Int(facts.signals[row])]
        if rule.traits.contains(.raisesHand) {
            scores.buyers[facts.buyer(row)].raisedDay = scores.day
            scores.lastRaisedDay = scores.day
        }
    }

    private mutating func exchange(_ facts: borrowing AccountRows, _ row: Int) {
        let rule = signals[Int(facts.signals[row])]
        raise(facts, row)
        watching = nil
        scores.exchange(
            buyer: facts.buyer(row), rule: rule, content: facts.content(row) - 1,
            sharedWith: rule.traits.contains(.shares) ? facts.sharedWith(row) : nil)
    }

    private mutating func take(
        _ note: History.Note, position: Int, _ report: (Int, ArraySlice<Transition>) -> Void
    ) {
        watching = nil
        switch reading.fact(note) {
        case .fit(let pointsMilli, let tier):
            scores.setFit(pointsMilli: pointsMilli, tier: tier)
            settle(on: scores.day, fact: position, only: nil, report)
        case .persona(let buyer, let role, let level):
            scores.setPersona(buyer: buyer, role: role, level: level)
            let state = scores.buyers[buyer]
            if asksForDeeds, state.ceilingMilli == 0, state.raisedDay == BuyerState.never {
                // Whoever has done nothing neither adds to the account nor is qualified, whatever the role.
                watch(buyer)
                return
            }
            settle(on: scores.day, fact: position, only: buyer, report)
            watch(buyer)
        case .engagement: break
        }
    }

    /// Folds an account's facts up to a day and decides nothing.
    ///
    /// Who somebody is, and how fit the account, changes no stored score but an echo's, which asks for levels: so notes
    /// wait until one may be heard, and the loop over engagements need not stop for each.
    private mutating func fold(_ facts: borrowing AccountRows, until: Int32) {
        let end = facts.firstEngagement(after: until)
        var row = 0
        var note = 0
        while row < end {
            let stop = scores.fold(facts, row..<end, signals: signals, watch: nil)
            if stop.why == .end { break }
            while note < facts.noteCount, Int(facts.note(note).before) <= stop.row {
                apply(facts.note(note))
                note += 1
            }
            if stop.why == .exchange { exchange(facts, stop.row) }
            row = stop.row + 1
        }
        while note < facts.noteCount, facts.firstDay + Int32(facts.note(note).day) <= until {
            apply(facts.note(note))
            note += 1
        }
    }

    private mutating func apply(_ note: History.Note) {
        switch reading.fact(note) {
        case .fit(let pointsMilli, let tier): scores.setFit(pointsMilli: pointsMilli, tier: tier)
        case .persona(let buyer, let role, let level): scores.setPersona(buyer: buyer, role: role, level: level)
        case .engagement: break
        }
    }
}

// MARK: - Every variant

extension HistoryFold {
    /// What any variant must be asked about.
    ///
    /// It depends on tier, fit, echo and who is qualified, and on the day only while somebody cools down.
    private mutating func watch() -> Watch {
        if let watching { return watching }
        var watch = Watch(roles: RoleSet(bits: .max))
        var isCooling = false
        for index in variants.indices {
            variants.span[index].extend(&watch, scores)
            if variants.span[index].isCooling(on: scores.day) { isCooling = true }
        }
        if !isCooling { watching = watch }
        return watch
    }

    private mutating func advance(to target: Int32, _ report: (Int, ArraySlice<Transition>) -> Void) {
        let day = scores.day
        guard target > day else { return }
        scores.day = target
        var unmoved: Int?
        for index in variants.indices where variants.span[index].movesWithTime(after: day) {
            if let unmoved, variants.span[index].stands(like: variants.span[unmoved], on: target) { continue }
            transitions.removeAll(keepingCapacity: true)
            if variants[index].advance(from: day, &scores, into: &transitions) { unmoved = index }
            changed(index, report)
        }
    }

    private mutating func settle(
        on day: Int32, fact: Int?, only buyer: Int?, _ report: (Int, ArraySlice<Transition>) -> Void
    ) {
        for index in variants.indices {
            transitions.removeAll(keepingCapacity: true)
            variants[index].settle(&scores, on: day, fact: fact, only: buyer, into: &transitions)
            changed(index, report)
        }
        if buyer == nil { watchBuyers() }
    }

    private mutating func changed(_ variant: Int, _ report: (Int, ArraySlice<Transition>) -> Void) {
        if transitions.isEmpty { return }
        watching = nil
        if transitions.contains(where: { $0.subject == .account }) {
            watchBuyers()
        } else {
            for case .buyer(let buyer) in transitions.lazy.map(\.subject) { watch(buyer) }
        }
        report(variant, transitions[...])
    }

    private mutating func watchBuyers() {
        for buyer in scores.buyers.indices { watch(buyer) }
    }

    private mutating func watch(_ buyer: Int) {
        var watchMilli = Int64.max
        for index in variants.indices {
            watchMilli = min(watchMilli, variants.span[index].watchMilli(for: buyer, scores))
        }
        scores.buyers[buyer].watchMilli = watchMilli
    }
}
