import WeirApp
import WeirMarket
import WeirPages

/// A vendor's list, checked by dropping it and its order.
struct ListCheckView {
    let visit: Visit
    let outcome: ListCheckOutcome?
    var mistake: String?

    @MarkupBuilder var body: Markup {
        PageHead("Check a list") {
            "Each line of a vendor's list against what was ordered and the market. Nothing is imported."
        }.element
        MarketView.tabs("/market/lists", true)
        if let mistake { Notice(.breached) { mistake }.element }
        if let outcome { result(outcome) }
        form(.method(.post), .action("/market/lists"), .sendsFiles, .class("fields")) {
            input(.type(.hidden), .name("csrf"), .value(visit.visitor.csrf))
            file("list", "The vendor's list, as CSV", "Drop it here or choose it. At most 2 MB.")
            file("order", "The order, as CSV", "As Coverage writes it.")
            div(.class("field")) {
                label(.for("vendor")) { "Vendor" }
                input(.type(.text), .id("vendor"), .name("vendor"), .maxLength(100), .autocomplete("off"))
                span(.class("hint")) { "With a name the outcome counts for the vendor's scorecard." }
            }
            div { button { outcome == nil ? "Check" : "Check another" } }
        }
    }

    private func file(_ name: String, _ title: String, _ hint: String) -> HTMLElement {
        div(.class("drop field"), .data("drop", "")) {
            label(.for(name)) { title }
            input(.type(.file), .id(name), .name(name), .accept(".csv,text/csv"), .isRequired)
            span(.class("hint")) { hint }
        }
    }

    @MarkupBuilder private func result(_ outcome: ListCheckOutcome) -> Markup {
        let report = outcome.report
        FigureRow([
            Figure("Lines", Texts.number(report.lines), definition: "Lines of the list that could be read"),
            Figure(
                "Accepted", Share(report.accepted, of: max(report.lines, report.accepted)),
                definition: "Lines that fit the order and the market"),
            Figure(
                "Rejected", Texts.number(report.rejected), definition: "Lines with at least one reason against them"),
            Figure(
                "To pay",
                report.costs.isEmpty ? "nothing" : report.costs.map { Texts.money($0) }.joined(separator: " + "),
                definition: "The accepted lines at the order's prices"),
        ]).element
        let reasons = report.reasons.filter { $0.all > 0 }
        if !reasons.isEmpty {
            DataTable(
                "Why lines were rejected",
                columns: [
                    .init("Reason"), .init("Leads", isNumber: true), .init("In all", isNumber: true), .init("Such as"),
                ],
                rows: reasons.map { reason in
                    [
                        Markup(text: Texts.title(reason.code.rawValue)), Markup(text: Texts.number(reason.leading)),
                        Markup(text: Texts.number(reason.all)), Markup(text: reason.examples.first ?? ""),
                    ]
                }
            ).element
        }
        section {
            h2 { "Line by line" }
            DataTable(
                outcome.verdicts.count > 200 ? "The first 200 of \(Texts.number(outcome.verdicts.count))" : "All lines",
                columns: [.init("Line", isNumber: true), .init("Verdict"), .init("Because")],
                rows: outcome.verdicts.prefix(200).map { verdict in
                    [
                        Markup(text: Texts.number(verdict.line)),
                        Markup(
                            (verdict.reasons.isEmpty ? Badge("Accepted", .kept) : Badge("Rejected", .breached)).element),
                        Markup(text: verdict.reasons.map(\.sentence).joined(separator: "; ")),
                    ]
                }
            ).element
        }
    }
}
