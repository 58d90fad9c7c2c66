import WeirApp
import WeirInsight
import WeirPages

/// Sliders at the left, pictures at the right. Without the script a button draws them anew.
struct LabView {
    let setting: LabSetting
    let overview: Overview
    let visit: Visit

    @MarkupBuilder var body: Markup {
        PageHead("Lab") {
            "What other thresholds would have done from "
            (overview.past?.from ?? overview.asOf).timeElement
            " to "
            (overview.past?.to ?? overview.asOf).timeElement
            ". Nothing here decides anything."
        }.element
        div(.class("columns wide-right")) {
            div(.class("column")) { sliders }
            div(.class("column"), .id("pictures"), .isLive) { LabPictures(setting: setting, overview: overview).body }
        }
    }

    private var sliders: HTMLElement {
        form(
            .id("sliders"), .class("sliders sticky"), .method(.get), .action("/lab"), .data("live", "/lab/pictures"),
            .data("target", "pictures")
        ) {
            if let kept = setting.kept { input(.type(.hidden), .name("kept"), .value(LabValues.text(kept))) }
            for (name, day) in setting.day { input(.type(.hidden), .name(name), .value(day)) }
            for one in LabSlider.allCases { slider(one) }
            div(.class("actions")) {
                button(.class("plain no-script")) { "Draw" }
                a(.class("button plain"), .to("/lab", setting.day)) { "As in force" }
            }
            if Role.writers.contains(visit.visitor.role) {
                div(.class("actions")) {
                    // The token goes with this button alone: the form's other ways are addresses, where it has no place.
                    button(
                        .formAction(HTMLAddress("/lab/draft")), .formMethod(.post), .name("csrf"),
                        .value(visit.visitor.csrf)
                    ) { "Write into the draft" }
                }
            }
        }
    }

    private func slider(_ one: LabSlider) -> HTMLElement {
        let inForce = one.value(TrialValues(overview.use.agreement))
        let value = one.value(setting.values)
        let range = one.range(inForce: inForce)
        return div(.class("slider")) {
            div(.class("top")) {
                label(.for("s-\(one.rawValue)")) { one.title }
                HTMLTag.output(.for("s-\(one.rawValue)")) { "\(value)\(one.unit)" }
            }
            input(
                .type(.range), .id("s-\(one.rawValue)"), .name(one.rawValue), .min(String(range.lowerBound)),
                .max(String(max(range.upperBound, value))), .step("1"), .value(String(value)), .data("unit", one.unit),
                .autocomplete("off"))
            div(.class("ends fine")) {
                span { "in force: \(inForce)" }
                span { "to \(max(range.upperBound, value))" }
            }
        }
    }
}

extension Role {
    /// Who may write drafts.
    static let writers: Set<Role> = [.admin, .marketingOperations, .salesManager]
}

/// Three linked pictures and the numbers, drawn anew while a slider moves.
struct LabPictures {
    let setting: LabSetting
    let overview: Overview

    @MarkupBuilder var body: Markup {
        figures
        div(.class("pair")) {
            WeekVolumeChart(
                Array(setting.trial.flow.weeks.suffix(78)),
                comparedWith: Array(setting.current.flow.weeks.suffix(78)), named: "in force"
            ).element
            FrontierChart(points).element
        }
        section {
            div(.class("titled")) {
                h2 { "Side by side" }
                span(.class("end")) { keeping }
            }
            TrialTable(columns).table.element
        }
        section {
            h2 { "Days from entry to the first opportunity" }
            lead
        }
    }

    private var figures: HTMLElement {
        let (numbers, now) = (setting.trial.numbers, setting.current.numbers)
        let query = setting.query(kept: setting.kept)
        return FigureRow([
            Figure(
                "Accounts qualified", Texts.number(numbers.accountsEntered),
                definition: "Different accounts that would have entered over all the history",
                base: "in force: \(Texts.number(now.accountsEntered))", address: HTMLAddress("/lab/accounts", query)),
            Figure(
                "Only under your draft", Texts.number(LabAccounts.only(setting.trial, setting.current).count),
                definition: "Accounts that the agreement in force did not let in",
                address: HTMLAddress("/lab/accounts", query + [("which", "gained")])),
            Figure(
                "Lost by your draft", Texts.number(LabAccounts.only(setting.current, setting.trial).count),
                definition: "Accounts that the agreement in force let in and the draft does not",
                address: HTMLAddress("/lab/accounts", query + [("which", "lost")])),
            Figure(
                "Buyers a week", "\(numbers.weeklyTenths / 10).\(numbers.weeklyTenths % 10)",
                definition: "Newly qualified buyers in seven days, on average",
                base: numbers.capacityPerWeek.map { "the teams can follow up \(Texts.number($0))" }),
            Figure(
                "Accepted", numbers.acceptance ?? Share(0, of: 0),
                definition: "Of Sales' answers for accounts that would have been qualified on the day of the answer"),
            Figure(
                "Wins found", numbers.winsFound,
                definition: "Of the deals won, those whose account would have been qualified in time"),
        ]).element
    }

