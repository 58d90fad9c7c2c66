import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirIntake
import WeirMarket

/// Who belongs to the market, who is missing at the target accounts, and which account a name means.
struct MarketRoutes: Sendable {
    let house: any MarketUseCases

    init(_ house: any MarketUseCases) { self.house = house }

    private let account = Parameter.path("account", "acc", "The account.")

    var routes: [Route] { [narrowing, groups, shift, placing, coverage, accountCoverage, order, titles, match, gate] }

    private var narrowing: Route {
        .get(
            "/api/v1/market", .accountsRead,
            Operation(
                id: "getMarket", tag: "Market", summary: "The circles of the market, and what each line loses",
                parameters: [
                    .query("top", .integer(0...1000), "How many industries and countries to show; 10 if not given.")
                ], answers: [.json(200, .named("Market"), "The market.")], problems: [409])
        ) { call in
            let top = call.query("top").flatMap { Int($0) } ?? 10
            return .json(try await house.market(draft: nil, top: top).json)
        }
    }

    private var groups: Route {
        .get(
            "/api/v1/market/groups", .accountsRead,
            Operation(
                id: "getGroups", tag: "Market", summary: "The market rolled up to parents above all others",
                description: "An account's parent is its attribute `parent`: an id, a domain or a name as written.",
                parameters: [.query("top", .integer(0...1000), "How many groups to give; 20 if not given.")],
                answers: [.json(200, .named("Groups"), "The groups with the most target accounts first.")],
                problems: [409])
        ) { call in
            .json(try await house.groups(top: call.query("top").flatMap { Int($0) } ?? 20).json)
        }
    }

    private var shift: Route {
        .post(
            "/api/v1/market/shift", .accountsRead,
            Operation(
                id: "shiftMarket", tag: "Market", summary: "Which accounts a draft of the agreement would move",
                body: .json(
                    .object([
                        .init("draft", .text(1...1_048_576), "The unsigned text, in YAML."),
                        .init(
                            "listed", .integer(0...1000), isRequired: false,
                            "How many moves of each kind to name; 50 if not given."),
                    ])),
                answers: [.json(200, .named("MarketShift"), "What it would move.")], problems: [409])
        ) { call in
            let shift = try await house.marketShift(
                draft: Array((call.json.text("draft") ?? "").utf8), listed: call.json.whole("listed") ?? 50)
            return .json(shift.json)
        }
    }

    private var placing: Route {
        .get(
            "/api/v1/accounts/{account}/market", .accountsRead,
            Operation(
                id: "placeAccount", tag: "Market", summary: "Where an account stands in the market, line by line",
                description: "What each line asked, what the account has, by how much it misses it, who said so, when.",
                parameters: [account], answers: [.json(200, .named("Placing"), "Where it stands.")], problems: [409])
        ) { call in
            .json(try await house.placing(of: call.parameter("account"), draft: nil).json)
        }
    }

    private var coverage: Route {
        .get(
            "/api/v1/coverage", .accountsRead,
            Operation(
                id: "getCoverage", tag: "Market", summary: "Who is missing at the target accounts, whom to find first",
                parameters: [
                    .asOf, .query("top", .integer(0...1000), "How many seats to give; 20 if not given."),
                ], answers: [.json(200, .named("Coverage"), "The seats.")], problems: [409])
        ) { call in
            let ranking = try await house.coverage(asOf: call.day("as_of"))
            return .json(.written(try ranking.json(top: call.query("top").flatMap { Int($0) } ?? 20)))
        }
    }

    private var accountCoverage: Route {
        .get(
            "/api/v1/accounts/{account}/coverage", .peopleRead,
            Operation(
                id: "getAccountCoverage", tag: "Market", summary: "The buying group of an account, seat by seat",
                parameters: [account, .asOf], answers: [.json(200, .named("AccountCoverage"), "The seats.")],
                problems: [409])
        ) { call in
            .json(try await house.coverage(of: call.parameter("account"), asOf: call.day("as_of")).json)
        }
    }

