/// Where a link leads: a place on the page, a path of this site, or a page elsewhere over https. Nothing else, so that no
/// text from outside can become a `javascript:` address.
public struct HTMLAddress: Hashable, Sendable {
    package let text: String

    /// A place on the same page.
    public static func place(_ id: String) -> HTMLAddress { HTMLAddress(text: "#" + id) }

    /// - Returns: `nil` unless the text begins with a single `/` or with `https://`.
    public init?(_ text: String) {
        let isOwnPath = text.hasPrefix("/") && !text.hasPrefix("//") && !text.hasPrefix("/\\")
        guard isOwnPath || text.hasPrefix("https://") else { return nil }
        self.text = text
    }

    private init(text: String) { self.text = text }
}
