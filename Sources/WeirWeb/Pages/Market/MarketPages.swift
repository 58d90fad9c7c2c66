import Hummingbird
import WeirApp
import WeirFacts
import WeirMarket
import WeirPages

/// The market: how it narrows, the matrix, who is missing, and lists that vendors deliver.
struct MarketPages: PageGroup {
    let views: any ViewUseCases
    let market: any MarketUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/market") { visit in try await narrowing(visit) },
            routing.page("/market/matrix") { visit in try await matrix(visit) },
            routing.page("/market/shift", for: Role.writers) { visit in try await shift(visit) },
            routing.form("/market/matrix", for: Role.writers) { visit in try await keep(visit) },
            routing.page("/market/moves") { visit in try await moves(visit) },
            routing.page("/market/coverage") { visit in try await coverage(visit) },
            routing.page("/market/order.csv") { visit in try await order(visit) },
            routing.page("/market/lists", for: Role.writers) { visit in
                visit.page("Check a list", room: .market) { ListCheckView(visit: visit, outcome: nil).body }
            },
            routing.form("/market/lists", for: Role.writers, limit: 4 << 20) { visit in try await check(visit) },
        ]
    }

    private func narrowing(_ visit: Visit) async throws -> Response {
        let today = try await views.today()
        let past = try await optional(visit.asOf(today)) { try await views.overview(marketAsOf: $0) }
        let overview = if let past { past } else { try await views.overview() }
        return visit.page("Market", room: .market, time: visit.time(today), of: overview) {
            MarketView(overview: overview, canWrite: Role.writers.contains(visit.visitor.role)).body
        }
    }

    // MARK: The matrix

    private func matrix(_ visit: Visit) async throws -> Response {
        let draft = try await views.agreementDraft()
        let shift = try await optional(draft) { try await moved($0.text, isSound: $0.isSound) } ?? nil
        return visit.page("Qualification matrix", room: .market) {
            MatrixView(
                draft: draft, shift: shift, visit: visit, canWrite: Role.writers.contains(visit.visitor.role)
            ).body
        }
    }

    private func moved(_ text: [UInt8], isSound: Bool) async throws -> MarketShift? {
        isSound ? try await market.marketShift(draft: text, listed: 0) : nil
    }

    /// What the matrix as it stands in the form would move, for the line that changes while somebody types.
    private func shift(_ visit: Visit) async throws -> Response {
        let text: [UInt8]
        do {
            text = try await views.draftText(with: changes(visit.call.target.query))
        } catch let error as ServiceError {
            return .html(Markup { p(.class("mistake")) { "\(error.description)." } }.html)
        }
        let draft = try await views.readDraft(text, isSaved: false)
        let shift = try await moved(text, isSound: draft.isSound)
        return .html(Markup { MatrixView.line(draft, shift, visit) }.html)
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let text = try await views.draftText(with: changes(visit.body.fields))
        do {
            try await views.keepDraft(text, over: visit.form("revision"))
        } catch let error as ServiceError where error.code == .conflict {
            let draft = try await views.readDraft(text, isSaved: false)
            let shift = try await moved(text, isSound: draft.isSound)
            let view = MatrixView(
                draft: draft, shift: shift, visit: visit, canWrite: true,
                clash: try DraftClash(visit, revision: try await views.agreementDraft()?.revision))
            return visit.page("Qualification matrix", room: .market, status: 409) { view.body }
        }
        try visit.note(.changed, DraftClash.subject)
        return .seeOther("/market/matrix")
    }

    private func changes(_ fields: [(name: String, value: String)]) -> [(path: String, value: String)] {
        fields.filter { $0.name.hasPrefix("market.") }.prefix(500).map { ($0.name, $0.value) }
    }

    private func moves(_ visit: Visit) async throws -> Response {
        let draft = try await views.agreementDraft()
        let shift = try await optional(draft) { draft in
            draft.isSound ? try await market.marketShift(draft: draft.text, listed: MovesView.listed(visit)) : nil
        }
        return visit.page("What the draft moves", room: .market, behind: (shift ?? nil)?.behindSince) {
            MovesView(visit, shift ?? nil).body
        }
    }

    // MARK: Coverage

    private func coverage(_ visit: Visit) async throws -> Response {
        let today = try await views.today()
        let day = visit.asOf(today)
        let past = try await optional(day) { try await views.overview(coverageAsOf: $0) }
        let overview = if let past { past } else { try await views.overview() }
        return visit.page("Coverage", room: .market, time: visit.time(today), of: overview) {
            CoverageView(overview: overview, visit: visit, asOf: day).body
        }
    }

    private func order(_ visit: Visit) async throws -> Response {
        let top = visit.query("top").flatMap { Int($0) } ?? 20
        let order = try await market.seatOrder(
            SeatOrderRequest(top: min(max(1, top), 500), required: ["name", "email", "title"]))
        return .csv(order.csv, name: "order.csv")
    }

    // MARK: Lists

    private func check(_ visit: Visit) async throws -> Response {
        func file(_ field: String) -> FormBody.File? {
            visit.body.files.first { $0.field == field && !$0.bytes.isEmpty }
        }
        guard let list = file("list"), let order = file("order") else {
            return visit.page("Check a list", room: .market, status: 422) {
                ListCheckView(visit: visit, outcome: nil, mistake: "Choose both files: the list and its order.").body
            }
        }
        let vendor = visit.form("vendor").flatMap { $0.isEmpty ? nil : String($0.prefix(100)) }
        do {
            let outcome = try await market.checkList(
                ListDelivery(
                    name: list.name, list: list.bytes, orderName: order.name, order: order.bytes, vendor: vendor))
            return visit.page("Check a list", room: .market) { ListCheckView(visit: visit, outcome: outcome).body }
        } catch let error as AppError {
            return visit.page("Check a list", room: .market, status: 422) {
                ListCheckView(visit: visit, outcome: nil, mistake: error.description).body
            }
        }
    }
}