    private var order: Route {
        .post(
            "/api/v1/coverage/orders", .accountsRead,
            Operation(
                id: "orderSeats", tag: "Market", summary: "An order for the people of missing seats",
                description: "As CSV, which lists are checked against, and as a letter. Nothing is kept.",
                body: .json(
                    .object([
                        .init("top", .integer(0...10_000), isRequired: false, "How many seats; 20 if not given."),
                        .init(
                            "accounts", .list(.id("acc"), atMost: 1000), isRequired: false,
                            "Only the seats of these accounts."),
                        .init(
                            "required", .list(.text(1...50, .word), atMost: 20), isRequired: false,
                            "Fields that each person must come with.", example: ["phone", "consent"]),
                        .init(
                            "price", .text(1...40, .line), isRequired: false, "Of an accepted person.",
                            example: "45.50 EUR"),
                        .init("as_of", .day, isRequired: false),
                    ])),
                answers: [.json(200, .named("SeatOrder"), "The order.")], problems: [404, 409])
        ) { call in
            var request = SeatOrderRequest(top: call.json.whole("top") ?? 20, asOf: call.json.day("as_of"))
            if call.json["accounts"] != nil { request.accounts = call.json.texts("accounts") }
            request.required = call.json.texts("required")
            if let written = call.json.text("price") {
                guard let price = ListOrder.price(written, currency: "EUR") else {
                    throw Problem(422, "invalid", "write the price as an amount and its currency, such as 45.50 EUR")
                }
                request.price = price
            }
            let order = try await house.seatOrder(request)
            return .json(["quantity": .integer(order.quantity), "csv": .text(order.csv), "text": .text(order.text)])
        }
    }

    private var titles: Route {
        .post(
            "/api/v1/titles/read", .agreementsRead,
            Operation(
                id: "readTitles", tag: "Market", summary: "Which function, level and role job titles belong to",
                description: "The agreement's keywords first, then our own classifier. Unknown is null.",
                body: .json(
                    .object([.init("titles", .list(.text(0...400), atMost: 1000), example: ["Head of IT"])])),
                answers: [.json(200, .named("Titles"), "An answer for each title, in their order.")])
        ) { call in
            let answers = try await house.readTitles(call.json.texts("titles"))
            return .json(["data": .list(answers.map(\.json))])
        }
    }

    private var match: Route {
        .post(
            "/api/v1/match", .accountsRead,
            Operation(
                id: "matchCompanies", tag: "Market", summary: "Which accounts names, domains and addresses may mean",
                body: .json(
                    .object([
                        .init("queries", .list(MarketRoutes.company, atMost: 1000)),
                        .init("limit", .integer(1...20), isRequired: false, "Of each; 5 if not given."),
                    ])),
                answers: [.json(200, .named("Matches"), "For each query its accounts, the best first.")])
        ) { call in
            let found = try await house.match(
                call.json.objects("queries").map { query in
                    CompanyQuery(
                        name: query.text("name"), domain: query.text("domain"), email: query.text("email"),
                        country: query.text("country"))
                }, limit: call.json.whole("limit") ?? 5)
            return .json(["data": .list(found.map { ["candidates": .list($0.map(\.json))] })])
        }
    }

    private static let company = Schema.object([
        .init("name", .text(0...300), isRequired: false, example: "Contoso Ltd"),
        .init("domain", .text(0...300), isRequired: false, example: "contoso.com"),
        .init("email", .text(0...300), isRequired: false),
        .init("country", .text(0...100), isRequired: false, example: "Germany"),
    ])

    private var gate: Route {
        .post(
            "/api/v1/gate/check", .accountsRead,
            Operation(
                id: "checkGate", tag: "Market", summary: "What the inbound gate would say of form posts",
                description: "Nothing is recorded; see /api/v1/inquiries for posts that are.",
                body: .json(
                    .object([
                        .init(
                            "posts",
                            .list(
                                .object([
                                    .init("email", .text(1...254), example: "ann.lee@contoso.com"),
                                    .init("company", .text(0...200), isRequired: false),
                                    .init("website", .text(0...300), isRequired: false),
                                    .init("country", .text(0...100), isRequired: false),
                                ]), atMost: 1000))
                    ])),
                answers: [.json(200, .named("GateVerdicts"), "A verdict for each post, in their order.")],
                problems: [409])
        ) { call in
            let posts = call.json.objects("posts").map { post in
                func given(_ name: String) -> String? { post.text(name).flatMap { $0.isEmpty ? nil : $0 } }
                return FormPost(
                    email: (given("email") ?? "").lowercased().filter { !$0.isWhitespace }, company: given("company"),
                    website: given("website"), country: given("country"))
            }
            return .json(["data": .list(try await house.checkGate(posts).map(\.json))])
        }
    }
}

extension JSONObject {
    /// A member's objects.
    func objects(_ name: String) -> [JSONObject] {
        guard case .list(let values)? = self[name] else { return [] }
        return values.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }
}
