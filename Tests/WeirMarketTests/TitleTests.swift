import Testing
import WeirAgreement
import WeirMarket

@Suite("Titles are placed by keywords, and only by words that speak of the person")
struct TitleTests {
    @Test("The table of titles", arguments: TitleTable.rows)
    func place(_ row: String) throws {
        let cells = row.split(separator: "|").map { $0.trimmingPrefix(while: \.isWhitespace) }
            .map { String($0.reversed().trimmingPrefix(while: \.isWhitespace).reversed()) }
        let placing = TitleReader(Northwind.buyingGroup).read(cells[0])
        let group = Northwind.buyingGroup
        let functions = placing.functions.map { group.functions[$0].name }.joined(separator: "+")
        #expect((functions.isEmpty ? "-" : functions) == cells[1])
        #expect((placing.level.map { group.levels[$0].name } ?? "-") == cells[2])
        #expect((placing.role.map { group.roles[$0].name } ?? "-") == cells[3])
    }

    @Test("The table is long enough to mean something")
    func length() { #expect(TitleTable.rows.count >= 80) }

    @Test("A bar between two titles begins a new one")
    func bar() {
        let placing = TitleReader(Northwind.buyingGroup).read("EA to the CEO | Marketing Manager")
        #expect(placing.functions == [0])
        #expect(placing.level == 3)
    }

    @Test("The deciding words are told, in the title's order")
    func evidence() {
        let placing = TitleReader(Northwind.buyingGroup).read("Senior Vice President, Demand Generation & Sales")
        #expect(placing.evidence.map(\.keyword) == ["vice president", "demand generation", "sales"])
        #expect(placing.evidence.map(\.word) == [1, 3, 5])
        #expect(placing.evidence.first?.part == .level(1))
    }

    @Test("A longer keyword uses up its words; the same keyword serves two functions")
    func consumption() {
        let group = BuyingGroup(
            functions: [
                .init(name: "product", keywords: ["development"]),
                .init(name: "sales", keywords: ["business development", "partners"]),
                .init(name: "channel", keywords: ["Partners"]),
            ],
            levels: [.init(name: "chief", keywords: ["chief of staff"])], roles: [], noRoleWeightPermille: 0)
        let reader = TitleReader(group)
        #expect(reader.read("Business Development").functions == [1])
        #expect(reader.read("Business Development, Development").functions == [0, 1])
        #expect(reader.read("Partners").functions == [1, 2])
        #expect(reader.read("Business Development").level == nil)
        #expect(reader.read("Chief of Staff").level == 0)
    }

    @Test("A role that asks for no function takes a level alone, but never an unknown title")
    func openRoles() {
        let group = BuyingGroup(
            functions: [.init(name: "f", keywords: ["fun"])],
            levels: [.init(name: "top", keywords: ["boss"]), .init(name: "rest", keywords: [])],
            roles: [
                .init(name: "bosses", functions: [], levels: [0], weightPermille: 1),
                .init(name: "anybody", functions: [], levels: [], weightPermille: 1),
            ],
            noRoleWeightPermille: 0)
        let reader = TitleReader(group)
        #expect(reader.read("Boss").role == 0)
        #expect(reader.read("fun person").role == 1)
        #expect(reader.read("nobody").role == nil)
        #expect(reader.read("nobody").isUnknown)
        #expect(reader.read("").isUnknown)
    }

    @Test("Any text is read without harm", arguments: [1, 2, 3])
    func anything(seed: UInt64) {
        var random = Seeded(seed)
        let reader = TitleReader(Northwind.buyingGroup)
        let pieces = [
            "vice", "president", "assistant", "to", "the", ".", "|", ",", "é", "V.P", "of", "office", "chief", "staff",
            "&", " ", "marketing", "日本", "\u{301}", "ex", "x.", "..", "s", "executive",
        ]
        for _ in 0..<3000 {
            let title = (0..<random.below(90)).map { _ in pieces[random.below(pieces.count)] }
                .joined(separator: random.below(2) == 0 ? " " : "")
            let placing = reader.read(title)
            #expect(placing.evidence.count >= placing.functions.count, "seed \(seed): \(title)")
            #expect(placing == reader.read(title.uppercased()), "seed \(seed): \(title)")
        }
    }
}
