import Testing
import WeirApp
import WeirDesk
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("The desk in a workspace", .timeLimit(.minutes(20)))
struct DeskTests {
    /// A company whose three people asked for a demo, at ten on a Wednesday.
    private func bench() async throws -> ServiceBench {
        let bench = try ServiceBench()
        bench.clock.turn(minutes: 600)
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        return bench
    }

    @Test func whoIsQualifiedIsHandedOverAndWorkedOn() async throws {
        let bench = try await bench()
        let service = bench.service
        let inbox = try await service.inbox(InboxFilter(), PageRequest()).items
        #expect(inbox.count == 3 && inbox.allSatisfy { $0.raisedHand && $0.state == "offered" && $0.version == 1 })
        let first = try #require(inbox.first)
        #expect(first.buyer.accountName == "bank plc" && first.next?.standing == .due)
        let view = try await service.handOff(first.id)
        #expect(view.whyNow.contains { $0.contains("demo requested") } && view.conversation.count == 2)
        #expect(view.stage == "released" && view.moves.contains { $0.name == "accept" })
        #expect(view.bant.count == 5 && !view.missing.isEmpty)

        bench.clock.turn(minutes: 5)
        let accepted = try await service.act(.accept, on: first.id, by: "Ana", seen: 1)
        #expect(accepted.entry.state == "accepted" && accepted.stage == "accepted" && accepted.entry.version == 2)
        let late = await #expect(throws: ServiceError.self) {
            try await service.act(.reject(reason: "duplicate"), on: first.id, by: "Ben", seen: 1)
        }
        #expect(late?.code == .changed && late?.description.contains("accepted by Ana at 2026-") == true)
        let wrong = await #expect(throws: ServiceError.self) {
            try await service.act(.reject(reason: "because"), on: first.id, by: "Ben", seen: 2)
        }
        #expect(wrong?.code == .invalid)
        for letter in ["need", "authority", "timing", "budget"] {
            let entry = BANTEntry(
                letter: letter, verdict: .yes, value: "this year", saidBy: "Ann", surePermille: 800, evidence: "call")
            _ = try await service.act(.confirm(entry), on: first.id, by: "Ana", seen: nil)
        }
        let done = try await service.act(.salesQualify, on: first.id, by: "Ana", seen: nil)
        #expect(done.stage == "sales_qualified" && done.moves.isEmpty)
        let moves = try await service.stageMoves(after: 0, limit: 100, buyer: first.buyer.id)
        #expect(moves.map(\.to) == ["qualified", "released", "accepted", "sales_qualified"])
        #expect(moves.last?.by == "Ana" && moves.last?.isPerson == true)
        await service.stop()
    }

    @Test func aNewProcessGoesOnWhereTheOldOneEnded() async throws {
        let bench = try await bench()
        let first = try #require(try await bench.service.inbox(InboxFilter(), PageRequest()).items.first)
        _ = try await bench.service.act(.accept, on: first.id, by: "Ana", seen: nil)
        let before = try await bench.service.inbox(InboxFilter(), PageRequest()).items
        let flow = try await bench.service.deskFlow()
        await bench.service.stop()
        let clock = bench.clock
        let again = try Service(bench.bench.workspace, ServiceOptions(doesDecide: false)) { clock.instant }
        #expect(try await again.inbox(InboxFilter(), PageRequest()).items == before)
        #expect(try await again.deskFlow() == flow)
        let view = try await again.handOff(first.id)
        #expect(view.changes.map(\.by) == ["Ana"])
        await again.stop()
    }

    @Test func ofTwoWhoActAtOnceOneWins() async throws {
        let bench = try await bench()
        let clock = bench.clock
        let other = try Service(bench.bench.workspace, ServiceOptions(doesDecide: false)) { clock.instant }
        for entry in try await bench.service.inbox(InboxFilter(), PageRequest()).items {
            async let one = Result.of { try await bench.service.act(.accept, on: entry.id, by: "Ana", seen: 1) }
            async let two = Result.of { try await other.act(.contacted, on: entry.id, by: "Ben", seen: 1) }
            let results = await [one, two]
            #expect(results.filter { $0 == nil }.count == 1)
            #expect(results.compactMap { $0 }.first?.code == .changed)
        }
        #expect(try await other.inbox(InboxFilter(), PageRequest()).items.allSatisfy { $0.version == 2 })
        await other.stop()
        await bench.service.stop()
    }

    @Test func aLeadOfSalesIsMatchedAndCountsLikeAnyOther() async throws {
        let bench = try await bench()
        let service = bench.service
        let lead = SalesLead(
            email: "Dora@bank.example", name: "Dora", title: "VP Sales", company: "Bank PLC", note: "met at a fair")
        let added = try await service.addLead(lead, by: "Ben")
        #expect(added.isNew && added.isMoved && added.addedBy == "Ben" && added.buyer.accountName == "bank plc")
        // The account is qualified; she is not yet engaged, so she is a lead, and no more.
        #expect(added.stage == "lead" && added.tier != nil && added.handOff == nil)
        let again = try await service.addLead(lead, by: "Ana")
        #expect(!again.isNew && !again.isMoved && again.addedBy == "Ben" && again.buyer.id == added.buyer.id)
        // She asks for a demo: the same definition holds.
        bench.clock.turn(minutes: 1)
        try await bench.send(
            [
                "{\"type\":\"track\",\"messageId\":\"dora\",\"event\":\"Demo Requested\",\"userId\":\"dora\",\"context\":{\"traits\":{\"email\":\"dora@bank.example\"}}}"
            ], from: try await bench.source("another"))
        try await bench.settle()
        _ = try await service.deskTick()
        let moves = try await service.stageMoves(after: 0, limit: 100, buyer: added.buyer.id)
        #expect(moves.map(\.to) == ["lead", "qualified", "released"])
        #expect(moves.first?.by == "Ben" && moves.first?.isPerson == true)
        let known = try await service.addLead(lead, by: "Ana")
        #expect(known.stage == "released" && known.handOff != nil && !known.isMoved)
        try await service.suppress(buyer: added.buyer.id, because: "asked us not to", by: "Ann")
        let refused = await #expect(throws: ServiceError.self) { try await service.addLead(lead, by: "Ana") }
        #expect(refused?.code == .conflict)
        let wrong = await #expect(throws: ServiceError.self) {
            try await service.addLead(SalesLead(email: "nobody"), by: "Ana")
        }
        #expect(wrong?.code == .invalid)
        await service.stop()
    }

    @Test func stageMovesComeAsTheyAreMade() async throws {
        let bench = try await bench()
        let service = bench.service
        let reading = Task {
            var seen: [StageMoveView] = []
            for try await move in service.stageMoveStream(after: 3) { seen.append(move) }
            return seen
        }
        let first = try #require(try await service.inbox(InboxFilter(), PageRequest()).items.first)
        _ = try await service.act(.accept, on: first.id, by: "Ana", seen: nil)
        let all = try await service.stageMoves(after: 0, limit: 100, buyer: nil)
        await service.stop()
        let seen = try await reading.value
        #expect(seen == Array(all.dropFirst(3).prefix(seen.count)) && seen.count >= 3)
    }

    @Test func bothSidesSeeWhatTheyKept() async throws {
        let bench = try await bench()
        let service = bench.service
        let today = CivilDay(number: 20_600)
        let first = try #require(try await service.inbox(InboxFilter(), PageRequest()).items.first)
        _ = try await service.act(.accept, on: first.id, by: "Ana", seen: nil)
        // Past thirty business minutes, which is what raised hands were promised.
        bench.clock.turn(minutes: 24 * 60)
        let book = try await service.promises(from: today.advanced(by: -90), to: today)
        let answers = book.sales.filter { $0.promise.milestone == .respond }
        #expect(answers.count == 3 && answers.filter { $0.handOff == first.id }.map(\.promise.standing) == [.kept])
        #expect(answers.count { $0.promise.standing == .pastDue } == 2)
        // Weeks before the desk began are nobody's fault.
        let week = try #require(book.marketing.first)
        #expect(book.marketing.count == 1 && week.qualified == 3 && week.accepted == 1 && week.verdict.volume == .due)
        for (count, number) in [(StageQuestion.Count.promised, 3), (.promiseAccepted, 1), (.promiseRejected, 0)] {
            let list = try await service.stageList(
                StageQuestion(count, .qualified, from: week.week, to: week.week.advanced(by: 6)), from: 0, limit: 10)
            #expect(list.count == number, "\(count)")
        }
        await service.stop()
    }

    @Test func aWeekIsJudgedWhenNobodyOfItIsLeftToDecideAbout() async throws {
        let bench = try await bench()
        let service = bench.service
        let inbox = try await service.inbox(InboxFilter(), PageRequest()).items
        let first = try #require(inbox.first)
        _ = try await service.act(.accept, on: first.id, by: "Ana", seen: nil)
        let today = CivilDay(number: 20_600)
        bench.clock.turn(minutes: 9 * 24 * 60)
        func verdict() async throws -> MarketingVerdict.Standing? {
            try await service.promises(from: today, to: today).marketing.first?.verdict.acceptance
        }
        #expect(try await verdict() == .due)
        for entry in inbox.dropFirst() {
            try await service.suppress(buyer: entry.buyer.id, because: "asked not to be called", by: "Ana")
        }
        #expect(try await verdict() == .kept)
        await service.stop()
    }

    @Test func stagesAddUpInTheWaterfall() async throws {
        let bench = try await bench()
        let today = CivilDay(number: 20_600)
        let fall = try await bench.service.waterfall(from: today, to: today)
        let released = try #require(fall.lines.first { $0.stage == .released })
        #expect(released.before == 0 && released.entered == 3 && released.after == 3 && released.left == 0)
        #expect(fall.lines.allSatisfy { $0.before + $0.entered - $0.left == $0.after })
        #expect(fall.cohorts.first?.reached[.released] == 3)
        // Behind every number stands a list of as many.
        for line in fall.lines {
            for (count, number) in [
                (StageQuestion.Count.before, line.before), (.entered, line.entered), (.left, line.left),
                (.advanced, line.advanced), (.after, line.after),
            ] {
                let list = try await bench.service.stageList(
                    StageQuestion(count, line.stage, from: today, to: today), from: 0, limit: .max)
                #expect(list.count == number && list.lines.count == number, "\(line.stage) \(count)")
            }
        }
        let month = try #require(fall.cohorts.first).month
        let cohort = try await bench.service.stageList(
            StageQuestion(.cohort, .released, from: month, to: today), from: 1, limit: 1)
        #expect(cohort.count == 3 && cohort.lines.map(\.buyer.accountName) == ["bank plc"])
        let thin = await #expect(throws: ServiceError.self) {
            try await bench.service.deskForecast([], weeks: 13)
        }
        #expect(thin?.code == .conflict)
        await bench.service.stop()
    }
}

extension Result where Success == Void, Failure == ServiceError {
    /// What was refused; `nil` where it was done.
    static func of(_ body: @Sendable () async throws -> some Any) async -> ServiceError? {
        do {
            _ = try await body()
            return nil
        } catch let error as ServiceError {
            return error
        } catch {
            Issue.record("another error: \(error)")
            return nil
        }
    }
}
