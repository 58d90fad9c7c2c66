import WeirFold

/// A case as `spec/SEMANTICS.md` writes it: the members' names are the format's.
struct FoldQuestion: Decodable {
    struct Category: Decodable {
        var half_life: Double?
        var cap: UInt32?
    }

    struct Signal: Decodable {
        var points: Int32
        var category: Int
        var limit: Int?
        var hand_raise: Bool?
        var shares: Bool?
        var consumes: Bool?
    }

    struct Role: Decodable { var weight: UInt32 }

    struct Echo: Decodable {
        var window: Int
        var points: UInt32
        var upward_points: UInt32
        var half_life: Double?
        var cap: UInt32?
    }

    struct Gate: Decodable {
        var tier: Int
        var score: Int64
        var engaged_buyers: Int
        var roles: [Int]
    }

    struct ActNow: Decodable {
        var tier: Int
        var days: Int
        var roles: [Int]
    }

    struct Account: Decodable {
        var enter: Gate
        var stay: Gate
        var dwell: Int
        var cooldown: Int
        var act_now: ActNow?
    }

    struct Buyer: Decodable {
        var roles: [Int]
        var tier: Int
        var raise_days: Int
        var account_qualified: Bool
        var enter: Int64
        var stay: Int64
    }

    struct Rules: Decodable {
        var categories: [Category]
        var signals: [Signal]
        var roles: [Role]
        var no_role_weight: UInt32
        var tiers: Int
        var engaged_at: Int64
        var breadth_points: UInt32
        var echo: Echo?
        var account: Account
        var buyer: Buyer
    }

    struct Fact: Decodable {
        var kind: String
        var day: Int32
        var points: Int64?
        var tier: Int?
        var buyer: Int?
        var role: Int?
        var level: Int?
        var signal: Int?
        var content: Int?
        var to: Int?
    }

    var id: String
    var rules: Rules
    var facts: [Fact]
    var until: Int32
    var ask: [Int32]
}

extension FoldQuestion.Rules {
    func foldRules() throws -> FoldRules {
        FoldRules(
            categories: try categories.map { .init(halfLife: try halfLife($0.half_life), capMilli: $0.cap ?? .max) },
            signals: signals.map {
                .init(
                    pointsMilli: $0.points, category: $0.category, limitPerDay: $0.limit,
                    raisesHand: $0.hand_raise ?? false, shares: $0.shares ?? false, consumes: $0.consumes ?? false)
            },
            roleWeightsPermille: roles.map(\.weight), noRoleWeightPermille: no_role_weight, tierCount: tiers,
            engagedAtMilli: engaged_at, breadthMilli: breadth_points,
            echo: try echo.map {
                .init(
                    windowDays: $0.window, pointsMilli: $0.points, upwardPointsMilli: $0.upward_points,
                    halfLife: try halfLife($0.half_life), capMilli: $0.cap ?? .max)
            },
            enter: gate(account.enter), stay: gate(account.stay), dwellDays: account.dwell,
            cooldownDays: account.cooldown,
            actNow: account.act_now.map { .init(tier: $0.tier, days: $0.days, roles: RoleSet($0.roles)) },
            buyer: .init(
                roles: RoleSet(buyer.roles), tier: buyer.tier, raiseDays: buyer.raise_days,
                needsQualifiedAccount: buyer.account_qualified, enterMilli: buyer.enter, stayMilli: buyer.stay))
    }

    private func gate(_ gate: FoldQuestion.Gate) -> FoldRules.Gate {
        .init(tier: gate.tier, scoreMilli: gate.score, engagedBuyers: gate.engaged_buyers, roles: RoleSet(gate.roles))
    }

    private func halfLife(_ days: Double?) throws -> HalfLife? {
        guard let days else { return nil }
        guard days > 0, days <= 1e9, let halfLife = HalfLife(microdays: Int64((days * 1_000_000).rounded())) else {
            throw AppError(.badData, "a half-life of \(days) days: it must be more than 0")
        }
        return halfLife
    }
}