    private var points: [FrontierChart.Point] {
        let bars = (overview.past?.frontier ?? []).map {
            FrontierChart.Point(
                "\($0.enterMilli / 1000) points, \(Texts.count($0.engagedBuyers, "engaged buyer"))", $0.numbers)
        }
        let kept = setting.keptTrial.map { [FrontierChart.Point("put aside", $0.numbers)] } ?? []
        return bars + kept + [
            .init("in force", setting.current.numbers, .current), .init("your draft", setting.trial.numbers, .draft),
        ]
    }

    private var columns: [(name: String, trial: Trial)] {
        [("In force", setting.current)] + (setting.keptTrial.map { [("Put aside", $0)] } ?? [])
            + [("Your draft", setting.trial)]
    }

    @MarkupBuilder private var keeping: Markup {
        a(.to("/lab", setting.query(kept: setting.values))) { "Put this aside to compare" }
        if setting.kept != nil {
            " · "
            a(.to("/lab", setting.query(kept: nil))) { "Drop what is put aside" }
        }
    }

    @MarkupBuilder private var lead: Markup {
        if let median = setting.trial.leadTime.median {
            p(.class("text")) {
                "Half of \(Texts.count(setting.trial.leadTime.count, "entrant")) with an opportunity had it within "
                strong { Texts.count(median, "day") }
                " of entering"
                if let low = setting.trial.leadTime.lowerQuartile, let high = setting.trial.leadTime.upperQuartile {
                    "; the middle half between \(low) and \(high)"
                }
                "."
                if setting.trial.leadTime.count < Share.smallBase { span(.class("is-small")) { " A small sample." } }
            }
        } else {
            p(.class("soft")) { "No entrant whose time is over had an opportunity." }
        }
    }
}

/// The accounts behind the lab's numbers.
struct LabAccounts {
    let setting: LabSetting
    let overview: Overview
    let visit: Visit
    private static let partSize = 100

    static func only(_ one: Trial, _ other: Trial) -> [String] {
        let others = Set(other.entrants)
        return one.entrants.filter { !others.contains($0) }
    }

    private var which: String { visit.query("which") ?? "all" }

    private var accounts: [String] {
        switch which {
        case "gained": LabAccounts.only(setting.trial, setting.current)
        case "lost": LabAccounts.only(setting.current, setting.trial)
        default: setting.trial.entrants
        }
    }

    var title: String {
        switch which {
        case "gained": "Only under your draft"
        case "lost": "Lost by your draft"
        default: "Qualified under your draft"
        }
    }

    @MarkupBuilder var body: Markup {
        let query = setting.query(kept: setting.kept)
        let all = accounts
        let start = min(max(0, visit.query("from").flatMap { Int($0) } ?? 0), 1_000_000)
        let part = all.dropFirst(start).prefix(LabAccounts.partSize)
        nav(.class("crumbs"), .label("Way here")) { a(.to("/lab", query)) { "Lab" } }
        PageHead(title) { Texts.count(all.count, "account") + "." }.element
        if part.isEmpty {
            EmptyState("Nobody") { "No account is behind this number." }.element
        } else {
            DataTable(
                "In order of entry", columns: [.init("Account"), .init("Id")],
                rows: part.map { id in
                    [
                        Markup(a(.class("subtle"), .to("/accounts/", step: id)) { overview.accountName(id) }),
                        Markup(text: id),
                    ]
                }
            ).element
            Paging(
                "\(Texts.number(start + 1)) to \(Texts.number(start + part.count)) of \(Texts.number(all.count))",
                first: start > 0 ? HTMLAddress("/lab/accounts", query + [("which", which)]) : nil,
                next: start + part.count < all.count
                    ? HTMLAddress(
                        "/lab/accounts", query + [("which", which), ("from", String(start + part.count))]) : nil
            ).element
        }
    }
}
