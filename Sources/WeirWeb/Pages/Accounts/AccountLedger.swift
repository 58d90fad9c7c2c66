import WeirInsight
import WeirPages

/// The score as an invoice, and the gates with their conditions.
struct AccountLedger {
    let view: ExplanationView

    init(_ view: ExplanationView) { self.view = view }

    var element: HTMLElement {
        div(.class("scroll"), .takesFocus, .role("region"), .label("The score, line by line")) {
            table(.class("ledger")) {
                caption { "Points as of \(Texts.day(view.asOf)). Every line is a fact; the lines add up exactly." }
                thead {
                    tr {
                        th(.scope(.column)) { "What" }
                        th(.scope(.column), .class("wide-only")) { "How it is reckoned" }
                        th(.scope(.column), .class("num")) { "Points" }
                    }
                }
                tbody {
                    group("Fit", view.fit)
                    for buyer in view.buyers { lines(of: buyer) }
                    group("Conversation", view.echo)
                    group("Breadth", view.breadth)
                    if view.roundingMilli != 0 { row("Rounding", "", view.roundingMilli) }
                    tr(.class("total")) {
                        th(.scope(.row)) { "Score" }
                        td(.class("wide-only"))
                        td(.class("num")) { Texts.exactPoints(view.totalMilli) }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func group(_ title: String, _ lines: [AmountLine]) -> Markup {
        if !lines.isEmpty {
            row(title, "", lines.reduce(0) { $0 + $1.amountMilli }, kind: "sum")
            for line in lines { row(line.words, line.day.map { Texts.day($0) } ?? "", line.amountMilli, kind: "in") }
        }
    }

    @MarkupBuilder private func lines(of buyer: BuyerAccount) -> Markup {
        let who = [buyer.name, buyer.title == buyer.name ? nil : buyer.title].compactMap(\.self).joined(separator: ", ")
        let role = buyer.role.map { SeatTable.title($0).lowercased() } ?? "no role"
        let weight = buyer.weightPermille == 1000 ? "" : ", counts ×\(AccountLedger.weight(buyer.weightPermille))"
        row(who, "\(role)\(weight)\(buyer.isEngaged ? ", engaged" : "")", buyer.subtotalMilli, kind: "sum")
        let shown = buyer.lines.filter { $0.contributionMilli != 0 }.suffix(6)
        let rest = buyer.lines.count - shown.count
        for line in shown {
            row(
                Texts.title(line.signal) + (line.content.map { " “\($0)”" } ?? ""),
                "\(Texts.day(line.day)), \(Texts.points(line.pointsMilli)) points, \(line.decay)"
                    + (line.note.map { "; \($0)" } ?? ""),
                line.contributionMilli, kind: "in")
        }
        if rest > 0 {
            let others = buyer.subtotalMilli - shown.reduce(0) { $0 + $1.contributionMilli }
            row("\(Texts.count(rest, "further act"))", "", others, kind: "in")
        }
    }

    private func row(_ what: String, _ how: String, _ milli: Int64, kind: String = "") -> HTMLElement {
        tr(kind.isEmpty ? [] : [.class(kind)]) {
            th(.scope(.row)) { what }
            td(.class("wide-only soft")) { how }
            td(.class("num")) { Texts.exactPoints(milli) }
        }
    }

    /// Permille as a factor: 2000 is `2`, 1500 is `1.5`.
    private static func weight(_ permille: Int) -> String {
        permille % 1000 == 0 ? "\(permille / 1000)" : "\(permille / 1000).\(permille % 1000 / 100)"
    }

    /// Under its name, where there is room for words.
    private func state(of condition: GateView.Condition) -> HTMLElement {
        condition.holds
            ? span(.class("note kept")) {
                Icon.kept.element
                " holds"
            } : span(.class("note")) { condition.missing.map { "lacks \($0)" } ?? "does not hold" }
    }

    /// Each gate with its conditions, its columns under those of the one before.
    @MarkupBuilder var gates: Markup {
        for gate in view.gates where !gate.conditions.isEmpty {
            DataTable(
                "To \(gate.name)",
                columns: [.init("Condition"), .init("Needed"), .init("Has")],
                rows: gate.conditions.map { condition in
                    [
                        Markup {
                            Texts.title(condition.words)
                            state(of: condition)
                        },
                        Markup(text: condition.needed), Markup(text: condition.has),
                    ]
                }, kind: "thirds"
            ).element
        }
    }
}
