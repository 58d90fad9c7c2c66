import Testing
import WeirFacts
import WeirIntake

@Suite("What events say of people and companies")
struct TrackedFactsTests {
    static let reading = TraitReading(attributeTypes: ["technologies": .set, "budget": .money, "employees": .number]) {
        let domain = $0.split(separator: "@").last.map(String.init) ?? ""
        return domain == "gmail.com" ? nil : domain
    }

    private func facts(_ item: String) throws -> TrackedFacts { try event(item).facts(Self.reading) }

    @Test func identifySaysWhoAVisitorIs() throws {
        let facts = try facts(
            """
            {"type":"identify","userId":"u1","anonymousId":"a1","messageId":"m1","traits":{"email":" Peter@Initech.COM ",
            "firstName":"Peter","last_name":"Gibbons","title":"VP Marketing","company":{"name":"Initech","industry":null,
            "employee_count":"200-499","plan":"pro"}}}
            """)
        let buyer = BuyerSeen(
            id: "u1", email: "peter@initech.com", name: "Peter Gibbons", title: "VP Marketing",
            accountDomain: "initech.com", observedAt: received)
        #expect(facts.buyer == buyer)
        #expect(facts.account?.name == "Initech")
        #expect(facts.account?.domain == "initech.com")
        #expect(
            facts.account?.attributes == ["industry": nil, "employees": .number(FixedNumber(thousandths: 200_000))])
        #expect(
            facts.links == [
                IdentityLink(kind: .identified, from: "a1", userID: "u1", messageID: "m1", at: received)
            ])
    }

    @Test func groupSaysWhatACompanyIs() throws {
        let facts = try facts(
            """
            {"type":"group","userId":"u1","groupId":"g1","traits":{"name":"Initech GmbH","website":"https://www.Initech.de/en",
            "employees":329,"address":{"country":"Germany","state":"BY","city":"München"},"technologies":["salesforce","marketo"],
            "budget":"€12.5k","Founded":1999,"plan":"enterprise"}}
            """)
        let account = try #require(facts.account)
        #expect(account.id == "g1")
        #expect(account.name == "Initech GmbH")
        #expect(account.domain == "initech.de")
        let expected: [String: AttributeValue?] = [
            "employees": .number(FixedNumber(thousandths: 329_000)), "country": .text("Germany"), "region": .text("BY"),
            "city": .text("München"), "technologies": .set(["salesforce", "marketo"]),
            "budget": .money(Money(minorUnits: 1_250_000, currency: "EUR")),
            "founded": .number(FixedNumber(thousandths: 1_999_000)),
        ]
        #expect(account.attributes == expected)
        #expect(facts.buyer == BuyerSeen(id: "u1", accountID: "g1", accountDomain: "initech.de", observedAt: received))
    }

    @Test func anActInAGroupPlacesThePersonAndNothingMore() throws {
        let facts = try facts(
            "{\"type\":\"track\",\"event\":\"Signed In\",\"userId\":\"u1\",\"context\":{\"groupId\":\"g1\"}}")
        #expect(facts.account == nil)
        #expect(facts.buyer == BuyerSeen(id: "u1", accountID: "g1", observedAt: received))
    }

    @Test("free mail makes no company, and neither does a company's name that is not the address's")
    func freeMail() throws {
        let free = try facts(
            "{\"type\":\"identify\",\"userId\":\"u1\",\"traits\":{\"email\":\"p@gmail.com\",\"website\":\"gmail.com\"}}"
        )
        #expect(free.account == nil)
        #expect(free.buyer?.email == "p@gmail.com")
        #expect(free.buyer?.accountDomain == nil)
        let typed = try facts(
            "{\"type\":\"identify\",\"userId\":\"u1\",\"traits\":{\"email\":\"p@initech.com\",\"company\":\"my firm\"}}"
        )
        #expect(typed.account == AccountSeen(domain: "initech.com", observedAt: received))
        let onlyName = try facts(
            "{\"type\":\"identify\",\"userId\":\"u1\",\"traits\":{\"company\":\"Initech\"}}")
        #expect(onlyName.account == AccountSeen(name: "Initech", observedAt: received))
        #expect(onlyName.buyer?.accountName == "Initech")
    }

    @Test func aliasLinksAnOldIDToANewOne() throws {
        let alias = try facts("{\"type\":\"alias\",\"previousId\":\"old\",\"userId\":\"new\",\"messageId\":\"m\"}")
        #expect(
            alias.links == [IdentityLink(kind: .aliased, from: "old", userID: "new", messageID: "m", at: received)])
        #expect(try facts("{\"type\":\"alias\",\"previousId\":\"x\",\"userId\":\"x\"}").isEmpty)
        #expect(try facts("{\"type\":\"page\",\"userId\":\"u\",\"anonymousId\":\"a\"}").links == [])
    }

    @Test(arguments: [
        "null", "undefined", "anonymous", "test", "0", "Undefined", "00000000-0000-0000-0000-000000000000",
    ])
    func junkIsNobody(id: String) throws {
        let item = "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"\(id)\"}"
        #expect(try rejection(item)?.code == .noIdentity)
        #expect(try rejection(item)?.reason.contains("\"\(id)\" is nobody's id") == true)
        let known = try event("{\"type\":\"identify\",\"userId\":\"\(id)\",\"anonymousId\":\"a1\"}")
        #expect(known.userID == nil)
        #expect(known.personID == "a1")
        #expect(known.facts(Self.reading).links == [])
    }

    @Test func honorificsAreNoTitles() throws {
        let mister = try facts("{\"type\":\"identify\",\"userId\":\"u1\",\"traits\":{\"title\":\"Mr\"}}")
        #expect(mister.buyer == nil)
        let named = try facts(
            "{\"type\":\"identify\",\"userId\":\"u1\",\"traits\":{\"title\":\"Mr\",\"job_title\":\"CFO\"}}")
        #expect(named.buyer?.title == "CFO")
    }
}
