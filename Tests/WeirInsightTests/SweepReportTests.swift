import Testing
import WeirFacts
import WeirInsight

@Suite("Many variants side by side")
struct SweepReportTests {
    @Test("The sweep in the terminal")
    func text() throws {
        let report = try SweepExample.report()
        try Golden.expect(report.text(), equals: "sweep.txt")
        for line in report.text(TextOptions(isASCII: true)).split(separator: "\n") {
            #expect(line.count <= 100 && line.unicodeScalars.allSatisfy(\.isASCII), "\(line)")
        }
    }

    @Test("The sweep as JSON")
    func json() throws {
        try Golden.expect(SweepExample.report().json.rendered() + "\n", equals: "sweep.json")
    }

    @Test("The sweep's page")
    func page() throws {
        let html = try SweepExample.report().page.html
        try Golden.expect(html, equals: "sweep.html")
        for forbidden in ["<script", "<link", "<img", "http:", "https:", "url(", " style="] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        let heads = html.split(separator: "<div class=\"head\">").dropFirst()
        #expect(heads.count == 3)
        #expect(heads.allSatisfy { $0.prefix(200).contains("unsigned draft") })
    }

    @Test("The numbers alone are those of the whole report", arguments: [UInt64](40...47))
    func sameAsReport(seed: UInt64) throws {
        let input = BacktestExample.input(seed: seed)
        var bare = input
        bare.accounts = []
        bare.missedReasons = [:]
        let numbers = try SweepNumbers(bare)
        #expect(numbers == SweepNumbers(try BacktestReport(input)), "seed \(seed)")
        #expect(numbers.winsFound.count > 0 && numbers.buyersEntered > 0 && numbers.acceptance != nil)
    }

    @Test("Nothing on the frontier is beaten, and all else is, by one of the frontier", arguments: [UInt64](60...79))
    func frontier(seed: UInt64) {
        var random = TestRandom(seed: seed)
        let variants = (0..<40).map { number in
            SweepExample.variant(
                "\(number)", buyers: random.below(30), wins: random.below(12),
                acceptance: Share(random.below(41), of: 40))
        }
        let report = SweepExample.report(variants)
        let frontier = Set(report.frontier)
        #expect(!frontier.isEmpty && frontier.count < variants.count, "seed \(seed)")
        for number in variants.indices {
            let numbers = variants[number].numbers
            let beaten = variants.contains { other in
                let other = other.numbers
                guard let theirs = other.acceptance?.count, let ours = numbers.acceptance?.count else { return false }
                return other.buyersEntered <= numbers.buyersEntered && other.winsFound.count >= numbers.winsFound.count
                    && theirs >= ours && other != numbers
            }
            #expect(frontier.contains(number) != beaten, "seed \(seed), variant \(number)")
            if let victor = report.beatenBy[number] {
                #expect(frontier.contains(victor) && variants[victor].numbers.beats(numbers))
            }
        }
        #expect(report.frontier.map { variants[$0].numbers.buyersEntered }.isSorted)
    }

    @Test func acceptanceOfFewAnswersDecidesNothing() {
        let few = SweepExample.variant("few", buyers: 20, wins: 5, acceptance: Share(1, of: 1))
        let many = SweepExample.variant("many", buyers: 20, wins: 6, acceptance: Share(10, of: 40))
        #expect(many.numbers.beats(few.numbers) && !few.numbers.beats(many.numbers))
        let enough = SweepExample.variant("enough", buyers: 20, wins: 5, acceptance: Share(30, of: 40))
        #expect(!many.numbers.beats(enough.numbers) && !enough.numbers.beats(many.numbers))
        let none = SweepExample.variant("none", buyers: 20, wins: 5, acceptance: nil)
        #expect(many.numbers.beats(none.numbers))
        #expect(!many.numbers.beats(many.numbers))
    }

