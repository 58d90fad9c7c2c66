import Foundation
import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Events as they come", .timeLimit(.minutes(20)))
struct LiveIntakeTests {
    private static let noon = Instant(milliseconds: 1_780_000_000_000)

    private func source(_ bench: LedgerBench) throws -> Int64 {
        try bench.ledger.addTrackingSource(
            name: "website", keyHash: "hash", keyHint: "wk_1", settings: StoredSourceSettings(), now: Self.noon
        ).source
    }

    private func event(
        _ message: String, _ actor: LiveActor, signal: String? = "page_viewed",
        outcome: LiveEvent.Outcome = .mapped, buyers: [BuyerSeen] = [], accounts: [AccountSeen] = [],
        visitors: [String] = [], former: String? = nil, minute: Int64 = 0
    ) -> LiveEvent {
        LiveEvent(
            message: message, kind: "track", name: "Page Viewed",
            at: Instant(milliseconds: Self.noon.milliseconds + minute * 60_000), receivedAt: Self.noon,
            raw: Array("{\"n\":\"\(message)\"}".utf8), actor: actor, accounts: accounts, buyers: buyers,
            formerVisitors: visitors, formerID: former, act: signal.map { LiveAct(signal: $0) }, outcome: outcome)
    }

    @Test func manyRequestsAtOnceAreEachStoredOnce() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        let receipts = try await withThrowingTaskGroup(of: IntakeReceipt.self) { group in
            for request in 0..<200 {
                group.addTask {
                    // Every message comes in two requests.
                    try await intake.record(
                        (0..<5).map { event("m\(request / 2 * 5 + $0)", LiveActor(id: "u\($0)")) }, source: source)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.reduce(0) { $0 + $1.added } == 500)
        #expect(receipts.reduce(0) { $0 + $1.known } == 500)
        #expect(try bench.file.rows("SELECT count(*), count(DISTINCT message) FROM event") == ["500|500"])
        #expect(try bench.file.rows("SELECT count(*) FROM engagement") == ["500"])
        #expect(intake.counts.added == 500 && intake.counts.waiting == 0)
        #expect(intake.counts.commits < 200, "requests that wait share a commit")
    }

    @Test func theSameMessageOfTwoSourcesIsTwoEvents() async throws {
        let bench = try LedgerBench()
        let first = try source(bench)
        let second = try bench.ledger.addTrackingSource(
            name: "product", keyHash: "other", keyHint: "wk_2", settings: StoredSourceSettings(), now: Self.noon
        ).source
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        _ = try await intake.record([event("m", LiveActor(id: "u"))], source: first)
        let receipt = try await intake.record([event("m", LiveActor(id: "u"))], source: second)
        #expect(receipt.added == 1)
        #expect(try bench.file.rows("SELECT count(DISTINCT buyer) FROM engagement") == ["2"], "ids are a source's own")
    }

    @Test func whatIsSaidAgainIsNewsWhereSomebodyElseHasSaidOtherwise() async throws {
        let bench = try LedgerBench()
        let first = try source(bench)
        let second = try bench.ledger.addTrackingSource(
            name: "product", keyHash: "other", keyHint: "wk_2", settings: StoredSourceSettings(), now: Self.noon
        ).source
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        func say(_ employees: Int64, _ title: String, by source: Int64, _ message: String) async throws {
            let acme = AccountSeen(
                name: "Acme", domain: "acme.example",
                attributes: ["employees": .number(FixedNumber(thousandths: employees * 1000))])
            let ann = BuyerSeen(email: "ann@acme.example", title: title, accountDomain: "acme.example")
            _ = try await intake.record(
                [
                    event(
                        message, LiveActor(email: "ann@acme.example"), signal: nil, outcome: .ignored, buyers: [ann],
                        accounts: [acme])
                ], source: source)
        }
        try await say(100, "CFO", by: first, "a")
        try await say(100, "CFO", by: first, "b")
        #expect(try bench.file.rows("SELECT count(*) FROM account_fact") == ["1"], "said again, it is no news")
        #expect(try bench.file.rows("SELECT count(*) FROM buyer_fact") == ["1"])
        try await say(200, "CEO", by: second, "c")
        try await say(100, "CFO", by: first, "d")
        #expect(try bench.file.rows("SELECT count(*) FROM account_fact") == ["3"])
        #expect(try bench.file.rows("SELECT count(*) FROM buyer_fact") == ["3"])
        #expect(
            try bench.file.rows("SELECT text FROM buyer JOIN term ON term.id = title WHERE account IS NOT NULL")
                == ["CFO"])
    }

