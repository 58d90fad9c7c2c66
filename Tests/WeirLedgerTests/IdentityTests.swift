import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Who is meant")
struct IdentityTests {
    @Test func oneIDInTwoSourcesIsTwo() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "7", name: "Acme")]), source: "crm")
        try bench.take(.accounts([AccountSeen(id: "7", name: "Bolt")]), source: "billing")
        #expect(try names(bench) == ["Acme", "Bolt"])
    }

    @Test func twoIDsStayTwoThoughNameAndDomainAreEqual() throws {
        let bench = try LedgerBench()
        let twins = ["1", "2"].map { AccountSeen(id: $0, name: "Acme", domain: "acme.example") }
        #expect(try bench.take(.accounts(twins)).added == 2)
        #expect(try bench.take(.accounts(twins.reversed())).known == 2)
        #expect(try names(bench) == ["Acme", "Acme"])
        #expect(try bench.ledger.findAccounts("2") == [2])
    }

    @Test(
        "a company is known again by its domain or name",
        arguments: [
            AccountSeen(name: "Acme GmbH", domain: "acme.example"), AccountSeen(name: " ACME "),
            AccountSeen(domain: "acme.example"), AccountSeen(id: "9", name: "acme"),
        ])
    func knownAgain(seen: AccountSeen) throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(name: "Acme", domain: "acme.example")]))
        try bench.take(.accounts([seen]), source: "other")
        #expect(try bench.file.counts()["account"] == 1)
    }

    @Test func whatOneRowCallsOnePersonIsOne() throws {
        let bench = try LedgerBench()
        try bench.take(.buyers([BuyerSeen(id: "c1", otherIDs: ["l1", "l2"], email: "ann@acme.example", name: "Ann")]))
        #expect(try bench.take(.buyers([BuyerSeen(id: "l1", name: "Ann")])).known == 1)
        #expect(try bench.take(.buyers([BuyerSeen(email: "ann@acme.example", title: "CMO")]), source: "web").added == 1)
        try bench.take(.deeds([Deed(buyer: "l2"), Deed(buyer: "c1"), Deed(email: "ann@acme.example")]))
        #expect(try bench.file.rows("SELECT DISTINCT buyer FROM engagement") == ["1"])
        let people = try bench.ledger.people([1])
        #expect(people[1]?.name == "Ann" && people[1]?.title == "CMO" && people[1]?.external == "c1")
    }

    @Test func whatIsSaidUnderAMentionsKeyIsSaidOfTheRecord() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
        try bench.take(.deeds([Deed(buyer: "l1"), Deed(email: "ann@acme.example")]))
        try bench.take(.buyers([BuyerSeen(id: "c1", name: "Ann", title: "Analyst")]))
        try bench.take(.buyers([BuyerSeen(id: "c1", otherIDs: ["l1"], email: "ann@acme.example")]))
        try bench.take(.buyers([BuyerSeen(id: "l1", name: "Ann Lee", title: "CFO", accountID: "1")]))
        let columns = try bench.columns()
        #expect(columns.buyers.count == 1 && columns.unplacedBuyers.isEmpty && columns.unplacedEngagements == 0)
        let person = try #require(try bench.ledger.people(columns.buyers).values.first)
        #expect(person.name == "Ann Lee" && person.title == "CFO" && person.email == "ann@acme.example")
    }

    @Test func recordsThatNameEachOtherAreOneAndNotLost() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
        try bench.take(.deeds((0..<4).map { Deed(buyer: "x\($0)", account: "1") }))
        for pair in [(0, 1), (1, 0), (2, 1), (1, 2), (3, 2), (0, 3)] {
            try bench.take(.buyers([BuyerSeen(id: "x\(pair.0)", otherIDs: ["x\(pair.1)"])]))
        }
        let columns = try bench.columns()
        #expect(columns.history.engagementCount == 4 && columns.unplacedEngagements == 0)
        #expect(columns.buyers.count == 1)
    }

    @Test func whereActsPlacedAMentionTheyPlacedTheRecord() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
        try bench.take(.deeds([Deed(buyer: "l1", account: "1")]))
        try bench.take(.buyers([BuyerSeen(id: "c1", otherIDs: ["l1"], name: "Ann")]))
        try bench.take(.deeds([Deed(id: "later", buyer: "c1")]))
        #expect(try bench.columns().history.engagementCount == 2)
    }

    @Test func findingAnswersToEveryKey() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "A-1", name: "Acme  Works", domain: "acme.example")]))
        try bench.take(.buyers([BuyerSeen(id: "B-1", email: "ann@acme.example", name: "Ann Lee")]))
        for text in ["acc_1", "A-1", "acme.example", "ACME works", "cme"] {
            #expect(try bench.ledger.findAccounts(text) == [1], "\(text)")
        }
        for text in ["buy_1", "B-1", "Ann@Acme.example", "Ann Lee"] {
            #expect(try bench.ledger.findBuyers(text) == [1], "\(text)")
        }
        for text in ["acc_2", "acc_x", "100%", "", "nobody"] where !text.isEmpty {
            #expect(try bench.ledger.findAccounts(text).isEmpty, "\(text)")
        }
    }

    @Test func visitorsOfADomainAreOnTheAccountOnceItComes() throws {
        let bench = try LedgerBench()
        try bench.take(
            .deeds([Deed(domain: "acme.example"), Deed(domain: "acme.example"), Deed(domain: "bolt.example")]))
        #expect(try bench.columns().unplacedEngagements == 3)
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme", domain: "acme.example")]))
        let columns = try bench.columns()
        #expect(columns.history.engagementCount == 2 && columns.unplacedEngagements == 1)
        #expect(columns.buyers.count == 1 && columns.unplacedBuyers.count == 1)
    }

    @Test func freeMailPlacesNobody() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Mail", domain: "gmail.com")]))
        try bench.take(
            .deeds([Deed(email: "ann@gmail.com"), Deed(domain: "gmail.com"), Deed(account: "1")]))
        let columns = try bench.columns()
        #expect(columns.history.engagementCount == 1 && columns.unplacedEngagements == 2)
        // What a record says outright holds, whatever the address.
        try bench.take(.buyers([BuyerSeen(email: "ann@gmail.com", accountID: "1")]))
        #expect(try bench.columns().unplacedEngagements == 1)
    }

    @Test func aPersonWhoChangesCompanyIsOnTheNewOne() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme"), AccountSeen(id: "2", name: "Bolt")]))
        try bench.take(.buyers([BuyerSeen(id: "b", accountID: "1")]))
        try bench.take(.buyers([BuyerSeen(id: "b", accountID: "2")]))
        let columns = try bench.columns()
        #expect(columns.buyerStarts == [0, 0, 1])
        #expect(try bench.file.counts()["buyer_fact"] == 2)
    }

    private func names(_ bench: LedgerBench) throws -> [String?] {
        var names: [String?] = []
        try bench.ledger.forEachAccountName { _, name, _, _ in names.append(name) }
        return names
    }
}
