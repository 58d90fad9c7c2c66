import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Who was said to be one", .timeLimit(.minutes(20)))
struct MergeTests {
    private func merges(_ live: LiveBench) throws -> [MergeSummary] {
        try live.bench.workspace.merges(MergeFilter())
    }

    /// Merges two records at random, or takes a merge back: through the service's intake, or as a command beside it.
    private func say(_ live: LiveBench, _ chance: inout SeededChance) async throws {
        let open = try merges(live)
        let kind = chance.pick([RecordKind.account, .buyer, .buyer])
        let ids = try live.bench.file.rows("SELECT id FROM \(kind.rawValue)").compactMap { Int64($0) }
        guard ids.count > 1 else { return }
        do {
            if !open.isEmpty, chance.isTrue(percent: 40) {
                let id = chance.pick(open).id
                _ = try live.bench.workspace.takeBackMerge(id, by: "Bea", because: nil, now: live.clock.instant)
                return
            }
            let merge = RecordMerge(
                kind, chance.pick(ids), chance.pick(ids), by: "Ann", evidence: "same telephone", at: live.clock.instant)
            if chance.isTrue(percent: 50) {
                _ = try await live.intake.record(.merge(merge))
            } else {
                _ = try live.bench.workspace.ledger.record(.merge(merge))
                live.qualifier.nudge()
            }
        } catch let error as LedgerError {
            #expect(error.code == .conflict, "\(error)")
        }
    }

    @Test(
        "standings equal a rebuild after each word, and what they would be without it once all is taken back",
        arguments: [(21, 400_000), (12, 12), (14, 400_000)])
    func standings(seed: UInt64, capacity: Int) async throws {
        print("live stream of seed \(seed), merged")
        let live = try LiveBench(capacity: capacity)
        let plain = try LiveBench()
        var stream = LiveQualifierTests.Stream(seed: seed)
        var chance = SeededChance(seed &* 7919)
        var wereDifferent = false
        for round in 0..<12 {
            let events = (0..<(1 + stream.chance.below(40))).map { _ in stream.event(at: live.clock.instant) }
            _ = try await live.intake.record(events, source: live.source)
            _ = try await plain.intake.record(events, source: plain.source)
            for _ in 0..<2 {
                try await say(live, &chance)
                try await live.settleToday()
                try await LiveQualifierTests().expectEqualToARebuild(live, "seed \(seed), round \(round)")
            }
            let minutes = Int64(stream.chance.below(60 * 24 * 5))
            for bench in [live, plain] { bench.clock.turn(minutes: minutes) }
            for bench in [live, plain] { try await bench.settleToday() }
            let (one, other) = (try live.stored().standings, try plain.stored().standings)
            wereDifferent = wereDifferent || LiveBench.lines(one) != LiveBench.lines(other)
        }
        #expect(wereDifferent, "the merges decided nothing")
        for merge in try merges(live).shuffled(using: &chance) {
            _ = try live.bench.workspace.takeBackMerge(merge.id, by: "Bea", because: nil, now: live.clock.instant)
        }
        try await live.settleToday()
        try await LiveQualifierTests().expectEqualToARebuild(live, "seed \(seed), all taken back")
        #expect(LiveBench.lines(try live.stored().standings) == LiveBench.lines(try plain.stored().standings))
        await live.stop()
        await plain.stop()
    }

    // MARK: What is shown

    @Test func oneShowsWhatTheOtherLacks() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let source = try await bench.source()
        try await bench.qualify(from: source)
        try await bench.send(
            [
                """
                {"type":"identify","messageId":"i-x","userId":"x","traits":{"email":"a.lee@gmail.com"}}
                """
            ], from: source)
        try await bench.send([bench.act("x-1", "x", "Demo Requested")], from: source)
        await service.settle()
        let ann = try await buyer(service, "ann@bank.example")
        let twin = try await buyer(service, "a.lee@gmail.com")
        #expect(twin.account == nil && twin.title == nil)
        let merge = try await service.merge(
            MergeRequest(first: ann.id, second: twin.id, into: twin.id, by: "Bea", because: "  one  telephone "))
        #expect(merge.into == twin.id && merge.because == "one telephone" && merge.firstName == "ann")
        await service.settle()
        let one = try await service.buyer(ann.id)
        #expect(one.id == twin.id && one.email == "a.lee@gmail.com", "its own comes first")
        #expect(one.name == "ann" && one.title == ann.title && one.account == ann.account, "the rest is filled in")
        let acts = try await service.engagements(ActivityFilter(buyer: twin.id), PageRequest()).items
        #expect(acts.map(\.message) == ["d-bank-ann", "x-1"])
        let standing = try await service.qualification(of: try #require(ann.account), asOf: nil)
        #expect(standing.qualifiedBuyers.contains(twin.id) && standing.engagedBuyers == 3)
        #expect(try await service.explanation(of: ann.id, asOf: nil).isQualified)
        let listed = try await service.merges(MergeFilter(kind: .buyer), PageRequest()).items
        #expect(listed == [merge])
        let end = try await service.takeBackMerge(merge.id, by: "Cat", because: nil)
        await service.settle()
        #expect(end.takenBackBy == "Cat" && end.takenBackAt != nil)
        #expect(try await service.merges(MergeFilter(), PageRequest()).items.isEmpty)
        #expect(try await service.merges(MergeFilter(includesTakenBack: true), PageRequest()).items == [end])
        #expect(try await buyer(service, "ann@bank.example") == ann)
        #expect(try await service.buyer(twin.id) == twin)
        await service.stop()
    }

