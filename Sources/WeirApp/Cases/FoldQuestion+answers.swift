import WeirFold

extension FoldQuestion {
    /// One fact at a time, as live intake does.
    func answerIncrementally() throws -> FoldAnswer {
        var fold = AccountFold(try CompiledRules(rules.foldRules()))
        var changes: [Transition] = []
        var scores: [Int32: FoldAnswer.Score] = [:]
        let facts = try datedFacts().filter { $0.day <= until }
        guard let first = facts.first else { return FoldAnswer(id: id, transitions: [], scores: []) }
        var asked = Set(ask).filter { $0 >= first.day }.sorted()[...]
        for (position, fact) in facts.enumerated() {
            while let day = asked.first, day < fact.day {
                fold.advance(to: day, into: &changes)
                scores[day] = FoldAnswer.Score(fold, on: asked.removeFirst())
            }
            fold.record(fact, position: position, into: &changes)
        }
        for day in asked {
            fold.advance(to: day, into: &changes)
            scores[day] = FoldAnswer.Score(fold, on: day)
        }
        fold.advance(to: until, into: &changes)
        let settled = changes.filter { $0.day <= until }
        return FoldAnswer(
            id: id, transitions: settled.map(FoldAnswer.Change.init), scores: ask.compactMap { scores[$0] })
    }

    /// Through columns, as a backtest does.
    func answerInBatch() throws -> FoldAnswer {
        let compiled = try CompiledRules(rules.foldRules())
        let facts = try datedFacts().filter { $0.day <= until }
        guard let first = facts.first else { return FoldAnswer(id: id, transitions: [], scores: []) }
        var history = History(firstDay: first.day)
        var reading = Reading(signals: rules.signals.indices.map { $0 }, personas: [], fits: [])
        for fact in facts {
            guard let day = UInt16(exactly: fact.day - first.day) else {
                throw AppError(
                    .badData, "the facts span more than the 65,535 days that columns hold; leave out --batch")
            }
            history.append(fact.fact, day: day, reading: &reading)
        }
        history.endAccount()
        var fold = HistoryFold(compiled, reading: reading)
        let changes = fold.transitions(of: 0, in: history, until: until)
        let scores = ask.filter { $0 >= first.day }.map { day in
            FoldAnswer.Score(fold.state(of: 0, in: history, asOf: day), on: day)
        }
        return FoldAnswer(id: id, transitions: changes.map(FoldAnswer.Change.init), scores: scores)
    }
}

extension History {
    /// Appends a fact whose numbers are an agreement's own.
    fileprivate mutating func append(_ fact: FoldFact, day: UInt16, reading: inout Reading) {
        switch fact {
        case .fit(let points, let tier):
            appendNote(day: day, buyer: Note.account, value: UInt32(reading.fits.count))
            reading.fits.append(.init(pointsMilli: points, tier: tier))
        case .persona(let buyer, let role, let level):
            appendNote(day: day, buyer: UInt32(buyer), value: UInt32(reading.personas.count))
            reading.personas.append(.init(role: role, level: level))
        case .engagement(let buyer, let signal, let content, let to):
            let exchange = content.map {
                Exchange(content: UInt32(truncatingIfNeeded: $0), sharedWith: to.map { UInt32($0) } ?? Exchange.none)
            }
            append(day: day, buyer: UInt32(buyer), signal: UInt16(signal), exchange: exchange)
        }
    }
}
