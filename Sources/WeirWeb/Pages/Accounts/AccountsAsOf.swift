import WeirApp
import WeirFacts
import WeirPages

/// Who was qualified on a past day.
struct AccountsAsOf {
    private let day: CivilDay
    /// Of those that fit the filters.
    private let accounts: [Qualified.Account]
    private let all: Int
    private let filter: AccountListFilter
    private let start: Int
    private static let partSize = 50

    init(filter: AccountListFilter, qualified: Qualified, visit: Visit) {
        day = qualified.asOf
        all = qualified.accounts.count
        self.filter = filter
        let text = filter.text.lowercased()
        accounts = qualified.accounts.filter { account in
            (text.isEmpty || account.name.lowercased().contains(text))
                && (filter.tier.map { $0 == account.tier } ?? true)
        }
        start = visit.query("from").flatMap { Int($0) }.map { min(max(0, $0), 1_000_000) } ?? 0
    }

    @MarkupBuilder var body: Markup {
        PageHead("Accounts") {
            "\(Texts.count(all, "account")) qualified on "
            day.timeElement
            ", by the agreement in force today and what had been done by then."
        }.element
        div(.class("filters")) { find }
        if accounts.isEmpty {
            EmptyState("No account was qualified") {
                all == 0 ? "On this day nobody met the agreement." : "None of those qualified fits these filters."
            }.element
        } else {
            table
        }
    }

    private var find: HTMLElement {
        form(.action("/accounts"), .method(.get), .role("search")) {
            input(.type(.hidden), .name("as_of"), .value(day.description))
            if let tier = filter.tier { input(.type(.hidden), .name("tier"), .value(tier)) }
            label(.for("q")) {
                span(.class("quiet")) { "Name" }
                input(
                    .type(.search), .id("q"), .name("q"), .value(filter.text), .placeholder("Name"),
                    .autocomplete("off"))
            }
            button(.class("plain")) { "Filter" }
        }
    }

    @MarkupBuilder private var table: Markup {
        let part = accounts.dropFirst(start).prefix(AccountsAsOf.partSize)
        DataTable(
            "Qualified then, the highest score first",
            columns: [
                .init("Account"), .init("Tier"), .init("Score", isNumber: true), .init("Since"),
                .init("Engaged buyers", isNumber: true),
                .init("Next change", isForWideOnly: true, definition: "If nothing had happened after that day"),
            ],
            rows: part.map { account in
                [
                    Markup(
                        a(
                            .class("subtle"),
                            .to("/accounts/", step: account.id, [("as_of", day.description)])
                        ) { account.name }),
                    Markup(text: account.tier), Markup(text: Texts.points(account.scoreMilli)),
                    Markup(account.since.timeElement), Markup(text: Texts.number(account.engagedBuyers)),
                    account.nextChange.map { Markup($0.timeElement) } ?? Markup(text: "none ahead"),
                ]
            }
        ).element
        Paging(
            "\(Texts.number(start + 1)) to \(Texts.number(start + part.count)) of \(Texts.number(accounts.count))",
            first: start > 0 ? address(0) : nil,
            next: start + part.count < accounts.count ? address(start + part.count) : nil
        ).element
    }

    private func address(_ from: Int) -> HTMLAddress {
        var query = [("as_of", day.description)]
        if !filter.text.isEmpty { query.append(("q", filter.text)) }
        if let tier = filter.tier { query.append(("tier", tier)) }
        if from > 0 { query.append(("from", String(from))) }
        return HTMLAddress("/accounts", query)
    }
}
