import Testing
import WeirMarket

@Suite("Companies found among many")
struct CompanyIndexTests {
    private let index = CompanyIndex([
        CompanyRecord(id: "1", name: "Acme Holdings Inc.", domain: "acme.example", country: "US"),
        CompanyRecord(id: "2", name: "Acme Holding", country: "Germany", standing: 5),
        CompanyRecord(id: "3", name: "Acme Holdings", country: "DE", standing: 9),
        CompanyRecord(id: "4", name: "Borealis Pumps", aliases: ["Nordlicht Pumpen"], domain: "www.borealis.co.uk"),
        CompanyRecord(id: "5", name: "Gmail Fans", domain: "gmail.com"),
    ])

    @Test("A domain beats a name, then country, then standing, then id")
    func ties() {
        #expect(
            index.find(CompanyQuery(name: "ACME HOLDINGS", email: "a@mail.acme.example")).map(\.id) == ["1", "3", "2"])
        #expect(index.find(CompanyQuery(name: "Acme Holdings", country: "Deutschland")).map(\.id) == ["3", "2", "1"])
        #expect(index.find(CompanyQuery(name: "Acme Holdings", country: "USA")).first?.id == "1")
        let two = CompanyIndex([CompanyRecord(id: "b", name: "Acme"), CompanyRecord(id: "a", name: "ACME Inc")])
        let found = two.find(CompanyQuery(name: "Acme"))
        #expect(found.map(\.id) == ["a", "b"])
        #expect(found.map(\.isTied) == [true, true])
    }

    @Test("Of several as good, the one that the others belong to; companies side by side, or in a circle, stay tied")
    func groups() {
        func found(_ parents: [String?]) -> [CompanyMatch] {
            let ids = ["a", "b", "c"]
            return CompanyIndex(
                zip(ids, parents).map { CompanyRecord(id: $0, name: "Acme", domain: "\($0).example", parent: $1) }
            ).find(CompanyQuery(name: "Acme"))
        }
        let chain = found(["b", "c", nil])
        #expect(chain.map(\.id) == ["c", "a", "b"] && chain.map(\.isTied) == [false, true, true])
        #expect(chain.first?.evidence.last == "the others as good belong to it")
        #expect(found(["x", "x", "x"]).map(\.isTied) == [true, true, true])
        #expect(found(["b", "a", nil]).map(\.isTied) == [true, true, true])
        #expect(found(["b", nil, nil]).first?.isTied == true)
    }

    @Test("Domains, also of addresses and below the registrable part; free mail owns nothing")
    func domains() {
        #expect(index.owners(ofDomain: "https://shop.borealis.co.uk/x") == ["4"])
        #expect(index.owners(ofDomain: "ana@borealis.co.uk") == ["4"])
        #expect(index.owners(ofDomain: "x@gmail.com") == [])
        #expect(index.owners(ofDomain: "co.uk") == [])
        #expect(index.find(CompanyQuery(name: "Someone Else", domain: "borealis.co.uk")).first?.class == .strong)
    }

    @Test("The evidence says why")
    func evidence() throws {
        let same = try #require(index.find(CompanyQuery(name: "Nordlicht Pumpen GmbH")).first)
        #expect(same.id == "4" && same.evidence.first == "by another name of the company")
        let domain = try #require(index.find(CompanyQuery(name: "acme", email: "a@acme.example")).first)
        #expect(domain.evidence == ["same domain acme.example", "1 of 2 words", "only one has “holding”"])
        let typo = try #require(index.find(CompanyQuery(name: "Boreallis Pumps")).first)
        #expect(typo.evidence.contains("“boreallis” taken for “borealis”"))
    }

    @Test("An index finds what comparing with everything finds", .enabled(if: MatchingData.isPresent))
    func bruteForce() throws {
        let names = try MatchingData.rows("sec_company_names.csv").compactMap { $0["name"] }.prefix(250)
        let index = CompanyIndex(names.enumerated().map { CompanyRecord(id: String($0.offset), name: $0.element) })
        var finder = CompanyIndex.Finder(index)
        var damage = NameDamage(random: Seeded(11))
        var asked = 0
        for name in names.shuffled(using: &damage.random) where asked < 15 {
            asked += 1
            var query = Array(damage.harmless(name))
            let place = 3 + damage.random.below(max(1, query.count - 4))
            if query.count > 8, query[place].isLetter, damage.random.below(2) == 0 { query.remove(at: place) }
            let text = String(query)
            let best = names.map { NameSimilarity.permille(text, $0) }.max() ?? 0
            guard best >= MatchThresholds.shipped.strong else { continue }
            let found = finder.find(CompanyQuery(name: text)).first?.permille
            #expect(found == best, "\(text)")
        }
        #expect(asked == 15)
    }

    /// Every fifth name among the true ones and an eighth of the others; `weir match top1` measures on all.
    @Test("S&P 500 names among those of the SEC", .enabled(if: MatchingData.isPresent))
    func top1() throws {
        let asked = try MatchingData.rows("sp500_constituents.csv").enumerated().filter { $0.offset % 5 == 0 }
            .map(\.element)
        let wanted = Set(asked.compactMap { $0["CIK"] })
        let records = try MatchingData.rows("sec_company_names.csv").enumerated().filter {
            $0.offset % 8 == 0 || wanted.contains($0.element["cik"] ?? "")
        }.map(\.element)
        let index = CompanyIndex(
            records.enumerated().map { CompanyRecord(id: String($0.offset), name: $0.element["name"] ?? "") })
        let questions = asked.map {
            TopEvaluation.Question($0["Security"] ?? "", id: $0["CIK"] ?? "")
        }
        let ids = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { (String($0.offset), $0.element["cik"] ?? "") })
        let report = TopEvaluation(questions, among: index, ids: ids)
        #expect(report.firstPermille >= 980, "\(report.lines().joined(separator: "\n"))")
    }

    @Test("Labelled pairs, hard negatives among them", .enabled(if: MatchingData.isPresent))
    func pairs() throws {
        let pairs = try MatchingData.rows("sp500_vs_sec_pairs.csv").map {
            PairEvaluation.Pair($0["name_a"] ?? "", $0["name_b"] ?? "", isMatch: $0["is_match"] == "1")
        }
        for half in 0..<2 {
            let report = PairEvaluation(pairs.enumerated().filter { $0.offset % 2 == half }.map(\.element))
            #expect(report.strong.f1Permille >= 970, "\(report.lines().joined(separator: "\n"))")
        }
    }
}
