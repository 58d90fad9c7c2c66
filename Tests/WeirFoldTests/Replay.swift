import WeirFold

/// The three ways to fold one account's facts, with one shape of answer.
struct Answer: Equatable {
    var transitions: [Transition] = []
    var scores: [VectorCase.Expectation.Score] = []

    /// Without who let an account in, of which the vectors say nothing.
    var asVectorsTell: Answer {
        var answer = self
        for index in answer.transitions.indices { answer.transitions[index].byRaisedHand = false }
        return answer
    }
}

enum Replay {
    /// One fact at a time, as live intake does.
    static func incrementally(_ rules: CompiledRules, _ facts: [DatedFact], until: Int32, ask: [Int32]) -> Answer {
        var fold = AccountFold(rules)
        var answer = Answer()
        guard !facts.isEmpty else { return answer }
        var asked = ask.sorted()[...]
        for (position, fact) in facts.enumerated() {
            while let day = asked.first, day < fact.day {
                if day >= facts[0].day {
                    fold.advance(to: day, into: &answer.transitions)
                    answer.scores.append(score(of: fold, on: day))
                }
                asked.removeFirst()
            }
            fold.record(fact, position: position, into: &answer.transitions)
        }
        for day in asked {
            fold.advance(to: day, into: &answer.transitions)
            answer.scores.append(score(of: fold, on: day))
        }
        fold.advance(to: until, into: &answer.transitions)
        return answer
    }

    /// Through columns, as a backtest does.
    static func inBatch(_ rules: CompiledRules, _ facts: [DatedFact], until: Int32, ask: [Int32]) -> Answer {
        guard let first = facts.first else { return Answer() }
        let (history, reading) = columns(rules.rules, facts, firstDay: first.day)
        var fold = HistoryFold(rules, reading: reading)
        return Answer(
            transitions: fold.transitions(of: 0, in: history, until: until),
            scores: ask.sorted().map { score(of: fold.state(of: 0, in: history, asOf: $0), on: $0) })
    }

    static func columns(_ rules: FoldRules, _ facts: [DatedFact], firstDay: Int32) -> (History, Reading) {
        var history = History(firstDay: firstDay)
        var reading = Reading(signals: rules.signals.indices.map { $0 }, personas: [], fits: [])
        for fact in facts {
            let day = UInt16(fact.day - firstDay)
            switch fact.fact {
            case .fit(let points, let tier):
                history.appendNote(day: day, buyer: History.Note.account, value: UInt32(reading.fits.count))
                reading.fits.append(.init(pointsMilli: points, tier: tier))
            case .persona(let buyer, let role, let level):
                history.appendNote(day: day, buyer: UInt32(buyer), value: UInt32(reading.personas.count))
                reading.personas.append(.init(role: role, level: level))
            case .engagement(let buyer, let signal, let content, let to):
                let exchange = content.map {
                    History.Exchange(content: UInt32($0), sharedWith: to.map { UInt32($0) } ?? History.Exchange.none)
                }
                history.append(day: day, buyer: UInt32(buyer), signal: UInt16(signal), exchange: exchange)
            }
        }
        history.endAccount()
        return (history, reading)
    }

    static func score(of fold: AccountFold, on day: Int32) -> VectorCase.Expectation.Score {
        let standing = fold.measure(on: day)
        return .init(
            day: day, score: standing.scoreMilli, engaged_buyers: standing.engagedBuyers,
            roles: standing.engagedRoles.members, echo: standing.echoMilli, qualified: fold.isQualified,
            buyers: fold.knownBuyers.map {
                .init(
                    number: $0, engagement: fold.engagementMilli(of: $0, on: day),
                    qualified: fold.isBuyerQualified($0))
            })
    }
}