    @Test func theBestWithinCapacityIsWithinIt() {
        let variants = [
            SweepExample.variant("strict", buyers: 10, wins: 3, acceptance: nil),
            SweepExample.variant("fit", buyers: 16, wins: 5, acceptance: nil),
            SweepExample.variant("same", buyers: 18, wins: 5, acceptance: nil),
            SweepExample.variant("loose", buyers: 400, wins: 9, acceptance: nil),
        ]
        let report = SweepExample.report(variants)
        #expect(report.bestWithinCapacity == 1)
        #expect(SweepExample.report([variants[3]]).bestWithinCapacity == nil)
    }
}

extension Array where Element: Comparable {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}

enum SweepExample {
    static func report(_ variants: [SweepReport.Variant]) -> SweepReport {
        SweepReport(
            title: "Northwind", banner: nil, from: day("2025-01-01"), to: day("2025-03-11"), horizonDays: 90,
            settings: [.init(path: "qualified_account.enter.score", written: "100")], variants: variants, leftOut: [])
    }

    /// Seventy days, ten follow-ups a week.
    static func variant(_ name: String, buyers: Int, wins: Int, acceptance: Share?) -> SweepReport.Variant {
        var input = BacktestInput(
            title: "", from: day("2025-01-01"), to: day("2025-03-11"), horizonDays: 90, accounts: [], accountSpells: [],
            capacity: FollowUpCapacity(teams: [.init(name: "sdr", perWeek: 10)]))
        for buyer in 0..<buyers {
            input.buyerSpells.append(
                BuyerSpell(
                    buyerID: "buy_\(buyer)", name: "", accountID: "acc_1", entered: input.from.advanced(by: buyer % 70))
            )
        }
        for win in 0..<20 {
            let id = "acc_\(win)"
            if win < wins {
                input.accountSpells.append(AccountSpell(accountID: id, entered: input.from, enteredScoreMilli: 0))
            }
            input.opportunities.append(
                BacktestOpportunity(
                    id: "opp_\(win)", accountID: id, opened: day("2025-01-20"), outcome: .won, closed: day("2025-02-20")
                )
            )
        }
        input.accountSpells.append(AccountSpell(accountID: "acc_answered", entered: input.from, enteredScoreMilli: 0))
        for answer in 0..<(acceptance?.of ?? 0) {
            input.dispositions.append(
                BacktestDisposition(
                    accountID: "acc_answered", day: day("2025-02-01"),
                    verdict: answer < (acceptance?.count ?? 0) ? .accept : .reject))
        }
        do {
            return .init(values: [name], isCurrent: false, numbers: try SweepNumbers(input))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// The example company under nine variants of two settings: the higher the score, the fewer enter.
    static func report() throws -> SweepReport {
        let input = BacktestExample.input()
        var variants: [SweepReport.Variant] = []
        for (step, score) in [60, 80, 100].enumerated() {
            for (dwell, days) in ["7 days", "14 days", "21 days"].enumerated() {
                var swept = input
                swept.accounts = []
                swept.accountSpells.removeAll { $0.enteredScoreMilli < 100_000 + Int64(step) * 25_000 }
                let kept = Set(swept.accountSpells.map(\.accountID))
                swept.buyerSpells.removeAll { !kept.contains($0.accountID) }
                if dwell == 2 { swept.buyerSpells.removeFirst(9) }
                variants.append(
                    .init(
                        values: ["\(score)", days], isCurrent: score == 80 && dwell == 0,
                        numbers: try SweepNumbers(swept)
                    ))
            }
        }
        return SweepReport(
            title: input.title, banner: input.banner, from: input.from, to: input.to, horizonDays: input.horizonDays,
            settings: [
                .init(path: "qualified_account.enter.score", written: "80"),
                .init(path: "qualified_account.dwell", written: "7 days"),
            ], variants: variants,
            leftOut: [
                .init(
                    values: ["40", "7 days"],
                    reason: "agreement.yaml:98:22: stricter-stay: staying asks for a score of 60, entering for 40; "
                        + "write at most 40")
            ])
    }
}
