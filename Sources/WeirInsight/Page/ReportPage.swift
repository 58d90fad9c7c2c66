/// The frame that reports share: bar, title, sections with the banner, notes.
struct ReportPage {
    var title: String
    var banner: String?

    func document(under: [String], lead: Markup, sections: Markup, notes: [String]) -> HTMLDocument {
        HTMLDocument(title: "\(banner.map { "\($0) · " } ?? "")\(title) · weir", styles: [.tokens, .report]) {
            HTMLElement(.a, .class("skip"), .href(.place("report"))) { "To the report" }
            if let banner { HTMLElement(.div, .class("running"), .isHiddenFromReaders) { banner } }
            HTMLElement(.div, .class("page")) {
                HTMLElement(.header) {
                    HTMLElement(.div, .class("top")) {
                        mark
                        HTMLElement(.span) { "weir" }
                        badge
                    }
                    HTMLElement(.h1) { title }
                    for line in under { HTMLElement(.p, .class("under")) { line } }
                }
                HTMLElement(.main, .id("report")) {
                    lead
                    sections
                    section("How this is reckoned") {
                        HTMLElement(.ul, .class("notes")) {
                            for note in notes { HTMLElement(.li) { note } }
                        }
                    }
                }
            }
        }
    }

    /// A section under its heading, which carries the banner.
    func section(_ title: String, @MarkupBuilder content: () -> Markup) -> HTMLElement {
        HTMLElement(.section) {
            HTMLElement(.div, .class("head")) {
                HTMLElement(.h2) { title }
                badge
            }
            content()
        }
    }

    private var badge: Markup {
        Markup {
            if let banner { HTMLElement(.span, .class("draft")) { banner } }
        }
    }

    /// Three level lines, the middle one stepping down: water over a weir.
    private var mark: HTMLElement {
        HTMLElement(.svg, .class("mark"), .viewBox(width: 22, height: 16), .isHiddenFromReaders) {
            ChartMark.path([(0, 2), (22, 2)], kind: "level")
            ChartMark.path([(0, 7), (10, 7), (13, 10), (22, 10)], kind: "level")
            ChartMark.path([(0, 14), (22, 14)], kind: "level")
        }
    }
}
