import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Taking a file in")
struct ImportSessionTests {
    private let everyKind: [Facts] = [
        .accounts([AccountSeen(id: "1", name: "Acme", domain: "acme.example"), AccountSeen(name: "Bolt")]),
        .buyers([BuyerSeen(id: "b1", email: "ann@acme.example", title: "CMO", accountID: "1")]),
        .deeds([Deed(id: "m1", buyer: "b1"), Deed(buyer: "b1"), Deed(buyer: "b1"), Deed(domain: "bolt.example")]),
        .opportunities([OpportunitySeen(id: "o1", accountID: "1", stage: "Open")]),
        .dispositions([DispositionMade(buyerID: "b1", verdict: .accept, at: LedgerBench.now)]),
        .costs([cost(1000), cost(1000), cost(2000)]),
    ]

    private static func cost(_ cents: Int64) -> CostIncurred {
        let day = CivilDay(number: 20_000)
        return CostIncurred(campaign: "spring", from: day, to: day, amount: Money(minorUnits: cents, currency: "EUR"))
    }

    @Test func theSameFileAgainChangesNothing() throws {
        let bench = try LedgerBench()
        for facts in everyKind { #expect(try bench.take(facts).added == facts.count, "\(facts.kind)") }
        let before = try bench.file.contents()
        let counts = try bench.file.counts()
        for facts in everyKind {
            // As another file with the same rows: every row is known.
            #expect(try bench.take(facts) == ImportCounts(read: facts.count, known: facts.count), "\(facts.kind)")
        }
        #expect(try bench.file.contents() == before)
        var after = try bench.file.counts()
        after["import"] = counts["import"]
        #expect(after == counts)
        #expect(counts["cost"] == 3 && counts["engagement"] == 4)
    }

    @Test func aFinishedFileIsKnownByItsDigest() throws {
        let bench = try LedgerBench()
        let first = try bench.session(.accounts, digest: "x")
        #expect(!first.isFinished)
        try first.write([AccountSeen(name: "Acme")], upTo: ImportPlace(read: 3, rejected: 1, skipped: 1))
        #expect(try !bench.session(.accounts, digest: "x").isFinished)
        try first.finish(read: 3, rejected: 1, skipped: 1, now: LedgerBench.now)
        let again = try bench.session(.accounts, digest: "x")
        #expect(again.isFinished)
        #expect(again.counts == ImportCounts(read: 3, added: 1, known: 0, rejected: 1, skipped: 1))
        #expect(try !bench.session(.accounts, digest: "x", source: "other").isFinished)
        #expect(try !bench.session(.buyers, digest: "x").isFinished)
        let record = try #require(try bench.ledger.imports().first)
        #expect(record.finishedAt == LedgerBench.now && record.request.file == "x.csv")
    }

    @Test func aLongerFileAddsOnlyItsNews() throws {
        let bench = try LedgerBench()
        let twice = Deed(buyer: "b1", signal: "pricing_viewed")
        try bench.take(.deeds([Deed(id: "m1", buyer: "b1"), twice, twice]))
        let longer = try bench.take(
            .deeds([Deed(id: "m1", buyer: "b1"), twice, twice, twice, Deed(id: "m2", buyer: "b2")]))
        #expect(longer.added == 2 && longer.known == 3)
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme"), AccountSeen(id: "2", name: "Bolt")]))
        let changed = try bench.take(
            .accounts([
                AccountSeen(id: "1", name: "Acme"), AccountSeen(id: "2", name: "Bolt Ltd"),
                AccountSeen(id: "3", name: "Cog"),
            ]))
        #expect(changed.added == 2 && changed.known == 1)
    }

    @Test func idsAreUniqueWithinTheirSource() throws {
        let bench = try LedgerBench()
        try bench.take(.deeds([Deed(id: "m1", buyer: "b1")]), source: "crm")
        #expect(try bench.take(.deeds([Deed(id: "m1", buyer: "b1")]), source: "web").added == 1)
        #expect(try bench.file.counts()["buyer"] == 2)
    }

    @Test func aBatchThatFailsLeavesNoTrace() throws {
        let bench = try LedgerBench()
        let session = try bench.session(.engagements, digest: "x")
        let first = [Deed(buyer: "b1"), Deed(buyer: "b1")]
        try session.write(.deeds(first), upTo: ImportPlace(read: 2, rejected: 0, skipped: 0))
        _ = try bench.file.rows(
            """
            CREATE TRIGGER refuse BEFORE INSERT ON engagement WHEN NEW.message = 'bad'
            BEGIN SELECT RAISE(ABORT, 'refused'); END
            """)
        let before = try bench.file.contents()
        let second = [Deed(buyer: "b1"), Deed(buyer: "new", signal: "new signal"), Deed(id: "bad", buyer: "b3")]
        #expect(throws: LedgerError.self) {
            try session.write(.deeds(second), upTo: ImportPlace(read: 5, rejected: 0, skipped: 0))
        }
        #expect(session.counts == ImportCounts(read: 2, added: 2))
        #expect(try bench.file.contents() == before)
        #expect(try bench.ledger.imports().first?.counts.read == 2)

        _ = try bench.file.rows("DROP TRIGGER refuse")
        let again = try bench.session(.engagements, digest: "x")
        try again.write(.deeds(first), isOnDisk: true, upTo: ImportPlace(read: 2, rejected: 0, skipped: 0))
        try again.write(.deeds(second), upTo: ImportPlace(read: 5, rejected: 0, skipped: 0))
        #expect(again.counts == ImportCounts(read: 5, added: 5))
        #expect(try bench.file.rows("SELECT seq FROM engagement ORDER BY seq") == ["1", "2", "3", "4", "5"])
    }
}
