import WeirApp
import WeirFacts
import WeirMarket
import WeirPages

/// Who is missing at target accounts, and the order for them.
struct CoverageView {
    let overview: Overview
    let visit: Visit
    /// The past day it is read as of.
    let asOf: CivilDay?
    private static let partSize = 50

    @MarkupBuilder var body: Markup {
        PageHead("Coverage") {
            "Seats of the buying group at target accounts."
        } actions: {
            if overview.past != nil, asOf == nil {
                a(.class("button plain"), .to("/market/order.csv", [("top", "20")])) {
                    Icon.download.element
                    "Order for the first 20"
                }
            }
        }.element
        MarketView.tabs("/market/coverage", Role.writers.contains(visit.visitor.role))
        if let past = overview.past {
            totals(past.coverage).element
            section {
                h2 { "Whom to find first" }
                gaps(past.gaps)
            }
        } else {
            EmptyState("Nobody is known yet") { "Coverage needs people: import buyers or let them come." }.element
        }
    }

    private func address(_ place: Int, role: String?) -> HTMLAddress {
        let filters = [
            ("as_of", asOf?.description), ("role", role), ("from", place > 0 ? String(place) : nil),
        ]
        return HTMLAddress("/market/coverage", filters.compactMap { name, value in value.map { (name, $0) } })
    }

    private func totals(_ report: CoverageReport) -> DataTable {
        DataTable(
            "Seats of all target accounts together",
            columns: [
                .init("Role"), .init("Wanted", isNumber: true), .init("Known", isNumber: true),
                .init("Engaged", isNumber: true), .init("Missing", isNumber: true),
            ],
            rows: report.totals.map { seat in
                [
                    Markup(text: SeatTable.title(seat.role)), Markup(text: Texts.number(seat.wanted)),
                    Markup(text: Texts.number(seat.known)), Markup(text: Texts.number(seat.engaged)),
                    Markup(text: Texts.number(seat.missing)),
                ]
            })
    }

    @MarkupBuilder private func gaps(_ known: [SeatGap]) -> Markup {
        let roles = overview.use.agreement.buyingGroup.roles
        let role = roles.first { $0.name == visit.query("role") }?.name
        let gaps = known.filter { role == nil || roles[$0.role].name == role }
        Chips(
            "Of which role",
            [.init("Any role", address(0, role: nil), isChosen: role == nil)]
                + Set(known.map(\.role)).sorted().map { number in
                    let name = roles[number].name
                    return .init(SeatTable.title(name), address(0, role: name), isChosen: role == name)
                }
        ).element
        let start = min(max(0, visit.query("from").flatMap { Int($0) } ?? 0), 1_000_000)
        let part = gaps.dropFirst(start).prefix(CoverageView.partSize)
        if part.isEmpty {
            p(.class("soft")) { "Every seat that the agreement wants has somebody in it." }
        } else {
            let group = overview.use.agreement.buyingGroup
            DataTable(
                "The seat that would change the most first",
                columns: [
                    .init("Account"), .init("Role"), .init("Missing", isNumber: true), .init("Score", isNumber: true),
                    .init("What one engaged person there would do"),
                ],
                rows: part.map { gap in
                    [
                        Markup(a(.class("subtle"), .to("/accounts/", step: "acc_\(gap.account)")) { gap.name }),
                        Markup(text: SeatTable.title(group.roles[gap.role].name)),
                        Markup(text: Texts.number(gap.missing)), Markup(text: Texts.points(gap.scoreMilli)),
                        Markup(text: Texts.plain(gap.effect.words(group))),
                    ]
                }
            ).element
            Paging(
                "\(Texts.number(start + 1)) to \(Texts.number(start + part.count)) of "
                    + (known.count == 500 ? "\(Texts.number(gaps.count)) or more" : Texts.number(gaps.count)),
                first: start > 0 ? address(0, role: role) : nil,
                next: start + part.count < gaps.count ? address(start + part.count, role: role) : nil
            ).element
        }
    }
}
