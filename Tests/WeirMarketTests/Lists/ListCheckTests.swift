import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

@Suite("A line of a vendor's list")
struct ListCheckTests {
    /// Three companies: a target, one too small, one of unknown size; and a candidate that is not sure.
    private struct Few: CompanyResolver {
        let market: CompiledMarket

        func candidates(name: String?, domain: String?, country: String?) -> [CompanyCandidate] {
            switch (name, domain) {
            case ("Bank", _), (_, "bank.example"):
                [.init(account: 1, name: "Bank plc", strength: .strong, evidence: "name")]
            case ("Small", _): [.init(account: 2, name: "Small Ltd", strength: .strong, evidence: "name")]
            case ("Dim", _): [.init(account: 3, name: "Dim AG", strength: .strong, evidence: "name")]
            case ("Bnak", _): [.init(account: 1, name: "Bank plc", strength: .weak, evidence: "a similar name")]
            default: []
            }
        }

        func attributes(of account: Int64) -> CompanyAttributes? {
            var known: [String: AttributeValue] = ["industry": .text("Banking"), "country": .text("France")]
            if account != 3 { known["employees"] = number(account == 1 ? 5000 : 450) }
            return market.company(name: "x", known)
        }
    }

    private func check(_ lines: [ListOrder.Line], known: Set<String> = []) throws -> ListCheck {
        let market = try Northwind.compiled()
        return ListCheck(
            ListOrder(lines: lines), market: market, group: Northwind.buyingGroup,
            mail: MailDomains(disposable: ["mailinator.com"]), companies: Few(market: market),
            people: KnownAddresses(addresses: known),
            readTitle: { [titles = TitleReader(Northwind.buyingGroup)] in titles.read($0) })
    }

    private func line(
        _ number: Int = 2, company: String = "Bank", email: String = "ann.lee@bank.example", title: String = "VP Sales",
        name: String = "Ann Lee", _ more: [String: String] = [:]
    ) -> VendorLine {
        var fields = ["company": company, "email": email, "title": title, "name": name]
        fields.merge(more) { _, new in new }
        return VendorLine(line: number, values: [company, email, title, name], fields: fields)
    }

    private let anyDecider = ListOrder.Line(roles: [0], quantity: 2, price: Money(minorUnits: 4550, currency: "EUR"))

    @Test("Nothing speaks against it: accepted, at the order's price")
    func accepted() throws {
        var check = try check([anyDecider])
        let verdict = try check.judge(line())
        #expect(verdict.isAccepted && verdict.price?.minorUnits == 4550 && verdict.orderLine == 0)
        #expect(verdict.company?.account == 1 && verdict.role == 0 && check.accepted == [1])
    }

