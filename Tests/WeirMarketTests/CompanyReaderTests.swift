import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

@Suite("Companies read for a worker")
struct CompanyReaderTests {
    /// Texts in many spellings, values of the wrong type, blank ones, lists by name and domain, a `not` and an `or`.
    @Test("Judged as companies that were made one by one", arguments: [41, 42, 43])
    func sameAnswers(seed: UInt64) throws {
        var random = Seeded(seed)
        let market = try Northwind.compiled()
        var reader = CompanyReader(market)
        let industries = ["Banking", "BANKING ", "Bänking", "Insurance", "", "  ", "Software & Services", "Ｂａｎｋｉｎｇ"]
        let countries = ["UK", "Great Britain", "deutschland", "U.S.A.", "Atlantis", "", "Frankreich"]
        let names: [String?] = [
            nil, "", " ", "Example Bank plc", "EXAMPLE BANK", "Rival", "–", "Ünïcode GmbH", "\u{200B}x",
        ]
        let domains: [String?] = [
            nil, "", "rival.example", "https://www.Rival.example/x", "eu.rival.example", "rival.example.", "co.uk",
            "example-insurance.example", "not a domain", "rival.example.com", "a@rival.example",
        ]
        for _ in 0..<3000 {
            var attributes: [String: AttributeValue] = [:]
            if random.below(6) > 0 { attributes["industry"] = .text(industries[random.below(industries.count)]) }
            if random.below(6) > 0 { attributes["country"] = .text(countries[random.below(countries.count)]) }
            switch random.below(5) {
            case 0: attributes["employees"] = .text(["1200", "many", " 50 ", ""][random.below(4)])
            case 1: break
            default: attributes["employees"] = number(Int64(random.below(20_000)))
            }
            if random.below(3) == 0 { attributes["technologies"] = .set(["Salesforce", "marketo ", "", "x"]) }
            if random.below(3) == 0 { attributes["technologies"] = .text("Marketo; SAP") }
            if random.below(3) == 0 { attributes["revenue"] = number(Int64(random.below(4)) * 1_000_000_000) }
            if random.below(3) == 0 { attributes["city"] = .text([" ", "Paris", "Łódź"][random.below(3)]) }
            if random.below(9) == 0 { attributes["domain"] = .text("mail.rival.example") }
            if random.below(9) == 0 { attributes["name"] = .text("Example Bank") }
            if random.below(9) == 0 { attributes["unheard of"] = .yesNo(true) }
            let (name, domain) = (names[random.below(names.count)], domains[random.below(domains.count)])
            let plain = market.company(name: name, domain: domain, attributes)
            let read = reader.company(name: name, domain: domain, attributes)
            let verdict = market.verdict(on: plain)
            let what = "seed \(seed): \(String(describing: name)), \(String(describing: domain)), \(attributes)"
            #expect(market.verdict(on: read) == verdict, "\(what)")
            #expect(market.target(of: read) == verdict.target && market.target(of: plain) == verdict.target, "\(what)")
            #expect(market.fitMilli(read) == verdict.fitMilli, "\(what)")
            #expect(read.label == plain.label, "\(what)")
            #expect(market.explanation(of: read) == market.explanation(of: plain), "\(what)")
        }
    }

    @Test("A finding says where its value came from, and when")
    func origins() throws {
        let market = try Northwind.compiled()
        let company = market.company(
            name: "Small", ["employees": number(450), "industry": .text("Banking"), "country": .text("France")])
        let day = try #require(CivilDay("2026-03-27"))
        let explanation = market.explanation(of: company).sourced(by: [
            "employees": AttributeOrigin(source: "crm", at: Instant(milliseconds: 1_774_569_600_000))
        ])
        let reason = try #require(explanation.reasons.first)
        #expect(reason.attribute == "employees" && reason.origin?.source == "crm")
        #expect(reason.sentence == "employees at least 1,000: has 450, 550 short")
        #expect(reason.sentence { _ in day } == "employees at least 1,000: has 450, 550 short (crm, 2026-03-27)")
        #expect(explanation.findings.filter { $0.attribute == nil }.allSatisfy { $0.origin == nil })
    }
}
