/// Which company belongs to which: parents, and the parent above all.
public struct CompanyFamily: Sendable {
    private var parents: [String: String] = [:]
    private var children: [String: [String]] = [:]

    public init() {}

    /// - Parameter links: a company's id and its parent's.
    /// - Throws: `parent_cycle` as `add` does, at the first link that closes a circle.
    public init(_ links: [(child: String, parent: String)]) throws(MarketError) {
        for link in links { try add(link.child, under: link.parent) }
    }

    /// Puts a company under another; a company that had a parent leaves it.
    ///
    /// - Throws: `parent_cycle` when the parent is the company itself or stands below it. Nothing changes then.
    public mutating func add(_ child: String, under parent: String) throws(MarketError) {
        var above: String? = parent
        while let company = above {
            if company == child {
                throw MarketError(
                    .parentCycle, at: child,
                    "“\(parent)” cannot be the parent of “\(child)”, which stands above it; remove one of the links")
            }
            above = parents[company]
        }
        remove(child)
        parents[child] = parent
        children[parent, default: []].append(child)
    }

    /// Takes a company from under its parent. What is below it stays below it.
    public mutating func remove(_ child: String) {
        guard let parent = parents.removeValue(forKey: child) else { return }
        children[parent]?.removeAll { $0 == child }
        if children[parent]?.isEmpty == true { children[parent] = nil }
    }

    public func parent(of company: String) -> String? { parents[company] }

    /// The company above all others; the company itself when it has no parent.
    public func ultimateParent(of company: String) -> String {
        var top = company
        while let parent = parents[top] { top = parent }
        return top
    }

    /// The companies that stand above others and below none, in the order of their ids.
    public var heads: [String] { children.keys.filter { parents[$0] == nil }.sorted() }

    /// The companies directly below, in the order in which they were added.
    public func subsidiaries(of company: String) -> [String] { children[company] ?? [] }

    /// The company and everything below it, each before what is below it.
    public func members(of company: String) -> [String] {
        var members = [company]
        var next = 0
        while next < members.count {
            members += subsidiaries(of: members[next])
            next += 1
        }
        return members
    }

    /// Whether a company stands anywhere below another.
    public func isBelow(_ company: String, _ parent: String) -> Bool {
        var above = parents[company]
        while let one = above {
            if one == parent { return true }
            above = parents[one]
        }
        return false
    }
}
