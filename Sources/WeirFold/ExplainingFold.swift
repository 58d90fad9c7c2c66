/// Folds one account and keeps, for every stored score, what it is made of.
///
/// Slower than ``AccountFold`` by what it remembers, and meant for one account at a time.
public struct ExplainingFold: Sendable {
    private struct LotOrigin {
        var line: Explanation.Line
        var category: Int
    }

    private let compiled: CompiledRules
    private var fold: AccountFold
    private var transitions: [Transition] = []
    /// By buyer and category, like the fold's scores.
    private var lots: [Lots] = []
    private var origins: [[LotOrigin]] = []
    private var overLimit: [Explanation.Line] = []
    private var foldedDay: [Int32] = []
    private var echoLots = Lots()
    private var echoOrigins: [Explanation.EchoLine] = []
    private var echoDay: Int32 = 0

    public init(_ compiled: CompiledRules) {
        self.compiled = compiled
        fold = AccountFold(compiled)
        fold.keepEchoes()
    }

    /// Folds a fact; see ``AccountFold/record(_:position:into:)``.
    public mutating func record(_ fact: DatedFact, position: Int) {
        fold.record(fact, position: position, into: &transitions)
        while foldedDay.count < fold.scores.buyers.count {
            foldedDay.append(fact.day)
            lots.append(contentsOf: repeatElement(Lots(), count: compiled.categoryDecay.count))
            origins.append(contentsOf: repeatElement([], count: compiled.categoryDecay.count))
        }
        guard case .engagement(let buyer, let signal, let content, _) = fact.fact else { return }
        let rule = compiled.rules.signals[signal]
        var line = Explanation.Line(
            position: position, day: fact.day, buyer: buyer, signal: signal, content: content,
            pointsMilli: Int64(rule.pointsMilli), lostMilli: 0, isOverLimit: !fold.lastCounted, remainingMilli: 0,
            contributionMilli: 0)
        guard fold.lastCounted else {
            overLimit.append(line)
            return
        }
        let first = buyer * compiled.categoryDecay.count
        let elapsed = Int(fact.day) - Int(foldedDay[buyer])
        for category in compiled.categoryDecay.indices {
            lots[first + category].decay(compiled.categoryDecay[category], days: elapsed)
        }
        foldedDay[buyer] = fact.day
        let counted =
            Int64(fold.scores.score(buyer: buyer, category: rule.category)) - lots[first + rule.category].total
        line.lostMilli = line.pointsMilli - counted
        lots[first + rule.category].append(counted)
        origins[first + rule.category].append(LotOrigin(line: line, category: rule.category))
        hear(by: buyer, content: content, position: position, day: fact.day)
    }

    private mutating func hear(by consumer: Int, content: Int?, position: Int, day: Int32) {
        guard let rule = compiled.rules.echo else { return }
        for echo in fold.scores.echoesHeard ?? [] {
            echoLots.decay(compiled.echoDecay, days: Int(day) - Int(echoDay))
            echoDay = day
            let points = Int64(echo.isUpward ? rule.upwardPointsMilli : rule.pointsMilli)
            let counted = Int64(echo.scoreAfter) - echoLots.total
            echoLots.append(counted)
            echoOrigins.append(
                Explanation.EchoLine(
                    position: position, day: day, sharer: echo.sharer, consumer: consumer, content: content,
                    isUpward: echo.isUpward, pointsMilli: points, lostMilli: points - counted, contributionMilli: 0))
        }
    }

    /// The explanation after the last settling of a day, not before the last fact's.
    public mutating func explain(on day: Int32) -> Explanation {
        fold.advance(to: day, into: &transitions)
        let standing = fold.measure(on: day)
        let (lines, parts) = weighted(on: day)
        var echoes = echoLots
        echoes.decay(compiled.echoDecay, days: Int(day) - Int(echoDay))
        let echoLines = zip(echoOrigins, echoes.amounts).map { origin, amount in
            var line = origin
            line.contributionMilli = amount
            return line
        }
        let nextChangeDay = fold.nextChange(until: day + 730)
        var nextChanges: [Transition] = []
        if let nextChangeDay {
            var ahead = fold
            ahead.advance(to: nextChangeDay, into: &nextChanges)
        }
        return Explanation(
            day: day, tier: fold.tier, isQualified: fold.isQualified, enteredDay: fold.enteredDay,
            leftDay: fold.leftDay, standing: standing, lines: lines, echoLines: echoLines, buyers: parts,
            mustActNow: fold.mustActNow(on: day), nextChangeDay: nextChangeDay, nextChanges: nextChanges,
            transitions: transitions)
    }

    /// Every line with its share of the account's score, and each buyer's sum.
    private func weighted(on day: Int32) -> ([Explanation.Line], [Explanation.BuyerPart]) {
        var lines: [Explanation.Line] = []
        var parts: [Explanation.BuyerPart] = []
        var micro: Int64 = 0
        let categories = compiled.categoryDecay.count
        for buyer in fold.knownBuyers {
            let state = fold.scores.buyers[buyer]
            let weight = compiled.weightPermille(role: Int(state.role))
            let before = micro / 1000
            for category in 0..<categories {
                var remaining = lots[buyer * categories + category]
                remaining.decay(compiled.categoryDecay[category], days: Int(day) - Int(foldedDay[buyer]))
                for (origin, amount) in zip(origins[buyer * categories + category], remaining.amounts) {
                    var line = origin.line
                    line.remainingMilli = amount
                    line.contributionMilli = (micro + amount * weight) / 1000 - micro / 1000
                    micro += amount * weight
                    lines.append(line)
                }
            }
            lines.append(contentsOf: overLimit.filter { $0.buyer == buyer })
            let engagement = fold.engagementMilli(of: buyer, on: day)
            parts.append(
                Explanation.BuyerPart(
                    buyer: buyer, role: fold.role(of: buyer), weightPermille: weight, engagementMilli: engagement,
                    contributionMilli: micro / 1000 - before, isEngaged: engagement >= compiled.rules.engagedAtMilli,
                    isQualified: fold.isBuyerQualified(buyer),
                    raisedDay: state.raisedDay == BuyerState.never ? nil : state.raisedDay))
        }
        lines.sort { ($0.buyer, $0.position) < ($1.buyer, $1.position) }
        return (lines, parts)
    }
}
