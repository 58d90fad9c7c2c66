/// Folds accounts of a ``History`` one after the other, reusing its memory.
public struct HistoryFold: Sendable {
    public let reading: Reading
    private var fold: AccountFold
    private var transitions: [Transition] = []

    public init(_ compiled: CompiledRules, reading: Reading) {
        self.reading = reading
        fold = AccountFold(compiled)
    }

    /// The changes of status of one account up to and including a day.
    ///
    /// Positions in the transitions count the account's notes and engagements together, in their order, from 0.
    /// - Parameters:
    ///   - account: number of the account in the history.
    ///   - until: last day to settle, from 1970-01-01; facts after it are not folded.
    public mutating func transitions(of account: Int, in history: History, until: Int32) -> [Transition] {
        var all: [Transition] = []
        if isOutOfReach(account, in: history) { return all }
        run(account, in: history, until: until) { _, new in all.append(contentsOf: new) }
        return all
    }

    /// The account as it stands after the last settling of a day.
    public mutating func state(of account: Int, in history: History, asOf day: Int32) -> AccountFold {
        run(account, in: history, until: day) { _, _ in }
        return fold
    }

    /// Whether nothing that an account does can change its status, so that it need not be folded.
    ///
    /// Every way in asks for a tier: `enter`, `act now` and the buyer's rule each hold only where the account's tier is
    /// at most theirs. An account is unfit until its first fit, and then has the tier of its last one; if neither
    /// unfit nor any of its fits is good enough for the most lenient of the three, none of them ever holds. What never
    /// entered never leaves.
    func isOutOfReach(_ account: Int, in history: History) -> Bool {
        let rules = fold.compiled.rules
        let lenient = max(rules.enter.tier, rules.actNow?.tier ?? -1, rules.buyer.tier)
        if rules.tierCount <= lenient { return false }
        for note in history.noteStarts[account]..<history.noteStarts[account + 1]
        where history.notes[note].buyer == History.Note.account {
            if reading.fits[Int(history.notes[note].value)].tier <= lenient { return false }
        }
        return true
    }

    /// Folds an account's facts and settles up to a day.
    /// - Parameters:
    ///   - everyFact: whether to call `step` after facts that changed nothing too.
    ///   - step: called after a fact, and at the end, with the changes since the last call.
    mutating func run(
        _ account: Int, in history: History, until: Int32, everyFact: Bool = false,
        step: (borrowing AccountFold, [Transition]) -> Void
    ) {
        fold.reset()
        var position = 0
        history.forEachFact(of: account, reading: reading) { fact in
            guard fact.day <= until else { return false }
            transitions.removeAll(keepingCapacity: true)
            if let folded = fact.fact {
                fold.record(DatedFact(day: fact.day, fact: folded), position: position, into: &transitions)
            }
            if everyFact || !transitions.isEmpty { step(fold, transitions) }
            position += 1
            return true
        }
        guard position > 0 else { return }
        transitions.removeAll(keepingCapacity: true)
        fold.advance(to: until, into: &transitions)
        step(fold, transitions)
    }
}

extension History {
    /// A fact of the history read under an agreement.
    public struct ReadFact: Sendable {
        public var day: Int32
        /// `nil` for an engagement whose signal the agreement does not know: it counts as nothing.
        public var fact: FoldFact?
        /// Place in the engagement columns; `nil` for a note.
        public var engagement: Int?
    }

    /// Calls `body` with each fact of an account, in order, until it returns `false`.
    public func forEachFact(of account: Int, reading: Reading, _ body: (ReadFact) -> Bool) {
        let first = engagementStarts[account]
        let end = engagementStarts[account + 1]
        var note = noteStarts[account]
        let noteEnd = noteStarts[account + 1]
        var index = first
        while index < end || note < noteEnd {
            if note < noteEnd, index == end || Int(notes[note].before) <= index - first {
                let fact = ReadFact(day: firstDay + Int32(notes[note].day), fact: read(notes[note], reading))
                note += 1
                if !body(fact) { return }
            } else {
                let fact = ReadFact(
                    day: firstDay + Int32(days[index]), fact: readEngagement(index, reading), engagement: index)
                index += 1
                if !body(fact) { return }
            }
        }
    }

    private func read(_ note: Note, _ reading: Reading) -> FoldFact {
        if note.buyer == Note.account {
            let fit = reading.fits[Int(note.value)]
            return .fit(pointsMilli: fit.pointsMilli, tier: fit.tier)
        }
        let persona = reading.personas[Int(note.value)]
        return .persona(buyer: Int(note.buyer), role: persona.role, level: persona.level)
    }

    private func readEngagement(_ index: Int, _ reading: Reading) -> FoldFact? {
        guard let signal = reading.signals[Int(signals[index])] else { return nil }
        let number = exchangeNumbers[index]
        let exchange = number == 0 ? nil : exchanges[Int(number) - 1]
        let sharedWith = exchange.flatMap { $0.sharedWith == Exchange.none ? nil : Int($0.sharedWith) }
        return .engagement(
            buyer: Int(buyers[index]), signal: signal, content: exchange.map { Int($0.content) },
            sharedWith: sharedWith)
    }
}
