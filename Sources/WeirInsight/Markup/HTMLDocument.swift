/// A whole page that stands alone: its style is inside, it loads nothing and runs nothing.
public struct HTMLDocument: Hashable, Sendable {
    public var title: String
    public var styles: [StyleSheet]
    public var body: Markup

    public init(title: String, styles: [StyleSheet], @MarkupBuilder body: () -> Markup) {
        self.title = title
        self.styles = styles
        self.body = body()
    }

    public var html: String {
        let head = Markup {
            HTMLElement(.meta, .utf8)
            HTMLElement(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
            HTMLElement(.meta, .name("color-scheme"), .content("light dark"))
            HTMLElement(.title) { title }
        }
        // INVARIANT: a style sheet is a literal of the program, so nothing from outside can end the element.
        let style = styles.map { "\($0.css)" }.joined(separator: "\n")
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n\(head.html)<style>\n\(style)\n</style>\n</head>\n<body>\n"
            + "\(body.html)</body>\n</html>\n"
    }
}

/// Rules of style. Made from literals only: no text from outside can be among them.
public struct StyleSheet: Hashable, Sendable {
    package let css: String

    public init(_ css: StaticString) { self.css = "\(css)" }
}
