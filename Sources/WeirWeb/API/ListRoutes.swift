import HTTPTypes
import Hummingbird
import WeirApp
import WeirIntake
import WeirMarket

/// Vendors' lists: checked against their order, and what each vendor was worth.
struct ListRoutes: Sendable {
    let house: any MarketUseCases

    init(_ house: any MarketUseCases) { self.house = house }

    var routes: [Route] { [check, scorecard] }

    private var check: Route {
        .post(
            "/api/v1/lists/check", .listsWrite,
            Operation(
                id: "checkList", tag: "Market", summary: "Accept or reject each line of a vendor's list, with reasons",
                description: """
                    List and order are CSV texts; together at most 2 MB (longer lists: weir list check). Nothing is \
                    imported. With `vendor` the outcome is kept for the scorecard.
                    """,
                body: .json(
                    .object([
                        .init("list", .text(1...1_500_000), "The vendor's list, as CSV."),
                        .init("order", .text(1...500_000), "What was ordered, as CSV."),
                        .init("vendor", .text(1...100, .line), isRequired: false, "Whose list it is."),
                        .init(
                            "currency", .text(TextRule(choices: ["USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD"])),
                            isRequired: false, "Of prices that name none; EUR if not given."),
                        .init(
                            "columns",
                            .list(
                                .object([
                                    .init("column", .text(1...200), "As the list heads it."),
                                    .init("field", .text(1...50), "What it means; `-` leaves it out."),
                                ]), atMost: 100), isRequired: false, "For headings that are not understood."),
                    ])),
                answers: [.json(200, .named("ListCheck"), "What became of each line.")], problems: [409])
        ) { call in
            let columns = call.json.objects("columns").map { ($0.text("column") ?? "", $0.text("field") ?? "") }
            let outcome = try await house.checkList(
                ListDelivery(
                    list: Array((call.json.text("list") ?? "").utf8),
                    order: Array((call.json.text("order") ?? "").utf8),
                    vendor: call.json.text("vendor"),
                    mapping: MappingOptions(
                        fieldOfColumn: Dictionary(columns, uniquingKeysWith: { first, _ in first })),
                    currency: call.json.text("currency") ?? "EUR"))
            return .json(try outcome.json)
        }
    }

    private var scorecard: Route {
        .get(
            "/api/v1/lists/scorecard", .reportsRead,
            Operation(
                id: "getVendorScorecard", tag: "Market", summary: "What each vendor's lists were worth, at what cost",
                parameters: [.asOf], answers: [.json(200, .named("VendorScorecard"), "A row for each vendor.")],
                problems: [409])
        ) { call in
            let scores = try await house.vendorScores(asOf: call.day("as_of"))
            return .json(["data": .written(try VendorScore.json(scores))])
        }
    }
}
