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
}

extension AccountFold {
    /// A buyer's engagement on a day not before its last engagement, millipoints.
    public func engagementMilli(of buyer: Int, on day: Int32) -> Int64 {
        let categories = compiled.categoryCount
        let first = buyer * categories
        let elapsed = Int(day) - Int(buyers[buyer].foldedDay)
        var sum: Int64 = 0
        for category in 0..<categories {
            let score = scores[first + category]
            if score != 0 { sum &+= Int64(compiled.decayed(score, category: category, days: elapsed)) }
        }
        return sum
    }

    /// Where the account stands on a day not before the day reached.
    public func measure(on day: Int32) -> Standing {
        summed(on: day, atCeilings: false)
    }

    /// - Parameter atCeilings: every buyer's ceiling is its engagement on this day, just measured.
    private func summed(on day: Int32, atCeilings: Bool) -> Standing {
        let engagedAt = compiled.rules.engagedAtMilli
        var result = Standing()
        var weighted: Int64 = 0
        for index in buyers.indices {
            let engagement = atCeilings ? buyers[index].ceilingMilli : engagementMilli(of: index, on: day)
            if engagement == 0 { continue }
            let role = Int(buyers[index].role)
            weighted &+= engagement &* compiled.weightPermille(role: role)
            if engagement >= engagedAt {
                result.engagedBuyers += 1
                if role >= 0 { result.engagedRoles.insert(role) }
            }
        }
        result.fitMilli = fitMilli
        result.engagementMilli = weighted / 1000
        result.echoMilli =
            echoScore == 0 ? 0 : Int64(compiled.echoDecay.decayed(echoScore, days: Int(day) - Int(echoDay)))
        result.breadthMilli = Int64(compiled.rules.breadthMilli) * Int64(result.engagedRoles.count)
        result.scoreMilli = fitMilli + result.engagementMilli + result.echoMilli + result.breadthMilli
        result.day = day
        return result
    }

    /// The standing on the day reached, measured once until something changes.
    mutating func standingToday() -> Standing {
        if standing.day == day { return standing }
        for index in buyers.indices where buyers[index].ceilingMilli != 0 {
            buyers[index].ceilingMilli = engagementMilli(of: index, on: day)
        }
        standing = summed(on: day, atCeilings: true)
        return standing
    }

    /// Something changed: the standing has to be measured again when it is asked for.
    mutating func forgetStanding() {
        standing.day = nil
    }

    /// Whether a gate may be met from now on by what is stored; `false` is certain, and much cheaper than measuring.
    ///
    /// Every decay step is `floor(x·f + ½)` with f ≤ 1 on an integer x, so no step raises a score, and a buyer's
    /// engagement never exceeds what it was when it was last folded or measured: its ceiling. With every buyer at its
    /// ceiling and the echo as it was stored, the score, the engaged buyers and their roles are at least what they are
    /// on any day from then on; a gate that is not met so is not met.
    func mayMeet(_ gate: FoldRules.Gate) -> Bool {
        if tier > gate.tier { return false }
        let engagedAt = compiled.rules.engagedAtMilli
        var weighted: Int64 = 0
        var engaged = 0
        var roles = RoleSet()
        for index in buyers.indices {
            let ceiling = buyers[index].ceilingMilli
            if ceiling == 0 { continue }
            let role = Int(buyers[index].role)
            weighted &+= ceiling &* compiled.weightPermille(role: role)
            if ceiling >= engagedAt {
                engaged &+= 1
                if role >= 0 { roles.insert(role) }
            }
        }
        if engaged < gate.engagedBuyers || !gate.roles.isSubset(of: roles) { return false }
        let breadth = Int64(compiled.rules.breadthMilli) * Int64(roles.count)
        return fitMilli + weighted / 1000 + Int64(echoScore) + breadth >= gate.scoreMilli
    }
}

extension AccountFold {
    /// Numbers of the buyers that a fact has named, ascending.
    public var knownBuyers: [Int] { buyers.indices.filter { buyers[$0].isKnown } }

    /// Whether a known buyer is qualified.
    public func isBuyerQualified(_ buyer: Int) -> Bool { buyers[buyer].isQualified }

    /// A known buyer's role, by number; `nil` is none.
    public func role(of buyer: Int) -> Int? { buyers[buyer].role < 0 ? nil : Int(buyers[buyer].role) }
}

extension AccountFold {
    /// The day a buyer raised a hand last; `nil` if never.
    public func raisedDay(of buyer: Int) -> Int32? {
        buyers[buyer].raisedDay == BuyerState.never ? nil : buyers[buyer].raisedDay
    }
}
