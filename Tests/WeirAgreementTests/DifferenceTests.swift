import Testing
import WeirAgreement

/// What changes between two agreements, in plain English.
struct DifferenceTests {
    @Test func saysThatNothingChanges() throws {
        let difference = try AgreementDifference(from: Example.agreement(), to: Example.agreement())
        #expect(difference.changes.isEmpty)
        #expect(difference.text == "Nothing that is agreed changes.\n")
        // A comment is signed, but it agrees nothing.
        let commented = try Example.agreement(Example.text().replacing("# a raised hand", with: "# a hand"))
        #expect(try AgreementDifference(from: Example.agreement(), to: commented).changes.isEmpty)
    }

    @Test(arguments: try Case.all("changes.jsonl"))
    func saysWhatChanges(_ change: Case) throws {
        let (old, new) = (try Example.agreement(), try Example.agreement(change.changed()))
        let changes = AgreementDifference(from: old, to: new).changes
        #expect(changes.map { $0.sentence + ($0.effect.map { " [\($0.rawValue)]" } ?? "") } == change.expect)
        // Going back undoes it: the same number of changes, each with the opposite effect.
        let back = AgreementDifference(from: new, to: old).changes
        #expect(back.count == changes.count)
        #expect(back.filter { $0.effect == .loosens }.count == changes.filter { $0.effect == .tightens }.count)
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
