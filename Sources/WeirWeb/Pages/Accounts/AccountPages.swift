import Hummingbird
import WeirApp
import WeirFacts
import WeirInsight
import WeirLedger
import WeirPages

/// The list of accounts, and each account's page.
struct AccountPages: PageGroup {
    let views: any ViewUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/accounts") { visit in try await list(visit) },
            routing.page("/accounts/{account}") { visit in try await account(visit) },
        ]
    }

    private func list(_ visit: Visit) async throws -> Response {
        let filter = AccountListFilter(visit)
        let today = try await views.today()
        if let day = visit.asOf(today) {
            let view = AccountsAsOf(filter: filter, qualified: try await views.qualified(asOf: day), visit: visit)
            return visit.page("Accounts", room: .accounts, time: visit.time(today)) { view.body }
        }
        let part = try await views.accountList(filter.request)
        return visit.page("Accounts", room: .accounts, keys: AccountListView.keys, time: visit.time(today)) {
            AccountListView(filter: filter, part: part).body
        }
    }

    private func account(_ visit: Visit) async throws -> Response {
        let today = try await views.today()
        let day = visit.asOf(today)
        let from = visit.query("from").flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) } ?? 0
        let portrait = try await views.portrait(
            of: visit.parameter("account"), asOf: day, seesPeople: visit.visitor.role.seesPeople, timelineFrom: from)
        if visit.visitor.role.seesPeople { try visit.note(.saw, portrait.summary.id) }
        return visit.page(
            portrait.explanation.name, room: .accounts, keys: AccountView.keys, time: visit.time(today)
        ) {
            AccountView(portrait: portrait, timelineFrom: from, asOf: day, today: today).body
        }
    }
}

extension Visit {
    /// The day that the page is read as of; `nil` for today and for what is no past day.
    func asOf(_ today: CivilDay) -> CivilDay? {
        guard let day = query("as_of").flatMap({ CivilDay($0) }), day < today else { return nil }
        return day
    }

    /// What the bar says of the day.
    func time(_ today: CivilDay) -> FrameTime {
        FrameTime(today: today, asOf: asOf(today), path: call.target.path, query: call.target.query)
    }
}

/// The filters of the list, as its address has them.
struct AccountListFilter: Hashable {
    var text: String
    /// `qualified`, `not` or `all`.
    var status: String
    var tier: String?
    var order: RankedAccounts.Order
    var cursor: String?

    init(_ visit: Visit) {
        text = String((visit.query("q") ?? "").prefix(100))
        let asked = visit.query("status") ?? (text.isEmpty ? "qualified" : "all")
        status = ["qualified", "not", "all"].contains(asked) ? asked : "all"
        tier = visit.query("tier").flatMap { $0.isEmpty ? nil : String($0.prefix(60)) }
        order = visit.query("order").flatMap(RankedAccounts.Order.init(rawValue:)) ?? .score
        cursor = visit.query("cursor")
    }

    var request: AccountListRequest {
        var request = AccountListRequest()
        request.text = text.isEmpty ? nil : text
        request.isQualified = status == "all" ? nil : status == "qualified"
        request.tier = tier
        request.order = order
        request.cursor = cursor
        return request
    }

    /// The address with some of it changed; always at the list's start.
    func address(
        status: String? = nil, tier: String?? = nil, order: RankedAccounts.Order? = nil, cursor: String? = nil
    ) -> HTMLAddress {
        var query: [(String, String)] = []
        if !text.isEmpty { query.append(("q", text)) }
        query.append(("status", status ?? self.status))
        if let tier = tier ?? self.tier { query.append(("tier", tier)) }
        let order = order ?? self.order
        if order != .score { query.append(("order", order.rawValue)) }
        if let cursor { query.append(("cursor", cursor)) }
        return HTMLAddress("/accounts", query)
    }
}
