/// A piece of a page: texts and elements in order. Text is escaped because it is text; the one way to put in raw HTML is a
/// literal of the program.
public struct Markup: Hashable, Sendable {
    enum Node: Hashable, Sendable {
        case text(String)
        case element(HTMLElement)
        case literal(String)
    }

    var nodes: [Node] = []

    public init() {}

    public init(@MarkupBuilder _ content: () -> Markup) { self = content() }

    public init(text: String) { nodes = [.text(text)] }

    public init(_ element: HTMLElement) { nodes = [.element(element)] }

    /// Raw HTML, for icons drawn by hand. A `StaticString` is written in the source: no text from outside can be one.
    public init(literal: StaticString) { nodes = [.literal("\(literal)")] }

    public var isEmpty: Bool { nodes.isEmpty }

    /// The words in it, without the elements.
    public var plainText: String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .element(let element): element.content.plainText
            case .literal: ""
            }
        }.joined()
    }

    public mutating func append(_ other: Markup) { nodes += other.nodes }

    /// The piece as HTML.
    public var html: String { String(decoding: bytes, as: UTF8.self) }

    /// The piece as HTML in UTF-8.
    public var bytes: [UInt8] {
        var writer = MarkupWriter()
        writer.write(self)
        return writer.bytes
    }
}

/// An element with its attributes and what it holds.
public struct HTMLElement: Hashable, Sendable {
    package var tag: HTMLTag
    package var attributes: [HTMLAttribute]
    package var content: Markup

    public init(_ tag: HTMLTag, _ attributes: HTMLAttribute..., @MarkupBuilder content: () -> Markup = { Markup() }) {
        self.init(tag, attributes, content: content())
    }

    public init(_ tag: HTMLTag, _ attributes: [HTMLAttribute], content: Markup = Markup()) {
        self.tag = tag
        self.attributes = attributes
        self.content = content
    }
}

/// Lets a piece be written as a list of texts and elements, with conditions and loops.
@resultBuilder
public enum MarkupBuilder {
    public static func buildExpression(_ text: String) -> Markup { Markup(text: text) }
    public static func buildExpression(_ element: HTMLElement) -> Markup { Markup(element) }
    public static func buildExpression(_ markup: Markup) -> Markup { markup }
    public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }
    public static func buildExpression(_ elements: [HTMLElement]) -> Markup {
        buildArray(elements.map { Markup($0) })
    }
    public static func buildBlock(_ parts: Markup...) -> Markup { buildArray(parts) }
    public static func buildOptional(_ part: Markup?) -> Markup { part ?? Markup() }
    public static func buildEither(first part: Markup) -> Markup { part }
    public static func buildEither(second part: Markup) -> Markup { part }
    public static func buildArray(_ parts: [Markup]) -> Markup {
        var all = Markup()
        for part in parts { all.append(part) }
        return all
    }
}
