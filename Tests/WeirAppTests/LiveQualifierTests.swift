import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Deciding upon facts as they come", .timeLimit(.minutes(20)))
struct LiveQualifierTests {
    /// Invents what clients send about a few companies over some weeks: people who come as visitors and log in, who
    /// are described late or move, acts that come late, early, twice or by programs.
    struct Stream {
        var chance: SeededChance
        private var number = 0
        private var engagements = 0

        private static let signals = [
            "page_viewed", "pricing_viewed", "content_downloaded", "content_read", "content_shared",
            "webinar_attended", "event_met", "event_met", "meeting_held", "email_replied", "meeting_held",
            "unsubscribed", "demo_requested",
            "not_in_the_agreement",
        ]
        private static let titles = [
            "Chief Marketing Officer", "VP Sales", "Head of Marketing", "IT Director", "Finance Manager", "Intern",
        ]

        init(seed: UInt64) { chance = SeededChance(seed) }

        mutating func event(at now: Instant) -> LiveEvent {
            number += 1
            let company = chance.below(6)
            let person = "p\(company)-\(chance.below(5))"
            var at = Instant(milliseconds: now.milliseconds - Int64(chance.below(600)) * 1000)
            if chance.isTrue(percent: 10) { at.milliseconds -= Int64(1 + chance.below(30)) * 86_400_000 }
            if chance.isTrue(percent: 3) { at.milliseconds += Int64(1 + chance.below(5)) * 86_400_000 }
            var event = LiveEvent(
                message: "m\(chance.isTrue(percent: 3) ? max(0, number - 3) : number)", kind: "track", name: "x",
                at: at,
                receivedAt: now, actor: LiveActor(id: person), outcome: .mapped)
            switch chance.below(100) {
            case _ where number <= 6: describeCompany(&event, number - 1)
            case 0..<8: describe(&event, person, company)
            case 8..<10: describeCompany(&event, company)
            case 10..<20: event.actor = LiveActor(anonymousID: "v\(person)")
            case 20..<30: newcomer(&event, company)
            default: break
            }
            if event.buyers.isEmpty, event.accounts.isEmpty { act(&event, company) }
            return event
        }

        /// Somebody nobody has heard of, described in the event of their first act.
        mutating func newcomer(_ event: inout LiveEvent, _ company: Int) {
            let person = "n\(number)"
            event.actor = LiveActor(id: person)
            describe(&event, person, company)
            event.outcome = .mapped
            act(&event, company)
        }

        private mutating func act(_ event: inout LiveEvent, _ company: Int) {
            event.act = LiveAct(signal: chance.pick(Stream.signals))
            if chance.isTrue(percent: 40) { event.act?.content = "asset \(chance.below(4))" }
            if chance.isTrue(percent: 20) { event.act?.sharedWith = "p\(company)-\(chance.below(5))" }
            if chance.isTrue(percent: 5) { event.outcome = .automated }
        }

        private mutating func describe(_ event: inout LiveEvent, _ person: String, _ company: Int) {
            let home = chance.isTrue(percent: 10) ? chance.below(6) : company
            var seen = BuyerSeen(id: person, title: chance.pick(Stream.titles), observedAt: event.at)
            switch chance.below(3) {
            case 0: seen.accountID = "c\(home)"
            case 1: seen.accountDomain = "c\(home).example"
            default: seen.email = "\(person)@c\(home).example"
            }
            event.buyers = [seen]
            if chance.isTrue(percent: 50) { event.formerVisitors = ["v\(person)"] }
            event.outcome = .ignored
        }

        private mutating func describeCompany(_ event: inout LiveEvent, _ company: Int) {
            event.accounts = [
                AccountSeen(
                    id: "c\(company)", name: "Company \(company)",
                    domain: chance.isTrue(percent: 70) ? "c\(company).example" : nil, observedAt: event.at,
                    attributes: [
                        "industry": .text(
                            chance.pick(["Banking", "Banking", "Software & Services", "Software & Services", "Farming"])
                        ),
                        "country": .text("Germany"),
                        "employees": .number(
                            FixedNumber(thousandths: Int64(chance.pick([300, 2000, 20_000, 20_000, 20_000])) * 1000)),
                        "technologies": .set(["salesforce", "marketo"]),
                    ])
            ]
            event.outcome = .ignored
        }
    }

