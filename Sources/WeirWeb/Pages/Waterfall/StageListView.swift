import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// The buyers behind a number.
struct StageListView {
    let question: StageQuestion
    let list: StageList
    let start: Int
    let seesPeople: Bool
    let times: TimeWords

    /// A number that opens its list.
    static func link(_ value: Int, _ question: StageQuestion) -> Markup {
        guard value > 0 else { return Markup(text: "0") }
        return Markup(a(.to("/waterfall/buyers", query(question))) { Texts.number(value) })
    }

    static func query(_ question: StageQuestion) -> [(String, String)] {
        [("stage", question.stage.rawValue), ("what", question.count.rawValue)]
            + [("from", question.from), ("to", question.to)].compactMap { name, day in
                day.map { (name, $0.description) }
            }
    }

    var title: String {
        let stage = Texts.title(question.stage.name)
        return switch question.count {
        case .before: "\(stage) at the start"
        case .after: "\(stage) at the end"
        case .entered: "Became \(question.stage.name)"
        case .left: "\(stage), left"
        case .advanced: "\(stage), went further"
        case .cohort: "\(stage), of those who first qualified in the month"
        case .promised: "Qualified in the week"
        case .promiseAccepted: "Qualified in the week and accepted"
        case .promiseRejected: "Qualified in the week and refused"
        }
    }

    var body: Markup {
        NumberList(
            title: title, back: ("Waterfall", HTMLAddress("/waterfall/stages")),
            words: Texts.count(list.count, "buyer"), from: list.from, to: list.to, path: "/waterfall/buyers",
            csv: "/waterfall/buyers.csv", query: StageListView.query(question), count: list.count, start: start,
            nothing: "No buyer is behind this number.", table: shown
        ).body
    }

    private var shown: DataTable {
        DataTable(
            question.stage.kind == .gate ? "A stage where nobody rests for long" : "The newest first",
            columns: [.init("Buyer"), .init("Account"), .init("When"), .init("From"), .init("To")],
            rows: list.lines.map { line in
                [
                    Markup(text: line.buyer.words(seesPeople: seesPeople)), line.buyer.accountLink,
                    line.at.map { Markup(times.element($0)) } ?? Markup(span(.class("soft")) { "–" }),
                    Markup(text: line.from.map { Texts.title($0.name) } ?? "–"),
                    Markup(text: line.to.map { Texts.title($0.name) } ?? "–"),
                ]
            })
    }

    /// All of them, for CSV.
    var table: TableView {
        TableView(
            title: title,
            columns: [
                .init("buyer", "Id"), .init("name", "Buyer"), .init("account", "Account id"),
                .init("account_name", "Account"), .init("at", "When"), .init("from", "From"), .init("to", "To"),
            ],
            rows: list.lines.map { line in
                [
                    .text(line.buyer.id), .text(line.buyer.words(seesPeople: seesPeople)), .text(line.buyer.account),
                    .text(line.buyer.accountName ?? ""), .text(line.at?.description ?? ""),
                    .text(line.from?.rawValue ?? ""), .text(line.to?.rawValue ?? ""),
                ]
            })
    }
}
