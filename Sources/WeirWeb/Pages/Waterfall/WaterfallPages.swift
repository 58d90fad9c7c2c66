import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirInsight
import WeirPages

/// The waterfall with the scorecard, the list behind each number, and both as CSV.
struct WaterfallPages: PageGroup {
    let views: any ViewUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/waterfall") { visit in try await page(visit) },
            routing.page("/waterfall.csv") { visit in try await table(visit) },
            routing.page("/waterfall/accounts") { visit in try await list(visit) },
            routing.page("/waterfall/accounts.csv") { visit in try await listTable(visit) },
        ]
    }

    private func page(_ visit: Visit) async throws -> Response {
        let overview = try await views.overview()
        return visit.page(
            "Waterfall", room: .waterfall, keys: [KeyHint("C", "take it out as CSV")], time: visit.time(overview.asOf),
            of: overview
        ) {
            if let past = overview.past {
                let period = WaterfallPeriod(visit, overview)
                WaterfallView(
                    period: period, waterfall: Waterfall(past.journeys, from: period.from, to: period.to), past: past
                ).body
            } else {
                PageHead("Waterfall").element
                EmptyState("Nothing flows yet") {
                    "The waterfall fills once people have done something: import engagements, or let a source send events."
                }.element
            }
        }
    }

    private func table(_ visit: Visit) async throws -> Response {
        let overview = try await views.overview()
        let period = WaterfallPeriod(visit, overview)
        let waterfall = Waterfall(overview.past?.journeys ?? [], from: period.from, to: period.to)
        return .csv(waterfall.table.csv(), name: "waterfall-\(period.from)-\(period.to).csv")
    }

    private func list(_ visit: Visit) async throws -> Response {
        let overview = try await views.overview()
        let behind = try WaterfallList(visit, overview)
        return visit.page(behind.title, room: .waterfall, time: visit.time(overview.asOf), of: overview) { behind.body }
    }

    private func listTable(_ visit: Visit) async throws -> Response {
        let behind = try WaterfallList(visit, try await views.overview())
        return .csv(behind.table.csv(), name: "\(behind.stage.rawValue)-\(behind.count.rawValue).csv")
    }
}

extension Response {
    /// A table to keep; browsers save it under its name.
    static func csv(_ text: String, name: String) -> Response {
        .text(
            text, type: "text/csv; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"\(name)\""])
    }
}

extension Waterfall {
    /// As it is shown, for CSV.
    var table: TableView {
        TableView(
            title: "Waterfall",
            columns: [
                .init("stage", "Stage"), .init("opening", "At the start"), .init("entered", "Came"),
                .init("advanced", "Moved on"), .init("lost", "Fell out"), .init("closing", "At the end"),
                .init("conversion", "Conversion"), .init("conversion_count", "Converted"),
                .init("conversion_of", "Of"), .init("median_days", "Median days"),
            ],
            rows: rows.map { row in
                [
                    .text(row.stage.name), .number(row.opening), .number(row.entered), .number(row.advanced),
                    .number(row.lost), .number(row.closing), row.conversion.map { .share($0) } ?? .nothing(),
                    row.conversion.map { .number($0.count) } ?? .nothing(),
                    row.conversion.map { .number($0.of) } ?? .nothing(),
                    row.medianDays.map { .number($0) } ?? .nothing(),
                ]
            })
    }
}
