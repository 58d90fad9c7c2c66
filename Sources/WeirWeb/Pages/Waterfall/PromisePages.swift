import Hummingbird
import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// What both sides promised and kept, the hand-offs behind each number, and all of it as CSV.
struct PromisePages: PageGroup {
    let views: any ViewUseCases
    let desk: any DeskUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/waterfall/promises") { visit in try await page(visit) },
            routing.page("/waterfall/promises.csv") { visit in try await table(visit) },
            routing.page("/waterfall/hand-offs") { visit in try await list(visit) },
            routing.page("/waterfall/hand-offs.csv") { visit in try await listTable(visit) },
        ]
    }

    private func read(_ visit: Visit) async throws -> (PromiseBook, WaterfallPeriod, Overview) {
        let overview = try await views.overview()
        let period = WaterfallPeriod(ofDesk: visit, overview)
        return (try await desk.promises(from: period.from, to: period.to), period, overview)
    }

    private func page(_ visit: Visit) async throws -> Response {
        let (book, period, overview) = try await read(visit)
        return visit.page(
            "Promises", room: .waterfall, keys: [KeyHint("C", "take Sales' out as CSV")],
            time: visit.time(overview.asOf)
        ) { PromiseScorecard(period: period, book: book, terms: overview.use.agreement.handOff.sla).body }
    }

    private func table(_ visit: Visit) async throws -> Response {
        let (book, period, overview) = try await read(visit)
        let view = PromiseScorecard(period: period, book: book, terms: overview.use.agreement.handOff.sla)
        let isMarketing = visit.query("side") == "marketing"
        return .csv(
            (isMarketing ? view.marketingTable : view.salesTable).csv(),
            name: "promises-\(isMarketing ? "marketing" : "sales")-\(period.from)-\(period.to).csv")
    }

    private func list(_ visit: Visit) async throws -> Response {
        let (book, period, overview) = try await read(visit)
        let seesPeople = visit.visitor.role.seesPeople
        if seesPeople { try visit.noteOnce(.saw, "hand-offs of a promise") }
        let lines = PromiseListView.lines(visit, of: book)
        let part = Array(lines.dropFirst(NumberList.start(visit)).prefix(NumberList.partSize))
        let view = PromiseListView(visit, try await desk.named(part), of: lines.count, period, seesPeople: seesPeople)
        return visit.page(
            view.title, room: .waterfall, keys: [KeyHint("C", "take it out as CSV")], time: visit.time(overview.asOf)
        ) { view.body }
    }

    private func listTable(_ visit: Visit) async throws -> Response {
        let (book, period, _) = try await read(visit)
        let seesPeople = visit.visitor.role.seesPeople
        let lines = PromiseListView.lines(visit, of: book)
        let view = PromiseListView(visit, try await desk.named(lines), of: lines.count, period, seesPeople: seesPeople)
        if seesPeople { try visit.note(.exported, "hand-offs of a promise") }
        return .csv(view.table.csv(), name: "hand-offs.csv")
    }
}
