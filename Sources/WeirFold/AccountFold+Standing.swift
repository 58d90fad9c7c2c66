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

/// A bound on the score that never has to be taken back while facts only add points.
///
/// Every decay step is `floor(x·f + ½)` with f ≤ 1 on an integer x, so no step raises a score; an engagement raises
/// its buyer's engagement by at most its positive points. So the weighted sum measured last plus all weighted
/// positive points since is an upper bound, and an account whose bound is below a gate need not be measured.
struct Reach {
    /// Upper bound of Σ engagement × weight, in thousandths of a millipoint; `nil`: not known, measure first.
    var weightedMicro: Int64? = 0
    /// Upper bound of the echo.
    var echoMilli: Int64 = 0
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
        let engagedAt = compiled.rules.engagedAtMilli
        var result = Standing()
        var weighted: Int64 = 0
        for index in buyers.indices {
            let engagement = engagementMilli(of: index, on: day)
            if engagement == 0 { continue }
            let role = Int(buyers[index].role)
            weighted += engagement * compiled.weightPermille(role: role)
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
        standing = measure(on: day)
        // The division rounded down, so the sum before it was less than one more.
        reach = Reach(weightedMicro: (standing.engagementMilli + 1) * 1000, echoMilli: standing.echoMilli)
        return standing
    }

    /// A weight changed: neither the standing nor its bound holds any longer.
    mutating func forgetStanding() {
        standing.day = nil
        reach.weightedMicro = nil
    }

    mutating func noteEngagement(of buyer: Int, pointsMilli: Int64) {
        standing.day = nil
        guard pointsMilli > 0, let bound = reach.weightedMicro else { return }
        reach.weightedMicro = bound + pointsMilli * compiled.weightPermille(role: Int(buyers[buyer].role))
    }

    mutating func noteEcho() {
        standing.day = nil
        reach.echoMilli = Int64(echoScore)
    }

    /// Whether the score may be as high as this; `false` is certain.
    func mayReach(scoreMilli: Int64) -> Bool {
        guard let weighted = reach.weightedMicro else { return true }
        let breadth = Int64(compiled.rules.breadthMilli) * Int64(compiled.weights.count)
        return fitMilli + weighted / 1000 + reach.echoMilli + breadth >= scoreMilli
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
