import Foundation
import Testing
import WeirMarket

@Suite("The same person in several records")
struct PersonMatcherTests {
    private let matcher = PersonMatcher()

    private func person(
        _ given: String, _ family: String, email: String? = nil, company: String? = nil, phone: String? = nil
    ) -> PersonEntry {
        PersonEntry(id: given + family, given: given, family: family, email: email, phone: phone, company: company)
    }

    @Test("One person")
    func same() {
        for (a, b) in [
            (person("Bob", "Smith", company: "Acme Inc"), person("Robert", "Smith", company: "ACME")),
            (person("Anna", "Müller", company: "Acme"), person("Muller", "Anna", company: "Acme GmbH")),
            (
                person("Giuseppe", "Verdi", email: "g.verdi+news@gmail.com"),
                person("Beppe", "Verdi", email: "gverdi@googlemail.com")
            ),
            (person("Catherine", "Jonson", company: "Acme"), person("Catherine", "Johnson", company: "Acme")),
            // A mailbox that is no name goes with its owner.
            (
                person("Anna", "Smith", email: "skylark7@acme.example", company: "Acme"),
                person("Anna", "Smith", email: "skylark7@globex.example", company: "Globex")
            ),
            (
                person("Anna", "Smith", email: "a.smith@acme.example", company: "Acme"),
                person("Anna", "Smith", email: "anna.smith@acme.example", company: "Acme")
            ),
            (person("Jörg", "Weiß", phone: "+49 30 1234567"), person("Joerg", "Weiss", phone: "030/1234567")),
            (PersonEntry(id: "1", given: "Smith, Anna", company: "Acme"), person("Anna", "Smith", company: "Acme")),
        ] {
            let found = matcher.compare(a, b)
            #expect(found.class == .strong, "\(found)")
            #expect(matcher.compare(b, a).weight == found.weight)
        }
    }

    @Test("Two people")
    func other() {
        for (a, b) in [
            (person("Anna", "Smith", company: "Acme"), person("Bernd", "Smith", company: "Acme")),
            (person("Anna", "Smith", company: "Acme"), person("Anna", "Smith", company: "Globex")),
            (person("Anna", "Smith", email: "info@acme.example"), person("Bernd", "Jones", email: "info@acme.example")),
            (person("Anna", "Smith"), person("Anna", "Smith")),
            // A mailbox made of the name says nothing that the name has not said.
            (
                person("Anna", "Smith", email: "anna.smith@acme.example", company: "Acme"),
                person("Anna", "Smith", email: "anna.smith@globex.example", company: "Globex")
            ),
            (
                person("Anna", "Smith", email: "asmith2@acme.example", company: "Acme"),
                person("Anna", "Smith", email: "asmith2@globex.example", company: "Globex")
            ),
            (
                person("Jörg", "Müller", email: "joerg.mueller@acme.example", company: "Acme"),
                person("Jörg", "Müller", email: "joerg.mueller@globex.example", company: "Globex")
            ),
            (
                person("Ada", "Edwards", email: "ada.edwards@acme.example", company: "Acme"),
                person("Ada", "Edwards", email: "ada.edwards@globex.example", company: "Globex")
            ),
            (
                person("Maria", "Rossi", email: "maria.rossi@acme.example", company: "Acme"),
                person("Mario", "Rossi", email: "mario.rossi@acme.example", company: "Acme")
            ),
            (
                person("Noah", "Martínez", email: "noah.martinez@acme.example", company: "Acme"),
                person("Nia", "Martínez", email: "nia.martinez@acme.example", company: "Acme")
            ),
        ] {
            let found = matcher.compare(a, b)
            #expect(found.class != .strong, "\(found)")
        }
    }

    @Test("Which parts of an address count can be chosen")
    func addresses() {
        let plain = MailAddress.Rules(dropsTags: false, dropsGmailDots: false)
        #expect(MailAddress("A.na+x@GoogleMail.com")?.text == "ana@gmail.com")
        #expect(MailAddress("A.na+x@GoogleMail.com", rules: plain)?.text == "a.na+x@googlemail.com")
        #expect(MailAddress("a.na@acme.example")?.text == "a.na@acme.example")
        #expect(MailAddress("nobody") == nil && MailAddress("@x.example") == nil)
    }

    private static let febrl = ProcessInfo.processInfo.environment["WEIR_FEBRL"]

    @Test("FEBRL-4", .enabled(if: febrl != nil, "Tests/Clients/febrl.py makes the data; WEIR_FEBRL names their folder"))
    func people() throws {
        let folder = URL(filePath: try #require(PersonMatcherTests.febrl))
        func read(_ file: String, withNumber: Bool) throws -> [PersonEntry] {
            try MatchingData.rows(at: folder.appending(path: file)).map { row in
                PersonEntry(
                    id: row["rec_id"] ?? "", given: row["given_name"], family: row["surname"],
                    street: (row["street_number"] ?? "") + " " + (row["address_1"] ?? ""), city: row["suburb"],
                    postcode: row["postcode"], birthDate: row["date_of_birth"],
                    number: withNumber ? row["soc_sec_id"] : nil)
            }
        }
        let truth = Set(
            try MatchingData.rows(at: folder.appending(path: "febrl4_truth.csv")).map {
                PeopleEvaluation.Pair($0["first"] ?? "", $0["second"] ?? "")
            })
        for withNumber in [true, false] {
            let first = try read("febrl4a.csv", withNumber: withNumber)
            let second = try read("febrl4b.csv", withNumber: withNumber)
            let report = PeopleEvaluation(
                matcher.links(first, second), truth: truth, records: first.count + second.count)
            #expect(report.strong.f1Permille >= 990, "\(withNumber): \(report.lines().joined(separator: "\n"))")
        }
    }
}
