import Testing
import WeirAgreement
import WeirMarket

@Suite("Below the agreement the classifier answers what the keywords leave open")
struct TitlesBelowTests {
    /// title | functions | level | role in the example agreement, with the classifier below.
    static let rows = """
        Geschäftsführer Marketing | marketing | c_level | decision_maker
        Vertriebsleiter | sales | director | champion
        Leiter Vertrieb und Marketing | marketing | director | champion
        Business Developer | sales | staff | user
        Account Manager | sales | manager | champion
        Softwareentwicklerin | it | staff | influencer
        CFO | finance | c_level | influencer
        Buchhalterin | finance | staff | influencer
        Owner | - | c_level | -
        Lawyer | - | staff | -
        Xyzzy | - | - | -
        Marketing Manager | marketing | manager | champion
        Assistant to the CEO | - | staff | -
        """.split(separator: "\n").map(String.init)

    @Test("Titles the keywords do not know", arguments: rows)
    func below(_ row: String) {
        let cells = row.split(separator: "|").map { $0.trimmingSpaces() }
        let group = Northwind.buyingGroup
        let placing = TitleReader(group, below: .shipped).read(cells[0])
        let functions = placing.functions.map { group.functions[$0].name }.joined(separator: "+")
        #expect((functions.isEmpty ? "-" : functions) == cells[1])
        #expect((placing.level.map { group.levels[$0].name } ?? "-") == cells[2])
        #expect((placing.role.map { group.roles[$0].name } ?? "-") == cells[3])
    }

    @Test("What a keyword told is never changed", arguments: TitleTable.rows)
    func keywordsFirst(_ row: String) {
        let title = (row.split(separator: "|").first ?? "").trimmingSpaces()
        let plain = TitleReader(Northwind.buyingGroup).read(title)
        let below = TitleReader(Northwind.buyingGroup, below: .shipped).read(title)
        if !plain.functions.isEmpty { #expect(below.functions == plain.functions) }
        if plain.evidence.contains(where: { if case .level = $0.part { true } else { false } }) {
            #expect(below.level == plain.level)
        }
        #expect(below.evidence.filter { !$0.isClassified } == plain.evidence)
    }

    @Test("An answer the classifier is not sure enough of counts for nothing")
    func threshold() {
        let reader = TitleReader(Northwind.buyingGroup, below: .shipped, threshold: 1001)
        for row in TitleTable.rows {
            let title = (row.split(separator: "|").first ?? "").trimmingSpaces()
            #expect(reader.read(title) == TitleReader(Northwind.buyingGroup).read(title))
        }
    }

    @Test("The words that decided are told, and marked")
    func evidence() {
        let placing = TitleReader(Northwind.buyingGroup, below: .shipped).read("Senior Vertriebsleiter")
        #expect(placing.evidence.map(\.keyword) == ["Vertriebsleiter", "Vertriebsleiter"])
        #expect(placing.evidence.map(\.word) == [1, 1])
        #expect(placing.evidence.allSatisfy { $0.isClassified })
    }
}
