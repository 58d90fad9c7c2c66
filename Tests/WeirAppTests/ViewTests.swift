import Foundation
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

    @Test func noSentenceNamesAnybodyToWhomDoesNotSeePeople() async throws {
        let bench = try ServiceBench(
            signals: """
                rules:
                  - {event: [Content Shared], signal: content_shared, shared_with: properties.to, content: properties.asset}
                  - {event: [Content Read], signal: content_read, content: properties.asset}
                """)
        let source = try await bench.source()
        try await bench.qualify(from: source)
        let asset = "\"asset\":\"guide\""
        let shared = ",\"properties\":{\"to\":\"ben@bank.example\",\(asset)}"
        try await bench.send([bench.act("s", "bank-ann", "Content Shared", more: shared)], from: source)
        bench.clock.turn(minutes: 24 * 60)
        try await bench.send(
            [bench.act("r", "bank-ben", "Content Read", more: ",\"properties\":{\(asset)}")], from: source)
        try await bench.settle()
        func sentences(seesPeople: Bool) async throws -> [String] {
            let view = try await bench.service.portrait(
                of: "acc_1", asOf: nil, seesPeople: seesPeople, timelineFrom: 0)
            let people = view.explanation.buyers.map(\.name) + view.shares.flatMap { [$0.sharer, $0.reader] }
            return view.explanation.echo.map(\.words) + [view.explanation.nextChangeWords ?? ""] + people
                + view.timeline.map(\.words) + view.band.marks.map(\.words)
                + view.seats.cells.flatMap { $0.flatMap { $0.people.map(\.name) } }
        }
        func names(_ sentences: [String]) -> Int {
            sentences.count { Set($0.split { !$0.isLetter }).isDisjoint(with: ["ann", "ben", "cat"]) == false }
        }
        let open = try await sentences(seesPeople: true)
        #expect(open.contains { $0.contains("ann shared") && $0.contains("read by ben") })
        #expect(names(open) > 10)
        #expect(names(try await sentences(seesPeople: false)) == 0)
        await bench.service.stop()
    }

    @Test func filesThatAProcessLeftBehindAreSwept() async throws {
        let bench = try ServiceBench()
        await bench.service.stop()
        _ = try bench.bench.bench.file("weir/spool/left/firms.csv", "id,name\n1,A\n")
        let clock = bench.clock
        let service = try Service(bench.bench.workspace, ServiceOptions()) { clock.instant }
        #expect(!FileManager.default.fileExists(atPath: bench.folder + "/spool/left"))
        let draft = try await service.imports.keep("../odd name?.csv", Array("id,name\n1,A\n".utf8))
        #expect(draft.name == "odd name.csv" && draft.headers == ["id", "name"])
        #expect(try await service.imports.bytes(draft.id) == Array("id,name\n1,A\n".utf8))
        #expect(try await service.imports.check(draft.id, ImportSettings(kind: .accounts)).outcome.counts.added == 1)
        await service.imports.forget(draft.id)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/spool").isEmpty)
        await service.stop()
    }

    @Test func theLabKeepsTheDraftThatItShows() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        var values = TrialValues(try await service.overview().use.agreement)
        // Below the bars to stay, which have to follow.
        (values.buyerMilli, values.engagedBuyers, values.enterMilli, values.dwellDays) = (5_000, 1, 50_000, 3)
        try await service.keepDraft(with: values)
        let draft = try #require(try await service.agreementDraft())
        #expect(draft.isSound, "\(draft.problems)")
        let agreement = try #require(draft.agreement)
        var kept = TrialValues(agreement)
        kept.stayMilli = values.stayMilli
        #expect(kept == values && agreement.qualifiedAccount.stay.scoreMilli == 50_000)
        #expect(agreement.qualifiedBuyer.stayMilli == 5_000 && agreement.qualifiedAccount.stay.engagedBuyers == 1)

        try await service.keepDraft(Array(text.replacing("  dwell: 7 days", with: "  # dwell: 7 days").utf8))
        await #expect(throws: ServiceError.self, "no line for it") { try await service.keepDraft(with: values) }
        try await service.keepDraft(Array("agreement: x\n".utf8))
        await #expect(throws: ServiceError.self, "it has mistakes") { try await service.keepDraft(with: values) }
        await service.stop()
    }

    @Test func aFormChangesTheTextInPlace() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let shown = try #require(try await service.draftForm([:]))
        #expect(
            shown.isKeepable && shown.fields.contains { $0.path == "categories.web.half_life" && $0.value == "14 days" }
        )
        let kept = try #require(
            try await service.draftForm(["categories.web.half_life": "21 days", "qualified_account.dwell": "9"]))
        let written = text.replacing("{half_life: 14 days, cap: 20}", with: "{half_life: 21 days, cap: 20}")
            .replacing("dwell: 7 days", with: "dwell: 9 days")
        #expect(kept.text.map { String(decoding: $0, as: UTF8.self) } == written && written != text)
        #expect(kept.isKeepable)

        // What cannot stand there, and what contradicts the rest, is said at its own field.
        let wrong = try #require(
            try await service.draftForm(["qualified_account.dwell": "a week", "qualified_buyer.enter": "30"]))
        #expect(
            wrong.text == nil && wrong.fields.filter { !$0.mistakes.isEmpty }.map(\.path) == ["qualified_account.dwell"]
        )
        #expect(wrong.fields.first { $0.path == "qualified_buyer.enter" }?.value == "30", "what was typed stays")
        let contrary = try #require(try await service.draftForm(["qualified_account.stay.score": "500"]))
        #expect(!contrary.isKeepable && contrary.fields.contains { !$0.mistakes.isEmpty } && contrary.elsewhere.isEmpty)
        await service.stop()
    }

    @Test func theListCanBeReadAsOfAPastDay() async throws {
        let bench = try ServiceBench()
        try await bench.qualify(from: try await bench.source())
        let service = bench.service
        let today = try await service.today()
        #expect(try await service.qualified(asOf: today).accounts.map(\.name) == ["bank plc"])
        #expect(try await service.qualified(asOf: today.advanced(by: -400)).accounts.isEmpty)
        let market = try await service.overview(marketAsOf: today.advanced(by: -1)).market
        #expect(market == (try await service.overview().market))
        let early = today.advanced(by: -400)
        let before = try #require(try await service.overview(coverageAsOf: early).past)
        #expect(before.coverage.totals.map(\.engaged).allSatisfy { $0 == 0 })
        #expect(try await service.overview().past?.coverage.totals.contains { $0.engaged > 0 } == true)
        #expect(try await service.overview(historyUntil: early).past == nil, "nobody had done anything yet")
        #expect(try await service.overview(historyUntil: today).past?.current == service.overview().past?.current)
        await service.stop()
    }

    @Test func ofTwoWhoKeepADraftTheSecondIsRefused() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let first = try #require(try await service.agreementDraft())
        let text = String(decoding: first.text, as: UTF8.self)
        try await service.keepDraft(Array((text + "# one\n").utf8), over: first.revision)
        await #expect(throws: ServiceError.self) {
            try await service.keepDraft(Array((text + "# other\n").utf8), over: first.revision)
        }
        let second = try #require(try await service.agreementDraft())
        #expect(String(decoding: second.text, as: UTF8.self) == text + "# one\n")
        try await service.keepDraft(Array((text + "# other\n").utf8), over: second.revision)
        await service.stop()
    }

    @Test func aFormAddsEntries() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let added = [
            "market.tiers": AddedRow(name: "D", value: "10"),
            "signals": AddedRow(name: "quote_asked", value: "{category: conversation, points: 30}"),
            "market.served.country": AddedRow(name: "", value: "Spain"),
        ]
        let form = try #require(try await service.draftForm([:], adding: added))
        let text = String(decoding: try #require(form.text), as: UTF8.self)
        #expect(form.isKeepable && text.contains("C: 25, D: 10}") && text.contains("United States, Spain]"))
        #expect(text.contains("hand_raise: true}\n  quote_asked: {category: conversation, points: 30}\nengaged_at"))
        let wrong = try #require(
            try await service.draftForm([:], adding: ["market.tiers": AddedRow(name: "E", value: "1, F: 2")]))
        #expect(!wrong.isKeepable && wrong.rows.contains { $0.mistake?.contains("E: 1, F: 2") == true })
        await service.stop()
    }

    @Test func aFormRemovesEntries() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let form = try #require(
            try await service.draftForm(
                ["market.tiers.B": "45"], adding: ["market.served.country": AddedRow(name: "", value: "Spain")],
                removing: ["market.matrix.1.points": ["Insurance"], "market.served.country": ["2", "3"]]))
        let written = text.replacing("{A: 70, B: 50, C: 25}", with: "{A: 70, B: 45, C: 25}")
            .replacing("Banking: 30, Insurance: 20}", with: "Banking: 30}")
            .replacing("Kingdom, Ireland, Germany, France", with: "Kingdom, France")
            .replacing("United States]\n  target", with: "United States, Spain]\n  target")
        #expect(form.isKeepable && form.text.map { String(decoding: $0, as: UTF8.self) } == written)

        // What the rest of the text needs stays, and the form says why.
        let needed = try #require(
            try await service.draftForm([:], adding: [:], removing: ["categories": ["events"]]))
        let row = try #require(needed.rows.first { $0.rows.path == "categories" })
        #expect(!needed.isKeepable && row.removed == ["events"])
        #expect(
            row.mistake?.hasPrefix("without “events: {half_life: 60 days, cap: 50}” the rest does not hold") == true)
        let only = try #require(
            try await service.draftForm([:], adding: [:], removing: ["lists.competitors": ["1", "2"]]))
        #expect(!only.isKeepable && only.rows.contains { $0.mistake?.contains("it is the only one") == true })
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
        let trials = try #require(try await service.trials(of: [inForce, closed], in: overview))
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
