/// Where an account stands on one day: its parts, ready for the gates.
public struct Standing: Hashable, Sendable {
    /// The account's score, millipoints.
    public var scoreMilli: Int64 = 0
    public var fitMilli: Int64 = 0
    /// Σ engagement × weight, divided once.
    public var engagementMilli: Int64 = 0
    public var echoMilli: Int64 = 0
    public var breadthMilli: Int64 = 0
    public var engagedBuyers = 0
    /// Distinct roles among the engaged buyers.
    public var engagedRoles: RoleSet = []
    /// The day it was measured for; `nil` when something has changed since.
    var day: Int32?

    /// Whether a gate is met, for an account of a tier.
    func meets(_ gate: FoldRules.Gate, tier: Int) -> Bool {
        tier <= gate.tier && scoreMilli >= gate.scoreMilli && engagedBuyers >= gate.engagedBuyers
            && gate.roles.isSubset(of: engagedRoles)
    }
}

// What is asked at every stop of the loop is inlined: to call a function, the compiler copies all 224 bytes of an account
// that somebody is changing.
extension AccountScores {
    /// A buyer's engagement on a day not before its last engagement, millipoints.
    @inline(__always)
    func engagementMilli(of buyer: Int, on day: Int32) -> Int64 {
        if standing.day == day { return buyers[buyer].ceilingMilli }
        let days = Int(day) &- Int(buyers[buyer].foldedDay)
        return AccountScores.engagement(buyer, days: days, scores, compiled.tables, compiled)
    }

    /// The sum of a buyer's stored scores, decayed over a number of days.
    @inline(__always)
    private static func engagement(
        _ buyer: Int, days: Int, _ scores: [SIMD4<UInt32>], _ factors: [SIMD4<UInt32>],
        _ compiled: CompiledRules
    ) -> Int64 {
        let first = buyer &* compiled.groups
        if days >= DecayTable.length { return lasting(first, scores, compiled) }
        var factor = CompiledRules.factorsPlace(compiled.groups) &+ days &* compiled.groups
        var sum = SIMD4<UInt64>()
        for group in first..<first &+ compiled.groups {
            sum &+= DecayTable.scaled(scores[group], by: factors[factor])
            factor &+= 1
        }
        return Int64(bitPattern: sum.wrappedSum())
    }

    /// What is left after more days than the tables hold: the scores that do not decay.
    @inline(never)
    private static func lasting(_ first: Int, _ scores: [SIMD4<UInt32>], _ compiled: CompiledRules) -> Int64 {
        var sum: Int64 = 0
        for category in 0..<compiled.categoryCount where compiled.decaying & (1 << UInt64(category)) == 0 {
            sum &+= Int64(scores[first + category >> 2][category & 3])
        }
        return sum
    }

    /// Where the account stands on a day not before its last fact.
    func measure(on day: Int32) -> Standing {
        if standing.day == day { return standing }
        let engagedAt = compiled.rules.engagedAtMilli
        var result = Standing()
        var weighted: Int64 = 0
        for index in buyers.indices {
            let engagement = engagementMilli(of: index, on: day)
            if engagement == 0 { continue }
            weighted &+= engagement &* buyers[index].weight
            if engagement >= engagedAt {
                result.engagedBuyers += 1
                result.engagedRoles.insert(Int(buyers[index].role))
            }
        }
        result.finish(self, weighted: weighted, on: day)
        return result
    }

    /// Measures the standing on the day reached, once until something changes; every buyer's ceiling is then its
    /// engagement on that day.
    mutating func measureToday() {
        if standing.day == day { return }
        AccountScores.lower(to: day, &buyers, scores, compiled, &ceilings)
        var result = Standing()
        result.engagedBuyers = ceilings.engaged
        result.engagedRoles = ceilings.roles
        result.finish(self, weighted: ceilings.weighted, on: day)
        standing = result
    }

    /// Whether the account meets a gate on a day not before its last fact.
    @inline(__always)
    func meets(_ gate: FoldRules.Gate, on day: Int32) -> Bool {
        tier <= gate.tier
            && (standing.day == day ? standing.meets(gate, tier: tier) : measure(on: day).meets(gate, tier: tier))
    }

    /// Lowers every ceiling to the engagement on a day.
    private static func lower(
        to day: Int32, _ buyers: inout [BuyerState], _ scores: [SIMD4<UInt32>], _ compiled: CompiledRules,
        _ ceilings: inout Ceilings
    ) {
        var states = buyers.mutableSpan
        let factors = compiled.tables
        for buyer in states.indices where states[buyer].ceilingMilli != 0 {
            let now = engagement(
                buyer, days: Int(day) &- Int(states[buyer].foldedDay), scores, factors, compiled)
            let old = states[buyer].ceilingMilli
            if now == old { continue }
            states[buyer].ceilingMilli = now
            ceilings.move(from: old, to: now, weight: states[buyer].weight, role: states[buyer].role)
        }
    }

    /// Whether a gate may be met from now on, until the next fact; `false` is certain. See ``Ceilings``.
    @inline(__always)
    func mayMeet(_ gate: FoldRules.Gate) -> Bool {
        tier <= gate.tier && ceilings.engaged >= gate.engagedBuyers && gate.roles.isSubset(of: ceilings.roles)
            && ceilings.reachable >= reachableNeeded(by: gate)
    }

    /// The ``Ceilings/reachable`` from which a gate's score may be reached, by how fit and echo stand now.
    ///
    /// The score is fit + ⌊weighted / 1000⌋ + echo + breadth, and ⌊w / 1000⌋ ≥ n just where w ≥ 1000 n.
    @inline(__always)
    func reachableNeeded(by gate: FoldRules.Gate) -> Int64 {
        let missing = gate.scoreMilli.subtractingReportingOverflow(fitMilli &+ Int64(echoMilli))
        if missing.overflow { return .max }
        let needed = missing.partialValue.multipliedReportingOverflow(by: 1000)
        if needed.overflow { return missing.partialValue < 0 ? .min : .max }
        return needed.partialValue
    }
}

extension Standing {
    fileprivate mutating func finish(_ scores: borrowing AccountScores, weighted: Int64, on day: Int32) {
        let rules = scores.compiled
        fitMilli = scores.fitMilli
        engagementMilli = weighted / 1000
        echoMilli =
            scores.echoMilli == 0
            ? 0 : Int64(rules.echoDecay.decayed(scores.echoMilli, days: Int(day) - Int(scores.echoDay)))
        breadthMilli = Int64(rules.rules.breadthMilli) * Int64(engagedRoles.count)
        scoreMilli = fitMilli + engagementMilli + echoMilli + breadthMilli
        self.day = day
    }
}
