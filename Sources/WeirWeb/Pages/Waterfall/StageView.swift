import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// Buyers by stage: who stood there, who came, went and went further; or by the month in which they first qualified.
struct StageView {
    let period: WaterfallPeriod
    let waterfall: StageWaterfall

    @MarkupBuilder var body: Markup {
        PageHead("Waterfall") {
            "Buyers at the desk from "
            period.from.timeElement
            " to "
            period.to.timeElement
            ", each in one stage at a time."
        } actions: {
            a(.class("button plain"), .to("/waterfall/stages.csv", period.query), .data("key", "c")) {
                Icon.download.element
                "CSV"
            }
        }.element
        period.tabs("/waterfall/stages")
        div(.class("filters")) {
            period.lengths("/waterfall/stages")
            period.ways("/waterfall/stages")
        }
        if period.isCohort { cohorts } else { snapshot.element }
    }

    // MARK: As a snapshot

    private var snapshot: DataTable {
        DataTable(
            "Stock and flow: at the start + came − left = at the end",
            columns: [
                .init("Stage"), .init("At the start", isNumber: true), .init("Came", isNumber: true),
                .init("Left", isNumber: true),
                .init(
                    "Went further", isNumber: true, definition: "Of those who left, to a later stage towards a purchase"
                ),
                .init("Conversion", definition: "Those who went further, of all who left"),
                .init("Median stay", definition: "Half of those who left had stayed no longer"),
                .init("At the end", isNumber: true),
            ],
            rows: waterfall.lines.map { line in
                [
                    Markup(text: Texts.title(line.stage.name)), number(line.before, .before, line.stage),
                    number(line.entered, .entered, line.stage), number(line.left, .left, line.stage),
                    number(line.advanced, .advanced, line.stage), conversion(line),
                    Markup(text: line.medianStayMillis.map(StageView.stay) ?? "nobody left"),
                    number(line.after, .after, line.stage),
                ]
            })
    }

    private func conversion(_ line: StageWaterfall.Line) -> Markup {
        if line.stage == .recycled { return Markup(text: "comes back later") }
        if line.stage.onwards.isEmpty { return Markup(text: "the way ends here") }
        return Markup(ShareText(Share(line.advanced, of: line.left)).element)
    }

    private func number(_ value: Int, _ count: StageQuestion.Count, _ stage: Stage) -> Markup {
        StageListView.link(value, StageQuestion(count, stage, from: period.from, to: period.to))
    }

    /// `4 days`, or `5 hours` where it is less than one.
    static func stay(_ millis: Int64) -> String {
        let hours = Int(millis / 3_600_000)
        return hours < 24 ? hours == 0 ? "under an hour" : Texts.count(hours, "hour") : Texts.count(hours / 24, "day")
    }

    // MARK: By cohort

    /// Stages on the way from the first qualification on.
    private static let path = Array(Stage.successPath.drop { $0 != .qualified })

    @MarkupBuilder private var cohorts: Markup {
        if waterfall.cohorts.isEmpty {
            EmptyState("Nobody qualified in this time") { "Cohorts are of those who first qualified in a month." }
                .element
        } else {
            DataTable(
                "Who first qualified in a month, and how many of them reached each stage by the end",
                columns: [.init("Month")] + StageView.path.map { .init(Texts.title($0.name), isNumber: true) }
                    + [.init("Conversion", definition: "Of those who qualified, accepted by Sales")],
                rows: waterfall.cohorts.map { cohort in
                    let qualified = cohort.reached[.qualified] ?? 0
                    // A cohort is a month: `Nov 2026`, without its first day.
                    let month = Texts.day(cohort.month).split(separator: " ").dropFirst().joined(separator: " ")
                    return [Markup(text: month)]
                        + StageView.path.map { stage in
                            StageListView.link(
                                cohort.reached[stage] ?? 0,
                                StageQuestion(.cohort, stage, from: cohort.month, to: max(cohort.month, period.to)))
                        } + [Markup(ShareText(Share(cohort.reached[.accepted] ?? 0, of: qualified)).element)]
                }
            ).element
        }
    }

    // MARK: As CSV

    /// What the page shows.
    var table: TableView {
        period.isCohort
            ? TableView(
                title: "Cohorts",
                columns: [.init("month", "Month")] + StageView.path.map { .init($0.rawValue, $0.name) },
                rows: waterfall.cohorts.map { cohort in
                    [.day(cohort.month)] + StageView.path.map { .number(cohort.reached[$0] ?? 0) }
                })
            : TableView(
                title: "Stages",
                columns: [
                    .init("stage", "Stage"), .init("before", "At the start"), .init("entered", "Came"),
                    .init("left", "Left"), .init("advanced", "Went further"), .init("conversion", "Conversion"),
                    .init("median_stay_hours", "Median stay, hours"), .init("after", "At the end"),
                ],
                rows: waterfall.lines.map { line in
                    [
                        .text(line.stage.rawValue), .number(line.before), .number(line.entered), .number(line.left),
                        .number(line.advanced),
                        line.stage.onwards.isEmpty ? .nothing() : .share(Share(line.advanced, of: line.left)),
                        line.medianStayMillis.map { .number(Int($0 / 3_600_000)) } ?? .nothing(),
                        .number(line.after),
                    ]
                })
    }
}
