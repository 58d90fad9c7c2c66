import Testing
import WeirFacts
import WeirIntake

@Suite("Values as people write them")
struct ValueTests {
    /// The revenue of the one account of a file that says `text`, as the fact holds it; `nil` if the row is rejected.
    private func number(_ text: String, header: String = "revenue", _ rules: ValueRules = ValueRules()) throws
        -> String?
    {
        let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
        let decoded = try accounts("name,\(header)\nx,\(quoted)\n", MappingOptions(), rules)
        return decoded.facts.first.map {
            $0.attributes["revenue"].map { "\($0.map(\.description) ?? "nil")" } ?? "blank"
        }
    }

    @Test(
        "numbers",
        arguments: [
            ("1234", "1234"), ("-12.5", "-12.5"), ("1,234", "1234"), ("1,234,567.89", "1234567.89"),
            ("1.234.567", "1234567"),
            ("1.234,5", "1234.5"), ("12,5", "12.5"), ("1 234 567", "1234567"), ("1'234", "1234"),
            ("1\u{202F}234", "1234"),
            ("$1.2M", "1200000"), ("10M", "10000000"), ("€ 2,5 Mio", "2500000"), ("3bn", "3000000000"),
            ("1.5 billion", "1500000000"),
            ("2.4E7", "24000000"), ("1e-2", "0.01"), ("(500)", "-500"), ("USD 300", "300"), ("300 eur", "300"),
            ("45%", "45"),
            ("200-499", "200"), ("200–499", "200"), ("200 to 499", "200"), ("1000+", "1000"), ("2,000+", "2000"),
            (">500", "500"),
            ("<50", "0"), ("$1M-$10M", "1000000"), ("1-10M", "1000000"), ("$200M+", "200000000"),
            ("51-200 employees", "51"),
            ("0.12345", "0.123"), ("0.1235", "0.124"), ("134000[5]", "134000"), ("134000]", "134000"), ("−7", "-7"),
            ("n/a", "blank"), ("unknown", "blank"), ("null", "blank"), ("NULL", "blank"), ("", "blank"),
            ("#N/A", "nil"),
            ("  42  ", "42"),
        ])
    func reads(text: String, expected: String) throws {
        #expect(try number(text) == expected)
    }

    @Test(
        "no numbers",
        arguments: [
            "abc", "1,23,4", "1.2.3", "12-34-56", "2020-01-01", "--5", "1,,234", "1..5", ".", ",", "$", "M", "5 apples",
            "1e99", "e5",
            "99999999999999999999", "1 23", "<x", "=1+1",
        ])
    func refuses(text: String) throws {
        #expect(try number(text) == nil)
    }

    @Test func unitsOfTheHeaderCount() throws {
        #expect(try number("276.09", header: "Revenue (Billions)") == "276090000000")
        #expect(try number("1,5", header: "Revenue (EUR m)") == "1500000")
        #expect(try number("7", header: "revenue_millions") == "7000000")
    }

    @Test func aCommaInDoubtIsAskedAboutNotGuessed() throws {
        #expect(try number("1,234", ValueRules(commaIsInDoubt: true)) == nil)
        #expect(try number("1,234,567", ValueRules(commaIsInDoubt: true)) == "1234567")
        #expect(try number("1,234", ValueRules(decimalMark: .comma)) == "1.234")
        #expect(try number("1.234", ValueRules(decimalMark: .comma)) == "1234")
        #expect(try number("1,234", ValueRules(decimalMark: .point)) == "1234")
        #expect(try number("1.234,5", ValueRules(decimalMark: .point)) == nil)
    }

    @Test(
        "money keeps its currency",
        arguments: [
            ("amount\n1,\"$1,234.50\"", "1234.50 USD"), ("amount\n1,€99.95", "99.95 EUR"),
            ("amount\n1,500 GBP", "500 GBP"),
            ("amount (EUR)\n1,5", "5 EUR"), ("amount,currency\n1,5,chf", "5 CHF"), ("amount\n1,5", "5 SEK"),
            ("amount\n1,0.125", "0.13 SEK"),
        ])
    func money(table: String, expected: String) throws {
        let decoded = try opportunities("id,\(table)\n", MappingOptions(), ValueRules(defaultCurrency: "SEK"))
        #expect(decoded.facts.first?.amount?.description == expected)
    }

    @Test(
        "domains",
        arguments: [
            ("https://www.Example.com/a?b#c", "example.com"), ("EXAMPLE.com", "example.com"),
            ("http://user:pw@sub.example.co.uk:8080/", "sub.example.co.uk"),
            ("ana@Example.com", "example.com"), ("www.example.com.", "example.com"), ("//example.com", nil),
            ("example", nil),
            ("two words.com", nil), (".com", nil), ("a..com", nil), ("http://", nil), ("www.com", "www.com"),
            ("bücher.example", "bücher.example"),
        ] as [(String, String?)])
    func domains(text: String, expected: String?) throws {
        let decoded = try accounts("name,website\nx,\(text)\n")
        #expect(decoded.facts.first?.domain == expected)
        #expect(decoded.tally.notices.all.contains { $0.code == .domainDropped } == (expected == nil))
        // Without a name there is nothing else to know the company by.
        let alone = try accounts("name,website\n,\(text)\n")
        #expect(alone.tally.rejectedRows.map(\.problem.code) == (expected == nil ? [.badDomain] : []))
    }

    @Test(
        "e-mail addresses",
        arguments: [
            (" Ana@Example.COM ", "ana@example.com"), ("Ana <ana@example.com>", "ana@example.com"),
            ("mailto:ana@example.com", "ana@example.com"),
            ("fcb67ef339b691956cc85fa12be6490c", "fcb67ef339b691956cc85fa12be6490c"),
            ("PsO4E5YPnpbcBSOq3aGKtQ==", "PsO4E5YPnpbcBSOq3aGKtQ=="),
            ("a@b@c.com", nil), ("@example.com", nil), ("ana@", nil), ("ana@localhost", nil), ("ana@.com", nil),
            ("ana@example.", nil),
            ("no mail", nil), ("a@b.com; c@d.com", nil),
        ] as [(String, String?)])
    func emails(text: String, expected: String?) throws {
        let known = try buyers("id,email\n1,\(text)\n")
        #expect(known.facts.first?.email == expected)
        #expect(known.tally.notices.all.contains { $0.code == .emailDropped } == (expected == nil))
        let alone = try buyers("id,email\n,\(text)\n")
        #expect(alone.tally.rejectedRows.map(\.problem.code) == (expected == nil ? [.badEmail] : []))
        // The bulk path judges alike.
        let act = try engagements("email,signal,at\n\(text),x,2024-01-01\n")
        #expect(act.facts.first?.email == expected)
        #expect(act.tally.rejected == (expected == nil ? 1 : 0))
    }
}
