import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts

/// What is known, and where it stands.
struct RecordRoutes: Sendable {
    let records: any RecordUseCases

    private let account = Parameter.path("account", "acc", "The account.")
    private let buyer = Parameter.path("buyer", "buy", "The buyer.")

    init(_ records: any RecordUseCases) { self.records = records }

    var routes: [Route] { accountRoutes + buyerRoutes + dealRoutes }

    private var accountRoutes: [Route] {
        [
            .get(
                "/api/v1/accounts", .accountsRead,
                Operation(
                    id: "listAccounts", tag: "Records", summary: "Accounts, in the order they became known",
                    parameters: Parameter.page + [
                        .query(
                            "domain", .text(TextRule(length: 1...253, format: .word)), "Only the one with this domain."),
                        .query("qualified", .yesNo, "Only those that are qualified now, or are not."),
                    ], answers: [.page(of: "Account", "Some accounts.")])
            ) { call in
                let filter = AccountFilter(
                    domain: call.query("domain")?.lowercased(),
                    isQualified: call.query("qualified").map { $0 == "true" })
                return call.page(try await records.accounts(filter, call.pageRequest)) { $0.json }
            },
            .get(
                "/api/v1/accounts/{account}", .accountsRead,
                Operation(
                    id: "getAccount", tag: "Records", summary: "An account", parameters: [account],
                    answers: [.json(200, .named("Account"), "The account.")])
            ) { call in
                .json(try await records.account(call.parameter("account")).json)
            },
            .get(
                "/api/v1/accounts/{account}/qualification", .accountsRead,
                Operation(
                    id: "getQualification", tag: "Records", summary: "Where an account stands on a day",
                    parameters: [account, .asOf], answers: [.json(200, .named("Qualification"), "Where it stands.")],
                    problems: [409])
            ) { call in
                .json(try await records.qualification(of: call.parameter("account"), asOf: call.day("as_of")).json)
            },
            .get(
                "/api/v1/accounts/{account}/explanation", .accountsRead,
                Operation(
                    id: "explainAccount", tag: "Records", summary: "Why an account is qualified, or is not",
                    parameters: [account, .asOf], answers: [.json(200, .named("Explanation"), "Why.")], problems: [409])
            ) { call in
                try await explanation(call.parameter("account"), call)
            },
        ]
    }

    private var buyerRoutes: [Route] {
        [
            .get(
                "/api/v1/buyers", .peopleRead,
                Operation(
                    id: "listBuyers", tag: "Records", summary: "Buyers, in the order they became known",
                    parameters: Parameter.page + [.ofAccount], answers: [.page(of: "Buyer", "Some buyers.")])
            ) { call in
                let filter = ActivityFilter(account: call.query("account"))
                return call.page(try await records.buyers(filter, call.pageRequest)) { $0.json }
            },
            .get(
                "/api/v1/buyers/{buyer}", .peopleRead,
                Operation(
                    id: "getBuyer", tag: "Records", summary: "A buyer", parameters: [buyer],
                    answers: [.json(200, .named("Buyer"), "The buyer.")])
            ) { call in
                .json(try await records.buyer(call.parameter("buyer")).json)
            },
            .get(
                "/api/v1/buyers/{buyer}/explanation", .peopleRead,
                Operation(
                    id: "explainBuyer", tag: "Records", summary: "Why a buyer is qualified, or is not",
                    parameters: [buyer, .asOf], answers: [.json(200, .named("Explanation"), "Why.")], problems: [409])
            ) { call in
                try await explanation(call.parameter("buyer"), call)
            },
            .get(
                "/api/v1/engagements", .peopleRead,
                Operation(
                    id: "listEngagements", tag: "Records", summary: "What buyers did, in the order it was recorded",
                    parameters: Parameter.page + [.ofAccount, .ofBuyer],
                    answers: [.page(of: "Engagement", "Some engagements.")])
            ) { call in
                let filter = ActivityFilter(account: call.query("account"), buyer: call.query("buyer"))
                return call.page(try await records.engagements(filter, call.pageRequest)) { $0.json }
            },
        ]
    }

    private var dealRoutes: [Route] {
        [
            .get(
                "/api/v1/opportunities", .accountsRead,
                Operation(
                    id: "listOpportunities", tag: "Records", summary: "Opportunities",
                    parameters: Parameter.page + [.ofAccount],
                    answers: [.page(of: "Opportunity", "Some opportunities.")])
            ) { call in
                let filter = ActivityFilter(account: call.query("account"))
                return call.page(try await records.opportunities(filter, call.pageRequest)) { $0.json }
            },
            .get(
                "/api/v1/opportunities/{opportunity}", .accountsRead,
                Operation(
                    id: "getOpportunity", tag: "Records", summary: "An opportunity",
                    parameters: [.path("opportunity", "opp", "The opportunity.")],
                    answers: [.json(200, .named("Opportunity"), "The opportunity.")])
            ) { call in
                .json(try await records.opportunity(call.parameter("opportunity")).json)
            },
        ]
    }

    private func explanation(_ id: String, _ call: Call) async throws -> Response {
        let view = try await records.explanation(of: id, asOf: call.day("as_of"))
        return .json(.written(view.json.rendered(isIndented: false)))
    }
}

extension Parameter {
    static let ofAccount = Parameter.query("account", .id("acc"), "Only those of this account.")
    static let ofBuyer = Parameter.query("buyer", .id("buy"), "Only those of this buyer.")
}
