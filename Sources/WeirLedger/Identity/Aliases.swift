import GRDB

/// Mentions that turned out to be of a known record: an act named only an address, a deal only a company's name, before
/// the record that carries that key came. What was recorded under the mention stays as it is and is read as the
/// record's, so nothing is rewritten.
struct Aliases {
    private let hasFact: RawStatement
    private let insert: RawStatement
    private let follow: RawStatement
    private let inherit: RawStatement?
    private let onAlias: (_ mention: Int64, _ record: Int64) throws -> Void

    /// - Parameters:
    ///   - kind: `account` or `buyer`.
    ///   - onAlias: told of each alias before it is made.
    init(
        _ db: Database, of kind: String,
        onAlias: @escaping (_ mention: Int64, _ record: Int64) throws -> Void = { _, _ in }
    ) throws {
        self.onAlias = onAlias
        hasFact = try RawStatement(db, "SELECT 1 FROM \(kind)_fact WHERE \(kind) = ? LIMIT 1")
        insert = try RawStatement(
            db, "INSERT INTO \(kind)_alias (\(kind), means) VALUES (?, ?) ON CONFLICT DO NOTHING")
        follow = try RawStatement(db, "UPDATE \(kind)_alias SET means = ? WHERE means = ?")
        inherit =
            kind == "buyer"
            ? try RawStatement(
                db,
                """
                UPDATE buyer SET account = coalesce(buyer.account, mention.account),
                domain = coalesce(buyer.domain, mention.domain)
                FROM buyer AS mention WHERE mention.id = ? AND buyer.id = ?
                """) : nil
    }

    /// The statement that finds a record by a key: never a mention that means another.
    static func lookUp(_ kind: String) -> String {
        """
        SELECT coalesce(means, \(kind)_key.\(kind)) FROM \(kind)_key
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
    /// - Parameter record: not an alias itself.
    func add(_ mention: Int64, means record: Int64) throws {
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
    }
}
