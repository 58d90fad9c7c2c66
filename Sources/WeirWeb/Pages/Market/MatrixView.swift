import WeirAgreement
import WeirApp
import WeirFacts
import WeirPages

/// The qualification matrix as a grid to type into, with what the change would move always in sight.
struct MatrixView {
    let draft: AgreementDraft?
    let shift: MarketShift?
    let visit: Visit
    let canWrite: Bool
    /// Somebody kept another text meanwhile.
    var clash: DraftClash?

    @MarkupBuilder var body: Markup {
        PageHead("Qualification matrix") {
            "Fit points by attribute, of the "
            a(.to("/agreement/draft")) { "draft" }
            ". They decide nothing until the draft is signed."
        }.element
        MarketView.tabs("/market/matrix", canWrite)
        clash?.notice
        if let market = draft?.agreement?.market {
            form(
                .method(.post), .action("/market/matrix"), .class("stack wide"), .data("live", "/market/shift"),
                .data("target", "shift"), .data("quiet", "yes")
            ) {
                if let revision = clash?.revision ?? draft?.revision {
                    input(.type(.hidden), .name("revision"), .value(revision))
                }
                div(.id("shift"), .isLive) { MatrixView.line(draft, shift, visit) }
                div(.class("columns")) {
                    div(.class("column")) { rows(market) }
                    div(.class("column")) { tiers(market) }
                }
                if canWrite {
                    div(.class("actions")) { button(.name("csrf"), .value(visit.visitor.csrf)) { "Keep in the draft" } }
                }
            }
        } else {
            EmptyState("There is no sound draft to change") {
                "Mend or write the draft first: "
                a(.to("/agreement/draft")) { "the draft" }
                "."
            }.element
        }
    }

    /// What stands above the grid, and changes while somebody types.
    @MarkupBuilder static func line(_ draft: AgreementDraft?, _ shift: MarketShift?, _ visit: Visit) -> Markup {
        if let shift {
            p(.class(shift.moved == 0 ? "notice" : "notice risk")) {
                span {
                    strong { shift.headline }
                    " In the target market: \(Texts.number(shift.targetsBefore)) now, "
                    "\(Texts.number(shift.targetsAfter)) then. "
                    if shift.moved > 0 { a(.to("/market/moves")) { "The list, once it is kept" } }
                }
            }
            if let at = shift.behindSince { visit.counted(at) }
        } else if let problem = draft?.problems.first {
            p(.class("notice breached")) { span { "\(problem.whatIsWrong); \(problem.whatWouldBeRight)." } }
        }
    }

    @MarkupBuilder private func rows(_ market: MarketDefinition) -> Markup {
        for (number, row) in market.matrix.enumerated() {
            DataTable(
                Texts.title(row.attribute), columns: [.init("Value"), .init("Points", isNumber: true)],
                rows: entries(row, number), kind: "matrix fit"
            ).element
        }
    }

    private func entries(_ row: MatrixRow, _ number: Int) -> [[Markup]] {
        let path = "market.matrix.\(number + 1)"
        switch row.entries {
        case .values(let values):
            return values.map { entry in
                cells(entry.value.description, "\(path).points.\(entry.value)", entry.pointsMilli, row.attribute)
            }
        case .ranges(let ranges):
            return ranges.enumerated().map { place, range in
                cells(MatrixView.words(range), "\(path).ranges.\(place + 1).points", range.pointsMilli, row.attribute)
            }
        }
    }

    private func cells(_ words: String, _ path: String, _ milli: Int64, _ attribute: String) -> [Markup] {
        [Markup(text: words), Markup(field(path, milli, label: "\(Texts.title(attribute)), \(words): points"))]
    }

    private func field(_ path: String, _ milli: Int64, label: String) -> HTMLElement {
        input(
            [
                .type(.text), .inputMode("decimal"), .name(path), .value(FixedNumber(thousandths: milli).description),
                .label(label), .autocomplete("off"),
            ] + (canWrite ? [] : [.isReadOnly]))
    }

    private static func words(_ range: RangePoints) -> String {
        switch (range.atLeast.map(number), range.atMost.map(number)) {
        case (let low?, let high?): "\(low) to \(high)"
        case (let low?, nil): "at least \(low)"
        case (nil, let high?): "at most \(high)"
        case (nil, nil): "any"
        }
    }

    private static func number(_ value: AttributeValue) -> String {
        if case .number(let number) = value, number.thousandths % 1000 == 0 {
            return Texts.number(Int(number.thousandths / 1000))
        }
        return value.description
    }

    private func tiers(_ market: MarketDefinition) -> HTMLElement {
        DataTable(
            "Tiers, by the lowest points of each", columns: [.init("Tier"), .init("At least", isNumber: true)],
            rows: market.tiers.map { tier in
                [
                    Markup(text: tier.name),
                    Markup(field("market.tiers.\(tier.name)", tier.atLeastMilli, label: "Tier \(tier.name): at least")),
                ]
            }, kind: "matrix fit"
        ).element
    }
}
