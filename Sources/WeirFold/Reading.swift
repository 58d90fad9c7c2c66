/// What a history's numbers mean under one agreement.
public struct Reading: Sendable {
    public struct Persona: Hashable, Sendable {
        public var role: Int?
        public var level: Int?

        public init(role: Int?, level: Int?) {
            self.role = role
            self.level = level
        }
    }

    public struct Fit: Hashable, Sendable {
        public var pointsMilli: Int64
        public var tier: Int

        public init(pointsMilli: Int64, tier: Int) {
            self.pointsMilli = pointsMilli
            self.tier = tier
        }
    }

    /// By the history's signal number: the agreement's; `nil` where the agreement does not know it.
    public var signals: [Int?]
    /// By title number.
    public var personas: [Persona]
    /// By profile number.
    public var fits: [Fit]

    public init(signals: [Int?], personas: [Persona], fits: [Fit]) {
        self.signals = signals
        self.personas = personas
        self.fits = fits
    }
}

extension AccountRows {
    /// A fact read under an agreement.
    public struct ReadFact: Sendable {
        public var day: Int32
        /// `nil` for an engagement whose signal the agreement does not know: it counts as nothing.
        public var fact: FoldFact?
        /// Its place among the account's engagements; `nil` for a note.
        public var engagement: Int?
    }

    /// Calls `body` with each fact, in order, until it returns `false`.
    public func forEachFact(reading: Reading, _ body: (ReadFact) -> Bool) {
        var note = 0
        var row = 0
        while row < engagementCount || note < noteCount {
            if note < noteCount, row == engagementCount || Int(self.note(note).before) <= row {
                let found = self.note(note)
                note += 1
                if !body(ReadFact(day: firstDay + Int32(found.day), fact: reading.fact(found))) { return }
            } else {
                let fact = ReadFact(day: firstDay + Int32(days[row]), fact: engagement(row, reading), engagement: row)
                row += 1
                if !body(fact) { return }
            }
        }
    }

    func engagement(_ row: Int, _ reading: Reading) -> FoldFact? {
        guard let signal = reading.signals[Int(signals[row])] else { return nil }
        let content = content(row)
        return .engagement(
            buyer: buyer(row), signal: signal, content: content == 0 ? nil : content - 1,
            sharedWith: content == 0 ? nil : sharedWith(row))
    }
}

extension Reading {
    /// What a note says under the agreement.
    func fact(_ note: History.Note) -> FoldFact {
        if note.buyer == History.Note.account {
            let fit = fits[Int(note.value)]
            return .fit(pointsMilli: fit.pointsMilli, tier: fit.tier)
        }
        let persona = personas[Int(note.value)]
        return .persona(buyer: Int(note.buyer), role: persona.role, level: persona.level)
    }
}
