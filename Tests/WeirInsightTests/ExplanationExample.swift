import WeirFacts
import WeirInsight

/// An account that falls 14.2 points short, written out by hand.
enum ExplanationExample {
    static func view(totalMilli: Int64 = 126_054) throws(InsightError) -> ExplanationView {
        try ExplanationView(
            subject: .account, id: "acc_042", name: "Fabrikam Bank", asOf: day("2026-03-04"),
            agreement: "Northwind demand agreement, draft", banner: "unsigned draft", isQualified: false,
            fit: [
                AmountLine("industry: Banking", amountMilli: 30_000),
                AmountLine("employees: 12,400, at least 10,000", amountMilli: 30_000),
            ],
            buyers: [dana, lee],
            echo: [
                AmountLine(
                    "Lee Chan shared “Pricing guide”, Dana Ruiz (more senior) read it", amountMilli: 19_098,
                    day: day("2026-03-02"))
            ],
            breadth: [AmountLine("2 roles engaged: champion, decision_maker, 10 points each", amountMilli: 20_000)],
            roundingMilli: -1, totalMilli: totalMilli,
            gates: [
                GateView(
                    name: "enter",
                    conditions: [
                        .init("tier", needed: "B or better", has: "B", holds: true),
                        .init("score", needed: "100.000", has: "126.054", holds: true),
                        .init("engaged buyers", needed: "3", has: "2", holds: false, missing: "1 buyer"),
                    ])
            ],
            suggestions: ["One more engaged buyer: a third person with 10.000 points or more."],
            nextChange: day("2026-03-19"), nextChangeWords: "Lee Chan is no longer engaged")
    }

    private static let dana = BuyerAccount(
        id: "buy_1", name: "Dana Ruiz", title: "VP Marketing", role: "decision_maker", weightPermille: 2000,
        isEngaged: true, engagementMilli: 10_478,
        lines: [
            ContributionLine(
                day: day("2026-02-11"), signal: "content_downloaded", content: "Pricing guide", pointsMilli: 5000,
                decay: "21 days old", remainingMilli: 3078, contributionMilli: 6156),
            ContributionLine(
                day: day("2026-03-04"), signal: "webinar_attended", content: "東京 roadshow", pointsMilli: 12_000,
                lostMilli: 4600, decay: "today", remainingMilli: 7400, contributionMilli: 14_800),
        ], subtotalMilli: 20_956)

    private static let lee = BuyerAccount(
        id: "buy_2", name: "Lee Chan", title: "Director Growth", role: "champion", weightPermille: 1500,
        isEngaged: true, engagementMilli: 4001,
        lines: [
            ContributionLine(
                day: day("2026-03-04"), signal: "pricing_viewed", pointsMilli: 4001, decay: "today",
                remainingMilli: 4001,
                contributionMilli: 6001)
        ], subtotalMilli: 6001)
}
