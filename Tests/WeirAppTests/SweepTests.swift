import Testing
import WeirApp
import WeirFacts
import WeirInsight
import WeirTestSupport

@Suite("Sweeps")
struct SweepTests {
    private static let now = Instant(milliseconds: 1_800_000_000_000)

    private func sweep(_ world: ImportedWorld, _ sweeps: String..., from: CivilDay? = nil) async throws -> Sweep {
        let source = try world.workspace.agreementSource(draft: ProjectFiles.exampleAgreement, at: SweepTests.now)
        return try await Sweep(
            world.workspace, world.population, source, sweeps: sweeps, from: from, horizonDays: 120)
    }

    /// What a backtest of a draft with these values says.
    private func backtested(_ world: ImportedWorld, _ draft: String, from: CivilDay?) async throws -> SweepNumbers {
        let bench = try Workbench()
        let use = try AgreementInUse.draft(bench.file("draft.yaml", draft))
        let population = try Population(world.workspace, use, columns: world.population.columns)
        let backtest = try await Backtest(world.workspace, population, from: from, horizonDays: 120)
        return SweepNumbers(try backtest.report())
    }

    @Test("A variant's numbers are those of a backtest of that draft")
    func sameAsBacktest() async throws {
        let world = try await ImportedWorld.large.value
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let from = world.population.period.lowerBound.advanced(by: 45)
        let sweep = try await sweep(
            world, "qualified_account.enter.engaged_buyers=2..5:1", "qualified_account.act_now.days=1,30", from: from)
        #expect(sweep.passes == 1)
        // The agreement as it is says 14 days and stands before the grid.
        let report = sweep.report
        #expect(report.variants.count == 9 && report.variants.map(\.isCurrent).first == true)
        var different: Set<SweepNumbers> = []
        for variant in report.variants {
            let draft = text.replacing("engaged_buyers: 3,", with: "engaged_buyers: \(variant.values[0]),")
                .replacing("act_now: {tier: C, days: 14}", with: "act_now: {tier: C, days: \(variant.values[1])}")
            #expect(variant.numbers == (try await backtested(world, draft, from: from)), "\(variant.values)")
            different.insert(variant.numbers)
        }
        #expect(different.count > 3, "the variants are too much alike to test anything")
    }

    @Test("Points, half-lives, weights and the market take passes of their own, with the same numbers")
    func severalPasses() async throws {
        let world = try await ImportedWorld.small.value
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        var different: [String] = []
        for (path, before, values) in [
            ("signals.page_viewed.points", "points: 0.5,", ["0.5", "12"]),
            ("categories.conversation.half_life", "half_life: 45 days", ["10 days", "45 days"]),
            ("buying_group.roles.champion.weight", "weight: 1.5}", ["1.5", "3"]),
            ("market.tiers.B", "B: 50", ["30", "50"]), ("engaged_at", "engaged_at: 10", ["3", "10"]),
            ("breadth.points_per_role", "points_per_role: 10", ["0", "10"]),
        ] {
            let sweep = try await sweep(world, "\(path)=\(values.joined(separator: ","))")
            #expect(sweep.passes == 2 && sweep.report.variants.map { $0.values[0] } == values, "\(path)")
            for variant in sweep.report.variants {
                let now = sweep.report.settings[0].written
                let after = before.replacing(now, with: variant.values[0])
                let expected = try await backtested(world, text.replacing(before, with: after), from: nil)
                #expect(variant.numbers == expected, "\(path) \(variant.values)")
            }
            if sweep.report.variants[0].numbers != sweep.report.variants[1].numbers { different.append(path) }
        }
        #expect(different.count >= 4, "only \(different) change anything")
    }

    @Test("Capacity and tiers may be swept, in the pass of the gates")
    func capacityAndTiers() async throws {
        let world = try await ImportedWorld.large.value
        let capacity = try await sweep(world, "teams.sdr_us.members.dan=1,15")
        #expect(capacity.passes == 1)
        #expect(capacity.report.variants.map { $0.numbers.capacityPerWeek ?? 0 } == [33 * 5, 47 * 5])
        let tiers = try await sweep(world, "qualified_account.act_now.tier=A,C")
        #expect(tiers.passes == 1 && tiers.report.variants.map(\.isCurrent) == [false, true])
        #expect(
            tiers.report.variants[0].numbers.accountsEntered < tiers.report.variants[1].numbers.accountsEntered)
    }

    @Test("The agreement as written is always among the variants, once")
    func current() async throws {
        let world = try await ImportedWorld.small.value
        let without = try await sweep(world, "qualified_account.enter.score=110..130:10").report
        #expect(without.variants.map { $0.values[0] } == ["100", "110", "120", "130"])
        #expect(without.variants.map(\.isCurrent) == [true, false, false, false])
        // Seven days are a week.
        let with = try await sweep(world, "qualified_account.dwell=0 days,1 week").report
        #expect(with.variants.map(\.isCurrent) == [false, true])
    }

    @Test("Combinations that contradict themselves are left out and named")
    func leftOut() async throws {
        let world = try await ImportedWorld.small.value
        let report = try await sweep(
            world, "qualified_account.enter.score=60,100", "qualified_account.stay.score=60,80"
        ).report
        #expect(report.variants.map(\.values) == [["60", "60"], ["100", "60"], ["100", "80"]])
        #expect(report.leftOut.map(\.values) == [["60", "80"]])
        #expect(report.leftOut.first?.reason.contains("stricter-stay") == true)
    }

    @Test(
        "What cannot be swept says where it is wrong",
        arguments: [
            (["qualified_account.enter.score"], "say which values"),
            (["qualified_account.enter.score=140..60:10"], "above its end"),
            (["qualified_account.enter.score=60..140:0"], "the step must be above 0"),
            (["qualified_account.enter.score=60..140:x"], "FROM..TO:STEP"),
            (["qualified_account.enter.score=1..100000"], "at most 256"),
            (["qualified_account.enter.score=60,,80"], "empty value"),
            (["qualified_account.enter.score=sixty"], "cannot stand for '100'"),
            (["qualified_account.enter.score=60..140:5", "qualified_account.cooldown=0..30:1"], "527 combinations"),
            (["qualified_account.enter.score=60", "qualified_account.enter.score=70"], "twice"),
            (["qualified_account.enter.scores=60"], "did you mean 'score'?"), (["agreement=1"], "no number"),
            (["qualified_account.enter.score=40..100:20"], "stricter-stay"),
            (["qualified_account.enter.tier=Z"], "unknown-tier"),
            (["qualified_account.enter.score=100,200000000000"], "out-of-range"),
        ])
    func refused(sweeps: [String], words: String) async throws {
        let world = try await ImportedWorld.small.value
        let source = try world.workspace.agreementSource(draft: ProjectFiles.exampleAgreement, at: SweepTests.now)
        let error = try #require(
            await #expect(throws: AppError.self) {
                try await Sweep(world.workspace, world.population, source, sweeps: sweeps, horizonDays: 120)
            })
        #expect(error.description.contains(words), "\(error)")
    }
}
