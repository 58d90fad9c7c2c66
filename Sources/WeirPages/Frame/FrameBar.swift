import WeirFacts

/// The bar at the top: the mark, search, the agreement in force with its two seals, the day, the person.
struct FrameBar {
    let frame: PageFrame
    let visitor: FrameVisitor

    var element: HTMLElement {
        header(.class("bar")) {
            a(.class("home"), .to("/")) {
                FrameBar.mark
                span { "weir" }
            }
            form(.class("find"), .role("search"), .action("/accounts"), .method(.get)) {
                Icon.search.element
                label(.class("quiet"), .for("find")) { "Search accounts" }
                input(
                    .type(.search), .id("find"), .name("q"), .placeholder("Search accounts"), .autocomplete("off"),
                    .data("key", "/"))
                kbd(.isHiddenFromReaders) { "/" }
            }
            seals
            day
            person
        }
    }

    private var seals: HTMLElement {
        guard let agreement = frame.agreement else {
            return a(.class("seals"), .to("/agreement")) {
                Icon.open.element
                span { "No agreement in force" }
            }
        }
        return a(.class("seals"), .to("/agreement")) {
            span(.class("long")) { "Agreement " }
            strong { "v\(agreement.version)" }
            seal("Marketing", agreement.marketing)
            seal("Sales", agreement.sales)
        }
    }

    private func seal(_ side: String, _ name: String?) -> HTMLElement {
        let words = name.map { "\(side) signed: \($0)" } ?? "\(side) has not signed"
        return span(.class(name == nil ? "seal" : "seal is-set"), .title(words)) {
            (name == nil ? Icon.open : Icon.sealed).element
            span(.class("quiet")) { " \(words)" }
        }
    }

    @MarkupBuilder private var day: Markup {
        if let time = frame.time {
            form(.class("as-of"), .action(HTMLAddress(path: time.path, [])), .method(.get), .data("send", "change")) {
                for pair in time.query where pair.name != "as_of" && pair.name != "cursor" {
                    input(.type(.hidden), .name(pair.name), .value(pair.value))
                }
                label(.for("as-of")) { "As of" }
                input(
                    .type(.date), .id("as-of"), .name("as_of"), .value((time.asOf ?? time.today).description),
                    .max(time.today.description))
                button(.class("plain no-script")) { "Go" }
            }
        }
    }

    private var person: HTMLElement {
        details(.class("person")) {
            summary {
                Icon.person.element
                span(.class("long")) { visitor.name }
                span(.class("quiet short")) { visitor.name }
            }
            div(.class("menu")) {
                p {
                    strong { visitor.name }
                    br()
                    span(.class("soft")) { visitor.roleWords }
                }
                form(.action("/settings/theme"), .method(.post), .class("themes")) {
                    visitor.csrfField
                    for theme in Theme.allCases {
                        button(
                            .name("theme"), .value(theme.rawValue), .class("plain"), .pressed(theme == frame.theme),
                            .data("theme-choice", theme.rawValue)
                        ) { theme.rawValue.prefix(1).uppercased() + theme.rawValue.dropFirst() }
                    }
                }
                form(.action("/sign-out"), .method(.post)) {
                    visitor.csrfField
                    button(.class("plain")) { "Sign out" }
                }
            }
        }
    }

    /// Three level lines, the middle one stepping down: water over a weir.
    static let mark = Markup(
        literal: """
            <svg class="mark" viewBox="0 0 22 16" aria-hidden="true"><path d="M0 2h22M0 7h10l3 3h9M0 14h22"/></svg>
            """)
}
