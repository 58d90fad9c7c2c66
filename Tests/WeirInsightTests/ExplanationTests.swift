import Testing
import WeirInsight

@Suite("Explanations add up")
struct ExplanationTests {
    @Test("The lines are the total, to the millipoint")
    func sum() throws {
        let view = try ExplanationExample.view()
        #expect(view.sumMilli == view.totalMilli)
    }

    @Test("A total that is off by a millipoint is refused, and the error says by what")
    func refusal() throws {
        let error = #expect(throws: InsightError.self) { try ExplanationExample.view(totalMilli: 126_055) }
        #expect(error?.code == "insight-unbalanced")
        #expect(error?.description.contains("126.054") == true)
    }

    @Test("A buyer whose lines are not its subtotal is refused")
    func buyerRefusal() {
        let buyer = BuyerAccount(id: "b", name: "B", engagementMilli: 1, lines: [], subtotalMilli: 1)
        #expect(throws: InsightError.unbalanced(what: "B", linesMilli: 0, totalMilli: 1)) {
            try ExplanationView(
                subject: .buyer, id: "b", name: "B", asOf: day("2026-01-01"), agreement: "a", isQualified: false,
                buyers: [buyer], totalMilli: 1)
        }
    }
}
