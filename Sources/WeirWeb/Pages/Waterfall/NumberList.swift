import WeirFacts
import WeirPages

/// The list behind a number of the waterfall: the way back, what it is, all of it as CSV, and a part of it with the way
/// on.
struct NumberList {
    /// At most so many rows stand on a page.
    static let partSize = 100

    let title: String
    let back: (words: String, address: HTMLAddress)
    /// What is listed, such as `12 accounts`, and between which days.
    let words: String
    let (from, to): (CivilDay, CivilDay)
    let path: StaticString
    let csv: StaticString
    let query: [(String, String)]
    /// All there are, and the place of the first that is shown, from 0.
    let (count, start): (Int, Int)
    /// What the query calls that place.
    var startName = "start"
    /// What to say where there is nothing.
    let nothing: String
    let table: DataTable

    /// The place that a page's address asks for.
    static func start(_ visit: Visit, _ name: String = "start") -> Int {
        visit.query(name).flatMap { Int($0) }.map { min(max(0, $0), 10_000_000) } ?? 0
    }

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.href(back.address)) { back.words } }
        PageHead(title) {
            "\(words), "
            from.timeElement
            " to "
            to.timeElement
            "."
        } actions: {
            a(.class("button plain"), .to(csv, query), .data("key", "c")) {
                Icon.download.element
                "CSV"
            }
        }.element
        if count == 0 {
            EmptyState("Nobody") { nothing }.element
        } else {
            table.element
            let end = start + table.rows.count
            Paging(
                "\(Texts.number(start + 1)) to \(Texts.number(end)) of \(Texts.number(count))",
                first: start > 0 ? address(0) : nil, next: end < count ? address(end) : nil
            ).element
        }
    }

    private func address(_ place: Int) -> HTMLAddress {
        HTMLAddress(path, query + (place > 0 ? [(startName, String(place))] : []))
    }
}
