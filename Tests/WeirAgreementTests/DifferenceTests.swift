import Testing
import WeirAgreement

/// What changes between two agreements, in plain English.
struct DifferenceTests {
    static func difference(_ find: String, _ replacement: String) throws -> AgreementDifference {
        let text = try Example.text()
        #expect(text.contains(find), "the example has no \(find)")
        return try AgreementDifference(
            from: Example.agreement(), to: Example.agreement(text.replacing(find, with: replacement)))
    }

    @Test func saysThatNothingChanges() throws {
        let difference = try AgreementDifference(from: Example.agreement(), to: Example.agreement())
        #expect(difference.changes.isEmpty)
        #expect(difference.text == "Nothing that is agreed changes.\n")
        // A comment is signed, but it agrees nothing.
        #expect(try Self.difference("# a raised hand", "# a hand").changes.isEmpty)
    }

    @Test(arguments: Changes.table)
    func saysWhatChanges(_ change: Changes.Case) throws {
        let changes = try Self.difference(change.find, change.replacement).changes
        let said = changes.map { $0.sentence + ($0.effect.map { " [\($0.rawValue)]" } ?? "") }
        #expect(said == change.expected)
        // Going back undoes it: the same number of changes, each with the opposite effect.
        let text = try Example.text()
        let back = try AgreementDifference(
            from: Example.agreement(text.replacing(change.find, with: change.replacement)), to: Example.agreement())
        #expect(back.changes.count == changes.count)
        #expect(back.changes.filter { $0.effect == .loosens }.count == changes.filter { $0.effect == .tightens }.count)
    }

    @Test func groupsByClause() throws {
        let text = try Example.text()
            .replacing("score: 100", with: "score: 90")
            .replacing("look_back: 365 days", with: "look_back: 180 days")
            .replacing("employees: {at_least: 50}", with: "employees: {at_least: 20}")
        let difference = try AgreementDifference(from: Example.agreement(), to: Example.agreement(text))
        #expect(
            difference.text == """
                1. The market

                  - Being addressable now asks that it has at least 20 employees instead of that it has at
                    least 50 employees. [loosens]

                4. Qualified

                  - An account now enters at 90 points instead of 100 points. [loosens]

                6. Credit

                  - Credit now goes back 180 days instead of 365 days.

                """)
    }
}
