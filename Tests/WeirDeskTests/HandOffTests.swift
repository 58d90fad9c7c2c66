import Testing
import WeirAgreement
import WeirDesk
import WeirFacts

@Suite struct HandOffTests {
    private let start = "2026-03-02T10:00:00Z"

    private func offered(_ change: (inout HandOff) -> Void = { _ in }) throws -> Desk {
        var desk = try Desk(DeskFixture.rules(change), at: DeskFixture.at(start))
        let actions = try desk.take(DeskFixture.buyer("b"), at: DeskFixture.at(start))
        #expect(DeskFixture.offers(actions).map(\.id) == ["hof_1"])
        return desk
    }

    private func stage(_ desk: Desk, _ buyer: String = "b") -> Stage? { desk.buyers[buyer]?.history.stage }

    @Test func twoAtOnceOneWinsAndTheOtherIsTold() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        _ = try desk.take(.disposition(handOff: "hof_1", .accept, by: .person("ana"), seen: 1), at: now)
        let error = try #require(throws: DeskError.self) {
            try desk.take(
                .disposition(handOff: "hof_1", .reject(reason: "no_need"), by: .person("ben"), seen: 1), at: now)
        }
        #expect(error.code == .changedMeanwhile)
        #expect(error.message.contains("accepted by ana at 2026-03-02T10:05:00Z"))
        #expect(stage(desk) == .accepted)
        #expect(desk.handOffs["hof_1"]?.version == 2)
        #expect(desk.violations().isEmpty)
    }

    @Test func rejectionsNeedAListedReasonAndGoWhereTheyShould() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        let error = try #require(throws: DeskError.self) {
            try desk.take(.disposition(handOff: "hof_1", .reject(reason: "meh"), by: .person("ana"), seen: 1), at: now)
        }
        #expect(error.code == .badReason && error.message.contains("bad_timing"))
        var judged = desk
        let actions = try judged.take(
            .disposition(handOff: "hof_1", .reject(reason: "bad_timing"), by: .person("ana"), seen: 1), at: now)
        #expect(stage(judged) == .recycled)
        let day = try #require(CivilDay("2026-05-31"))
        #expect(actions.contains(.comesBack(buyer: "b", day)))
        #expect(throws: DeskError.self) { try judged.take(DeskFixture.buyer("b"), at: now) }
        _ = try judged.take(.tick, at: DeskFixture.at("2026-05-31T00:30:00Z"))
        #expect(stage(judged) == .lead)
        let procedural = try desk.take(
            .disposition(handOff: "hof_1", .reject(reason: "duplicate"), by: .person("ana"), seen: 1), at: now)
        // The record was wrong, not the buyer: they wait for what is known by now, and then for a colleague.
        let owner = try #require(desk.handOffs["hof_1"]?.owner)
        #expect(stage(desk) == .qualified && desk.withoutTeam["b"]?.refusedBy == [owner])
        for number in 2...3 {
            let offers = DeskFixture.offers(try desk.take(DeskFixture.buyer("b", raisedHand: true), at: now))
            #expect(offers.map(\.id) == ["hof_\(number)"] && offers.first?.owner != owner)
            _ = try desk.take(
                .disposition(
                    handOff: "hof_\(number)", .reject(reason: "duplicate"), by: .person("x"), seen: nil), at: now)
        }
        // Three have refused, and nobody is left: somebody has to look at the record.
        #expect(try desk.take(DeskFixture.buyer("b", raisedHand: true), at: now) == [.withoutTeam(buyer: "b")])
        #expect(desk.withoutTeam["b"]?.refusedBy.sorted() == ["ana", "ben", "chloe"])
        #expect(DeskFairness.rows(procedural, team: 0).map(\.cause) == [.returned])
        #expect(desk.violations().isEmpty && judged.violations().isEmpty)
    }

    @Test func onlyAPersonQualifiesForSalesAndOnlyAsAgreed() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        func act(_ disposition: Disposition, _ actor: Actor = .person("ana")) throws {
            _ = try desk.take(.disposition(handOff: "hof_1", disposition, by: actor, seen: nil), at: now)
        }
        try act(.accept)
        for letter in [SalesQualified.Letter.need, .authority, .budget] {
            try act(.confirm(answer(letter, .yes, "eve")))
        }
        let missing = try #require(throws: DeskError.self) { try act(.salesQualify) }
        #expect(missing.message == "timing is not confirmed; 3 of at least 4 are confirmed")
        // A machine's word does not confirm.
        try act(.confirm(answer(.timing, .yes, "eve", by: .system("mail reader"))))
        #expect(throws: DeskError.self) { try act(.salesQualify) }
        try act(.confirm(answer(.timing, .yes, "eve")))
        #expect(throws: DeskError.self) { try act(.salesQualify, .system("rule")) }
        try act(.salesQualify)
        #expect(stage(desk) == .salesQualified)
        #expect(desk.handOffs["hof_1"]?.clocks.allSatisfy(\.isOver) == true)
        #expect(desk.violations().isEmpty)
    }

    @Test func whoPausesAClockHasSeenTheLatest() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        let ana = Actor.person("ana")
        _ = try desk.take(.pause(handOff: "hof_1", .respond, .meetingBooked, by: ana, seen: 1), at: now)
        #expect(desk.handOffs["hof_1"]?.version == 2)
        let late = try #require(throws: DeskError.self) {
            try desk.take(.resume(handOff: "hof_1", .respond, by: .person("ben"), seen: 1), at: now)
        }
        #expect(late.code == .changedMeanwhile && late.message.contains("respond paused (meeting_booked) by ana"))
        _ = try desk.take(.resume(handOff: "hof_1", .respond, by: ana, seen: 2), at: now)
        #expect(desk.handOffs["hof_1"]?.changes.map(\.what) == ["respond paused (meeting_booked)", "respond resumed"])
    }

    @Test func conflictsAreShown() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        for (who, verdict) in [("vp", BANTAnswer.Verdict.no), ("it", .yes)] {
            _ = try desk.take(
                .disposition(
                    handOff: "hof_1", .confirm(answer(.budget, verdict, who)), by: .person("ana"), seen: nil), at: now)
        }
        let standing = try #require(desk.handOffs["hof_1"]).bant.standing(.budget)
        #expect(standing.latest?.saidBy == "it")
        #expect(standing.conflicts.map(\.saidBy) == ["vp"])
        #expect(desk.handOffs["hof_1"]?.bant.standing(.need).latest == nil)
    }

    @Test func colleaguesWhoConcludeOtherwiseAreAConflictToo() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        for (who, verdict) in [("ana", BANTAnswer.Verdict.no), ("ben", .no), ("ben", .yes)] {
            let ours = answer(.budget, verdict, nil, by: .person(who))
            _ = try desk.take(
                .disposition(handOff: "hof_1", .confirm(ours), by: .person(who), seen: nil), at: now)
        }
        // What Ben concluded first he has taken back himself.
        let standing = try #require(desk.handOffs["hof_1"]).bant.standing(.budget)
        #expect(standing.latest?.recordedBy == .person("ben"))
        #expect(standing.conflicts.map(\.recordedBy) == [.person("ana")])
    }

    @Test func acceptanceWithoutContactIsAGhost() throws {
        var desk = try offered()
        _ = try desk.take(
            .disposition(handOff: "hof_1", .accept, by: .person("ana"), seen: nil),
            at: DeskFixture.at("2026-03-02T10:05:00Z"))
        let before = try desk.take(.tick, at: DeskFixture.at("2026-03-09T10:00:00Z"))
        #expect(!before.contains(.ghost(handOff: "hof_1")))
        let after = try desk.take(.tick, at: DeskFixture.at("2026-03-09T10:06:00Z"))
        #expect(after.contains(.ghost(handOff: "hof_1")))
        #expect(desk.handOffs["hof_1"]?.isGhost == true)
        _ = try desk.take(
            .disposition(handOff: "hof_1", .contacted, by: .person("ana"), seen: nil),
            at: DeskFixture.at("2026-03-09T11:00:00Z"))
        #expect(desk.handOffs["hof_1"]?.isGhost == false)
    }

    @Test func aBrokenPromiseIsToldAndHandedOn() throws {
        var desk = try offered()
        let owner = try #require(desk.handOffs["hof_1"]).owner
        let actions = try desk.take(.tick, at: DeskFixture.at("2026-03-02T15:01:00Z"))
        #expect(actions.contains(.notifyManager(handOff: "hof_1", .respond)))
        let record = try #require(desk.handOffs["hof_1"])
        #expect(record.owner != owner)
        #expect(record.handledBy == [owner])
        #expect(record.changes.last?.by == .system("no answer in time"))
        // Said once.
        let again = try desk.take(.tick, at: DeskFixture.at("2026-03-02T15:30:00Z"))
        #expect(again.isEmpty)
        #expect(desk.violations().isEmpty)
    }

    @Test func aBrokenPromiseSendsTheBuyerBackWhereAgreed() throws {
        var desk = try offered { $0.sla?.sales.onBreach = [.recycle] }
        // Four business hours from ten in the morning, with an hour for lunch.
        let due = try DeskFixture.at("2026-03-02T15:00:00Z")
        _ = try desk.take(.tick, at: due)
        #expect(stage(desk) == .released)
        let actions = try desk.take(.tick, at: DeskFixture.at("2026-03-02T15:00:01Z"))
        #expect(actions.contains(.clock(handOff: "hof_1", .respond, .breached(at: due))))
        let day = try #require(CivilDay("2026-05-01"))
        #expect(stage(desk) == .recycled && actions.contains(.comesBack(buyer: "b", day)))
        let move = try #require(desk.buyers["b"]?.history.moves.last)
        #expect(move.actor == .system("breach") && move.reason == "respond promise broken")
        #expect(desk.handOffs["hof_1"]?.isOpen == false && desk.violations().isEmpty)
        // Nobody can accept them any more, and they are a lead again when their day has come.
        #expect(throws: DeskError.self) {
            try desk.take(.disposition(handOff: "hof_1", .accept, by: .person("ana"), seen: nil), at: desk.now)
        }
        _ = try desk.take(.tick, at: DeskFixture.at("2026-05-01T00:30:00Z"))
        #expect(stage(desk) == .lead)
    }

    @Test func snoozesHaveLimits() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        func snooze(_ until: String) throws {
            _ = try desk.take(
                .disposition(handOff: "hof_1", .snooze(until: DeskFixture.at(until)), by: .person("ana"), seen: nil),
                at: now)
        }
        #expect(throws: DeskError.self) { try snooze("2026-04-20T10:00:00Z") }
        for _ in 0..<3 { try snooze("2026-03-03T10:00:00Z") }
        #expect(throws: DeskError.self) { try snooze("2026-03-03T10:00:00Z") }
    }

    @Test func whatIsWorkedOnAlreadyGoesWithTheOther() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        _ = try desk.take(DeskFixture.buyer("c", raisedHand: true, account: "acc_b"), at: now)
        _ = try desk.take(
            .disposition(handOff: "hof_2", .alreadyWorking(into: "hof_1"), by: .person("ana"), seen: 1), at: now)
        // Work on one company says nothing about another.
        _ = try desk.take(DeskFixture.buyer("d", raisedHand: true), at: now)
        #expect(throws: DeskError.self) {
            try desk.take(
                .disposition(handOff: "hof_3", .alreadyWorking(into: "hof_1"), by: .person("ana"), seen: nil), at: now)
        }
        #expect(stage(desk, "d") == .released)
        #expect(stage(desk, "c") == .accepted)
        #expect(desk.violations().isEmpty)
        _ = try desk.take(.disposition(handOff: "hof_1", .accept, by: .person("ana"), seen: 1), at: now)
        _ = try desk.take(
            .disposition(handOff: "hof_1", .recycle(reason: "no_need", until: nil), by: .person("ana"), seen: 2),
            at: now)
        #expect(stage(desk, "b") == .recycled && stage(desk, "c") == .recycled)
        #expect(desk.violations().isEmpty)
    }

    @Test func theSuppressedLeaveEveryQueue() throws {
        var desk = try offered()
        let now = try DeskFixture.at("2026-03-02T10:05:00Z")
        _ = try desk.take(DeskFixture.buyer("w"), at: now)
        for buyer in ["b", "w"] {
            _ = try desk.take(.suppressed(buyer: buyer, reason: "asked to be left alone"), at: now)
        }
        #expect(desk.teams[0].open.isEmpty && desk.teams[0].meter.waiting.isEmpty)
        #expect(throws: DeskError.self) { try desk.take(DeskFixture.buyer("b"), at: now) }
        #expect(desk.violations().isEmpty)
    }

    private func answer(
        _ letter: SalesQualified.Letter, _ verdict: BANTAnswer.Verdict, _ who: String?, by actor: Actor = .person("ana")
    ) -> BANTAnswer {
        BANTAnswer(
            letter: letter, verdict: verdict, value: "said so", saidBy: who, recordedBy: actor,
            at: Instant(milliseconds: verdict == .yes ? 2 : 1), surePermille: 800, evidence: "call of 2 March")
    }
}
