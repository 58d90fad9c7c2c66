@_exported import WeirInsight

// Elements by their own names, so that a page reads as what it is: `div(.class("grid")) { h2 { "Seats" } }`.

public let div = HTMLTag.div
public let span = HTMLTag.span
public let p = HTMLTag.p
public let a = HTMLTag.a
public let h1 = HTMLTag.h1
public let h2 = HTMLTag.h2
public let h3 = HTMLTag.h3
public let ul = HTMLTag.ul
public let ol = HTMLTag.ol
public let li = HTMLTag.li
public let dl = HTMLTag.dl
public let dt = HTMLTag.dt
public let dd = HTMLTag.dd
public let section = HTMLTag.section
public let header = HTMLTag.header
public let footer = HTMLTag.footer
public let nav = HTMLTag.nav
public let strong = HTMLTag.strong
public let figure = HTMLTag.figure
public let figcaption = HTMLTag.figcaption
public let details = HTMLTag.details
public let summary = HTMLTag.summary
public let table = HTMLTag.table
public let caption = HTMLTag.caption
public let thead = HTMLTag.thead
public let tbody = HTMLTag.tbody
public let tfoot = HTMLTag.tfoot
public let tr = HTMLTag.tr
public let th = HTMLTag.th
public let td = HTMLTag.td
public let form = HTMLTag.form
public let label = HTMLTag.label
public let input = HTMLTag.input
public let button = HTMLTag.button
public let select = HTMLTag.select
public let option = HTMLTag.option
public let textarea = HTMLTag.textarea
public let fieldset = HTMLTag.fieldset
public let legend = HTMLTag.legend
public let aside = HTMLTag.aside
public let small = HTMLTag.small
public let code = HTMLTag.code
public let pre = HTMLTag.pre
public let kbd = HTMLTag.kbd
public let br = HTMLTag.br

extension HTMLTag {
    public static let tfoot = HTMLTag("tfoot")
    public static let form = HTMLTag("form")
    public static let label = inline("label")
    public static let input = void("input")
    public static let button = HTMLTag("button")
    public static let select = HTMLTag("select")
    public static let option = HTMLTag("option")
    public static let textarea = inline("textarea")
    public static let fieldset = HTMLTag("fieldset")
    public static let legend = HTMLTag("legend")
    public static let aside = HTMLTag("aside")
    public static let article = HTMLTag("article")
    public static let small = inline("small")
    public static let code = inline("code")
    public static let pre = inline("pre")
    public static let kbd = inline("kbd")
    public static let ins = inline("ins")
    public static let del = inline("del")
    public static let output = inline("output")
    public static let dialog = HTMLTag("dialog")
    public static let br = void("br")
    public static let hr = void("hr")
    public static let link = void("link")
    /// Only ever by its address: nothing can be written inside.
    static let script = HTMLTag("script")
    public static let use = HTMLTag("use")
    public static let polyline = HTMLTag("polyline")

    /// An element of this name: `div(.class("grid")) { … }`.
    public func callAsFunction(
        _ attributes: HTMLAttribute..., @MarkupBuilder content: () -> Markup = { Markup() }
    ) -> HTMLElement {
        HTMLElement(self, attributes, content: content())
    }

    /// The same, with attributes that were gathered before.
    public func callAsFunction(
        _ attributes: [HTMLAttribute], @MarkupBuilder content: () -> Markup = { Markup() }
    ) -> HTMLElement {
        HTMLElement(self, attributes, content: content())
    }
}
