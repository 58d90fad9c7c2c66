import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirIntake
import WeirTestSupport

@Suite("Importing files")
struct ImportTests {
    private static let header = "id,email,signal,at,content\n"

    private func rows(_ range: Range<Int>) -> String {
        range.map { "\($0 % 3 == 0 ? "" : "m\($0)"),p\($0 % 5)@acme.example,page_viewed,2026-01-02,\($0 % 2)\n" }
            .joined()
    }

    @Test func aChangedFileAddsOnlyItsNews() async throws {
        let bench = try AppBench()
        let file = try bench.bench.file("a.csv", ImportTests.header + rows(0..<50))
        #expect(try await bench.take(file, .engagements).counts.added == 50)
        let same = try await bench.take(file, .engagements)
        #expect(same.wasKnown)
        _ = try bench.bench.file("a.csv", ImportTests.header + rows(0..<80))
        let longer = try await bench.take(file, .engagements).counts
        #expect(longer.read == 80 && longer.known == 50 && longer.added == 30)
        // Another mapping of the same bytes is another import, of the same facts.
        let other = try await bench.take(file, .engagements, MappingOptions(constants: ["channel": "web"]))
        #expect(!other.wasKnown && other.counts.read == 80)
    }

    @Test func rejectedRowsCanBeMendedAndTakenIn() async throws {
        let bench = try AppBench()
        let bad = "m900,ann@acme.example,page_viewed,someday,\"a \"\"b\"\"\nc\"\nm901,,page_viewed,2026-01-02,\n"
        let file = try bench.bench.file("a.csv", ImportTests.header + rows(0..<5) + bad)
        let outcome = try await bench.take(file, .engagements)
        #expect(outcome.counts.read == 7 && outcome.counts.rejected == 2)
        let rejectedFile = try #require(outcome.rejectedFile)
        let rejected = PlainTable(try ProjectFiles.text(rejectedFile))
        #expect(rejected.rows.count == 2)
        #expect(rejected.named[0]["rejected_line"] == "7" && rejected.named[0]["rejected_column"] == "at")
        #expect(rejected.named[0]["content"] == "a \"b\"\nc")
        #expect(rejected.named[1]["rejected_line"] == "9")
        let mended = try ProjectFiles.text(rejectedFile).replacing("someday", with: "2026-01-03")
            .replacing("m901,,", with: "m901,bob@acme.example,")
        let again = try await bench.take(bench.bench.file("mended.csv", mended), .engagements)
        #expect(again.counts.added == 2 && again.rejectedFile == nil)
    }

    @Test func stoppedItGoesOnWhereItWas() async throws {
        let bench = try AppBench()
        // Long rows, so that a file of few has several batches.
        let remark = String(repeating: "x", count: 2000)
        let text =
            "buyer,signal,at,remark\n" + (0..<12_000).map { "b\($0 % 7),page_viewed,2026-01-02,\(remark)\n" }.joined()
        let file = try bench.bench.file("a.csv", text)
        let workspace = bench.workspace
        let task = Task {
            try await workspace.importFile(
                file, ImportSettings(kind: .engagements), now: AppBench.now,
                progress: { _ in withUnsafeCurrentTask { $0?.cancel() } })
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        let partly = try bench.file.rows("SELECT count(*), (SELECT added FROM import) FROM engagement")
        let reached = try #require(partly.first?.split(separator: "|").first.flatMap { Int($0) })
        #expect(reached > 0 && reached < 12_000 && partly == ["\(reached)|\(reached)"])
        let outcome = try await bench.take(file, .engagements)
        #expect(outcome.resumedAfter == reached && outcome.counts.added == 12_000 && outcome.counts.known == 0)
        #expect(try bench.file.counts()["engagement"] == 12_000)
    }

    @Test func filesOfNothingAreNothing() async throws {
        let bench = try AppBench()
        let empty = try await bench.take(bench.bench.file("a.csv", ImportTests.header), .engagements)
        #expect(empty.counts.read == 0 && empty.rejectedFile == nil)
        await #expect(throws: (any Error).self) {
            try await bench.take(bench.bench.file("b.csv", ""), .engagements)
        }
        let use = try AgreementInUse.draft(ProjectFiles.exampleAgreement)
        let population = try Population(bench.workspace, use)
        let day = try #require(CivilDay("2026-03-01"))
        #expect(try await population.qualified(asOf: day).accounts.isEmpty)
        let error = await #expect(throws: AppError.self) {
            try await Backtest(bench.workspace, population, horizonDays: 30)
        }
        #expect(error?.description.contains("weir import engagements") == true)
    }

    /// One act with an absurd date must not move all others.
    @Test func aDayCenturiesAwayDoesNotDisturbTheOthers() async throws {
        let bench = try AppBench()
        let text = "buyer,account,signal,at\nb1,1,page_viewed,2026-01-02\nb1,1,page_viewed,1700-01-02\n"
        _ = try await bench.take(bench.bench.file("x.csv", "id,name\n1,Acme\n"), .accounts)
        _ = try await bench.take(bench.bench.file("b.csv", "id,account_id\nb1,1\n"), .buyers)
        _ = try await bench.take(bench.bench.file("a.csv", text), .engagements)
        let use = try AgreementInUse.draft(ProjectFiles.exampleAgreement)
        let population = try Population(bench.workspace, use)
        #expect(population.period.upperBound == CivilDay("2026-01-02"))
        let day = try #require(CivilDay("2026-01-02"))
        let view = try bench.workspace.explain("acc_1", in: population, on: day)
        let today = view.buyers.flatMap(\.lines).filter { $0.day == day }
        #expect(today.map(\.pointsMilli) == [500])
    }
}
