import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

@Suite("Criteria: yes, no, and not to be told")
struct CriteriaTests {
    @Test("An unknown attribute fails, apart from no, unless unknown is what is asked for")
    func unknown() throws {
        #expect(try ask(line("employees", .atLeast(number(10)))) == .unknown)
        #expect(try ask(line("employees", .atLeast(number(10))), ["employees": number(9)]) == .no)
        #expect(try ask(line("employees", .isKnown(false))) == .yes)
        #expect(try ask(line("employees", .isKnown(true))) == .no)
        #expect(try ask(line("employees", .atLeast(number(10)), .isKnown(false))) == .yes)
        #expect(try ask(.not(Criteria(lines: [line("employees", .atLeast(number(10)))]))) == .unknown)
        #expect(try ask(.not(Criteria(lines: [line("employees", .isKnown(true))]))) == .yes)
    }

    @Test("What is not of the attribute's type is unknown, and blank text is too")
    func unreadable() throws {
        let asked = line("employees", .atLeast(number(10)))
        #expect(try ask(asked, ["employees": .text("303]")]) == .unknown)
        #expect(try ask(asked, ["employees": .text(" 303 ")]) == .yes)
        #expect(try ask(line("industry", .isKnown(true)), ["industry": .text(" ")]) == .no)
        #expect(try ask(line("tags", .isKnown(false)), ["tags": .set(["", " "])]) == .yes)
    }

    @Test("Text, sets, dates, sums and yes/no")
    func kinds() throws {
        #expect(try ask(line("industry", texts("Crème")), ["industry": .text(" CREME ")]) == .yes)
        #expect(try ask(line("country", texts("UK")), ["country": .text("GBR")]) == .yes)
        #expect(try ask(line("region", texts("UK")), ["region": .text("GBR")]) == .no)
        #expect(try ask(line("domain", texts("https://www.a.example/")), domain: "A.example") == .yes)
        #expect(try ask(line("technologies", texts("B", "x")), ["technologies": .set(["a", "b"])]) == .yes)
        #expect(try ask(line("technologies", .contains("FORCE")), ["technologies": .set(["Salesforce"])]) == .yes)
        #expect(try ask(line("name", .startsWith("exámple")), name: "Example Bank") == .yes)
        let day = try #require(CivilDay("2026-01-05"))
        #expect(try ask(line("since", .atLeast(.date(day))), ["since": .text("2026-01-04")]) == .no)
        let euro = AttributeValue.money(Money(minorUnits: 100, currency: "EUR"))
        let dollar = AttributeValue.money(Money(minorUnits: 900, currency: "USD"))
        #expect(try ask(line("deal", .atLeast(euro)), ["deal": euro]) == .yes)
        #expect(try ask(line("deal", .atLeast(euro)), ["deal": dollar]) == .unknown)
        #expect(try ask(line("public", .oneOf([.yesNo(true)])), ["public": .text("Yes")]) == .yes)
    }

    @Test("A list takes a company by its domain, a host below it, or its name without the legal form")
    func lists() throws {
        let rivals = Criterion.inList("competitors")
        let strategic = Criterion.inList("strategic accounts")
        #expect(try ask(rivals, domain: "mail.rival.example") == .yes)
        #expect(try ask(rivals, domain: "notrival.example") == .no)
        #expect(try ask(rivals) == .unknown)
        #expect(try ask(rivals, name: "Somebody") == .no)
        #expect(try ask(strategic, name: "EXAMPLE BANK P.L.C.") == .yes)
        #expect(try ask(strategic, name: "Example Banking") == .no)
    }

    @Test("What no company can be asked is refused, with its place")
    func errors() throws {
        let tiers = [Tier(name: "A", atLeastMilli: 0)]
        func code(_ lines: Criterion...) -> MarketError? {
            do {
                _ = try CompiledMarket(MarketDefinition(served: Criteria(lines: lines), tiers: tiers))
                return nil
            } catch { return error }
        }
        #expect(code(line("colour", texts("red")))?.code == .unknownAttribute)
        #expect(code(line("colour", texts("red")))?.place == "market.served.colour")
        #expect(code(.inList("nobody"))?.code == .unknownList)
        #expect(code(line("employees", .atLeast(.text("many"))))?.code == .wrongType)
        #expect(code(line("employees", .contains("1")))?.code == .wrongType)
        #expect(code(line("employees", .atLeast(number(1)))) == nil)
    }

    @Test("An or stands in for the other lines of its own layer only")
    func exceptions() throws {
        let market = try Northwind.compiled()
        let small = market.company(
            name: "Example Bank plc", ["country": .text("UK"), "employees": number(60), "industry": .text("Toys")])
        #expect(market.verdict(on: small).target == .yes)
        #expect(market.explanation(of: small).admittedByException == [.target])
        let abroad = market.company(name: "Example Bank plc", ["country": .text("Japan"), "employees": number(60)])
        #expect(market.verdict(on: abroad).target == .no)
        #expect(market.verdict(on: abroad).lostAt == .served)
        let rival = market.company(
            domain: "rival.example",
            ["country": .text("UK"), "employees": number(5000), "industry": .text("Banking")])
        #expect(market.verdict(on: rival).target == .no)
    }

    @Test("Reasons are in words, with the distance")
    func reasons() throws {
        let market = try Northwind.compiled()
        let company = market.company(name: "Small Ltd", ["country": .text("GB"), "employees": number(450)])
        let explanation = market.explanation(of: company)
        #expect(
            explanation.reasons.map(\.sentence) == [
                "industry Software & Services, Banking, Insurance or Diversified Financials: not known",
                "employees at least 1,000: has 450, 550 short",
                "on the list “strategic accounts”: no",
            ])
        #expect(explanation.sentences.first == "Served, but not in the target market; tier unfit.")
        #expect(explanation.verdict.target == .no)
    }

    @Test("Fit points sum exactly, row by row; a set adds every member once")
    func fit() throws {
        let market = try Northwind.compiled()
        let company = market.company(
            name: "Fit plc",
            [
                "industry": .text("BANKING"), "employees": number(12_000),
                "technologies": .set(["Marketo", "salesforce", "SALESFORCE ", "excel"]),
            ])
        let explanation = market.explanation(of: company)
        #expect(explanation.verdict.fitMilli == 90_000)
        #expect(explanation.fit.map(\.pointsMilli) == [30_000, 30_000, 15_000, 15_000, 0])
        #expect(explanation.fit.map(\.value) == ["BANKING", "12,000", "Marketo", "salesforce", nil])
        #expect(explanation.tierName == "A")
        #expect(market.tier(of: 69_999) == 1)
        #expect(market.tierName(market.tier(of: 24_999)) == "unfit")
    }

    private func ask(
        _ asked: Criterion, _ attributes: [String: AttributeValue] = [:], name: String? = nil, domain: String? = nil
    ) throws -> Answer {
        let declared =
            Northwind.declared + [
                .init(name: "since", type: .date), .init(name: "deal", type: .money),
                .init(name: "public", type: .yesNo),
            ]
        let market = try CompiledMarket(
            MarketDefinition(tiers: []), lists: Northwind.lists, declared: declared)
        let criteria = try market.compile(Criteria(lines: [asked]), at: "test")
        return criteria.answer(market.company(name: name, domain: domain, attributes))
    }
}