    @Test("The company: too small by so much, not to be told, not known, not sure, not ordered")
    func companies() throws {
        var check = try check([anyDecider])
        let small = try check.judge(line(company: "Small", email: "a.b@small.example"))
        #expect(small.reasons.map(\.code) == [.outsideTarget])
        #expect(small.reasons[0].sentence.contains("employees at least 1,000: has 450, 550 short"))
        #expect(try check.judge(line(company: "Dim", email: "a@dim.example")).reasons.map(\.code) == [.targetNotTold])
        #expect(
            try check.judge(line(company: "Nobody", email: "a@nobody.example")).reasons.map(\.code) == [.companyUnknown]
        )
        let weak = try check.judge(line(company: "Bnak", email: "a@elsewhere.example"))
        #expect(weak.reasons.map(\.code) == [.companyUnknown] && weak.reasons[0].sentence.contains("Bank plc"))
        let told = try check.judge(line(company: "Nobody", email: "a@nobody.example", ["employees": "30"]))
        #expect(told.reasons.map(\.code) == [.outsideTarget, .companyUnknown])
        var german = try self.check([.init(country: "Germany", roles: [0], quantity: 1)])
        #expect(try german.judge(line()).reasons.map(\.code) == [.notOrdered])
    }

    @Test("A company that the order names is not judged by the market again, and need not be known")
    func named() throws {
        var check = try check([
            .init(company: "Small", roles: [0], quantity: 1), .init(company: "New Logo GmbH", quantity: 1),
        ])
        #expect(try check.judge(line(company: "Small", email: "a@small.example")).isAccepted)
        #expect(try check.judge(line(company: "NEW LOGO", email: "a@newlogo.example")).isAccepted)
        #expect(try check.judge(line(3)).reasons.map(\.code) == [.notOrdered])
    }

    @Test(
        "The title",
        arguments: [
            ("", LineReason.Code.unreadableTitle), ("Ninja", .unreadableTitle), ("VP Finance", .wrongFunction),
            ("Director", .wrongFunction), ("Marketing Manager", .wrongLevel),
        ])
    func titles(title: String, code: LineReason.Code) throws {
        var check = try check([anyDecider])
        #expect(try check.judge(line(title: title)).reasons.first?.code == code)
    }

    @Test("Functions, levels and words may be asked for without a role")
    func functionsAndLevels() throws {
        var check = try check([.init(functions: [2], levels: [2, 3], titleKeywords: ["data lake"], quantity: 9)])
        #expect(try check.judge(line(title: "Director of Data Lake Engineering")).isAccepted)
        let other = try check.judge(line(3, email: "b@bank.example", title: "IT Manager", name: "B Bee"))
        #expect(other.reasons.map(\.code) == [.wrongTitle])
        #expect(try check.judge(line(title: "VP Data Lake", name: "C Cee")).reasons.first?.code == .wrongLevel)
    }

    @Test(
        "The address",
        arguments: [
            ("a@mailinator.com", LineReason.Code.disposableMail), ("a@gmail.com", .freeMail),
            ("info@bank.example", .roleAddress), ("ann@bank.con", .undeliverable), ("ann", .undeliverable),
            ("a..b@bank.example", .undeliverable), ("a b@bank.example", .undeliverable),
            ("a@bank.local", .undeliverable), ("", .missingEvidence), ("a@gmial.com", .undeliverable),
        ])
    func addresses(email: String, code: LineReason.Code) throws {
        var check = try check([anyDecider])
        #expect(try check.judge(line(email: email)).reasons.map(\.code) == [code])
    }

    @Test("Cells under the wrong headings are said to be moved, and nothing else is")
    func moved() throws {
        var check = try check([anyDecider])
        let verdict = try check.judge(line(email: "VP Sales", title: "ann.lee@bank.example"))
        #expect(verdict.reasons.map(\.code) == [.movedColumns])
    }

    @Test("A person counts once: by mailbox and by name at the company, against what was accepted")
    func duplicates() throws {
        var check = try check(
            [ListOrder.Line(roles: [0], quantity: 9, required: ["phone"])], known: ["known@bank.example"])
        #expect(try check.judge(line(2)).reasons.map(\.code) == [.missingEvidence])
        let phone = ["phone": "+44 20 7946 0000"]
        #expect(try check.judge(line(3, phone)).isAccepted, "its refused copy does not count against it")
        let tagged = try check.judge(line(4, email: "Ann.Lee+x@BANK.example", name: "A Lee", phone))
        #expect(tagged.reasons.map(\.code) == [.duplicate] && tagged.reasons[0].sentence.contains("line 3"))
        #expect(
            try check.judge(line(5, email: "al@bank.example", name: "LEE, Dr. Ann", phone)).reasons.map(\.code) == [
                .duplicate
            ])
        #expect(
            try check.judge(line(6, email: "known@bank.example", name: "K N", phone)).reasons.map(\.code) == [
                .knownBuyer
            ])
    }

    @Test("More than ordered is refused; a named company is served before any")
    func quantities() throws {
        var check = try check([anyDecider, .init(company: "Bank", quantity: 1)])
        let verdicts = try (0..<4).map {
            try check.judge(line($0 + 2, email: "p\($0)@bank.example", name: "P Nr\($0)"))
        }
        #expect(verdicts.prefix(3).map(\.orderLine) == [1, 0, 0])
        #expect(verdicts.map { $0.reasons.map(\.code) } == [[], [], [], [.overQuantity]])
    }

    @Test("The claim keeps the vendor's columns; no cell of either file can run in a spreadsheet")
    func files() throws {
        let order = ListOrder(lines: [ListOrder.Line(roles: [0], quantity: 9, required: ["phone"])])
        var check = try check(order.lines)
        let claim = ClaimFile(columns: ["Company", "Email", "Title", "Name"])
        let accepted = AcceptedFile(order)
        let bad = line(2, company: "=HYPERLINK(\"http://x\")", email: "@SUM(A1)", name: "-2+3+cmd|' /C calc'!A0")
        let rejected = claim.text(bad, try check.judge(bad))
        let cells = try #require(CSVCells.records(rejected).first)
        #expect(cells[0] == "2" && cells[1].hasPrefix("company_unknown; ") && cells.count == 7)
        #expect(cells[3] == "'=HYPERLINK(\"http://x\")" && cells[4] == "'@SUM(A1)" && cells[6].hasPrefix("'-2"))
        let good = line(3, name: "=Ann Lee", ["Phone": "+44 20 7946 0000"])
        let verdict = try check.judge(good)
        let again = try check.judge(bad)
        #expect(
            verdict.isAccepted && claim.text(good, verdict).isEmpty
                && accepted.text(bad, again, vendor: nil).isEmpty)
        let table = CSVCells.records(accepted.header + accepted.text(good, verdict, vendor: "V"))
        let row = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
        #expect(
            row["email"] == "ann.lee@bank.example" && row["account_name"] == "Bank plc" && row["name"] == "'=Ann Lee")
        #expect(row["phone"] == "+44 20 7946 0000", "a telephone number is no formula")
        #expect(row["vendor"] == "V" && row["list_line"] == "3" && row["order_line"] == "1")
    }

    @Test("A vendor's score divides to the cent")
    func score() throws {
        let score = VendorScore(
            vendor: "V", lists: 2, lines: 300, accepted: 200, qualified: 7, won: 0,
            costs: [Money(minorUnits: 100_000, currency: "EUR")],
            rejections: [.init(code: .duplicate, lines: 40), .init(code: .wrongLevel, lines: 60)])
        #expect(score.acceptedPermille == 667)
        #expect(score.costPerAccepted == [Money(minorUnits: 500, currency: "EUR")])
        #expect(score.costPerQualified == [Money(minorUnits: 14_286, currency: "EUR")])
        #expect(score.costPerWon.isEmpty && score.rejections.first?.code == .wrongLevel)
        #expect(VendorScore.lines([score]).allSatisfy { $0.count <= 100 })
        #expect(try VendorScore.json([score]).contains("\"accepted_permille\" : 667"))
    }
}
