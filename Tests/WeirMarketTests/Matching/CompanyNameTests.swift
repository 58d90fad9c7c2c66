import Testing
import WeirMarket

@Suite("Names of companies, however they are written")
struct CompanyNameTests {
    @Test(
        "The same company",
        arguments: [
            ("Bosch GmbH & Co. KG", "BOSCH"), ("Grupo Bimbo, S.A.B. de C.V.", "Grupo Bimbo"),
            ("株式会社トヨタ", "トヨタ"), ("Kabushiki Kaisha Toshiba", "Toshiba"), ("ООО Ромашка", "Romashka"),
            ("Газпром ПАО", "Gazprom"), ("CD Projekt Sp. z o.o.", "CD PROJEKT SP ZOO"),
            ("Atlassian Pty Ltd", "Atlassian"),
            ("Novo Nordisk A/S", "Novo Nordisk"), ("Nokia Oyj", "NOKIA OY AB"), ("SMITH A O CORP", "A. O. Smith"),
            ("TJX COMPANIES INC /DE/", "TJX Companies"), ("3M CO", "3M"),
            ("Estée Lauder Companies (The)", "ESTEE LAUDER COMPANIES INC"),
            ("Alphabet Inc. (Class A)", "Alphabet"), ("AT&T Inc.", "AT & T"),
            ("Procter & Gamble", "Procter and Gamble"),
            ("Marks und Spencer", "Marks & Spencer"), ("Intl Mfg Bros", "International Manufacturing Brothers"),
            ("Natl Svcs Hldgs", "National Services Holdings"), ("J.P. Morgan", "JP Morgan"), ("JPMorgan", "J P Morgan"),
            ("Toyota Motor Corp/", "TOYOTA MOTOR CORP"), ("ΔΕΗ Α.Ε.", "DEI"), ("SLB LIMITED/NV", "SLB"),
            ("ＮＥＣ株式会社", "NEC"), ("Smith, LLC d/b/a Acme Widgets", "Acme Widgets"), ("Samsung 주식회사", "Samsung"),
            ("华为技术有限公司", "华为技术"), ("Seven Eleven", "7 Eleven"), ("amazon.com, inc.", "AMAZON COM INC"),
        ])
    func same(_ a: String, _ b: String) {
        #expect(NameSimilarity.permille(a, b) >= MatchThresholds.shipped.strong, "\(NameSimilarity.permille(a, b))")
    }

    @Test(
        "Other companies",
        arguments: [
            ("First Bank", "Bank First"), ("Delta Air Lines", "Delta Electronics"),
            ("Carnival Corp", "Shoe Carnival Inc"),
            ("Phillips 66", "Phillips 67"), ("BlackRock", "BlackRock Silver Corp"), ("U.S. Bancorp", "Bancorp Inc"),
            ("General Motors", "General Mills"), ("Goldman Sachs", "Goldman Sachs Physical Gold ETF"), ("", "Acme"),
            ("Citizens Financial Group", "Citizens Holding Co"), ("Global Technologies Inc", "Global Systems Inc"),
        ])
    func other(_ a: String, _ b: String) {
        #expect(NameSimilarity.permille(a, b) < MatchThresholds.shipped.strong, "\(NameSimilarity.permille(a, b))")
    }

    @Test("A name is itself, and likeness has no direction", .enabled(if: MatchingData.isPresent))
    func symmetric() throws {
        let names = try MatchingData.rows("sec_company_names.csv").compactMap { $0["name"] }
        var random = Seeded(3)
        for _ in 0..<2_000 {
            let a = names[random.below(names.count)]
            let b = names[random.below(names.count)]
            #expect(NameSimilarity.permille(a, a) == 1000, "\(a)")
            #expect(NameSimilarity.permille(a, b) == NameSimilarity.permille(b, a), "\(a) | \(b)")
        }
    }

    @Test(
        "What does not change the company does not change its match", .enabled(if: MatchingData.isPresent),
        arguments: [1, 2, 3])
    func harmlessDamage(seed: UInt64) throws {
        let names = try MatchingData.rows("sp500_constituents.csv").compactMap { $0["Security"] }
        var damage = NameDamage(random: Seeded(seed))
        for name in names {
            let damaged = damage.harmless(name)
            #expect(
                NameSimilarity.permille(name, damaged) >= MatchThresholds.shipped.strong,
                "seed \(seed): \(name) | \(damaged)")
        }
    }
}
