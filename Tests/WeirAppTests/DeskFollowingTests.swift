import Testing
import WeirApp
import WeirDesk
import WeirFacts
import WeirLedger
import WeirTestSupport

/// How the desk takes in what is decided, in services of which none follows by itself: a test says when.
@Suite("Following at the desk", .timeLimit(.minutes(20)))
struct DeskFollowingTests {
    private static let saturday: Int64 = 3 * 1440

    /// People of companies have asked for a demo, it is decided that they are qualified, and no desk has begun.
    private func bench(after minutes: Int64, companies: [String] = ["bank"]) async throws -> ServiceBench {
        let bench = try ServiceBench(options: ServiceOptions(doesDecide: false))
        bench.clock.turn(minutes: minutes)
        let source = try await bench.source()
        try await bench.send(companies.flatMap(bench.people), from: source)
        try await bench.send(
            companies.flatMap { company in
                ["ann", "ben", "cat"].map { bench.act("d-\(company)-\($0)", "\(company)-\($0)", "Demo Requested") }
            }, from: source)
        try await decide(bench)
        return bench
    }

    private func decide(_ bench: ServiceBench) async throws {
        let clock = bench.clock
        let qualifier = LiveQualifier(bench.bench.workspace) { clock.instant }
        await qualifier.decided(
            upTo: try bench.bench.workspace.ledger.readLive(isFreeMail: { _ in false }) { try $0.lastSeq() })
        await qualifier.stop()
    }

    /// A service that knows nothing of the desk yet.
    private func another(_ bench: ServiceBench) throws -> Service {
        let clock = bench.clock
        return try Service(bench.bench.workspace, ServiceOptions(doesDecide: false)) { clock.instant }
    }

    private func signAnother(_ bench: ServiceBench) throws {
        bench.clock.turn(minutes: 1)
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        try LiveBench.sign(text + "\n# again\n", bench.bench, bench.clock)
        bench.clock.turn(minutes: 1)
    }

    @Test func aDeskUnderAnOlderAgreementCanBeLookedAt() async throws {
        let bench = try await bench(after: 600)
        _ = try await bench.service.deskTick()
        try signAnother(bench)
        #expect(try await another(bench).inbox(InboxFilter(), PageRequest()).items.count == 3)
        #expect(try await bench.service.inbox(InboxFilter(), PageRequest()).items.count == 3)
    }

    @Test func whoWaitsIsPlacedAnewUnderAnotherAgreement() async throws {
        let bench = try await bench(after: DeskFollowingTests.saturday)
        _ = try await bench.service.deskTick()
        let waiting = try await bench.service.deskFlow().teams.flatMap(\.waiting)
        #expect(waiting.count == 3 && waiting.allSatisfy(\.raisedHand))
        // On Monday the first who is placed lets all of them through.
        bench.clock.turn(minutes: 2 * 1440)
        try signAnother(bench)
        _ = try await bench.service.deskTick()
        #expect(try await bench.service.inbox(InboxFilter(), PageRequest()).items.count == 3)
        #expect(try await bench.service.deskTick() == 0)
    }

    @Test func aHandRaisedInTheSameTurnStaysRaised() async throws {
        let bench = try await bench(after: DeskFollowingTests.saturday, companies: [])
        _ = try await bench.service.deskTick()
        // Begun: what comes now is a decision and a fact of one turn.
        let team = try #require(try await bench.service.deskFlow().teams.first?.name)
        _ = try await bench.service.changeTeam(team, .joins(name: "eve", capacity: 3), by: "Ann")
        try await bench.qualify(from: try await bench.source("another"))
        try await decide(bench)
        _ = try await bench.service.deskTick()
        let flow = try await bench.service.deskFlow()
        #expect(flow.teams.flatMap(\.waiting).map(\.raisedHand) == [true, true, true])
    }

    @Test func whoeverActsFirstLosesNobody() async throws {
        let bench = try await bench(after: 600)
        let members = try await bench.service.changeTeam("sdr_emea", .joins(name: "eve", capacity: 3), by: "Ann")
        #expect(members.members.contains { $0.name == "eve" })
        _ = try await bench.service.deskTick()
        #expect(try await bench.service.inbox(InboxFilter(), PageRequest()).items.count == 3)
    }

