import Testing
import WeirFacts
import WeirInsight

@Suite("Backtest: the numbers")
struct BacktestReportTests {
    /// A year, a horizon of 90 days, and accounts of tier A in the target market.
    private func input(
        _ spells: [AccountSpell], _ opportunities: [BacktestOpportunity] = [], others: Int = 0
    ) -> BacktestInput {
        let ids = Set(spells.map(\.accountID) + opportunities.map(\.accountID)).sorted()
        let rest = (0..<others).map { "other\($0)" }
        return BacktestInput(
            title: "test", from: day("2025-01-01"), to: day("2025-12-31"), horizonDays: 90,
            accounts: (ids + rest).map { BacktestAccount(id: $0, name: $0, tier: "A", inTargetMarket: true) },
            accountSpells: spells, opportunities: opportunities)
    }

    private func spell(_ id: String, _ entered: String, _ left: String? = nil) -> AccountSpell {
        AccountSpell(accountID: id, entered: day(entered), left: left.map(day), enteredScoreMilli: 100_000)
    }

    private func won(_ id: String, opened: String, closed: String) -> BacktestOpportunity {
        BacktestOpportunity(
            id: "\(id)-\(opened)", accountID: id, opened: day(opened), outcome: .won, closed: day(closed),
            amount: Money(minorUnits: 1_000_00, currency: "EUR"))
    }

    @Test("Entrants are ripe, not yet ripe or already in the pipeline, and each counts once")
    func standings() throws {
        let report = try BacktestReport(
            input(
                [
                    spell("ripe", "2025-02-01", "2025-03-01"), spell("ripe", "2025-05-01"),
                    spell("late", "2025-10-03"), spell("pipe", "2025-04-01"),
                ],
                [won("pipe", opened: "2025-03-31", closed: "2025-04-20")]))
        let all = report.outcome.all
        #expect(all.entrants == 3)
        #expect(all.alreadyInPipeline == 1)
        #expect(all.notYetRipe == 1)
        #expect(all.opportunity == Share(0, of: 1))
        #expect(report.flow.accounts.entered == 4)
        #expect(report.flow.accounts.enteredDistinct == 3)
    }

    @Test("The horizon's last day counts, the day after does not; a win must close within it too")
    func horizon() throws {
        let report = try BacktestReport(
            input(
                ["a", "b", "c", "d"].map { spell($0, "2025-02-01") },
                [
                    won("a", opened: "2025-02-01", closed: "2025-05-02"),
                    won("b", opened: "2025-05-02", closed: "2025-05-03"),
                    won("c", opened: "2025-05-03", closed: "2025-05-04"),
                    won("d", opened: "2024-11-01", closed: "2025-01-15"),
                ]))
        #expect(report.outcome.all.opportunity == Share(2, of: 4))
        #expect(report.outcome.all.won == Share(1, of: 4))
        #expect(report.outcome.leadTime.median == 0)
        #expect(report.outcome.leadTime.upperQuartile == 90)
        #expect(report.outcome.sameDay == 1)
    }

    @Test("Every win of the period is found, lapsed, late, never qualified or opened before")
    func wins() throws {
        var given = input(
            [
                spell("found", "2025-02-01", "2025-02-10"), spell("lapsed", "2025-01-05", "2025-01-20"),
                spell("late", "2025-07-10"), spell("after", "2025-09-01"),
            ],
            [
                won("found", opened: "2025-03-01", closed: "2025-06-01"),
                won("lapsed", opened: "2025-06-01", closed: "2025-07-01"),
                won("late", opened: "2025-07-01", closed: "2025-08-01"),
                won("after", opened: "2025-07-01", closed: "2025-08-01"),
                won("never", opened: "2025-07-01", closed: "2025-08-01"),
                won("old", opened: "2024-07-01", closed: "2025-08-01"),
            ])
        given.missedReasons["never"] = MissedReason(condition: "score too low", detail: "84 of 100")
        let review = try BacktestReport(given).won
        #expect([review.found.count, review.lapsed.count, review.late.count] == [1, 1, 1])
        #expect([review.never.count, review.openedBefore.count, review.total.count] == [2, 1, 6])
        #expect(review.lateWins.first?.daysLate == 9)
        #expect(review.reasonsNever.map(\.condition) == ["no reason given", "score too low"])
        #expect(review.foundShare == Share(1, of: 5))
        #expect(review.total.value == [Money(minorUnits: 600_000, currency: "EUR")])
    }

    @Test("Account-days and openings are divided between after entry and the rest")
    func exposure() throws {
        let report = try BacktestReport(
            input(
                [spell("a", "2025-12-22")],
                [
                    won("a", opened: "2025-12-30", closed: "2026-01-20"),
                    won("b", opened: "2025-12-01", closed: "2025-12-11"),
                ], others: 1))
        let base = report.baseRate
        // a: 22 to 30 December, the 31st is in the pipeline; before that it is the rest.
        #expect(base.opportunitiesAfterEntry == IncidenceRate(events: 1, accountDays: 9))
        // a: 355 days; b: 365 less 2 to 11 December; the other: 365.
        #expect(base.opportunitiesOfRest == IncidenceRate(events: 1, accountDays: 355 + 355 + 365))
        #expect(base.winsAfterEntry.events == 0)
        #expect(base.neverQualified == Share(1, of: 2))
    }

    @Test("Returns within 30 days and stays under 7 days are flapping")
    func flapping() throws {
        let report = try BacktestReport(
            input([
                spell("a", "2025-02-01", "2025-02-07"), spell("a", "2025-03-09", "2025-03-16"),
                spell("b", "2025-02-01", "2025-02-08"), spell("b", "2025-03-11"), spell("c", "2025-12-28"),
            ]))
        #expect(report.accountFlapping.returned == Share(1, of: 5))
        #expect(report.accountFlapping.short == Share(1, of: 4))
    }

    @Test("Acceptance is of the answers for accounts qualified at the time")
    func acceptance() throws {
        var given = input([spell("a", "2025-02-01", "2025-03-01")])
        let answer = { (date: String, verdict: BacktestDisposition.Verdict) in
            BacktestDisposition(accountID: "a", day: day(date), verdict: verdict, reason: "no_need")
        }
        given.dispositions = [
            answer("2025-02-01", .accept), answer("2025-03-01", .reject), answer("2025-03-02", .accept),
            answer("2025-02-05", .recycle), answer("2024-02-05", .accept),
        ]
        let acceptance = try #require(try BacktestReport(given).acceptance)
        #expect(acceptance.qualified == Share(1, of: 3))
        #expect(acceptance.others == Share(1, of: 1))
        #expect(acceptance.rejectReasons.map(\.count) == [1])
        #expect(acceptance.recycled == 1)
    }

    @Test("A period that ends before it begins is refused")
    func refusal() {
        var given = input([])
        given.to = day("2024-12-31")
        #expect(throws: InsightError.self) { try BacktestReport(given) }
    }
}
