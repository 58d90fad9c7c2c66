import GRDB

/// Mentions that turned out to be of a known record: an act named only an address, a deal only a company's name, before
/// the record that carries that key came. What was recorded under the mention stays as it is and is read as the
/// record's, so nothing is rewritten.
struct Aliases {
    private let hasFact: RawStatement
    private let insert: RawStatement

    /// - Parameter kind: `account` or `buyer`.
    init(_ db: Database, of kind: String) throws {
        hasFact = try RawStatement(db, "SELECT 1 FROM \(kind)_fact WHERE \(kind) = ? LIMIT 1")
        insert = try RawStatement(
            db, "INSERT INTO \(kind)_alias (\(kind), means) VALUES (?, ?) ON CONFLICT DO NOTHING")
    }

    /// Whether no source has ever described it.
    func isMention(_ record: Int64) throws -> Bool {
        hasFact.bind(record, at: 1)
        defer { hasFact.reset() }
        return try !hasFact.step()
    }

    func add(_ mention: Int64, means record: Int64) throws {
        insert.bind(mention, at: 1)
        insert.bind(record, at: 2)
        try insert.run()
    }
}
