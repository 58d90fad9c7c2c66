import GRDB

/// Which records are read as one, and as which of them.
///
/// Identity (keys) makes of mentions one record each; on top of that, the merges that hold join records into groups.
/// A group is read as one of its records, the first by this order, which rests on facts alone:
/// 1. a known person comes before somebody anonymous;
/// 2. the record that the latest merge kept comes before one that an earlier merge kept, and that before all others;
/// 3. the older record (the lower number) comes first.
struct MergeGroups {
    /// A merge that holds.
    struct Link: Hashable {
        var seq: Int64
        var record: Int64
        var other: Int64
        var into: Int64
    }

    struct Group {
        /// Records as identity knows them, ascending.
        var records: [Int64]
        var links: [Link]
        /// The one that all are read as.
        var kept: Int64
    }

    let kind: RecordKind
    private let db: Database

    init(_ db: Database, of kind: RecordKind) {
        self.db = db
        self.kind = kind
    }

    /// Whether nothing of this kind was ever merged.
    var isEmpty: Bool {
        get throws { try ids("SELECT seq FROM merged WHERE kind = '\(kind.rawValue)' LIMIT 1").isEmpty }
    }

    /// The record that identity means by a record: itself, but for a mention.
    func record(meant record: Int64) throws -> Int64 {
        let kind = kind.rawValue
        return try ids("SELECT mention FROM \(kind)_alias WHERE \(kind) = ? AND mention IS NOT NULL", record).first
            ?? record
    }

    /// Everything that is one with a record.
    func group(of record: Int64) throws -> Group {
        var records: Set<Int64> = []
        var links: Set<Link> = []
        var waiting = [try self.record(meant: record)]
        while let next = waiting.popLast() {
            guard records.insert(next).inserted else { continue }
            for mention in try mentions(of: next) {
                for link in try self.links(of: mention) where links.insert(link).inserted {
                    waiting.append(try self.record(meant: link.record))
                    waiting.append(try self.record(meant: link.other))
                }
            }
        }
        return Group(
            records: records.sorted(), links: links.sorted { $0.seq < $1.seq }, kept: try kept(of: records, links))
    }

    /// Writes down what each record of a group is read as.
    func flatten(_ group: Group) throws {
        let kind = kind.rawValue
        let read = try RawStatement(
            cached: db,
            """
            INSERT INTO \(kind)_alias (\(kind), means, mention) VALUES (?, ?, ?)
            ON CONFLICT (\(kind)) DO UPDATE SET means = excluded.means
            """)
        let readAsItself = try RawStatement(
            cached: db, "DELETE FROM \(kind)_alias WHERE \(kind) = ? AND mention IS NULL")
        for record in group.records {
            for mention in try mentions(of: record) {
                if mention == group.kept {
                    readAsItself.bind(mention, at: 1)
                    try readAsItself.run()
                } else {
                    read.bind(mention, at: 1)
                    read.bind(group.kept, at: 2)
                    read.bind(mention == record ? nil : record, at: 3)
                    try read.run()
                }
            }
        }
    }

    /// A record and its mentions.
    private func mentions(of record: Int64) throws -> [Int64] {
        let kind = kind.rawValue
        return [record] + (try ids("SELECT \(kind) FROM \(kind)_alias WHERE mention = ? ORDER BY \(kind)", record))
    }

    private func links(of record: Int64) throws -> [Link] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT seq, record, other, into_record FROM (
                SELECT * FROM merged WHERE kind = ?1 AND record = ?2
                UNION SELECT * FROM merged WHERE kind = ?1 AND other = ?2) AS said
            WHERE undoes IS NULL AND NOT EXISTS (SELECT 1 FROM merged WHERE undoes = said.seq)
            """)
        select.bind(kind.rawValue, at: 1)
        select.bind(record, at: 2)
        defer { select.reset() }
        var links: [Link] = []
        while try select.step() {
            links.append(Link(seq: select.int(0), record: select.int(1), other: select.int(2), into: select.int(3)))
        }
        return links
    }

    private func kept(of records: Set<Int64>, _ links: Set<Link>) throws -> Int64 {
        var keptBy: [Int64: Int64] = [:]
        for link in links {
            let into = try record(meant: link.into)
            keptBy[into] = max(link.seq, keptBy[into] ?? 0)
        }
        let order = try records.map { (isKnown: try isKnown($0) ? 1 : 0, by: keptBy[$0] ?? 0, record: $0) }
        let first = order.max { ($0.isKnown, $0.by, -$0.record) < ($1.isKnown, $1.by, -$1.record) }
        return first?.record ?? 0
    }

    /// Whether it is more than a browser or somebody at a company.
    func isKnown(_ record: Int64) throws -> Bool {
        if kind == .account { return true }
        return try ids("SELECT 1 FROM buyer WHERE id = ? AND anonymous = 0", record).first != nil
    }

    /// Whether any source ever described it.
    func isDescribed(_ record: Int64) throws -> Bool {
        let kind = kind.rawValue
        return try ids("SELECT 1 FROM \(kind)_fact WHERE \(kind) = ? LIMIT 1", record).first != nil
    }

    func exists(_ record: Int64) throws -> Bool {
        try ids("SELECT id FROM \(kind.rawValue) WHERE id = ?", record).first != nil
    }

    private func ids(_ sql: String, _ argument: Int64? = nil) throws -> [Int64] {
        let select = try RawStatement(cached: db, sql)
        if let argument { select.bind(argument, at: 1) }
        defer { select.reset() }
        var ids: [Int64] = []
        while try select.step() { ids.append(select.int(0)) }
        return ids
    }
}
