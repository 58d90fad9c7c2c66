import Testing
import WeirMarket

/// Records of one thing by name, street, postcode and phone, whatever the thing is: sites of day care in Chicago, gathered
/// from ten lists.
@Suite("Doubles among messy records of sites")
struct SiteDuplicateTests {
    /// The sites whose true id ends in 0 to 2; `weir match people` measures on all.
    @Test("Pairs of the same site", .enabled(if: MatchingData.isPresent, "the shared data are not here"))
    func chicago() throws {
        let rows = try MatchingData.rows("chicago_sites_with_true_ids.csv").filter {
            "012".contains($0["True Id"]?.last ?? "9")
        }
        let records = rows.enumerated().map { place, row in
            PersonEntry(
                id: String(place), phone: row["Phone"], company: row["Site name"], street: row["Address"],
                postcode: row["Zip"])
        }
        let truth = PeopleEvaluation.pairs(
            ofPeople: rows.enumerated().map { (String($0.offset), $0.element["True Id"] ?? "") })
        let report = PeopleEvaluation(PersonMatcher().duplicates(in: records), truth: truth, records: records.count)
        #expect(report.strong.precisionPermille >= 950, "\(report.lines().joined(separator: "\n"))")
        #expect(report.weak.f1Permille >= 880, "\(report.lines().joined(separator: "\n"))")
    }
}
