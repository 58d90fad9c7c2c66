import Foundation
import Testing
import WeirAgreement

/// The plain English that both sides read before they sign.
struct EnglishTests {
    @Test func saysTheExampleAsTheGoldenFileSays() throws {
        try Golden.expect(AgreementEnglish.text(of: Example.agreement()), equals: "northwind.txt")
    }

    /// Every number and every name of one's own that stands in the document is said.
    @Test func leavesNothingOut() throws {
        let text = try Example.text()
        let words = AgreementEnglish.text(of: try Example.agreement())
            .split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(",", with: "").lowercased()
        let lines = text.split(separator: "\n").map { $0.prefix { $0 != "#" } }
        for line in lines {
            for token in line.split(whereSeparator: { !($0.isLetter || $0.isNumber || "._-/".contains($0)) }) {
                // The year's first day is said as a date, the working week by its days, points that are negative as a cost.
                let plain = token.replacing("_", with: " ").lowercased()
                guard token.first?.isNumber == true, token != "02-01" else { continue }
                for number in plain.split(separator: "-") {
                    #expect(words.contains(number), "\(number) of \(line)")
                }
            }
        }
        let agreement = try Example.agreement()
        let names =
            agreement.signals.map(\.name) + agreement.buyingGroup.roles.map(\.name)
            + agreement.categories.map(\.name) + agreement.lists.flatMap(\.entries)
            + agreement.buyingGroup.functions.flatMap(\.keywords) + agreement.buyingGroup.levels.flatMap(\.keywords)
            + agreement.handOff.teams.flatMap { $0.members.map(\.name) }
        for name in names { #expect(words.contains(name.replacing("_", with: " ").lowercased()), "\(name)") }
    }

    @Test func numbersItsClauses() throws {
        let clauses = AgreementEnglish.clauses(of: try Example.agreement())
        #expect(clauses.map(\.number) == [0, 1, 2, 3, 4, 5, 6])
        #expect(clauses.allSatisfy { !$0.sentences.isEmpty })
        let lines = AgreementEnglish.text(of: try Example.agreement()).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 92 })
    }

    /// An agreement with next to nothing in it still says what holds.
    @Test func saysWhatIsLeftOut() throws {
        let least = try Example.agreement(
            """
            agreement: Least
            timezone: UTC
            market: {tiers: {A: 0}}
            buying_group: {roles: {anybody: {weight: 1}}, no_role: {weight: 0}}
            categories: {all: {}}
            signals: {seen: {category: all, points: 1}}
            qualified_account: {enter: {}, stay: {}}
            qualified_buyer: {roles: [anybody]}
            """)
        try Golden.expect(AgreementEnglish.text(of: least), equals: "least.txt")
    }
}
