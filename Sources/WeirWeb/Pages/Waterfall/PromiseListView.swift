import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// The hand-offs behind a number of the promises.
struct PromiseListView {
    private let lines: [PromiseBook.Line]
    private let period: WaterfallPeriod
    private let filter: [(String, String)]
    private let start: Int
    private let seesPeople: Bool
    private let times: TimeWords
    private static let partSize = 100
    private static let names = ["promise", "within", "team", "standing"]

    static func query(
        _ period: WaterfallPeriod, _ score: PromiseScore, _ standing: ClockReading.Standing
    ) -> [(String, String)] {
        period.query
            + zip(names, [score.milestone.rawValue, score.within, score.team, standing.rawValue]).map { ($0, $1) }
    }

    init(_ visit: Visit, _ book: PromiseBook, _ period: WaterfallPeriod, seesPeople: Bool) {
        self.period = period
        self.seesPeople = seesPeople
        times = visit.times
        start = visit.query("start").flatMap { Int($0) }.map { min(max(0, $0), 10_000_000) } ?? 0
        let filter = PromiseListView.names.compactMap { name in visit.query(name).map { (name, $0) } }
        self.filter = filter
        lines = book.sales.filter { line in
            filter.allSatisfy { name, value in
                switch name {
                case "promise": line.promise.milestone.rawValue == value
                case "within": line.promise.within == value
                case "team": line.team == value
                default: line.promise.standing.rawValue == value
                }
            }
        }
    }

    private func value(_ name: String) -> String? { filter.first { $0.0 == name }?.1 }

    var title: String {
        let promise =
            value("promise").flatMap(ServicePromise.Milestone.init(rawValue:)).map { Texts.title($0.words) }
            ?? "Promises"
        let standing = ClockReading.Standing.columns.first { $0.standing.rawValue == value("standing") }
        return standing.map { "\(promise): \($0.title.lowercased())" } ?? promise
    }

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.to("/waterfall/promises", period.query)) { "Promises" } }
        PageHead(title) {
            "\(Texts.count(lines.count, "hand-off")), offered from "
            period.from.timeElement
            " to "
            period.to.timeElement
            "."
        } actions: {
            a(.class("button plain"), .to("/waterfall/hand-offs.csv", period.query + filter), .data("key", "c")) {
                Icon.download.element
                "CSV"
            }
        }.element
        if lines.isEmpty {
            EmptyState("Nothing") { "No hand-off is behind this number." }.element
        } else {
            shown
        }
    }

    @MarkupBuilder private var shown: Markup {
        let part = lines.dropFirst(start).prefix(PromiseListView.partSize)
        DataTable(
            "The newest first",
            columns: [
                .init("Buyer"), .init("Account"), .init("Owner"), .init("Offered"), .init("Due"), .init("Promise"),
            ],
            rows: part.map { line in
                [
                    Markup(text: name(line)),
                    Markup(
                        a(.class("subtle"), .to("/accounts/", step: line.buyer.account)) {
                            line.buyer.accountName ?? line.buyer.account
                        }), Markup(text: line.owner), Markup(times.element(line.offeredAt)),
                    Markup(times.element(line.promise.dueAt)),
                    Markup(text: "\(Texts.title(line.promise.milestone.words)) within \(line.promise.within)"),
                ]
            }
        ).element
        Paging(
            "\(Texts.number(start + 1)) to \(Texts.number(start + part.count)) of \(Texts.number(lines.count))",
            first: start > 0 ? address(0) : nil,
            next: start + part.count < lines.count ? address(start + part.count) : nil
        ).element
    }

    private func name(_ line: PromiseBook.Line) -> String {
        (seesPeople ? line.buyer.name : nil) ?? line.buyer.title ?? line.buyer.id
    }

    private func address(_ from: Int) -> HTMLAddress {
        HTMLAddress("/waterfall/hand-offs", period.query + filter + (from > 0 ? [("start", String(from))] : []))
    }

    /// All of them, for CSV.
    var table: TableView {
        TableView(
            title: title,
            columns: [
                .init("hand_off", "Hand-off"), .init("buyer", "Buyer"), .init("account", "Account id"),
                .init("account_name", "Account"), .init("team", "Team"), .init("owner", "Owner"),
                .init("offered_at", "Offered"), .init("promise", "Promise"), .init("within", "Within"),
                .init("due_at", "Due"), .init("standing", "Standing"),
            ],
            rows: lines.map { line in
                [
                    .text(line.handOff), .text(name(line)), .text(line.buyer.account),
                    .text(line.buyer.accountName ?? ""), .text(line.team), .text(line.owner),
                    .text(line.offeredAt.description), .text(line.promise.milestone.rawValue),
                    .text(line.promise.within), .text(line.promise.dueAt.description),
                    .text(line.promise.standing.rawValue),
                ]
            })
    }
}
