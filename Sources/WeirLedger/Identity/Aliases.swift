import GRDB

/// Mentions that turned out to be of a known record: an act named only an address, a deal only a company's name, before
/// the record that carries that key came. What was recorded under the mention stays as it is and is read as the
/// record's, so nothing is rewritten.
///
/// Who writes facts follows what identity says and nothing else; what people merged is for whoever reads (``MergeGroups``).
struct Aliases {
    private let groups: MergeGroups
    private let hasFact: RawStatement
    private let insert: RawStatement
    private let follow: RawStatement
    private let inherit: RawStatement?
    private let onAlias: (_ mention: Int64, _ record: Int64) throws -> Void

    /// - Parameters:
    ///   - onAlias: told of each alias before it is made.
    init(
        _ db: Database, of record: RecordKind,
        onAlias: @escaping (_ mention: Int64, _ record: Int64) throws -> Void = { _, _ in }
    ) throws {
        self.onAlias = onAlias
        groups = MergeGroups(db, of: record)
        let kind = record.rawValue
        hasFact = try RawStatement(db, "SELECT 1 FROM \(kind)_fact WHERE \(kind) = ? LIMIT 1")
        insert = try RawStatement(
            db,
            """
            INSERT INTO \(kind)_alias (\(kind), means, mention) VALUES (?1, ?2, ?2)
            ON CONFLICT (\(kind)) DO UPDATE SET means = excluded.means, mention = excluded.mention
            """)
        follow = try RawStatement(db, "UPDATE \(kind)_alias SET means = ?1, mention = ?1 WHERE mention = ?2")
        inherit =
            record == .buyer
            ? try RawStatement(
                db,
                """
                UPDATE buyer SET account = coalesce(buyer.account, mention.account),
                domain = coalesce(buyer.domain, mention.domain)
                FROM buyer AS mention WHERE mention.id = ? AND buyer.id = ?
                """) : nil
    }

    /// The statement that finds the record to write to by a key: never a mention that means another.
    static func lookUp(_ kind: RecordKind) -> String { lookUp(kind.rawValue, "mention") }

    /// The statement that finds the record to read by a key.
    static func reading(_ kind: RecordKind) -> String { lookUp(kind.rawValue, "means") }

    private static func lookUp(_ kind: String, _ column: String) -> String {
        """
        SELECT coalesce(\(column), \(kind)_key.\(kind)) FROM \(kind)_key
        LEFT JOIN \(kind)_alias ON \(kind)_alias.\(kind) = \(kind)_key.\(kind) WHERE key = ?
        """
    }

    /// Whether no source has ever described it.
    func isMention(_ record: Int64) throws -> Bool {
        hasFact.bind(record, at: 1)
        defer { hasFact.reset() }
        return try !hasFact.step()
    }

    /// What meant the mention now means the record, so that no alias leads to another; and where acts placed the
    /// mention, they placed the record.
    func add(_ mention: Int64, means named: Int64) throws {
        // A record remembered from earlier may have turned out to be another's mention since.
        let record = try groups.record(meant: named)
        if record == mention { return }
        try onAlias(mention, record)
        follow.bind(record, at: 1)
        follow.bind(mention, at: 2)
        try follow.run()
        if let inherit {
            inherit.bind(mention, at: 1)
            inherit.bind(record, at: 2)
            try inherit.run()
        }
        insert.bind(mention, at: 1)
        insert.bind(record, at: 2)
        try insert.run()
        try regroup(record)
    }

    /// Reads anew what a record is one with, where people merged anything: what is known of it has changed.
    func regroup(_ record: Int64) throws {
        if try !groups.isEmpty { try groups.flatten(try groups.group(of: record)) }
    }
}
