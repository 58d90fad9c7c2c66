/// The head of a page: title, a line under it, and what can be done at its right.
public struct PageHead: Hashable, Sendable {
    public var title: String
    public var badges: [Badge]
    public var under: Markup
    public var actions: Markup

    public init(
        _ title: String, badges: [Badge] = [], @MarkupBuilder under: () -> Markup = { Markup() },
        @MarkupBuilder actions: () -> Markup = { Markup() }
    ) {
        self.title = title
        self.badges = badges
        self.under = under()
        self.actions = actions()
    }

    public var element: Markup {
        Markup {
            div(.class("head")) {
                h1 { title }
                badges.map(\.element)
                if !actions.isEmpty { div(.class("end")) { actions } }
            }
            if !under.isEmpty { p(.class("under")) { under } }
        }
    }
}
