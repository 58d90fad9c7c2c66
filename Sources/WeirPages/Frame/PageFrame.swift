import WeirFacts

/// What surrounds every page: the rail of rooms, the bar, the help on keys.
public struct PageFrame: Hashable, Sendable {
    public var assets: FrameAssets
    /// `nil` before somebody has signed in: there is no rail then.
    public var visitor: FrameVisitor?
    public var theme: Theme
    public var agreement: FrameAgreement?
    /// `nil` on pages that show only the present.
    public var time: FrameTime?

    public init(
        assets: FrameAssets, visitor: FrameVisitor? = nil, theme: Theme = .auto, agreement: FrameAgreement? = nil,
        time: FrameTime? = nil
    ) {
        self.assets = assets
        self.visitor = visitor
        self.theme = theme
        self.agreement = agreement
        self.time = time
    }

    /// The whole page.
    public func page(
        _ title: String, room: Room? = nil, keys: [KeyHint] = [], @MarkupBuilder body: () -> Markup
    ) -> String {
        let content = body()
        let document = HTMLTag.html(.lang("en"), .theme(theme.rawValue)) {
            head(title)
            HTMLTag.body(.class(visitor == nil ? "alone" : "framed")) {
                Icon.symbols
                a(.class("skip"), .href(.place("main"))) { "To the content" }
                if let visitor { FrameBar(frame: self, visitor: visitor).element }
                if let visitor { rail(visitor, room) }
                HTMLTag.main(.id("main"), .takesNoFocus) {
                    timeBand
                    content
                }
                help(keys)
            }
        }
        return "<!DOCTYPE html>\n" + Markup(document).html
    }

    private func head(_ title: String) -> HTMLElement {
        HTMLTag.head {
            HTMLElement(.meta, .utf8)
            HTMLTag.title { title == "weir" ? title : "\(title) · weir" }
            HTMLElement(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
            HTMLElement(.meta, .name("color-scheme"), .content("light dark"))
            // What htmx would do against the content security policy, it shall not try.
            HTMLElement(
                .meta, .name("htmx-config"),
                .content(#"{"includeIndicatorStyles":false,"allowEval":false,"historyCacheSize":0}"#))
            HTMLElement(.link, .rel("stylesheet"), .href(assets.stylesheet))
            if let htmx = assets.htmx { HTMLElement(.script, .source(htmx), .isDeferred) }
            HTMLElement(.script, .source(assets.script), .isDeferred)
        }
    }

    private func rail(_ visitor: FrameVisitor, _ here: Room?) -> HTMLElement {
        nav(.class("rail"), .label("Rooms")) {
            ul {
                for room in visitor.rooms {
                    li {
                        a([.href(room.address)] + (room == here ? [.isCurrentPage] : [])) {
                            room.icon.element
                            span { room.title }
                        }
                    }
                }
            }
        }
    }

    private var timeBand: Markup? {
        guard let time, let day = time.asOf, day != time.today else { return nil }
        let rest = time.query.filter { $0.name != "as_of" }.map { ($0.name, $0.value) }
        return Markup {
            p(.class("band")) {
                Icon.clock.element
                span {
                    "Read as of "
                    strong { Words.day(day) }
                    ", not today. "
                }
                a(.href(HTMLAddress(path: time.path, rest))) { "Back to today" }
            }
        }
    }

    private func help(_ keys: [KeyHint]) -> HTMLElement {
        let common = [
            KeyHint("/", "search"), KeyHint("?", "these keys"), KeyHint("G then A", "Accounts; G and the first letter"),
        ]
        return HTMLTag.dialog(.id("keys"), .labelledBy("keys-title")) {
            h2(.id("keys-title")) { "Keys" }
            dl(.class("keys")) {
                for hint in keys + common {
                    div {
                        dt { kbd { hint.key } }
                        dd { hint.words }
                    }
                }
            }
            form(.method(.get)) { button(.class("plain"), .data("close", "keys")) { "Close" } }
        }
    }
}
