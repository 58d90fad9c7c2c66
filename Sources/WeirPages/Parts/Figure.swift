/// A number that stands large, with what it means on hover and focus.
public struct Figure: Hashable, Sendable {
    public var title: String
    /// In a sentence, for whoever points at the title.
    public var definition: String
    public var value: Markup
    /// What it is out of, or against: `of 73`, `capacity 12`.
    public var base: String?
    public var isSmall: Bool
    /// The list behind the number.
    public var address: HTMLAddress?

    public init(
        _ title: String, _ value: String, definition: String, base: String? = nil, isSmall: Bool = false,
        address: HTMLAddress? = nil
    ) {
        self.title = title
        self.definition = definition
        self.value = Markup(text: value)
        self.base = base
        self.isSmall = isSmall
        self.address = address
    }

    /// A share with its base.
    public init(_ title: String, _ share: Share, definition: String, address: HTMLAddress? = nil) {
        let value = share.permille.map { Words.percent($0) } ?? "–"
        let base = share.of == 0 ? "nothing to count yet" : "\(Words.number(share.count)) of \(Words.number(share.of))"
        self.init(
            title, value, definition: definition,
            base: share.isSmall && share.of > 0 ? base + ", a small sample" : base,
            isSmall: share.isSmall, address: address)
    }

    var element: HTMLElement {
        div(isSmall ? [.class("is-small")] : []) {
            dt { Defined(title, definition).element }
            dd(.class("value")) {
                if let address { a(.href(address), .class("subtle")) { value } } else { value }
            }
            if let base { dd(.class("base")) { base } }
        }
    }
}

/// Several figures in a row.
public struct FigureRow: Hashable, Sendable {
    public var figures: [Figure]

    public init(_ figures: [Figure]) { self.figures = figures }

    public var element: HTMLElement {
        dl(.class("figures")) { figures.map(\.element) }
    }
}

/// A word with its definition, shown on hover and on focus.
public struct Defined: Hashable, Sendable {
    public var word: String
    public var definition: String

    public init(_ word: String, _ definition: String) {
        self.word = word
        self.definition = definition
    }

    public var element: HTMLElement {
        button(.type(.button), .class("defined")) {
            word
            span(.class("tip")) {
                span(.class("quiet")) { ": " }; definition
            }
        }
    }
}
