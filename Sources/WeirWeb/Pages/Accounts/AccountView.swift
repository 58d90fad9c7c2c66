import WeirApp
import WeirFacts
import WeirInsight
import WeirPages

/// One account: where it stands, how it got there, who is in it, what they said to each other, and why.
struct AccountView {
    let portrait: AccountPortrait
    let timelineFrom: Int
    let asOf: CivilDay?
    let today: CivilDay
    var explanation: ExplanationView { portrait.explanation }

    static let keys = [KeyHint("W", "why: open the ledger")]

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.to("/accounts")) { "Accounts" } }
        head
        BandChart(portrait.band).element
        div(.class("columns wide-left")) {
            div(.class("column")) {
                section {
                    h2 { "Buying group" }
                    SeatTable(portrait.seats).element
                }
                section {
                    h2 { "Conversation" }
                    conversation
                }
            }
            div(.class("column")) {
                section {
                    h2 { explanation.isQualified ? "What keeps it in" : "What would change the answer" }
                    answer
                }
                section {
                    h2 { "Conditions" }
                    AccountLedger(explanation).gates
                }
            }
        }
        section {
            h2 { "Why \(Texts.points(explanation.totalMilli)) points" }
            sums
            details {
                summary(.id("why"), .data("key", "w")) { "Every line, as on an invoice" }
                AccountLedger(explanation).element
            }
        }
        section {
            h2 { "Timeline" }
            timeline
        }
    }

    @MarkupBuilder private var head: Markup {
        PageHead(
            explanation.name,
            badges: [
                explanation.isQualified ? Badge("Qualified", .qualified, icon: .kept) : Badge("Not qualified"),
                Badge("Tier \(portrait.summary.tier ?? "not judged")"),
            ]
        ) {
            [portrait.summary.domain, text("industry"), text("country"), employees].compactMap(\.self)
                .joined(separator: " · ")
        }.element
        p(.class("text")) {
            if let since = explanation.since {
                explanation.isQualified ? "Qualified since " : "Not qualified since "
                since.timeElement
                " with "
            } else if explanation.isQualified {
                "Qualified with "
            } else {
                "Not qualified: "
            }
            strong { "\(Texts.points(explanation.totalMilli)) points" }
            " under \(explanation.agreement)."
            if let day = explanation.nextChange, let words = explanation.nextChangeWords {
                " On "
                day.timeElement
                ", \(words)."
            }
        }
    }

    /// The score by its parts.
    private var sums: HTMLElement {
        let people = explanation.buyers.reduce(0) { $0 + $1.subtotalMilli }
        let parts: [(String, Int64)] = [
            ("Fit", explanation.fit.reduce(0) { $0 + $1.amountMilli }),
            ("What \(Texts.count(explanation.buyers.count, "person", "people")) did", people),
            ("Conversation", explanation.echo.reduce(0) { $0 + $1.amountMilli }),
            ("Breadth", explanation.breadth.reduce(0) { $0 + $1.amountMilli }), ("Rounding", explanation.roundingMilli),
        ]
        var table = DataTable(
            "The parts of the score", columns: [.init("Part"), .init("Points", isNumber: true), .init("")], kind: "fit")
        table.rows = parts.filter { $0.1 != 0 }.map { name, milli in
            [
                Markup(text: name), Markup(text: Texts.exactPoints(milli)),
                Markup(MeterBar(Int(max(0, milli)), of: Int(max(1, explanation.totalMilli))).element),
            ]
        }
        table.foot = [Markup(text: "Score"), Markup(text: Texts.exactPoints(explanation.totalMilli)), Markup()]
        return table.element
    }

    private func text(_ name: String) -> String? { portrait.summary.attributes[name]?.description }

    private var employees: String? {
        guard case .number(let number)? = portrait.summary.attributes["employees"] else { return nil }
        return "\(Texts.number(Int(number.thousandths / 1000))) employees"
    }

    @MarkupBuilder private var answer: Markup {
        if explanation.suggestions.isEmpty {
            p(.class("soft")) { "Nothing that people there could do would change it under this agreement." }
        } else {
            ul(.class("bullets")) {
                for suggestion in explanation.suggestions {
                    li { suggestion.prefix(1).uppercased() + suggestion.dropFirst() + "." }
                }
            }
        }
    }

    @MarkupBuilder private var conversation: Markup {
        if portrait.shares.isEmpty {
            EmptyState("Nobody has shared anything with a colleague yet") {
                "When somebody forwards content and a colleague reads it, both stand here."
            }.element
        } else {
            ArcChart(portrait.shares).element
            details {
                summary { "The numbers: what was shared" }
                DataTable(
                    "Shared inside the account, newest first",
                    columns: [.init("Day"), .init("Who"), .init("With whom"), .init("What"), .init("Read")],
                    rows: portrait.shares.prefix(50).map { share in
                        [
                            Markup(share.day.timeElement), Markup(text: share.sharer), Markup(text: share.reader),
                            Markup(text: share.content ?? "a page"),
                            share.readDay.map { Markup($0.timeElement) } ?? Markup(text: "not yet"),
                        ]
                    }
                ).element
            }
        }
    }

    @MarkupBuilder private var timeline: Markup {
        if portrait.timeline.isEmpty {
            p(.class("soft")) { "Nothing has happened here yet." }
        } else {
            ol(.class("timeline")) {
                for entry in portrait.timeline {
                    li(.class(AccountView.kind(entry.kind))) {
                        div(.class("when")) { entry.day.timeElement }
                        entry.words
                    }
                }
            }
            Paging(
                "\(Texts.number(timelineFrom + 1)) to "
                    + "\(Texts.number(timelineFrom + portrait.timeline.count)) of \(Texts.number(portrait.timelineCount))",
                first: timelineFrom > 0 ? address(from: 0) : nil,
                next: timelineFrom + portrait.timeline.count < portrait.timelineCount
                    ? address(from: timelineFrom + portrait.timeline.count) : nil
            ).element
        }
    }

    private func address(from: Int) -> HTMLAddress {
        var query: [(String, String)] = asOf.map { [("as_of", $0.description)] } ?? []
        if from > 0 { query.append(("from", String(from))) }
        return HTMLAddress("/accounts/", step: portrait.summary.id, query)
    }

    private static func kind(_ kind: TimelineEntry.Kind) -> String {
        switch kind {
        case .engagement: "act"
        case .share: "share"
        case .raisedHand: "hand"
        case .entered: "in"
        case .left: "out"
        case .deal: "deal"
        }
    }
}
