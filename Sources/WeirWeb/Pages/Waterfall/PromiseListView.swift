import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// The hand-offs behind a number of the promises.
struct PromiseListView {
    private let lines: [PromiseBook.Line]
    /// All that are behind the number, of which `lines` may be a part.
    private let count: Int
    private let period: WaterfallPeriod
    private let filter: [(String, String)]
    private let start: Int
    private let seesPeople: Bool
    private let times: TimeWords
    private static let names = ["promise", "within", "team", "standing"]

    static func query(
        _ period: WaterfallPeriod, _ score: PromiseScore, _ standing: ClockReading.Standing
    ) -> [(String, String)] {
        period.query
            + zip(names, [score.milestone.rawValue, score.within, score.team, standing.rawValue]).map { ($0, $1) }
    }

    /// - Parameters:
    ///   - lines: with names; those from `NumberList.start` on, or all of them.
    ///   - count: how many there are.
    init(_ visit: Visit, _ lines: [PromiseBook.Line], of count: Int, _ period: WaterfallPeriod, seesPeople: Bool) {
        self.period = period
        self.seesPeople = seesPeople
        self.lines = lines
        self.count = count
        times = visit.times
        start = NumberList.start(visit)
        filter = PromiseListView.filter(visit)
    }

    private static func filter(_ visit: Visit) -> [(String, String)] {
        names.compactMap { name in visit.query(name).map { (name, $0) } }
    }

    /// The lines that a visitor asks for.
    static func lines(_ visit: Visit, of book: PromiseBook) -> [PromiseBook.Line] {
        let filter = filter(visit)
        return book.sales.filter { line in
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

    var body: Markup {
        NumberList(
            title: title, back: ("Promises", HTMLAddress("/waterfall/promises", period.query)),
            words: "\(Texts.count(count, "hand-off")) offered", from: period.from, to: period.to,
            path: "/waterfall/hand-offs", csv: "/waterfall/hand-offs.csv", query: period.query + filter,
            count: count, start: start, nothing: "No hand-off is behind this number.", table: shown
        ).body
    }

    private var shown: DataTable {
        DataTable(
            "The newest first",
            columns: [
                .init("Buyer"), .init("Account"), .init("Owner"), .init("Offered"), .init("Due"), .init("Promise"),
            ],
            rows: lines.map { line in
                [
                    Markup(text: line.buyer.words(seesPeople: seesPeople)), line.buyer.accountLink,
                    Markup(text: line.owner), Markup(times.element(line.offeredAt)),
                    Markup(times.element(line.promise.dueAt)),
                    Markup(text: "\(Texts.title(line.promise.milestone.words)) within \(line.promise.within)"),
                ]
            })
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
                    .text(line.handOff), .text(line.buyer.words(seesPeople: seesPeople)), .text(line.buyer.account),
                    .text(line.buyer.accountName ?? ""), .text(line.team), .text(line.owner),
                    .text(line.offeredAt.description), .text(line.promise.milestone.rawValue),
                    .text(line.promise.within), .text(line.promise.dueAt.description),
                    .text(line.promise.standing.rawValue),
                ]
            })
    }
}
