import Testing
import WeirFacts
import WeirSimulation

@Suite struct WorldSettingsTests {
    @Test func givenCompaniesAreWrittenAsTheyAre() throws {
        let companies = [
            SimulatedCompany(
                id: "SAP, SE", name: "Zoë & \"Søn\", Ltd.\nHolding", domain: "zoe.example", industry: "Banking",
                country: "Germany", region: "Hessen", city: "Frankfurt", employees: 12_345, revenue: 9_876_543_210,
                founded: 1899, technologies: ["salesforce", "abacus"], parent: "P-1"),
            SimulatedCompany(name: "Bare"),
            SimulatedCompany(name: "日本", country: "Japan", employees: 40_000, technologies: []),
        ]
        let tables = try WorldTables(WorldSettings(seed: 5, population: .companies(companies), days: 300))
        let rows = try tables.rows(.accounts)
        let first = try #require(rows.first)
        #expect(first["id"] == "SAP, SE")
        #expect(first["name"] == "Zoë & \"Søn\", Ltd.\nHolding")
        #expect(first["domain"] == "zoe.example" && first["industry"] == "Banking" && first["country"] == "Germany")
        #expect(first["region"] == "Hessen" && first["city"] == "Frankfurt" && first["employees"] == "12345")
        #expect(first["revenue"] == "9876543210" && first["founded"] == "1899" && first["parent"] == "P-1")
        #expect(first["technologies"] == "salesforce;abacus")
        #expect(rows[1]["industry"] == "" && rows[1]["employees"] == "" && rows[1]["domain"] == "bare-2.example")
        #expect(rows[2]["name"] == "日本" && rows[2]["technologies"] == "" && rows[2]["domain"] == "company-3.example")
        let homes = Set(try tables.rows(.buyers).compactMap { $0["account_id"] })
        #expect(homes == ["SAP, SE", "A0000002", "A0000003"])
    }

    @Test func theNumberOfEngagementsIsAboutWhatIsAskedFor() throws {
        for asked in [8_000, 60_000] {
            var settings = smallWorld(seed: 9, accounts: 300)
            settings.engagements = asked
            let count = try #require(try WorldTables(settings).summary.rows[.engagements])
            #expect(abs(count - asked) * 10 < asked, "asked \(asked), got \(count)")
        }
    }

    @Test func theLargestAccountHasTheShareAskedFor() throws {
        var settings = smallWorld(seed: 10, accounts: 200)
        settings.engagements = 40_000
        settings.largestAccountSharePermille = 300
        let rows = try WorldTables(settings).rows(.engagements)
        let largest = rows.count { $0["id"]?.hasPrefix("E0000001-") == true }
        let second = rows.count { $0["id"]?.hasPrefix("E0000002-") == true }
        #expect((250...350).contains(largest * 1000 / rows.count))
        #expect((110...190).contains(second * 1000 / rows.count))
    }

    @Test func settingsThatCannotBeAreRefusedWithTheirCode() {
        func code(_ settings: WorldSettings) -> String? {
            do throws(SimulationError) {
                _ = try DemandWorld(settings: settings)
                return nil
            } catch { return error.code }
        }
        #expect(code(WorldSettings(seed: 1, population: .invented(0))) == "simulation.accounts")
        #expect(code(WorldSettings(seed: 1, population: .invented(1), days: 0)) == "simulation.days")
        #expect(
            code(WorldSettings(seed: 1, population: .invented(1), days: 1, largestAccountSharePermille: 501))
                == "simulation.share")
        #expect(
            code(WorldSettings(seed: 1, population: .invented(1), days: 1, engagements: 0)) == "simulation.engagements")
        let twins = [SimulatedCompany(id: "x", name: "a"), SimulatedCompany(id: "x", name: "b")]
        #expect(code(WorldSettings(seed: 1, population: .companies(twins), days: 1)) == "simulation.repeated-id")
        #expect(code(WorldSettings(seed: 1, population: .invented(1), days: 1)) == nil)
    }

    @Test func writingStopsWhenAsked() throws {
        struct Stop: Error {}
        let world = try DemandWorld(settings: smallWorld(accounts: 50, days: 30))
        var files = WorldInMemory()
        var seen = 0
        #expect(throws: Stop.self) {
            try world.write(to: &files) { progress in
                seen = progress.accountsDone
                if seen == 7 { throw Stop() }
            }
        }
        #expect(seen == 7)
    }

    @Test func aGeneratorRepeatsItselfAndStaysInRange() {
        var one = SeededGenerator(seed: 42)
        var two = SeededGenerator(seed: 42)
        var other = SeededGenerator(seed: 42, stream: 1, index: 0)
        let first = (0..<100).map { _ in one.next() }
        #expect(first == (0..<100).map { _ in two.next() })
        #expect(first != (0..<100).map { _ in other.next() })
        var counts = Array(repeating: 0, count: 10)
        for _ in 0..<10_000 { counts[one.below(10)] += 1 }
        #expect(counts.allSatisfy { (850...1150).contains($0) })
        #expect((0..<1000).allSatisfy { _ in (-3...4).contains(one.between(-3...4)) })
    }
}
