/// A word to the reader that stands out.
public struct Notice: Hashable, Sendable {
    /// Each has its colour and its word.
    public enum Kind: String, Hashable, Sendable { case plain, risk, breached, kept }

    public var kind: Kind
    public var content: Markup

    public init(_ kind: Kind, @MarkupBuilder content: () -> Markup) {
        self.kind = kind
        self.content = content()
    }

    public var element: HTMLElement {
        div(
            .class(kind == .plain ? "notice" : "notice \(kind.rawValue)"), .role(kind == .breached ? "alert" : "status")
        ) {
            (kind == .kept ? Icon.kept : kind == .plain ? Icon.open : Icon.warning).element
            div { content }
        }
    }
}

/// What stands where there is nothing: why, and what to do.
public struct EmptyState: Hashable, Sendable {
    public var title: String
    public var words: Markup

    public init(_ title: String, @MarkupBuilder words: () -> Markup) {
        self.title = title
        self.words = words()
    }

    public var element: HTMLElement {
        div(.class("empty")) {
            strong { title }
            words
        }
    }
}

/// A status in a word, coloured by its meaning.
public struct Badge: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case plain, qualified, risk, breached, kept, echo }

    public var words: String
    public var kind: Kind
    public var icon: Icon?

    public init(_ words: String, _ kind: Kind = .plain, icon: Icon? = nil) {
        self.words = words
        self.kind = kind
        self.icon = icon
    }

    public var element: HTMLElement {
        span(.class(kind == .plain ? "badge" : "badge \(kind.rawValue)")) {
            icon?.element
            words
        }
    }
}

extension MarkupBuilder {
    public static func buildExpression(_ element: HTMLElement?) -> Markup { element.map { Markup($0) } ?? Markup() }
}

/// A page that says what went wrong and what to do.
public struct ErrorPage: Hashable, Sendable {
    /// The HTTP status.
    public var status: Int
    public var title: String
    public var words: String
    /// Under which it stands in the log.
    public var requestID: String?

    public init(status: Int, title: String, words: String, requestID: String? = nil) {
        self.status = status
        self.title = title
        self.words = words
        self.requestID = requestID
    }

    public var body: Markup {
        Markup {
            div(.class("head")) { h1 { title } }
            p(.class("text")) { words }
            p(.class("fine")) { "Error \(status)\(requestID.map { ", request \($0)" } ?? "")." }
            p(.class("actions")) { a(.class("button plain"), .to("/")) { "To the start" } }
        }
    }
}
