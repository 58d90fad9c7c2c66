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
    static let partSize = 100

    /// A number that opens its list.
    static func link(_ value: Int, _ question: StageQuestion) -> Markup {
        guard value > 0 else { return Markup(text: "0") }
        return Markup(a(.to("/waterfall/buyers", query(question))) { Texts.number(value) })
    }

    private static func query(_ question: StageQuestion) -> [(String, String)] {
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

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.to("/waterfall/stages")) { "Waterfall" } }
        PageHead(title) {
            "\(Texts.count(list.count, "buyer")), "
            list.from.timeElement
            " to "
            list.to.timeElement
            "."
        } actions: {
            a(.class("button plain"), .to("/waterfall/buyers.csv", StageListView.query(question)), .data("key", "c")) {
                Icon.download.element
                "CSV"
            }
        }.element
        if list.count == 0 {
            EmptyState("Nobody") { "No buyer is behind this number." }.element
        } else {
            shown
        }
    }

    @MarkupBuilder private var shown: Markup {
        DataTable(
            question.stage.kind == .gate ? "A stage where nobody rests for long" : "The newest first",
            columns: [.init("Buyer"), .init("Account"), .init("When"), .init("From"), .init("To")],
            rows: list.lines.map { line in
                [
                    Markup(text: name(line.buyer)),
                    line.buyer.account.isEmpty
                        ? Markup(text: "no company known")
                        : Markup(
                            a(.class("subtle"), .to("/accounts/", step: line.buyer.account)) {
                                line.buyer.accountName ?? line.buyer.account
                            }),
                    line.at.map { Markup(times.element($0)) } ?? Markup(span(.class("soft")) { "–" }),
                    Markup(text: line.from.map { Texts.title($0.name) } ?? "–"),
                    Markup(text: line.to.map { Texts.title($0.name) } ?? "–"),
                ]
            }
        ).element
        Paging(
            "\(Texts.number(start + 1)) to \(Texts.number(start + list.lines.count)) of \(Texts.number(list.count))",
            first: start > 0 ? address(0) : nil,
            next: start + list.lines.count < list.count ? address(start + list.lines.count) : nil
        ).element
    }

    private func name(_ buyer: BuyerLabel) -> String {
        (seesPeople ? buyer.name : nil) ?? buyer.title ?? buyer.id
    }

    private func address(_ from: Int) -> HTMLAddress {
        HTMLAddress(
            "/waterfall/buyers", StageListView.query(question) + (from > 0 ? [("start", String(from))] : []))
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
                    .text(line.buyer.id), .text(name(line.buyer)), .text(line.buyer.account),
                    .text(line.buyer.accountName ?? ""), .text(line.at?.description ?? ""),
                    .text(line.from?.rawValue ?? ""), .text(line.to?.rawValue ?? ""),
                ]
            })
    }
}