    @Test func aVisitorWhoLogsInBringsThePastAlong() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        let visitor = LiveActor(anonymousID: "v1")
        let person = LiveActor(id: "u1")
        _ = try await intake.record([event("a", visitor), event("b", person)], source: source)
        let ann = BuyerSeen(id: "u1", email: "ann@acme.example", title: "CFO", accountDomain: "acme.example")
        _ = try await intake.record(
            [
                event(
                    "c", person, signal: nil, outcome: .ignored, buyers: [ann],
                    accounts: [AccountSeen(name: "Acme", domain: "acme.example")], visitors: ["v1"])
            ], source: source)
        // Somebody else on the same machine later does not get Ann's past.
        let bob = BuyerSeen(id: "u2", email: "bob@acme.example")
        _ = try await intake.record(
            [event("d", LiveActor(id: "u2"), signal: nil, outcome: .ignored, buyers: [bob], visitors: ["v1"])],
            source: source)
        _ = try await intake.record([event("e", visitor)], source: source)
        let columns = try bench.columns()
        #expect(columns.history.engagementCount == 3)
        #expect(columns.actors.count == 1, "all three are Ann's")
        #expect(try !bench.file.rows("SELECT account FROM refold").isEmpty)
    }

    @Test func givingAnIdUpMovesWhatWasMentioned() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        _ = try await intake.record([event("a", LiveActor(id: "old"))], source: source)
        _ = try await intake.record(
            [
                event(
                    "b", LiveActor(id: "new"), signal: nil, outcome: .ignored,
                    buyers: [BuyerSeen(id: "new", accountDomain: "acme.example")],
                    accounts: [AccountSeen(name: "Acme", domain: "acme.example")], former: "old")
            ], source: source)
        _ = try await intake.record([event("c", LiveActor(id: "old"))], source: source)
        let columns = try bench.columns()
        #expect(columns.history.engagementCount == 2 && columns.actors.count == 1)
    }

    @Test func whatAProgramDidIsKeptButNotCountedUntilSomebodyClearsIt() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        let ann = BuyerSeen(id: "u1", accountDomain: "acme.example")
        let acme = AccountSeen(name: "Acme", domain: "acme.example")
        _ = try await intake.record(
            [event("a", LiveActor(id: "u1"), outcome: .automated, buyers: [ann], accounts: [acme])], source: source)
        #expect(try bench.columns().history.engagementCount == 0)
        let engagement = try #require(try bench.file.rows("SELECT seq FROM engagement").first.flatMap { Int64($0) })
        _ = try await intake.judge(
            ActJudgement(engagement: engagement, isAutomated: false, by: "Bea", at: Self.noon))
        #expect(try bench.columns().history.engagementCount == 1)
        _ = try await intake.judge(
            ActJudgement(engagement: engagement, isAutomated: true, by: "Bea", at: Self.noon))
        #expect(try bench.columns().history.engagementCount == 0)
        #expect(try bench.file.rows("SELECT automated FROM judged ORDER BY seq") == ["1", "0", "1"])
    }

    @Test func whatCannotBeWrittenDoesNotTakeTheOthersWithIt() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let intake = EventIntake(bench.ledger)
        defer { intake.close() }
        let refused = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let receipt = try? await intake.record([event("m\(number)", LiveActor(id: "u"))], source: source)
                    return receipt == nil
                }
                group.addTask {
                    let nobody = ActJudgement(engagement: 1_000_000, isAutomated: true, at: Self.noon)
                    return (try? await intake.judge(nobody)) == nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(refused == 50)
        #expect(try bench.file.rows("SELECT count(*) FROM event") == ["50"])
    }

    @Test func moreThanCanBeHeldIsRefusedNotLost() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let intake = EventIntake(bench.ledger, limits: .init(waiting: 30_000, together: 12_000))
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for request in 0..<100 {
                group.addTask {
                    do {
                        let events = (0..<8).map { event("m\(request)-\($0)", LiveActor(id: "u\($0)")) }
                        return try await intake.record(events, source: source).added == 8
                    } catch {
                        #expect((error as? LedgerError)?.code == .overloaded)
                        return false
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        let taken = outcomes.count { $0 }
        #expect(taken > 0)
        #expect(try bench.file.rows("SELECT count(*) FROM event") == ["\(taken * 8)"])
        intake.close()
        let error = await #expect(throws: LedgerError.self) {
            try await intake.record([event("late", LiveActor(id: "u"))], source: source)
        }
        #expect(error?.code == .closed)
    }

    @Test func theLogStaysShortWhileFactsCome() async throws {
        let bench = try LedgerBench()
        let source = try source(bench)
        let keeper = LogKeeper(bench.ledger, longest: 1 << 20)
        let intake = EventIntake(bench.ledger)
        defer {
            intake.close()
            keeper.close()
        }
        let log = bench.bench.place("weir/weir.db-wal")
        func length() throws -> Int {
            try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0
        }
        for request in 0..<4 {
            // Twice as much as may stay; how much of it is gone before the last one came is the machine's affair.
            for number in 0..<20 {
                var event = event("\(request)-\(number)", LiveActor(id: "u"))
                event.raw = Array(repeating: 120, count: 100_000)
                _ = try await intake.record([event], source: source)
            }
            while try length() > 1 << 20 { try await Task.sleep(for: .milliseconds(10)) }
        }
        #expect(try bench.file.integrity() == "ok")
    }
}
