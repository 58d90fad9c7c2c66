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
        return visit.page("Waterfall", room: .waterfall, keys: [KeyHint("C", "take it out as CSV")]) {
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
        return visit.page(behind.title, room: .waterfall) { behind.body }
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

/// The period that the waterfall is read over.
struct WaterfallPeriod {
    enum Length: String, CaseIterable {
        case quarter, half, year, all

        var words: String {
            switch self {
            case .quarter: "13 weeks"
            case .half: "26 weeks"
            case .year: "52 weeks"
            case .all: "All of it"
            }
        }

        var days: Int? {
            switch self {
            case .quarter: 91
            case .half: 182
            case .year: 364
            case .all: nil
            }
        }
    }

    let length: Length
    let from: CivilDay
    let to: CivilDay
    /// Whether conversion follows those who came in the period; otherwise the stage is seen as it stands.
    let isCohort: Bool

    init(_ visit: Visit, _ overview: Overview) {
        length = visit.query("period").flatMap(Length.init(rawValue:)) ?? .quarter
        isCohort = visit.query("by") == "cohort"
        let first = overview.past?.report.from ?? overview.asOf
        let last = min(overview.past?.report.to ?? overview.asOf, overview.asOf)
        let end = max(first, last)
        to = end
        from = length.days.map { max(first, end.advanced(by: 1 - $0)) } ?? first
    }

    var query: [(String, String)] { [("period", length.rawValue), ("by", isCohort ? "cohort" : "snapshot")] }
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
