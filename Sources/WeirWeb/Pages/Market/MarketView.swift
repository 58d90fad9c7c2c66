import WeirApp
import WeirMarket
import WeirPages

/// From all companies to the target market, with the reason for each loss.
struct MarketView {
    let overview: Overview
    let canWrite: Bool
    var report: MarketReport { overview.market }

    @MarkupBuilder var body: Markup {
        PageHead("Market") {
            "Who belongs, under \(overview.use.title)."
        }.element
        MarketView.tabs("/market", canWrite)
        if report.companies == 0 {
            EmptyState("No companies yet") { "Import a list of companies to see how it narrows to your market." }
                .element
        } else {
            div(.class("columns")) {
                div(.class("column")) {
                    section {
                        h2 { "From all companies to the target market" }
                        NarrowingChart(steps).element
                        layers.element
                    }
                    section {
                        h2 { "Tiers" }
                        tiers.element
                    }
                }
                div(.class("column")) {
                    section {
                        h2 { "Why companies are not in it" }
                        if report.reasons.isEmpty {
                            p(.class("soft")) { "No line of the agreement keeps anybody out." }
                        } else {
                            reasons.element
                        }
                    }
                    unseen
                }
            }
            div(.class("columns")) {
                for breakdown in report.breakdowns {
                    div(.class("column")) {
                        section {
                            h2 { "By \(breakdown.attribute)" }
                            table(breakdown).element
                        }
                    }
                }
            }
        }
    }

    /// The pages of this room.
    static func tabs(_ here: StaticString, _ canWrite: Bool) -> HTMLElement {
        let pages: [(StaticString, String)] =
            [("/market", "Narrowing"), ("/market/matrix", "Matrix"), ("/market/coverage", "Coverage")]
            + (canWrite ? [("/market/lists", "Check a list")] : [])
        return div(.class("filters")) {
            Chips(
                "Pages of the market",
                pages.map { .init($1, HTMLAddress($0), isChosen: "\($0)" == "\(here)") }
            ).element
        }
    }

    private var steps: [NarrowingChart.Step] {
        [.init("All companies", count: report.companies)]
            + report.layers.map { layer in
                .init(
                    MarketView.name(layer.layer), count: layer.companies,
                    lostWords: "\(Texts.number(layer.lostNo)) refused, \(Texts.number(layer.lostUnknown)) not known")
            }
    }

    static func name(_ layer: MarketLayer) -> String {
        switch layer {
        case .addressable: "Addressable"
        case .served: "Served"
        case .target: "Target"
        }
    }

    private var layers: DataTable {
        DataTable(
            "Each circle, and what it loses of the one around it",
            columns: [
                .init("Circle"), .init("Companies", isNumber: true), .init("Refused", isNumber: true),
                .init("Not known", isNumber: true),
                .init("By exception", isNumber: true, definition: "In only because an “or” stood in for a line"),
            ],
            rows: report.layers.map { layer in
                [
                    Markup(text: MarketView.name(layer.layer)), number(layer.companies), number(layer.lostNo),
                    number(layer.lostUnknown), number(layer.byException),
                ]
            })
    }

    private var tiers: DataTable {
        DataTable(
            "By fit, over all companies",
            columns: [
                .init("Tier"), .init("In the target market", isNumber: true), .init("Companies", isNumber: true),
                .init(""),
            ],
            rows: report.tiers.map { tier in
                [
                    Markup(text: tier.name), number(tier.target), number(tier.companies),
                    Markup(MeterBar(tier.target, of: max(1, report.companies(in: .target))).element),
                ]
            })
    }

    private var reasons: DataTable {
        DataTable(
            "Each line of the agreement and whom it keeps out of its circle",
            columns: [
                .init("Circle"), .init("Asked"), .init("Refused", isNumber: true), .init("Not known", isNumber: true),
                .init(
                    "Alone", isNumber: true,
                    definition: "Companies that fail this line only: without it they would be in"),
            ],
            rows: report.reasons.prefix(24).map { reason in
                [
                    Markup(text: MarketView.name(reason.layer)),
                    Markup {
                        reason.asked
                        if !reason.examples.isEmpty {
                            span(.class("note")) { "such as \(reason.examples.joined(separator: ", "))" }
                        }
                    },
                    number(reason.no), number(reason.unknown), number(reason.onlyReason),
                ]
            })
    }

    @MarkupBuilder private var unseen: Markup {
        if !report.unseen.isEmpty {
            section {
                h2 { "Asked for, and never seen" }
                ul(.class("bullets")) {
                    for value in report.unseen.prefix(10) {
                        li {
                            "No company has the \(value.attribute) “\(value.value)”"
                            if let nearest = value.nearest {
                                "; \(Texts.count(value.nearestCompanies, "company has", "companies have")) “\(nearest)”"
                            }
                            "."
                        }
                    }
                }
            }
        }
    }

    private func table(_ breakdown: MarketReport.Breakdown) -> DataTable {
        let others = [breakdown.others, breakdown.unknown].compactMap(\.self)
        return DataTable(
            "Companies by \(breakdown.attribute), the largest first",
            columns: [
                .init(breakdown.attribute.prefix(1).uppercased() + breakdown.attribute.dropFirst()),
                .init("Target", isNumber: true), .init("Served", isNumber: true), .init("Companies", isNumber: true),
            ],
            rows: (breakdown.segments + others).map { segment in
                [
                    Markup(text: segment.name), number(segment.target), number(segment.served),
                    number(segment.companies),
                ]
            })
    }

    private func number(_ value: Int) -> Markup { Markup(text: Texts.number(value)) }
}
