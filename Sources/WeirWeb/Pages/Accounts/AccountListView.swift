import WeirApp
import WeirFacts
import WeirLedger
import WeirPages

/// The list of accounts with its filters.
struct AccountListView {
    let filter: AccountListFilter
    let part: AccountListPart

    static let keys = [
        KeyHint("J K", "down and up the list"), KeyHint("Enter", "open the account"), KeyHint(">", "next part"),
    ]

    @MarkupBuilder var body: Markup {
        PageHead("Accounts") {
            "\(Texts.number(part.qualifiedCount)) qualified of \(Texts.count(part.allCount, "account")) known."
        }.element
        div(.class("filters")) {
            chips
            tiers
            find
        }
        if part.accounts.isEmpty { empty } else { list }
    }

    private var chips: HTMLElement {
        Chips(
            "Status",
            [("qualified", "Qualified"), ("not", "Not qualified"), ("all", "All")].map { status, words in
                .init(words, filter.address(status: status), isChosen: filter.status == status)
            }
        ).element
    }

    @MarkupBuilder private var tiers: Markup {
        if !part.tiers.isEmpty {
            Chips(
                "Tier",
                [.init("Any tier", filter.address(tier: .some(nil)), isChosen: filter.tier == nil)]
                    + part.tiers.map {
                        .init("Tier \($0)", filter.address(tier: .some($0)), isChosen: filter.tier == $0)
                    }
            ).element
        }
    }

    private var find: HTMLElement {
        form(.action("/accounts"), .method(.get), .role("search")) {
            input(.type(.hidden), .name("status"), .value(filter.status))
            if let tier = filter.tier { input(.type(.hidden), .name("tier"), .value(tier)) }
            label(.for("q")) {
                span(.class("quiet")) { "Name or domain" }
                input(
                    .type(.search), .id("q"), .name("q"), .value(filter.text), .placeholder("Name or domain"),
                    .autocomplete("off"))
            }
            button(.class("plain")) { "Filter" }
        }
    }

    @MarkupBuilder private var list: Markup {
        table.element
        Paging(
            part.next == nil && filter.cursor == nil
                ? Texts.count(part.accounts.count, "account") : "\(part.accounts.count) shown",
            first: filter.cursor == nil ? nil : filter.address(), next: part.next.map { filter.address(cursor: $0) }
        ).element
    }

    private var table: DataTable {
        var table = DataTable(
            filter.order == .score ? "Accounts, the highest score first" : "Accounts, the newest in first",
            columns: [
                .init("Account"), .init("Status"), .init("Tier"),
                heading("Score", .score, isNumber: true), heading("Since", .since),
                .init("Industry", isForWideOnly: true), .init("Country", isForWideOnly: true),
                .init("Employees", isNumber: true, isForWideOnly: true),
            ])
        table.isWalked = true
        table.rows = part.accounts.map(row)
        return table
    }

    private func heading(_ title: String, _ order: RankedAccounts.Order, isNumber: Bool = false) -> DataTable.Column {
        var column = DataTable.Column(title, isNumber: isNumber)
        if filter.order != order {
            column.title = Markup(
                a(.href(filter.address(order: order)), .title("Order by this")) { title })
        }
        return column
    }

    private func row(_ account: AccountSummary) -> [Markup] {
        [
            Markup {
                a(.class("subtle"), .to("/accounts/", step: account.id), .data("stop", "")) {
                    account.name ?? account.domain ?? account.id
                }
                if account.name != nil, let domain = account.domain { span(.class("note")) { domain } }
            },
            Markup((account.isQualified ? Badge("Qualified", .qualified) : Badge("Not qualified")).element),
            Markup(text: account.tier.map { $0 } ?? "not judged"),
            account.scoreMilli.map { Markup(text: Texts.points($0)) }
                ?? Markup(span(.class("soft")) { "nothing yet" }),
            account.qualifiedSince.map { Markup($0.timeElement) } ?? Markup(span(.class("soft")) { "–" }),
            attribute(account, "industry"), attribute(account, "country"), employees(account),
        ]
    }

    private func attribute(_ account: AccountSummary, _ name: String) -> Markup {
        account.attributes[name].map { Markup(text: $0.description) } ?? Markup(span(.class("soft")) { "not known" })
    }

    private func employees(_ account: AccountSummary) -> Markup {
        guard case .number(let number)? = account.attributes["employees"] else {
            return attribute(account, "employees")
        }
        return Markup(text: Texts.number(Int(number.thousandths / 1000)))
    }

    private var empty: HTMLElement {
        if part.allCount == 0 {
            return EmptyState("No accounts yet") {
                "Import a list of companies, or let a source send events: "
                a(.to("/settings")) { "Settings" }
                "."
            }.element
        }
        return EmptyState("No account is like this") {
            "None of \(Texts.count(part.allCount, "account")) fits these filters. "
            a(.to("/accounts", [("status", "all")])) { "Show all" }
            "."
        }.element
    }
}