    @Test func aKnownPersonIsKeptWhoeverIsNamed() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let source = try await bench.source()
        try await bench.send(bench.people(), from: source)
        try await bench.send(
            ["{\"type\":\"track\",\"messageId\":\"v\",\"anonymousId\":\"v1\",\"event\":\"Demo Requested\"}"],
            from: source)
        let ann = try await buyer(service, "ann@bank.example")
        let visitor = try #require(
            try await service.buyers(ActivityFilter(), PageRequest()).items.first { $0.isAnonymous })
        let merge = try await service.merge(
            MergeRequest(first: visitor.id, second: ann.id, into: visitor.id, by: "Bea"))
        #expect(merge.into == ann.id)
        #expect(try await service.buyer(visitor.id).id == ann.id)
        await service.stop()
    }

    /// Waits for what a command beside the service wrote, too.
    private func settle(_ bench: ServiceBench) async throws {
        let ledger = bench.bench.workspace.ledger
        await bench.service.decided(upTo: try ledger.readLive(isFreeMail: { _ in false }) { try $0.lastSeq() })
    }

    @Test func twoCompaniesAreOneWithTheirPeople() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let source = try await bench.source()
        try await bench.qualify(from: source)
        try await bench.qualify("house", from: source)
        let accounts = try await service.accounts(AccountFilter(), PageRequest()).items
        #expect(accounts.count == 2)
        let merge = try bench.bench.workspace.merge(
            .account, "bank.example", "house.example", into: "house.example", by: "Bea", because: nil,
            now: bench.clock.instant)
        #expect(merge.into == accounts[1].id && merge.secondName == "house plc")
        try await settle(bench)
        let one = try await service.accounts(AccountFilter(), PageRequest()).items
        #expect(one.map(\.id) == [accounts[1].id] && one.map(\.isQualified) == [true])
        let found = try await service.accounts(AccountFilter(domain: "bank.example"), PageRequest()).items
        #expect(found == one)
        #expect(try await service.buyers(ActivityFilter(account: accounts[0].id), PageRequest()).items.count == 6)
        // Somebody new at the company that was merged away belongs to the one that is kept.
        try await bench.send(
            [
                "{\"type\":\"identify\",\"messageId\":\"new\",\"userId\":\"new\",\"traits\":{\"email\":\"n@bank.example\"}}"
            ],
            from: source)
        #expect(try await buyer(service, "n@bank.example").account == accounts[1].id)
        _ = try bench.bench.workspace.takeBackMerge(merge.id, by: "Bea", because: nil, now: bench.clock.instant)
        try await settle(bench)
        #expect(try await service.accounts(AccountFilter(), PageRequest()).items.map(\.id) == accounts.map(\.id))
        #expect(try await buyer(service, "n@bank.example").account == accounts[0].id)
        #expect(try await service.buyers(ActivityFilter(account: accounts[1].id), PageRequest()).items.count == 3)
        await service.stop()
    }

    // MARK: What is refused

    @Test func whatMakesNoSenseIsRefusedInWords() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        try await bench.send(bench.people(), from: try await bench.source())
        let ann = try await buyer(service, "ann@bank.example").id
        let ben = try await buyer(service, "ben@bank.example").id
        let cat = try await buyer(service, "cat@bank.example").id
        let bank = try #require(try await service.accounts(AccountFilter(), PageRequest()).items.first).id
        let merge = try await service.merge(MergeRequest(first: ann, second: ben, by: "Bea"))
        func expect(_ code: ServiceError.Code, _ words: String, _ body: () async throws -> MergeSummary) async {
            do {
                _ = try await body()
                Issue.record("nothing was refused where “\(words)” was expected")
            } catch let error as ServiceError {
                #expect(error.code == code && error.description.contains(words), "\(error)")
            } catch {
                Issue.record("another error: \(error)")
            }
        }
        func said(_ first: String, _ second: String, into: String? = nil, by: String = "Bea") -> MergeRequest {
            MergeRequest(first: first, second: second, into: into, by: by)
        }
        await expect(.conflict, merge.id) { try await service.merge(said(ben, ann)) }
        await expect(.conflict, "two different ones") { try await service.merge(said(cat, cat)) }
        await expect(.invalid, "two kinds") { try await service.merge(said(cat, bank)) }
        await expect(.invalid, "neither") { try await service.merge(said(cat, ann, into: ben)) }
        await expect(.notFound, "buy_999") { try await service.merge(said(cat, "buy_999")) }
        await expect(.notFound, "acc_7") { try await service.merge(said("cat", "dog")) }
        await expect(.invalid, "name") { try await service.merge(said(cat, ann, by: " ")) }
        await expect(.notFound, "mrg_999") { try await service.takeBackMerge("mrg_999", by: "Bea", because: nil) }
        _ = try await service.takeBackMerge(merge.id, by: "Bea", because: nil)
        await expect(.conflict, "already") { try await service.takeBackMerge(merge.id, by: "Bea", because: nil) }
        #expect(throws: AppError.self, "an account where a buyer belongs") {
            try bench.bench.workspace.merge(
                .buyer, bank, ann, into: nil, by: "Bea", because: nil, now: bench.clock.instant)
        }
        #expect(try await service.merges(MergeFilter(), PageRequest()).items.isEmpty)
        await service.stop()
    }

    private func buyer(_ service: Service, _ email: String) async throws -> BuyerSummary {
        try #require(
            try await service.buyers(ActivityFilter(), PageRequest(limit: 200)).items.first { $0.email == email })
    }
}
