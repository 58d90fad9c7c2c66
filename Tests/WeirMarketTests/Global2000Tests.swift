import Testing
import WeirMarket

/// The counts were verified by a program of its own in another language.
@Suite(
    "The Global 2000 is not a target market",
    .enabled(if: Global2000.isPresent, "../shared/data is not here: the Global 2000 is skipped"))
struct Global2000Tests {
    @Test("By the example agreement, most fall out for where they are and what they do")
    func example() throws {
        let report = try report(software: "Software & Services")
        #expect(report.headline == "1,999 companies are not a target market: 152 of them are (7.6 %).")
        #expect(report.layers.map(\.companies) == [1866, 787, 152])
        #expect(report.layers.map(\.lostNo) == [75, 1079, 635])
        #expect(report.layers.map(\.lostUnknown) == [58, 0, 0])
        #expect(report.tiers.map(\.name) == ["A", "B", "C", "unfit"])
        #expect(report.tiers.map(\.companies) == [144, 220, 1459, 176])
        #expect(report.tiers.map(\.target) == [25, 70, 57, 0])
        let target = report.reasons.filter { $0.layer == .target }
        #expect(target.map(\.no) == [616, 26])
        #expect(target.map(\.onlyReason) == [609, 19])
    }

    @Test("The report says that nobody is spelt as the agreement spells it, and what comes nearest")
    func unseen() throws {
        let unseen = try report(software: "Software & Services").unseen
        #expect(unseen.map(\.value) == ["Software & Services"])
        #expect(unseen.first?.nearest == "IT Software & Services")
        #expect(unseen.first?.nearestCompanies == 73)
    }

    @Test("Spelt as the data spell it, 44 more are in")
    func respelt() throws {
        let report = try report(software: "IT Software & Services")
        #expect(report.unseen.isEmpty)
        #expect(report.layers.map(\.companies) == [1866, 787, 196])
        #expect(report.tiers.map(\.companies) == [212, 225, 1391, 171])
        #expect(report.tiers.map(\.target) == [69, 70, 57, 0])
        let industries = try #require(report.breakdowns.first { $0.attribute == "industry" })
        #expect(industries.segments.prefix(4).map(\.target) == [57, 48, 47, 44])
        let countries = try #require(report.breakdowns.first { $0.attribute == "country" })
        #expect(countries.segments.prefix(6).map(\.target) == [148, 17, 11, 9, 7, 4])
        let all = countries.segments.reduce(0) { $0 + $1.companies } + (countries.others?.companies ?? 0)
        #expect(all == 1999)
    }

    @Test("No line is wider than a terminal")
    func width() throws {
        let report = try report(software: "Software & Services")
        #expect(report.lines().allSatisfy { $0.count <= 100 && $0.last != " " })
    }

    private func report(software: String) throws -> MarketReport {
        let market = try Northwind.compiled(software: software)
        var count = MarketCount(market)
        for company in try Global2000.companies(for: market) { count.add(company) }
        return count.report()
    }
}
