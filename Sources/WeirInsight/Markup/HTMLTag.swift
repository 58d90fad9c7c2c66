/// The name of an HTML or SVG element. Only those listed here, and in `WeirPages` for the application, can be written.
public struct HTMLTag: Hashable, Sendable {
    let name: String
    /// Has neither content nor an end tag.
    var isVoid = false
    /// Whether a line break after it is harmless, so that the source can be read and compared.
    var breaksLine = true

    package init(_ name: String) { self.name = name }

    package static func inline(_ name: String) -> HTMLTag {
        var tag = HTMLTag(name)
        tag.breaksLine = false
        return tag
    }

    package static func void(_ name: String) -> HTMLTag {
        var tag = HTMLTag(name)
        tag.isVoid = true
        return tag
    }
}

extension HTMLTag {
    public static let html = HTMLTag("html")
    public static let head = HTMLTag("head")
    public static let title = HTMLTag("title")
    public static let meta = HTMLTag.void("meta")
    public static let body = HTMLTag("body")
    public static let header = HTMLTag("header")
    public static let nav = HTMLTag("nav")
    public static let main = HTMLTag("main")
    public static let section = HTMLTag("section")
    public static let footer = HTMLTag("footer")
    public static let h1 = HTMLTag("h1")
    public static let h2 = HTMLTag("h2")
    public static let h3 = HTMLTag("h3")
    public static let p = HTMLTag("p")
    public static let div = HTMLTag("div")
    public static let span = HTMLTag.inline("span")
    public static let a = HTMLTag.inline("a")
    public static let strong = HTMLTag.inline("strong")
    public static let time = HTMLTag.inline("time")
    public static let ul = HTMLTag("ul")
    public static let ol = HTMLTag("ol")
    public static let li = HTMLTag("li")
    public static let dl = HTMLTag("dl")
    public static let dt = HTMLTag("dt")
    public static let dd = HTMLTag("dd")
    public static let figure = HTMLTag("figure")
    public static let figcaption = HTMLTag("figcaption")
    public static let details = HTMLTag("details")
    public static let summary = HTMLTag("summary")
    public static let table = HTMLTag("table")
    public static let caption = HTMLTag("caption")
    public static let thead = HTMLTag("thead")
    public static let tbody = HTMLTag("tbody")
    public static let tr = HTMLTag("tr")
    public static let th = HTMLTag.inline("th")
    public static let td = HTMLTag.inline("td")
}

/// SVG, drawn on the server and put into the page.
extension HTMLTag {
    public static let svg = HTMLTag("svg")
    public static let g = HTMLTag("g")
    public static let path = HTMLTag("path")
    public static let rect = HTMLTag("rect")
    public static let line = HTMLTag("line")
    public static let circle = HTMLTag("circle")
    public static let svgText = HTMLTag("text")
    public static let desc = HTMLTag("desc")
}
