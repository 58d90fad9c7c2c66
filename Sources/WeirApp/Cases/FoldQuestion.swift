import WeirFold

/// A case as `spec/SEMANTICS.md` writes it: the members' names are the format's.
struct FoldQuestion: Decodable {
    struct Category: Decodable {
        var half_life: Double?
        var cap: UInt32?
    }

    struct Signal: Decodable {
        var points: Int64
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
    /// - Throws: where a number is out of the fold's range or names something that there is not.
    func foldRules() throws -> FoldRules {
        try check()
        return FoldRules(
            categories: try categories.map { .init(halfLife: try halfLife($0.half_life), capMilli: $0.cap ?? .max) },
            signals: signals.map {
                .init(
                    pointsMilli: Int32($0.points), category: $0.category, limitPerDay: $0.limit,
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

    private func check() throws {
        func demand(_ holds: Bool, _ what: String) throws {
            if !holds { throw AppError(.badData, "rules: \(what)") }
        }
        for (number, signal) in signals.enumerated() {
            try demand(
                Int32(exactly: signal.points) != nil, "signals[\(number)].points is beyond ±2147483647 millipoints")
        }
        let lists = [
            ("account.enter", account.enter.roles), ("account.stay", account.stay.roles),
            ("account.act_now", account.act_now?.roles ?? []), ("buyer", buyer.roles),
        ]
        for (name, list) in lists {
            for role in list {
                try demand(roles.indices.contains(role), "\(name) names role \(role); there are \(roles.count)")
            }
        }
        let worst = [account.enter.tier, account.stay.tier, account.act_now?.tier ?? 0, buyer.tier]
        try demand(worst.allSatisfy { (0...max(tiers, 0)).contains($0) }, "a tier is not from 0 to \(tiers)")
        let counts = [
            account.dwell, account.cooldown, account.act_now?.days ?? 0, buyer.raise_days, echo?.window ?? 0,
            account.enter.engaged_buyers, account.stay.engaged_buyers,
        ]
        try demand(
            counts.allSatisfy { (0...1_000_000_000).contains($0) }, "a count of days or buyers is negative or too large"
        )
    }

    private func gate(_ gate: FoldQuestion.Gate) -> FoldRules.Gate {
        .init(tier: gate.tier, scoreMilli: gate.score, engagedBuyers: gate.engaged_buyers, roles: RoleSet(gate.roles))
    }

    private func halfLife(_ days: Double?) throws -> HalfLife? {
        guard let days else { return nil }
        guard days > 0, days <= 1e9, let halfLife = HalfLife(microdays: Int64((days * 1_000_000).rounded())) else {
            throw AppError(.badData, "a half-life of \(days) days: it must be more than 0 and at most 10^9")
        }
        return halfLife
    }
}

extension FoldQuestion {
    func datedFacts() throws -> [DatedFact] {
        let days = ask + [until] + facts.map(\.day)
        guard days.allSatisfy({ (-1_000_000_000...1_000_000_000).contains($0) }) else {
            throw AppError(.badData, "a day is beyond ±10^9")
        }
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
        func inRange(_ number: Int, _ name: String, _ range: ClosedRange<Int>) throws -> Int {
            guard range.contains(number) else {
                throw AppError(
                    .badData, "fact \(index): \(name) \(number) is not from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
        let people = 0...(1 << 24) - 1
        func buyer() throws -> Int { try inRange(needed(fact.buyer, "buyer"), "buyer", people) }
        switch fact.kind {
        case "fit":
            let points = try inRange(Int(needed(fact.points, "points")), "points", -(1 << 52)...(1 << 52))
            return .fit(
                pointsMilli: Int64(points),
                tier: try inRange(needed(fact.tier, "tier"), "tier", 0...max(rules.tiers, 0)))
        case "persona":
            if let level = fact.level { _ = try inRange(level, "level", 0...Int(Int16.max)) }
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
                buyer: try buyer(), signal: signal,
                content: try fact.content.map { try inRange($0, "content", 0...Int(UInt32.max) - 1) },
                sharedWith: try fact.to.map { try inRange($0, "to", people) })
        default:
            throw AppError(
                .badData, "fact \(index) is a “\(fact.kind)”; there are fit, persona and engagement")
        }
    }
}