    @Test func aCalendarFileClosesATeam() async throws {
        let bench = try await bench(after: 600)
        let file = """
            BEGIN:VCALENDAR\r
            BEGIN:VEVENT\r
            SUMMARY:Winter break\r
            DTSTART;VALUE=DATE:20201227\r
            DTEND;VALUE=DATE:20201229\r
            RRULE:FREQ=YEARLY\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            SUMMARY:A meeting\r
            DTSTART:20201227T100000Z\r
            RRULE:FREQ=WEEKLY\r
            END:VEVENT\r
            END:VCALENDAR\r

            """
        let change = try TeamChange("follows_calendar") { ["calendar": file][$0] }
        let closed = try await bench.service.changeTeam("sdr_emea", change, by: "Ann").specialDays
        #expect(closed.count == 8 && closed.allSatisfy { $0.why == "Winter break" && $0.hours.isEmpty })
        let first = try #require(closed.first?.day)
        let works = try TeamChange("works") {
            ["from": "\(first)", "to": "\(first)", "hours": "10:00-12:00, 13:00-14:00"][$0]
        }
        let mixed = try await bench.service.changeTeam("sdr_emea", works, by: "Ann").specialDays
        #expect(mixed.count == 8 && mixed[0].hours.map(\.text) == ["10:00-12:00", "13:00-14:00"])
        let usual = try TeamChange("works_as_usual") { ["from": "\(first)", "to": "\(first)"][$0] }
        #expect(try await bench.service.changeTeam("sdr_emea", usual, by: "Ann").specialDays.count == 7)
        #expect(try await bench.service.deskTeams().first { $0.name == "sdr_emea" }?.specialDays.count == 7)
        await #expect(throws: ServiceError.self) {
            try await bench.service.changeTeam("sdr_emea", .closesBy(calendarFile: "hello"), by: "Ann")
        }
        #expect(throws: ServiceError.self) {
            try TeamChange("works") { ["from": "2026-01-01", "to": "2026-01-01"][$0] }
        }
        #expect(throws: ServiceError.self) {
            try TeamChange("closes") { ["from": "2026-01-02", "to": "2026-01-01"][$0] }
        }
    }

    @Test func whatDoesNotConcernTheDeskIsNotWrittenDown() async throws {
        let bench = try await bench(after: 600)
        _ = try await bench.service.deskTick()
        func position() throws -> DeskPosition? {
            try bench.bench.workspace.ledger.readDesk { try $0.position() }
        }
        let before = try #require(try position())
        try await bench.send(
            (0..<20).map { bench.act("p\($0)", "bank-ann", "Pricing Viewed") }, from: try await bench.source("another"))
        try await decide(bench)
        bench.clock.turn(minutes: 1)
        #expect(try await bench.service.deskTick() == 0)
        #expect(try position() == before)
        // The next morning the half hour for a raised hand is over: that is a moment.
        bench.clock.turn(minutes: 11 * 60 + 20)
        #expect(try await bench.service.deskTick() > 0)
        #expect(try position() != before)
    }

    @Test func allWhoWaitAreCounted() async throws {
        let bench = try await bench(after: DeskFollowingTests.saturday, companies: (0..<68).map { "firm\($0)" })
        let count = try await bench.service.deskTick()
        #expect(count >= 2 * 204)
        let flow = try await bench.service.deskFlow()
        let team = try #require(flow.teams.first { $0.waitingCount > 0 })
        #expect(team.waitingCount == 204 && team.waiting.count == 200)
        // One tick hands over so many and no more; the rest is due at once.
        bench.clock.turn(minutes: 2 * 1440)
        _ = try await bench.service.deskTick()
        #expect(try await bench.service.deskFlow().teams.map(\.open).reduce(0, +) == 204)
    }

    @Test func whatTheDiskRefusesIsSaidInTheLedgersWords() async throws {
        let bench = try await bench(after: 600)
        let fact = StoredDeskFact(
            at: bench.clock.instant, kind: "joined", subject: "eve", by: "Ann", isPerson: true, body: "{}")
        #expect(throws: LedgerError.self) {
            try bench.bench.workspace.ledger.readDesk { _ = try $0.add(fact) }
        }
    }
}