extension FoldQuestion {
    func datedFacts() throws -> [DatedFact] {
        var facts: [DatedFact] = []
        for (index, fact) in self.facts.enumerated() {
            if let last = facts.last, fact.day < last.day {
                throw AppError(.badData, "fact \(index) is on day \(fact.day), before the one that precedes it")
            }
            facts.append(DatedFact(day: fact.day, fact: try foldFact(fact, index)))
        }
        return facts
    }

    private func foldFact(_ fact: Fact, _ index: Int) throws -> FoldFact {
        func needed<T>(_ value: T?, _ name: String) throws -> T {
            guard let value else { throw AppError(.badData, "fact \(index) (\(fact.kind)) has no \(name)") }
            return value
        }
        func inRange(_ number: Int, _ name: String) throws -> Int {
            guard (0..<1 << 24).contains(number) else {
                throw AppError(.badData, "fact \(index): \(name) \(number) is not from 0 to 16777215")
            }
            return number
        }
        func buyer() throws -> Int { try inRange(needed(fact.buyer, "buyer"), "buyer") }
        switch fact.kind {
        case "fit":
            return .fit(pointsMilli: try needed(fact.points, "points"), tier: try needed(fact.tier, "tier"))
        case "persona":
            if let role = fact.role, !rules.roles.indices.contains(role) {
                throw AppError(.badData, "fact \(index): there is no role \(role)")
            }
            return .persona(buyer: try buyer(), role: fact.role, level: fact.level)
        case "engagement":
            let signal = try needed(fact.signal, "signal")
            guard rules.signals.indices.contains(signal) else {
                throw AppError(.badData, "fact \(index): there is no signal \(signal)")
            }
            return .engagement(
                buyer: try buyer(), signal: signal, content: try fact.content.map { try inRange($0, "content") },
                sharedWith: try fact.to.map { try inRange($0, "to") })
        default:
            throw AppError(
                .badData, "fact \(index) is a “\(fact.kind)”; there are fit, persona and engagement")
        }
    }

    /// One fact at a time, as live intake does.
    func answerIncrementally() throws -> FoldAnswer {
        var fold = AccountFold(try CompiledRules(rules.foldRules()))
        var changes: [Transition] = []
        var scores: [FoldAnswer.Score] = []
        let facts = try datedFacts()
        guard let first = facts.first else { return FoldAnswer(id: id, transitions: [], scores: []) }
        var asked = ask.filter { $0 >= first.day }.sorted()[...]
        for (position, fact) in facts.enumerated() {
            while let day = asked.first, day < fact.day {
                fold.advance(to: day, into: &changes)
                scores.append(FoldAnswer.Score(fold, on: asked.removeFirst()))
            }
            fold.record(fact, position: position, into: &changes)
        }
        for day in asked {
            fold.advance(to: day, into: &changes)
            scores.append(FoldAnswer.Score(fold, on: day))
        }
        fold.advance(to: until, into: &changes)
        return FoldAnswer(id: id, transitions: changes.map(FoldAnswer.Change.init), scores: scores)
    }

    /// Through columns, as a backtest does.
    func answerInBatch() throws -> FoldAnswer {
        let compiled = try CompiledRules(rules.foldRules())
        let facts = try datedFacts()
        guard let first = facts.first else { return FoldAnswer(id: id, transitions: [], scores: []) }
        var history = History(firstDay: first.day)
        var reading = Reading(signals: rules.signals.indices.map { $0 }, personas: [], fits: [])
        for fact in facts {
            guard let day = UInt16(exactly: fact.day - first.day) else {
                throw AppError(.badData, "the facts span more than 65,535 days")
            }
            history.append(fact.fact, day: day, reading: &reading)
        }
        history.endAccount()
        var fold = HistoryFold(compiled, reading: reading)
        let changes = fold.transitions(of: 0, in: history, until: until)
        let scores = ask.filter { $0 >= first.day }.sorted().map { day in
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
