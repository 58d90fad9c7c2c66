import WeirApp
import WeirInsight
import WeirPages

/// Stages with stock and flow, what Sales answered, and week by week what came in.
struct WaterfallView {
    let period: WaterfallPeriod
    let waterfall: Waterfall
    let past: Overview.Past

    @MarkupBuilder var body: Markup {
        PageHead("Waterfall") {
            "Accounts from "
            period.from.timeElement
            " to "
            period.to.timeElement
            ", under \(past.report.title)."
        } actions: {
            a(.class("button plain"), .to("/waterfall.csv", period.query), .data("key", "c")) {
                Icon.download.element
                "CSV"
            }
        }.element
        period.tabs("/waterfall")
        div(.class("filters")) {
            period.lengths("/waterfall")
            period.ways("/waterfall")
        }
        figure {
            figcaption {
                "Stock and flow"
                span { "Pale: were there and came. Full: there at the end. Bands: moved on." }
            }
            WaterfallChart(waterfall).element
        }
        section { table.element }
        div(.class("columns")) {
            div(.class("column")) {
                section {
                    h2 { "What Sales answered" }
                    answers
                }
            }
            div(.class("column")) {
                section {
                    h2 { "What came in, by week" }
                    WeekVolumeChart(Array(past.report.flow.weeks.suffix(weekCount))).element
                }
            }
        }
    }

    private var weekCount: Int { max(4, (period.from.distance(to: period.to) + 7) / 7) }

    /// As a snapshot what stands and moved in the period; by cohort what became of those who came in it.
    private var table: DataTable {
        period.isCohort ? cohort : snapshot
    }

    private var snapshot: DataTable {
        var table = DataTable(
            "Stock and flow: at the start + came − moved on − fell out = at the end",
            columns: [
                .init("Stage"), .init("At the start", isNumber: true), .init("Came", isNumber: true),
                .init("Moved on", isNumber: true), .init("Fell out", isNumber: true),
                .init("At the end", isNumber: true),
            ])
        table.rows = waterfall.rows.map { row in
            [
                name(row.stage), number(row.opening, .opening, row.stage), number(row.entered, .entered, row.stage),
                number(row.advanced, .advanced, row.stage), number(row.lost, .lost, row.stage),
                number(row.closing, .closing, row.stage),
            ]
        }
        return table
    }

    private var cohort: DataTable {
        var table = DataTable(
            "Who came in the period, and what has become of them by its end",
            columns: [
                .init("Stage"), .init("Came", isNumber: true), .init("Reached the next stage", isNumber: true),
                .init("Conversion"), .init("Median days to it", isNumber: true),
            ])
        table.rows = waterfall.rows.map { row in
            [
                name(row.stage), number(row.entered, .entered, row.stage),
                row.conversion.map { number($0.count, .converted, row.stage) } ?? Markup(text: "the last stage"),
                row.conversion.map { Markup(ShareText($0).element) } ?? Markup(),
                Markup(text: row.medianDays.map { Texts.number($0) } ?? "none yet"),
            ]
        }
        return table
    }

    private func name(_ stage: WaterfallStage) -> Markup {
        Markup(Defined(Texts.title(stage.name), stage.definition).element)
    }

    private func number(_ value: Int, _ count: Waterfall.Count, _ stage: WaterfallStage) -> Markup {
        guard value > 0 else { return Markup(text: "0") }
        let query = period.query + [("stage", stage.rawValue), ("what", count.rawValue)]
        return Markup(a(.to("/waterfall/accounts", query)) { Texts.number(value) })
    }

    @MarkupBuilder private var answers: Markup {
        if let acceptance = past.report.acceptance {
            FigureRow([
                Figure(
                    "Accepted", acceptance.qualified,
                    definition: "Of Sales' answers for accounts that were qualified on the day of the answer"),
                Figure(
                    "Accepted of the others", acceptance.others,
                    definition: "Of Sales' answers for accounts that this agreement would not have handed over"),
            ]).element
            if acceptance.rejectReasons.isEmpty {
                p(.class("soft")) { "Sales rejected nothing that was qualified." }
            } else {
                let most = acceptance.rejectReasons.map(\.count).max() ?? 1
                DataTable(
                    "Why Sales rejected, over all the history",
                    columns: [.init("Reason"), .init("Kind"), .init("Times", isNumber: true), .init("")],
                    rows: acceptance.rejectReasons.map { reason in
                        [
                            Markup(text: Texts.title(reason.reason)),
                            Markup(text: reason.isProcedural ? "the record was wrong" : "Sales disagreed"),
                            Markup(text: Texts.number(reason.count)),
                            Markup(MeterBar(reason.count, of: most, kind: "bar rest").element),
                        ]
                    }
                ).element
            }
        } else {
            EmptyState("Sales has answered nothing yet") {
                "Accepts and rejects come from the CRM's dispositions or from the Inbox."
            }.element
        }
    }
}
