import WeirFacts
import WeirInsight

/// A small linear congruential generator (Knuth's MMIX constants): the same numbers everywhere from one seed.
struct TestRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

func day(_ text: String) -> CivilDay {
    CivilDay(text) ?? CivilDay(number: 0)
}

/// A made-up company's year and a half: the fixed input of the golden reports, and random ones of the same kind.
enum BacktestExample {
    static let names = [
        "Contoso Insurance", "Fabrikam Bank", "Woodgrove & Sons", "Adventure Works", "Tailspin Toys", "Litware",
        "Proseware", "Lucerne Publishing", "Margie's Travel", "Alpine Ski House", "Müller <Stahl> AG", "東京海運",
    ]

    static func input(seed: UInt64 = 7, accounts count: Int = 300, title: String? = nil) -> BacktestInput {
        var random = TestRandom(seed: seed)
        let from = day("2025-01-01")
        let to = day("2026-06-30")
        var input = BacktestInput(
            title: title ?? "Northwind demand agreement", banner: "unsigned draft", from: from, to: to,
            accounts: [], accountSpells: [],
            capacity: FollowUpCapacity(
                teams: [.init(name: "sdr_emea", perWeek: 5), .init(name: "sdr_us", perWeek: 3)],
                exceptions: [day("2025-12-22"): 2, day("2025-12-29"): 3]))
        for number in 0..<count {
            addAccount(number, to: &input, &random)
        }
        return input
    }

    private static func addAccount(_ number: Int, to input: inout BacktestInput, _ random: inout TestRandom) {
        let id = "acc_\(String(1000 + number).dropFirst())"
        let tier = ["A", "B", "B", "C", "C", "unfit"][random.below(6)]
        let name = names[number % names.count] + (number < names.count ? "" : " \(number / names.count + 1)")
        input.accounts.append(BacktestAccount(id: id, name: name, tier: tier, inTargetMarket: tier != "unfit"))
        var entries: [CivilDay] = []
        if tier != "unfit" && random.below(10) < 5 {
            var start = input.from.advanced(by: random.below(540) - 20)
            for _ in 0..<(1 + random.below(10) / 7) {
                entries.append(start)
                start = addSpell(id, at: start, to: &input, &random)
            }
        }
        let hasNeed = entries.isEmpty ? random.below(14) == 0 : random.below(10) < 4
        if hasNeed { addOpportunity(id, near: entries.first, to: &input, &random) }
        if let first = entries.first, random.below(3) > 0 {
            let verdict: BacktestDisposition.Verdict = random.below(10) < 7 ? .accept : .reject
            let procedural = random.below(3) == 0
            input.dispositions.append(
                BacktestDisposition(
                    accountID: id, day: first.advanced(by: random.below(60) - 10), verdict: verdict,
                    reason: verdict == .accept ? nil : procedural ? "wrong_role" : "no_need", isProcedural: procedural))
        }
    }

    /// - Returns: a day on which the account might enter again.
    private static func addSpell(
        _ id: String, at start: CivilDay, to input: inout BacktestInput, _ random: inout TestRandom
    ) -> CivilDay {
        let left = start.advanced(by: 3 + random.below(120))
        let byHand = random.below(5) == 0
        input.accountSpells.append(
            AccountSpell(
                accountID: id, entered: start, left: random.below(6) == 0 ? nil : left,
                enteredScoreMilli: 100_000 + Int64(random.below(90_000)), leftScoreMilli: 58_250,
                byRaisedHand: byHand))
        for buyer in 0..<(1 + random.below(3)) {
            let entered = start.advanced(by: random.below(20))
            input.buyerSpells.append(
                BuyerSpell(
                    buyerID: "buy_\(id)_\(buyer)", name: "Buyer \(buyer)", title: "Director Growth", accountID: id,
                    entered: entered, left: entered.advanced(by: 1 + random.below(90))))
        }
        return left.advanced(by: 1 + random.below(80))
    }

    private static func addOpportunity(
        _ id: String, near entry: CivilDay?, to input: inout BacktestInput, _ random: inout TestRandom
    ) {
        let opened = entry.map { $0.advanced(by: random.below(120) - 20) } ?? input.from.advanced(by: random.below(500))
        let outcome: BacktestOpportunity.Outcome = [.won, .lost, .open][random.below(3)]
        let closed = outcome == .open ? nil : opened.advanced(by: 10 + random.below(90))
        input.opportunities.append(
            BacktestOpportunity(
                id: "opp_\(id)", accountID: id, opened: opened, outcome: outcome, closed: closed,
                amount: Money(minorUnits: Int64(20 + random.below(400)) * 100_000, currency: "EUR")))
        let conditions = ["too few engaged buyers", "score too low", "no decision maker engaged"]
        let detail =
            "best day \(opened.advanced(by: -9)): \(60 + random.below(39)) points of 100; 2 engaged buyers of 3"
        input.missedReasons[id] = MissedReason(condition: conditions[random.below(3)], detail: detail)
    }
}