    func expectEqualToARebuild(_ live: LiveBench, _ words: String) async throws {
        let stored = try live.stored()
        let position = try #require(stored.position)
        let use = try live.bench.workspace.agreementInForce(at: live.clock.instant)
        let rebuild = try await Rebuild(
            live.bench.workspace, use, version: position.agreement, earliest: position.day, now: live.clock.instant)
        #expect(position.day == rebuild.position.day, "\(words)")
        #expect(LiveBench.lines(stored.standings) == LiveBench.lines(rebuild.standings), "\(words)")
        #expect(try live.feedSum() == LiveBench.inside(stored.standings), "\(words): the feed adds up to the standings")
        #expect(stored.refolds == 0, "\(words)")
    }

    @Test("what was followed equals a rebuild from all facts", arguments: [(1, 400_000), (2, 12), (3, 12)])
    func equalsARebuild(seed: UInt64, capacity: Int) async throws {
        print("live stream of seed \(seed)")
        let live = try LiveBench(capacity: capacity)
        var stream = Stream(seed: seed)
        var decisions = 0
        defer {
            print(
                "seed \(seed), capacity \(capacity): \(decisions) decisions, \(live.qualifier.counts.refolds) refolds")
        }
        for round in 0..<15 {
            for _ in 0..<(1 + stream.chance.below(3)) {
                let events = (0..<(1 + stream.chance.below(30))).map { _ in stream.event(at: live.clock.instant) }
                _ = try await live.intake.record(events, source: live.source)
            }
            if stream.chance.isTrue(percent: 30) { try await judge(live, &stream) }
            if stream.chance.isTrue(percent: 50) {
                live.clock.turn(minutes: Int64(stream.chance.below(60 * 24 * 6)))
            }
            // A clock that is set back does not bring a settled day back.
            if stream.chance.isTrue(percent: 10) { live.clock.turn(minutes: -1_500) }
            try await live.settleToday()
            try await expectEqualToARebuild(live, "seed \(seed), round \(round)")
            let ledger = live.bench.workspace.ledger
            decisions = try Int(ledger.readLive(isFreeMail: { _ in false }) { try $0.lastDecision() })
        }
        #expect(decisions > 10, "too little happened to say anything")
        await live.stop()
    }

