import WeirDesk
import WeirFacts
import WeirLedger

/// Who qualified in each week, and what Sales said of them since: what Marketing's promises are judged by.
struct MarketingWeeks {
    /// Buyers of one week.
    struct Week {
        var qualified: [Int64] = []
        var accepted: [Int64] = []
        var rejected: [Int64] = []
        /// How many went before Sales decided.
        var gone = 0
    }

    private let terms: DeskTerms
    /// By their Monday; empty where Marketing promised nothing, and before the desk began.
    private(set) var weeks: [CivilDay: Week] = [:]

    /// Weeks from the one that `from` lies in to the one of `to`.
    init(_ terms: DeskTerms, _ books: DeskBooks, from: CivilDay, to: CivilDay) throws {
        self.terms = terms
        guard terms.rules.handOff.sla?.marketing != nil else { return }
        // Nobody breaks a promise before the desk begins to count.
        guard let began = try books.firstMove().map({ terms.use.days.day(of: $0).startOfWeek }), began <= to else {
            return
        }
        let first = max(from.startOfWeek, began)
        for number in 0...max(0, first.distance(to: to) / 7) { weeks[first.advanced(by: 7 * number)] = Week() }
        // The latest week in which each buyer qualified, while it is being read, and what Sales said of them since.
        var week: CivilDay?
        var current: Int64?
        var isDecided = false
        try books.forEachMove(since: Instant(startOf: first.advanced(by: -1))) { buyer, to, from, at in
            if buyer != current { (current, week) = (buyer, nil) }
            if to == Stage.qualified.rawValue {
                // A record that was refused goes to somebody else, who decides.
                if from == Stage.released.rawValue || from == Stage.accepted.rawValue { return }
                week = terms.use.days.day(of: at).startOfWeek
                isDecided = false
                week.map { weeks[$0]?.qualified.append(buyer) }
            } else if let week, !isDecided {
                if to == Stage.accepted.rawValue {
                    weeks[week]?.accepted.append(buyer)
                    isDecided = true
                } else if from == Stage.released.rawValue, to != Stage.suppressed.rawValue {
                    weeks[week]?.rejected.append(buyer)
                    isDecided = true
                } else if to != Stage.released.rawValue {
                    weeks[week]?.gone += 1
                    isDecided = true
                }
            }
        }
    }

    /// Newest first.
    func views(_ today: CivilDay) -> [MarketingWeekView] {
        guard let promise = terms.rules.handOff.sla?.marketing else { return [] }
        return weeks.sorted { $0.key > $1.key }.map { monday, week in
            let counted = MarketingWeek(
                week: monday, qualified: week.qualified.count, accepted: week.accepted.count,
                rejected: week.rejected.count, gone: week.gone)
            return MarketingWeekView(
                week: monday, qualified: counted.qualified, accepted: counted.accepted, rejected: counted.rejected,
                verdict: promise.verdict(on: counted, today: today))
        }
    }
}
