import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

@Suite("Reports count what was judged and say it plainly")
struct ReportTests {
    @Test("Circles narrow, losses add up, and unknown is kept apart from no")
    func addsUp() throws {
        var random = Seeded(5)
        let market = try Northwind.compiled()
        var count = MarketCount(market)
        for number in 0..<2000 {
            var attributes: [String: AttributeValue] = [:]
            if random.below(9) > 0 {
                attributes["employees"] = .number(.init(thousandths: Int64(random.below(3_000_000))))
            }
            if random.below(9) > 0 { attributes["country"] = .text(["UK", "Japan", "US"][random.below(3)]) }
            if random.below(9) > 0 { attributes["industry"] = .text(["Banking", "Toys"][random.below(2)]) }
            count.add(market.company(name: random.below(50) == 0 ? "Example Bank" : "Company \(number)", attributes))
        }
        let report = count.report()
        var around = report.companies
        for layer in report.layers {
            #expect(layer.companies + layer.lost == around)
            around = layer.companies
        }
        #expect(report.companies == 2000)
        #expect(report.layers.allSatisfy { $0.lostUnknown > 0 })
        #expect(report.layers.map(\.byException)[2] > 0)
        #expect(report.tiers.reduce(0) { $0 + $1.companies } == 2000)
        #expect(report.tiers.reduce(0) { $0 + $1.target } == report.companies(in: .target))
        for breakdown in report.breakdowns {
            let all = breakdown.segments + [breakdown.others, breakdown.unknown].compactMap { $0 }
            #expect(all.reduce(0) { $0 + $1.companies } == 2000)
            #expect(all.reduce(0) { $0 + $1.target } == report.companies(in: .target))
        }
        let addressable = try #require(report.reasons.first)
        #expect(addressable.no + addressable.unknown == report.layers[0].lost)
        #expect(addressable.onlyReason == report.layers[0].lost)
    }

    @Test("What was counted in parts is what is counted in one go", arguments: 1...6)
    func parts(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let market = try Northwind.compiled()
        let companies = (0..<700).map { number in
            market.company(
                name: "Company \(number)",
                [
                    "employees": .number(.init(thousandths: Int64(random.below(3_000_000)))),
                    "country": .text(["UK", "Japan", "US", ""][random.below(4)]),
                    "industry": .text(["Banking", "Insurance", "Toys \(random.below(40))", ""][random.below(4)]),
                ])
        }
        var whole = MarketCount(market)
        for company in companies { whole.add(company) }
        var together = MarketCount(market)
        var rest = companies[...]
        while !rest.isEmpty {
            var part = MarketCount(market)
            for company in rest.prefix(1 + random.below(300)) {
                part.add(company)
                rest = rest.dropFirst()
            }
            together.add(part)
        }
        #expect(together.report() == whole.report(), "seed \(seed)")
    }

    @Test("The headline is right for none, one, all and some")
    func headlines() throws {
        let market = try CompiledMarket(
            MarketDefinition(target: Criteria(lines: [line("employees", .atLeast(number(10)))]), tiers: []))
        func headline(_ employees: [Int64]) -> String {
            var count = MarketCount(market)
            for employees in employees { count.add(market.company(["employees": number(employees)])) }
            return count.report().headline
        }
        #expect(headline([]) == "No companies yet.")
        #expect(headline([10, 11]) == "All 2 companies are in the target market.")
        #expect(headline([1, 2]) == "2 companies are not a target market: none of them is in it.")
        #expect(headline([1, 2, 10]) == "3 companies are not a target market: 1 of them is (33.3 %).")
        #expect(headline([1, 10, 10]) == "3 companies are not a target market: 2 of them are (66.7 %).")
    }

    @Test("As text, word for word")
    func text() throws {
        let market = try Northwind.compiled()
        var count = MarketCount(market)
        count.add(
            market.company(
                name: "A Bank", ["employees": number(1000), "country": .text("UK"), "industry": .text("Banking")]))
        count.add(
            market.company(
                name: "B Toys", ["employees": number(900), "country": .text("GB"), "industry": .text("Toys")]))
        count.add(market.company(name: "C", ["country": .text("United Kingdom"), "industry": .text("toys")]))
        let lines = count.report().lines()
        let start = [
            "3 companies are not a target market: 1 of them is (33.3 %).",
            "",
            "  All companies           3  ██████████████████████████████████",
            "  Addressable             2  ██████████████████████▋             1 out, all for want of data",
            "  Served                  2  ██████████████████████▋",
            "  Target                  1  ███████████▎                        1 out",
        ]
        #expect(Array(lines.prefix(6)) == start)
        #expect(lines.contains("         0          1           1  employees at least 50"))
        #expect(lines.contains("  United Kingdom                               3           2           2           1"))
        #expect(lines.contains("  A Bank                                                tier B       50 points"))
    }

    @Test("As JSON, with sorted keys")
    func json() throws {
        let market = try Northwind.compiled()
        var count = MarketCount(market)
        count.add(market.company(name: "A", ["employees": number(1)]))
        let json = try count.report().json()
        #expect(json.contains("\"lost_no\" : 1"))
        #expect(json.contains("\"best_targets\" : ["))
        #expect(try json == count.report().json())
    }

    @Test("Coverage counts seats wanted, known, engaged and missing")
    func coverage() throws {
        var report = CoverageReport(Northwind.buyingGroup)
        report.add(
            "Full plc",
            people: [
                .init(role: 0, isEngaged: true), .init(role: 1, isEngaged: false), .init(role: 2, isEngaged: true),
                .init(role: 2, isEngaged: false), .init(role: 2, isEngaged: false), .init(role: nil, isEngaged: true),
            ])
        report.add("Empty plc", people: [])
        report.add("Half plc", people: [.init(role: 2, isEngaged: true), .init(role: 3, isEngaged: true)])
        #expect(report.complete == 1)
        #expect(report.totals.map(\.wanted) == [3, 3, 6])
        #expect(report.totals.map(\.known) == [1, 1, 4])
        #expect(report.totals.map(\.engaged) == [1, 0, 2])
        #expect(report.totals.map(\.missing) == [2, 2, 3])
        #expect(report.incomplete.map(\.name) == ["Half plc", "Empty plc"])
        #expect(report.accounts.map(\.others) == [1, 0, 1])
        let lines = report.lines()
        #expect(lines.first == "1 of 3 target accounts have every wanted seat filled.")
        #expect(
            lines.contains("  Half plc                                  1 decision_maker, 1 champion, 1 influencer"))
        #expect(try report.json().contains("\"wanted\" : 3"))
    }
}
