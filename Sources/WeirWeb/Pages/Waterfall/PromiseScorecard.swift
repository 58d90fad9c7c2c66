import WeirAgreement
import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// What became of one promise of one team.
struct PromiseScore: Hashable {
    let team: String
    let milestone: ServicePromise.Milestone
    /// As agreed: `4 business hours`.
    let within: String
    private(set) var counts: [ClockReading.Standing: Int] = [:]

    subscript(_ standing: ClockReading.Standing) -> Int { counts[standing] ?? 0 }

    /// Those of which it is known: kept, of them and of those met late or not at all.
    var kept: Share { Share(self[.kept], of: self[.kept] + self[.late] + self[.pastDue]) }

    static func all(_ lines: [PromiseBook.Line]) -> [PromiseScore] {
        Dictionary(grouping: lines) {
            PromiseScore(team: $0.team, milestone: $0.promise.milestone, within: $0.promise.within)
        }.map { key, lines in
            var score = key
            for line in lines { score.counts[line.promise.standing, default: 0] += 1 }
            return score
        }.sorted { ($0.milestone.words, $0.team, $0.within) < ($1.milestone.words, $1.team, $1.within) }
    }

    private init(team: String, milestone: ServicePromise.Milestone, within: String) {
        (self.team, self.milestone, self.within) = (team, milestone, within)
    }
}

extension ClockReading.Standing {
    /// In the order of a table, each with its heading and meaning.
    static let columns: [(standing: ClockReading.Standing, title: String, definition: String)] = [
        (.kept, "Kept", "Met in time"), (.late, "Late", "Met, but too late"),
        (.pastDue, "Broken", "The time is over, and it is not met"), (.due, "Running", "Still in time"),
        (.paused, "Paused", "Standing still for a reason that is agreed"),
        (.cancelled, "Fell away", "For example because the record was a duplicate"),
    ]
}

/// Sales' promises by team, Marketing's by week.
struct PromiseScorecard {
    let period: WaterfallPeriod
    let book: PromiseBook
    let terms: ServiceLevels?

    private var scores: [PromiseScore] { PromiseScore.all(book.sales) }

    @MarkupBuilder var body: Markup {
        PageHead("Promises") {
            "What both sides promised from "
            book.from.timeElement
            " to "
            book.to.timeElement
            ", and what became of it by now."
        }.element
        period.tabs("/waterfall/promises")
        div(.class("filters")) { period.lengths("/waterfall/promises") }
        figures
        section {
            titled("Sales", "sales", key: [.data("key", "c")])
            sales
        }
        section {
            titled("Marketing", "marketing")
            marketing
        }
    }

    private func titled(_ words: String, _ side: String, key: [HTMLAttribute] = []) -> HTMLElement {
        div(.class("titled")) {
            h2 { words }
            span(.class("end")) {
                a([.to("/waterfall/promises.csv", period.query + [("side", side)]), .label("\(words), as CSV")] + key) {
                    "CSV"
                }
            }
        }
    }

    private var figures: HTMLElement {
        let standings = book.sales.map(\.promise.standing)
        let kept = standings.count { $0 == .kept }
        let decided = standings.count { [.kept, .late, .pastDue].contains($0) }
        let weeks = book.marketing.map(\.verdict)
        func share(_ which: (MarketingVerdict) -> MarketingVerdict.Standing) -> Share {
            let judged = weeks.map(which).filter { $0 == .kept || $0 == .missed }
            return Share(judged.count { $0 == .kept }, of: judged.count)
        }
        return FigureRow([
            Figure(
                "Sales kept", Share(kept, of: decided),
                definition: "Of all promises about hand-offs of this time that were met or ran out"),
            Figure(
                "Marketing's volume kept", share(\.volume),
                definition: "Of the weeks that are over, those with as many qualified buyers as promised"),
            Figure(
                "Marketing's acceptance kept", share(\.acceptance),
                definition: "Of the weeks that Sales has decided about, those with the promised acceptance"),
        ]).element
    }

    // MARK: Sales

    @MarkupBuilder private var sales: Markup {
        if scores.isEmpty {
            EmptyState("Nothing was handed over in this time") { "Promises begin when a hand-off is offered." }.element
        } else {
            DataTable(
                "Promises about hand-offs offered in this time, by team",
                columns: [.init("Promise"), .init("Within"), .init("Team")]
                    + ClockReading.Standing.columns.map {
                        DataTable.Column($0.title, isNumber: true, definition: $0.definition)
                    }
                    + [.init("Kept", definition: "Of those met or broken")],
                rows: scores.map { score in
                    [
                        Markup(text: Texts.title(score.milestone.words)), Markup(text: score.within),
                        Markup(text: Texts.name(score.team)),
                    ]
                        + ClockReading.Standing.columns.map { number(score, $0.standing) }
                        + [Markup(ShareText(score.kept).element)]
                }
            ).element
        }
    }

