import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirIntake
import WeirLedger
import WeirTestSupport

@Suite("The service", .timeLimit(.minutes(20)))
struct ServiceTests {
    private func code(_ body: () async throws -> some Any) async -> ServiceError.Code? {
        do {
            _ = try await body()
            return nil
        } catch let error as ServiceError {
            return error.code
        } catch {
            Issue.record("another error: \(error)")
            return nil
        }
    }

    @Test func whatClientsSendIsDecidedUponAndExplained() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify(from: source)
        let service = bench.service
        let accounts = try await service.accounts(AccountFilter(isQualified: true), PageRequest()).items
        let bank = try #require(accounts.first)
        #expect(bank.name == "bank plc" && bank.domain == "bank.example" && bank.tier == "A")
        #expect(try await service.accounts(AccountFilter(isQualified: false), PageRequest()).items.isEmpty)
        let standing = try await service.qualification(of: bank.id, asOf: nil)
        #expect(standing.isQualified && standing.since == bank.qualifiedSince && standing.engagedBuyers == 3)
        let view = try await service.explanation(of: bank.id, asOf: nil)
        #expect(view.totalMilli == standing.scoreMilli && view.isQualified)
        let yesterday = try await service.qualification(of: bank.id, asOf: standing.asOf.advanced(by: -1))
        #expect(!yesterday.isQualified && yesterday.engagedBuyers == 0)
        let buyers = try await service.buyers(ActivityFilter(account: bank.id), PageRequest()).items
        #expect(buyers.map(\.email) == ["ann@bank.example", "ben@bank.example", "cat@bank.example"])
        #expect(buyers.map(\.isQualified) == [true, true, true])
        let ann = try #require(buyers.first)
        #expect(try await service.explanation(of: ann.id, asOf: nil).isQualified)
        let acts = try await service.engagements(ActivityFilter(buyer: ann.id), PageRequest()).items
        #expect(acts.map(\.signal) == ["demo_requested"] && acts.first?.account == bank.id)
        let decisions = try await service.decisions(after: 0, limit: 100)
        #expect(decisions.first?.account == bank.id && decisions.first?.buyer == nil)
        #expect(Set(decisions.compactMap(\.buyer)) == Set(buyers.map(\.id)))
        #expect(decisions.map(\.id) == Array(1...Int64(decisions.count)))
        await service.stop()
    }

    @Test func listsGoOnWhereTheyStopped() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        for company in ["a", "b", "c", "d", "e"] { try await bench.send(bench.people(company), from: source) }
        let service = bench.service
        var cursor: String?
        var names: [String?] = []
        repeat {
            let page = try await service.accounts(AccountFilter(), PageRequest(limit: 2, cursor: cursor))
            names += page.items.map(\.name)
            #expect(page.items.count <= 2)
            cursor = page.next
        } while cursor != nil
        #expect(names == ["a plc", "b plc", "c plc", "d plc", "e plc"])
        let first = try await service.accounts(AccountFilter(), PageRequest(limit: 2))
        let next = try #require(first.next)
        #expect(
            await code { try await service.buyers(ActivityFilter(), PageRequest(cursor: next)) } == .badCursor)
        for made in ["", "1", "1.", "2.aaaaaaaaaaaaaaaaaaaaaaaa", next + "0", "é.x", "9999999999999999999999.a"] {
            #expect(
                await code { try await service.accounts(AccountFilter(), PageRequest(cursor: made)) } == .badCursor)
        }
        for garbage in ["", "acc_", "acc_0", "acc_01", "acc_+1", "acc_1 ", "buy_1", "acc_99999999999999999999", "\0"] {
            #expect(await code { try await service.account(garbage) } == .notFound)
        }
        await service.stop()
    }

    @Test func whatIsRejectedIsKeptAndTakenInOnceItIsUnderstood() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        let nameless = "{\"type\":\"track\",\"messageId\":\"r1\",\"userId\":\"u\"}"
        let receipt = try await bench.send([nameless, bench.act("ok", "u", "Demo Requested")], from: source)
        #expect(receipt.added == 1 && receipt.rejected == 1)
        try await bench.send([nameless], from: source)
        let service = bench.service
        let rejected = try await service.rejectedEvents(PageRequest(), includingReplayed: false).items
        #expect(rejected.count == 1, "the same item sent again is kept once")
        #expect(rejected.first?.code == "no_event_name" && rejected.first?.source == "website")
        #expect(rejected.first.map { String(decoding: $0.raw, as: UTF8.self) } == nameless)
        let outcome = try await service.replayRejected(nil)
        #expect(outcome == ReplayOutcome(tried: 1, taken: 0, rejected: 1))
        // What a newer reading understands: the bytes are mended from outside, as if they had been good.
        _ = try bench.bench.file.rows(
            "UPDATE rejected_event SET raw = CAST('\(bench.act("r1", "u", "Demo Requested"))' AS BLOB)")
        let id = try #require(rejected.first?.id)
        #expect(try await service.replayRejected([id]) == ReplayOutcome(tried: 1, taken: 1, rejected: 0))
        #expect(try await service.replayRejected([id]) == ReplayOutcome(tried: 0, taken: 0, rejected: 0))
        #expect(try await service.rejectedEvents(PageRequest(), includingReplayed: false).items.isEmpty)
        #expect(try await service.rejectedEvents(PageRequest(), includingReplayed: true).items.first?.replayedAt != nil)
        #expect(try await service.engagements(ActivityFilter(), PageRequest()).items.count == 2)
        #expect(await code { try await service.replayRejected(["rej_999"]) } == .notFound)
        await service.stop()
    }

    @Test func whatTheMappingDidNotKnowCountsOnceItDoes() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.send(bench.people(), from: source)
        let acts = ["ann", "ben", "cat"].map { bench.act("x-\($0)", "bank-\($0)", "Asked For A Call") }
        try await bench.send(acts + [bench.act("y", "bank-ann", "Something Else")], from: source)
        let service = bench.service
        let unmapped = try await service.unmappedEvents()
        #expect(unmapped.map(\.name) == ["Asked For A Call", "Something Else"] && unmapped.map(\.count) == [3, 1])
        #expect(try await service.replayUnmapped() == ReplayOutcome(tried: 4, taken: 0, rejected: 4))
        _ = try bench.bench.bench.file(
            "weir/signals.yaml", "rules:\n  - {event: Asked For A Call, signal: demo_requested}\n")
        var outcome = ReplayOutcome(tried: 0, taken: 0, rejected: 0)
        while outcome.taken == 0 {
            try await Task.sleep(for: .milliseconds(20))
            outcome = try await service.replayUnmapped()
        }
        #expect(outcome == ReplayOutcome(tried: 4, taken: 3, rejected: 1))
        try await bench.settle()
        #expect(try await service.accounts(AccountFilter(isQualified: true), PageRequest()).items.count == 1)
        #expect(try await service.unmappedEvents().map(\.name) == ["Something Else"])
        await service.stop()
    }

    @Test func whatAProgramDidCountsOnceSomebodyClearsIt() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.send(bench.people(), from: source)
        let robot = ",\"context\":{\"userAgent\":\"Mozilla/5.0 (compatible; Googlebot/2.1)\"}"
        try await bench.send([bench.act("g", "bank-ann", "Demo Requested", more: robot)], from: source)
        let service = bench.service
        try await bench.settle()
        #expect(try await service.decisions(after: 0, limit: 10).isEmpty)
        let found = try await service.automatedEvents(PageRequest()).items
        let automated = try #require(found.first)
        #expect(automated.reason.contains("robot") && automated.clearedAt == nil)
        let cleared = try await service.clearAutomated(automated.id, by: "Bea")
        #expect(cleared.clearedAt != nil)
        try await bench.settle()
        #expect(try await service.accounts(AccountFilter(isQualified: true), PageRequest()).items.count == 1)
        #expect(try await service.decisions(after: 0, limit: 10).allSatisfy { $0.cause == .late })
        #expect(await code { try await service.clearAutomated("evt_1", by: "Bea") } == .notFound)
        await service.stop()
    }

    @Test func theFeedGivesWhatWasAndThenWhatComes() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify("first", from: source)
        let before = try await bench.service.decisions(after: 0, limit: 100).count
        var seen: [Int64] = []
        var hasSent = false
        for try await decision in bench.service.decisionStream(after: 1) {
            seen.append(decision.id)
            if seen.count == before - 1, !hasSent {
                hasSent = true
                try await bench.qualify("second", from: source)
            }
            if seen.count == 2 * before - 1 { break }
        }
        #expect(seen == Array(2...Int64(2 * before)))
        await bench.service.stop()
        for try await _ in bench.service.decisionStream(after: 1_000) { Issue.record("nothing comes after the stop") }
    }

    @Test func aSignedAgreementIsFollowedAtOnce() async throws {
        let bench = try ServiceBench(isSigned: false)
        let source = try await bench.source()
        try await bench.send(bench.people(), from: source)
        let service = bench.service
        #expect(await code { try await service.qualification(of: "acc_1", asOf: nil) } == .noAgreement)
        let text = Array(try ProjectFiles.text(ProjectFiles.exampleAgreement).utf8)
        let (version, isNew) = try await service.propose(text, lists: [:], by: "Ann")
        #expect(isNew && version.version == 1)
        _ = try await service.sign(version: 1, side: .marketing, by: "Ann")
        #expect(try await service.agreementInForce() == nil)
        _ = try await service.sign(version: 1, side: .sales, by: "Bob")
        #expect(try await service.agreementInForce()?.version == 1)
        try await bench.qualify(from: source)
        #expect(try await service.accounts(AccountFilter(isQualified: true), PageRequest()).items.count == 1)
        // The next agreement asks for more than anybody has done.
        let harder = String(decoding: text, as: UTF8.self).replacing("act_now: {tier: C, days: 14}", with: "")
            .replacing("score: 100,", with: "score: 9000,")
        _ = try await service.propose(Array(harder.utf8), lists: [:], by: "Ann")
        let changes = try await service.difference(from: 1, to: 2).changes
        #expect(!changes.isEmpty)
        _ = try await service.sign(version: 2, side: .marketing, by: "Ann")
        _ = try await service.sign(version: 2, side: .sales, by: "Bob")
        var left: [Decision] = []
        while left.isEmpty {
            try await Task.sleep(for: .milliseconds(5))
            left = try await service.decisions(after: 0, limit: 100).filter { $0.change == .left }
        }
        #expect(left.allSatisfy { $0.cause == .agreement && $0.agreementVersion == 2 })
        await #expect(throws: AppError.self) { try await service.propose([1, 2, 3], lists: [:], by: "Ann") }
        await service.stop()
    }
}
