import Testing
import WeirApp
import WeirFacts
import WeirInsight
import WeirTestSupport

@Suite("What pages read", .timeLimit(.minutes(20)))
struct ViewTests {
    @Test func aListIsRankedFilteredAndPaged() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify("bank", from: source)
        for name in ["100%_safe", "other"] { try await bench.send(bench.people(name), from: source) }
        try await bench.settle()
        var request = AccountListRequest()
        request.limit = 2
        let first = try await bench.service.accountList(request)
        #expect(first.accounts.first?.name == "bank plc" && first.allCount == 3 && first.qualifiedCount == 1)
        let cursor: String = try #require(first.next)
        request.cursor = cursor
        let second = try await bench.service.accountList(request)
        #expect(second.next == nil)
        #expect(Set((first.accounts + second.accounts).map(\.id)).count == 3)
        var search = AccountListRequest()
        search.text = "0%_S"
        #expect(try await bench.service.accountList(search).accounts.map(\.name) == ["100%_safe plc"])
        search.text = nil
        search.isQualified = true
        #expect(try await bench.service.accountList(search).accounts.count == 1)
        await bench.service.stop()
    }

    @Test func aPortraitAgreesWithTheExplanationAndHidesPeople() async throws {
        let bench = try ServiceBench()
        try await bench.qualify(from: try await bench.source())
        let service = bench.service
        let id = try #require(try await service.accountList(AccountListRequest()).accounts.first?.id)
        let portrait = try await service.portrait(of: id, asOf: nil, seesPeople: true, timelineFrom: 0)
        #expect(portrait.band.points.last?.scoreMilli == portrait.explanation.totalMilli)
        #expect(portrait.band.stays.count == 1 && portrait.band.stays.first?.left == nil)
        #expect(portrait.timeline.contains { $0.words.contains("ann") && $0.kind == .raisedHand })
        let hidden = try await service.portrait(of: id, asOf: nil, seesPeople: false, timelineFrom: 0)
        #expect(!hidden.timeline.contains { $0.words.contains("ann,") || $0.words.contains("@bank") })
        #expect(hidden.explanation.buyers.allSatisfy { $0.name == $0.title })
        await service.stop()
    }

    @Test func theLabFindsWhatTheOverviewFoundAndADraftIsKeptTriedAndProposed() async throws {
        let bench = try ServiceBench()
        try await bench.qualify(from: try await bench.source())
        let service = bench.service
        let overview = try await service.overview()
        let past = try #require(overview.past)
        let inForce = TrialValues(overview.use.agreement)
        var closed = inForce
        (closed.enterMilli, closed.engagedBuyers) = (10_000_000, 10)
        let trials = try #require(try await service.trials(of: [inForce, closed]))
        #expect(trials[0] == past.current && trials[0].numbers.accountsEntered == 1)
        #expect(past.journeys.map(\.name) == ["bank plc"])

        try await service.keepDraft(with: closed)
        let draft = try #require(try await service.agreementDraft())
        #expect(draft.isSaved && draft.isSound && draft.difference?.changes.isEmpty == false)
        #expect(try await service.trial(ofDraft: draft) != nil)
        let changed = try await service.draftText(with: [("market.tiers.A", "75"), ("market.tiers.Z", "1")])
        #expect(String(decoding: changed, as: UTF8.self).contains("A: 75"))
        await #expect(throws: ServiceError.self) {
            _ = try await service.draftText(with: [("market.tiers.A", "many")])
        }
        #expect(try await service.proposeDraft(by: "Maria").version == 2)
        try await service.keepDraft(Array("agreement: x\n".utf8))
        #expect(try await service.agreementDraft()?.problems.isEmpty == false)
        await service.stop()
    }
}