    private func number(_ score: PromiseScore, _ standing: ClockReading.Standing) -> Markup {
        let count = score[standing]
        guard count > 0 else { return Markup(text: "0") }
        return Markup(
            a(.to("/waterfall/hand-offs", PromiseListView.query(period, score, standing))) { Texts.number(count) })
    }

    var salesTable: TableView {
        TableView(
            title: "Sales' promises",
            columns: [.init("promise", "Promise"), .init("within", "Within"), .init("team", "Team")]
                + ClockReading.Standing.columns.map { TableView.Column($0.standing.rawValue, $0.title) } + [
                    .init("kept_share", "Kept, of those known")
                ],
            rows: scores.map { score in
                [.text(score.milestone.rawValue), .text(score.within), .text(score.team)]
                    + ClockReading.Standing.columns.map { .number(score[$0.standing]) } + [.share(score.kept)]
            })
    }

    // MARK: Marketing

    @MarkupBuilder private var marketing: Markup {
        if terms?.marketing == nil || terms?.marketing == ServiceLevels.Marketing() {
            EmptyState("Marketing promised nothing") { "The agreement has no promise of Marketing." }.element
        } else if book.marketing.isEmpty {
            EmptyState("No week to judge") { "Weeks count from the one in which the desk began." }.element
        } else {
            p(.class("text")) { promised }
            DataTable(
                "Week by week, the newest first",
                columns: [
                    .init("Week of"), .init("Qualified", isNumber: true), .init("Volume"),
                    .init("Accepted", isNumber: true), .init("Refused", isNumber: true),
                    .init("Accepted of those decided"), .init("Acceptance"),
                ],
                rows: book.marketing.map { week in
                    [
                        Markup(week.week.timeElement), number(week.qualified, .promised, .qualified, week),
                        badge(week.verdict.volume), number(week.accepted, .promiseAccepted, .accepted, week),
                        number(week.rejected, .promiseRejected, .released, week),
                        Markup(ShareText(Share(week.accepted, of: week.accepted + week.rejected)).element),
                        badge(week.verdict.acceptance),
                    ]
                }
            ).element
        }
    }

    private var promised: String {
        let marketing = terms?.marketing
        let volume = [
            marketing?.qualifiedPerWeekAtLeast.map { "at least \(Texts.number($0))" },
            marketing?.qualifiedPerWeekAtMost.map { "at most \(Texts.number($0))" },
        ].compactMap { $0 }.joined(separator: " and ")
        let acceptance = marketing?.acceptanceAtLeastPermille.map {
            "Sales accepts at least \(Texts.percent($0)) of those it decides about"
        }
        let parts = [volume.isEmpty ? nil : "\(volume) qualified buyers a week", acceptance].compactMap { $0 }
        return "Agreed: \(parts.joined(separator: "; "))."
    }

    private func number(
        _ value: Int, _ count: StageQuestion.Count, _ stage: Stage, _ week: MarketingWeekView
    ) -> Markup {
        StageListView.link(
            value, StageQuestion(count, stage, from: week.week, to: week.week.advanced(by: 6)))
    }

    private func badge(_ standing: MarketingVerdict.Standing) -> Markup {
        switch standing {
        case .kept: Markup(Badge("Kept", .kept, icon: .kept).element)
        case .missed: Markup(Badge("Missed", .breached, icon: .warning).element)
        case .due: Markup(text: "not over yet")
        case .notPromised: Markup(text: "not promised")
        }
    }

    var marketingTable: TableView {
        TableView(
            title: "Marketing's promises",
            columns: [
                .init("week", "Week of"), .init("qualified", "Qualified"), .init("volume", "Volume"),
                .init("accepted", "Accepted"), .init("rejected", "Refused"), .init("acceptance", "Acceptance"),
            ],
            rows: book.marketing.map { week in
                [
                    .day(week.week), .number(week.qualified), .text(week.verdict.volume.rawValue),
                    .number(week.accepted), .number(week.rejected), .text(week.verdict.acceptance.rawValue),
                ]
            })
    }
}
