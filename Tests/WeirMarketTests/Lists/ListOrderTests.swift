import Testing
import WeirFacts
import WeirMarket

@Suite("An order for a list")
struct ListOrderTests {
    private func read(_ text: String) -> ListOrderReading {
        let records = CSVCells.records(text)
        let rows = records.dropFirst().enumerated().map { (line: $0.offset + 2, cells: $0.element) }
        return ListOrder.read(headers: records.first ?? [], rows: rows, group: Northwind.buyingGroup)
    }

    @Test("Every column says what it means, and what is empty asks nothing")
    func columns() throws {
        let reading = read(
            """
            Company,Domain,country,Role,Functions,levels,Title Keywords,Quantity,required,price
            Example Bank plc,www.bank.example,UK,decision maker; Champion,,,,3,Phone Number;opt-in,45.5 gbp
            any,,Germany,,IT; finance,c_level,cloud; data lake,20,,60

            ,,,,,,,1,,
            """)
        #expect(reading.problems.isEmpty)
        try #require(reading.order.lines.count == 3)
        let (bank, germany, anybody) = (reading.order.lines[0], reading.order.lines[1], reading.order.lines[2])
        #expect(bank.company == "Example Bank plc" && bank.domain == "bank.example" && bank.roles == [0, 1])
        #expect(bank.required == ["phone", "consent"] && bank.price == Money(minorUnits: 4550, currency: "GBP"))
        #expect(germany.isForAnyTarget && germany.functions == [2, 3] && germany.levels == [0])
        #expect(germany.titleKeywords == ["cloud", "data lake"] && germany.price?.description == "60 EUR")
        #expect(anybody.isForAnyTarget && anybody.roles.isEmpty && anybody.price == nil && anybody.quantity == 1)
        #expect(reading.order.quantity == 24)
    }

    @Test("What is wrong is said with its row, its column and how to mend it, all at once")
    func problems() {
        let reading = read(
            "company,role,quantity,price,domain\nA,chef,0,x,not a domain\nB,user,2,1.005 EUR,b.example\n")
        #expect(
            reading.problems.map { "\($0.row) \($0.column ?? "")" } == [
                "2 domain", "2 role", "2 quantity", "2 price", "3 price",
            ])
        let role = reading.problems.first { $0.column == "role" }
        #expect(role?.message.contains("decision_maker, champion, influencer or user") == true)
        #expect(reading.order.lines.isEmpty)
        #expect(read("company,colour\nA,red\n").problems.map(\.row) == [1, 1], "an unknown column, and no quantity")
        #expect(read("quantity\n").problems.count == 1, "an order without lines")
    }

    @Test("Written and read again it is the same order", arguments: [3, 4, 5])
    func roundTrip(seed: UInt64) {
        var random = Seeded(seed)
        let names = ["Example, Bank", "=cmd()", "Ünïcode \"AG\"", "Plain"]
        let lines = (0..<40).map { _ in
            ListOrder.Line(
                company: random.below(3) == 0 ? nil : names[random.below(names.count)],
                domain: random.below(2) == 0 ? "a\(random.below(9)).example" : nil,
                country: random.below(2) == 0 ? "France" : nil,
                roles: (0..<4).filter { _ in random.below(3) == 0 },
                functions: (0..<4).filter { _ in random.below(3) == 0 },
                levels: (0..<5).filter { _ in random.below(3) == 0 },
                titleKeywords: random.below(2) == 0 ? ["cloud", "data lake"] : [], quantity: 1 + random.below(50),
                required: random.below(2) == 0 ? ["phone", "consent"] : [],
                price: random.below(2) == 0 ? Money(minorUnits: Int64(random.below(10_000)), currency: "USD") : nil)
        }
        let order = ListOrder(lines: lines)
        let text = order.csv(Northwind.buyingGroup)
        // What a spreadsheet could compute is guarded by an apostrophe, and only that is changed.
        let guarded = ListOrder(
            lines: lines.map { line in
                var line = line
                if line.company == "=cmd()" { line.company = "'=cmd()" }
                return line
            })
        #expect(read(text).order == guarded, "seed \(seed)")
        #expect(!text.contains(",=cmd") && !text.contains("\n=cmd"))
    }
}
