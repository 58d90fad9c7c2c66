/// Merges and un-merges of people, as facts: what stands is what all of them together say, in whatever order they come.
///
/// A merge says that two records are one person. People are the groups that the standing merges connect, so merging
/// loses nothing: each record stays itself, with its own events, and a group's sum counts each record once. An un-merge
/// takes one merge back by its id, also one that arrives later, and the groups are then exactly what they are without it.
public struct MergeLog: Hashable, Sendable {
    /// One fact. Facts with the same id and kind are one fact.
    public enum Entry: Hashable, Sendable, Codable {
        case merge(id: String, first: String, second: String)
        /// Takes back the merge of this id.
        case unmerge(id: String)
    }

    /// What decides which record gives a person its name and id.
    public struct Standing: Hashable, Sendable {
        /// Whether it is somebody we can name, and not only a cookie or device.
        public var isKnown: Bool
        /// When it was seen first, in any count that grows.
        public var since: Int64

        public init(isKnown: Bool, since: Int64) { (self.isKnown, self.since) = (isKnown, since) }
    }

    /// The first fact of an id prevails; the links of merges by id.
    private var merges: [String: Link] = [:]
    private var takenBack: Set<String> = []

    private struct Link: Hashable, Sendable {
        var first: String
        var second: String
    }

    public init() {}

    public init(_ entries: some Sequence<Entry>) {
        for entry in entries { add(entry) }
    }

    /// Adds a fact. Known ones change nothing.
    ///
    /// Of two merges with one id and other people, that of the lesser names counts, whichever came first, so that the
    /// order of arrival never matters.
    public mutating func add(_ entry: Entry) {
        switch entry {
        case .unmerge(let id): takenBack.insert(id)
        case .merge(let id, let a, let b):
            let link = Link(first: min(a, b), second: max(a, b))
            if let known = merges[id], (known.first, known.second) <= (link.first, link.second) { return }
            merges[id] = link
        }
    }

    /// Whether a merge of this id is there and not taken back.
    public func stands(_ id: String) -> Bool { merges[id] != nil && !takenBack.contains(id) }

    /// The people that the standing merges make of the records.
    public func people() -> MergedPeople {
        MergedPeople(merges.filter { !takenBack.contains($0.key) }.values.map { ($0.first, $0.second) })
    }
}

/// Which records are one person.
public struct MergedPeople: Hashable, Sendable {
    /// Each group's records, in order; only groups of two and more.
    public let groups: [[String]]
    private let groupOf: [String: Int]

    init(_ links: [(String, String)]) {
        var above: [String: String] = [:]
        func top(_ record: String) -> String {
            var top = record
            while let next = above[top] { top = next }
            var one = record
            while let next = above[one] {
                if next != top { above[one] = top }
                one = next
            }
            return top
        }
        for (first, second) in links {
            let (a, b) = (top(first), top(second))
            if a != b { above[max(a, b)] = min(a, b) }
        }
        var members: [String: Set<String>] = [:]
        for (first, second) in links where first != second {
            members[top(first), default: []].formUnion([first, second])
        }
        let groups = members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        var groupOf: [String: Int] = [:]
        for (place, group) in groups.enumerated() {
            for record in group { groupOf[record] = place }
        }
        self.groups = groups
        self.groupOf = groupOf
    }

    /// All records of the person that this one is of; itself alone when it was not merged.
    public func records(of record: String) -> [String] { groupOf[record].map { groups[$0] } ?? [record] }

    /// The record under which the person goes: a known one before an anonymous one, then the one seen first, then the
    /// lesser id. Whatever anonymous records are merged into a known person, it stays that person.
    public func face(of record: String, _ standing: (String) -> MergeLog.Standing) -> String {
        let records = records(of: record)
        return records.min { left, right in
            let (a, b) = (standing(left), standing(right))
            if a.isKnown != b.isKnown { return a.isKnown }
            return a.since != b.since ? a.since < b.since : left < right
        } ?? record
    }

    /// What the person's records have together, each record counted once.
    public func sum(of record: String, _ value: (String) -> Int64) -> Int64 {
        records(of: record).reduce(0) { $0 + value($1) }
    }
}
