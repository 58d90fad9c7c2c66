/// What part of a list is asked for.
public struct PageRequest: Hashable, Sendable {
    /// 1 to 200.
    public var limit: Int
    /// Where the page before ended, as ``Page/next`` gave it; `nil` for the first page.
    public var cursor: String?

    public init(limit: Int = 50, cursor: String? = nil) {
        self.limit = min(max(limit, 1), 200)
        self.cursor = cursor
    }
}

/// A part of a list in a stable order: what is added while somebody pages through appears at the end, and nothing is
/// shown twice or left out.
public struct Page<Item: Sendable>: Sendable {
    public var items: [Item]
    /// Opaque; `nil` on the last page.
    public var next: String?

    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}
