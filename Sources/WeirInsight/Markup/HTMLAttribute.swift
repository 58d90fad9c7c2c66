/// An attribute of an element. Only those listed here, and in `WeirPages` for the application, can be written: none runs
/// a script, none carries a style.
public struct HTMLAttribute: Hashable, Sendable {
    let name: String
    /// `nil`: the attribute stands without a value.
    let value: String?

    package init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    public enum Scope: String, Sendable { case column = "col", row }

    public static func `class`(_ names: String) -> HTMLAttribute { .init("class", names) }
    public static func id(_ id: String) -> HTMLAttribute { .init("id", id) }
    public static func lang(_ code: String) -> HTMLAttribute { .init("lang", code) }
    public static func href(_ address: HTMLAddress) -> HTMLAttribute { .init("href", address.text) }
    public static func scope(_ scope: Scope) -> HTMLAttribute { .init("scope", scope.rawValue) }
    public static func role(_ role: String) -> HTMLAttribute { .init("role", role) }
    public static func label(_ text: String) -> HTMLAttribute { .init("aria-label", text) }
    public static func labelledBy(_ ids: String) -> HTMLAttribute { .init("aria-labelledby", ids) }
    public static func name(_ name: String) -> HTMLAttribute { .init("name", name) }
    public static func content(_ content: String) -> HTMLAttribute { .init("content", content) }
    public static func datetime(_ time: String) -> HTMLAttribute { .init("datetime", time) }
    public static let isFocusable = HTMLAttribute("tabindex", "0")
    public static let isHiddenFromReaders = HTMLAttribute("aria-hidden", "true")
    public static let utf8 = HTMLAttribute("charset", "utf-8")
}

/// Geometry of SVG, in the units of its view box.
extension HTMLAttribute {
    public static func viewBox(width: Double, height: Double) -> HTMLAttribute {
        .init("viewBox", "0 0 \(coordinate(width)) \(coordinate(height))")
    }

    public static func x(_ value: Double) -> HTMLAttribute { .init("x", coordinate(value)) }
    public static func y(_ value: Double) -> HTMLAttribute { .init("y", coordinate(value)) }
    public static func width(_ value: Double) -> HTMLAttribute { .init("width", coordinate(value)) }
    public static func height(_ value: Double) -> HTMLAttribute { .init("height", coordinate(value)) }
    public static func from(x: Double, y: Double) -> [HTMLAttribute] {
        [.init("x1", coordinate(x)), .init("y1", coordinate(y))]
    }
    public static func to(x: Double, y: Double) -> [HTMLAttribute] {
        [.init("x2", coordinate(x)), .init("y2", coordinate(y))]
    }
    public static func centre(x: Double, y: Double, radius: Double) -> [HTMLAttribute] {
        [.init("cx", coordinate(x)), .init("cy", coordinate(y)), .init("r", coordinate(radius))]
    }
    package static func drawing(_ steps: String) -> HTMLAttribute { .init("d", steps) }

    /// A length with one decimal, the same on every machine: `12`, `12.5`.
    package static func coordinate(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
        return tenths % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)"
    }
}
