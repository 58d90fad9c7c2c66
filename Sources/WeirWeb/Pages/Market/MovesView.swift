import WeirApp
import WeirMarket
import WeirPages

/// Whom the kept draft would move, part by part.
struct MovesView {
    let shift: MarketShift?
    /// The kind that is listed; `nil`: all.
    let kind: MarketShift.Kind?
    /// Place of the first that is shown, from 0.
    let start: Int

    private static let path: StaticString = "/market/moves"
    private static let partSize = 100
    /// Further than that nobody reads; the matrix says how many there are.
    private static let most = 10_000

    init(_ visit: Visit, _ shift: MarketShift?) {
        self.shift = shift
        (kind, start) = (MovesView.kind(visit), MovesView.start(visit))
    }

    /// How many of each kind have to be known for the part that a visitor asks for.
    static func listed(_ visit: Visit) -> Int { start(visit) + partSize }

    private static func start(_ visit: Visit) -> Int { min(NumberList.start(visit), most - partSize) }
    private static func kind(_ visit: Visit) -> MarketShift.Kind? {
        visit.query("kind").flatMap(MarketShift.Kind.init(rawValue:))
    }

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.to("/market/matrix")) { "Matrix" } }
        PageHead("What the draft moves") { shift?.headline ?? "There is no sound draft." }.element
        if let shift, shift.moved > 0 {
            chips(shift).element
            list(shift)
        } else {
            EmptyState("Nobody moves") { "The draft leaves every account where it is." }.element
        }
    }

    private func chips(_ shift: MarketShift) -> Chips {
        Chips(
            "Of which kind",
            [.init("All", address(nil), isChosen: kind == nil)]
                + MarketShift.Kind.allCases.filter { shift.counts[$0] != nil }.map { one in
                    .init(
                        "\(MovesView.name(one)) (\(Texts.number(shift.counts[one] ?? 0)))", address(one),
                        isChosen: kind == one)
                })
    }

    @MarkupBuilder private func list(_ shift: MarketShift) -> Markup {
        let count = kind.map { shift.counts[$0] ?? 0 } ?? shift.moved
        let part = shift.moves.filter { kind == nil || $0.kind == kind }.dropFirst(start).prefix(MovesView.partSize)
        if part.isEmpty {
            p(.class("soft")) { "Nobody moves like this." }
        } else {
            DataTable(
                "By the account's id, each kind after the other",
                columns: [.init("Account"), .init("Now"), .init("Under the draft"), .init("Because")],
                rows: part.map { move in
                    [
                        Markup(a(.class("subtle"), .to("/accounts/", step: move.account)) { move.name }),
                        Markup(text: words(move.from)), Markup(text: words(move.to)), Markup(text: move.reason),
                    ]
                }
            ).element
            let end = start + part.count
            Paging(
                "\(Texts.number(start + 1)) to \(Texts.number(end)) of \(Texts.number(count))",
                first: start > 0 ? address(kind) : nil,
                next: end < min(count, MovesView.most) ? address(kind, from: end) : nil
            ).element
        }
    }

    private func address(_ kind: MarketShift.Kind?, from place: Int = 0) -> HTMLAddress {
        HTMLAddress(
            MovesView.path,
            (kind.map { [("kind", $0.rawValue)] } ?? []) + (place > 0 ? [("start", String(place))] : []))
    }

    private static func name(_ kind: MarketShift.Kind) -> String {
        switch kind {
        case .enters: "Into the target market"
        case .leaves: "Out of it"
        case .rises: "To a better tier"
        case .falls: "To a lower tier"
        case .shifts: "Outside it"
        }
    }

    private func words(_ place: MarketShift.Place) -> String {
        guard let layer = place.layer else { return "outside" }
        return place.isTarget ? "tier \(place.tier)" : MarketView.name(layer).lowercased()
    }
}