    @Test("whatever commit a process dies after, the next one goes on from there")
    func goesOnAfterADeath() async throws {
        let live = try LiveBench()
        var stream = Stream(seed: 77)
        var deaths: [(file: String, acknowledged: Int)] = []
        var acknowledged: Set<String> = []
        for round in 0..<12 {
            let events = (0..<40).map { _ in stream.event(at: live.clock.instant) }
            _ = try await live.intake.record(events, source: live.source)
            acknowledged.formUnion(events.map(\.message))
            // What a reader sees at any moment is what a process killed then leaves behind: the last commit.
            let folder = live.bench.bench.place("after-\(round)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            _ = try live.bench.file.rows("VACUUM INTO '\(folder)/\(Ledger.fileName)'")
            deaths.append((folder, acknowledged.count))
            live.clock.turn(minutes: Int64(stream.chance.below(2000)))
        }
        for death in deaths {
            let workspace = try Workspace.open(death.file)
            let events = try LedgerFile(workspace: death.file).rows(
                "SELECT count(*), count(DISTINCT message) FROM event")
            #expect(events == ["\(death.acknowledged)|\(death.acknowledged)"])
            let clock = live.clock
            let next = LiveQualifier(workspace, settings: .init(interval: .milliseconds(20))) { clock.instant }
            await next.decided(upTo: try workspace.ledger.readLive(isFreeMail: { _ in false }) { try $0.lastSeq() })
            await next.stop()
            let stored = try LiveBench.stored(workspace)
            let position = try #require(stored.position)
            let use = try workspace.agreementInForce(at: clock.instant)
            let rebuild = try await Rebuild(
                workspace, use, version: 1, earliest: position.day, now: clock.instant)
            #expect(LiveBench.lines(stored.standings) == LiveBench.lines(rebuild.standings), "\(death.file)")
            #expect(try LiveBench.feedSum(workspace) == LiveBench.inside(stored.standings), "\(death.file)")
        }
        await live.stop()
    }

    @Test("who comes new is folded in; nobody else of the account is folded anew")
    func newcomersCostNoRefold() async throws {
        let live = try LiveBench()
        var stream = Stream(seed: 5)
        let company = (0..<6).map { _ in stream.event(at: live.clock.instant) }
        _ = try await live.intake.record(company, source: live.source)
        try await live.settle()
        let before = live.qualifier.counts.refolds
        let newcomers = (0..<200).map { _ in
            var event = stream.event(at: live.clock.instant)
            (event.accounts, event.formerVisitors) = ([], [])
            stream.newcomer(&event, 1)
            return event
        }
        for part in 0..<10 {
            _ = try await live.intake.record(Array(newcomers[(part * 20)..<(part * 20 + 20)]), source: live.source)
            try await live.settle()
        }
        let refolds = live.qualifier.counts.refolds - before
        // Of acts that came late, or that a program did; a few of each hundred.
        #expect(refolds < 60, "\(refolds) refolds")
        try await live.settleToday()
        try await expectEqualToARebuild(live, "newcomers")
        await live.stop()
    }

    @Test("where nothing is asked of a buyer, who is only described is qualified as well")
    func newcomersMayMatterByBeingThere() async throws {
        let live = try LiveBench(isSigned: false)
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let strict = "account_qualified: true\n  enter: 20\n  stay: 8\n"
        try #require(text.contains(strict))
        let easy = text.replacing(strict, with: "account_qualified: false\n  enter: 0\n  stay: 0\n")
        try LiveBench.sign(easy, live.bench, live.clock)
        let acme = AccountSeen(
            id: "c1", name: "Acme", domain: "acme.example",
            attributes: [
                "industry": .text("Software & Services"), "country": .text("Germany"),
                "employees": .number(FixedNumber(thousandths: 20_000_000)),
                "technologies": .set(["salesforce", "marketo"]),
            ])
        for number in 0..<3 {
            var event = LiveEvent(
                message: "m\(number)", kind: "identify", name: "x", at: live.clock.instant,
                receivedAt: live.clock.instant, actor: LiveActor(id: "p\(number)"), accounts: [acme], outcome: .ignored)
            event.buyers = [BuyerSeen(id: "p\(number)", title: "Chief Marketing Officer", accountID: "c1")]
            _ = try await live.intake.record([event], source: live.source)
            try await live.settle()
        }
        try await live.settleToday()
        try await expectEqualToARebuild(live, "only described")
        #expect(try live.stored().standings.flatMap(\.buyers).count == 3)
        await live.stop()
    }

    @Test("waiting for a fact that was known already ends")
    func waitsForNothingThatIsNotThere() async throws {
        let live = try LiveBench()
        var stream = Stream(seed: 9)
        let events = (0..<10).map { _ in stream.event(at: live.clock.instant) }
        _ = try await live.intake.record(events, source: live.source)
        let again = try await live.intake.record(events, source: live.source)
        #expect(again.added == 0)
        #expect(try again.seq == live.bench.workspace.ledger.readLive(isFreeMail: { _ in false }) { try $0.lastSeq() })
        await live.qualifier.decided(upTo: again.seq)
        await live.stop()
    }

    /// Somebody changes a judgement about some act.
    private func judge(_ live: LiveBench, _ stream: inout Stream) async throws {
        let engagements = try live.bench.file.rows("SELECT seq FROM engagement").compactMap { Int64($0) }
        guard !engagements.isEmpty else { return }
        _ = try await live.intake.judge(
            ActJudgement(
                engagement: stream.chance.pick(engagements), isAutomated: stream.chance.isTrue(percent: 40), by: "Bea",
                at: live.clock.instant))
    }
}
