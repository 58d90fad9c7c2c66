import Foundation

/// A workspace's database looked at from outside, with SQLite's own shell: what a test says of the tables does not
/// rest on the code that wrote them.
public struct LedgerFile: Sendable {
    public enum Failure: Error { case noShell, shell(String) }

    private let path: String

    public init(workspace: String) { path = workspace + "/weir.db" }

    /// The answer's lines, fields parted by `|`.
    public func rows(_ sql: String) throws -> [String] {
        try answer(sql).split(separator: "\n").map(String.init)
    }

    /// The answer as SQLite's shell prints it.
    public func answer(_ sql: String) throws -> String {
        let shell = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/opt/homebrew/bin/sqlite3"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let shell else { throw Failure.noShell }
        let end = try Program.run(shell, ["-batch", "-bail", path, ".timeout 20000", sql])
        guard end.status == 0 else { throw Failure.shell(end.errors) }
        return end.output
    }

    /// Every engagement in order of recording, and everybody they name.
    public func engagements() throws -> String {
        try answer(
            """
            SELECT source, message, buyer, signal, at, content, shared_with, campaign, channel FROM engagement
            ORDER BY seq; SELECT * FROM term; SELECT * FROM buyer; SELECT * FROM buyer_key; SELECT * FROM person;
            """)
    }

    /// Everything in the database but the record of imports: a change anywhere shows.
    public func contents() throws -> String {
        try rows(".dump").filter { !$0.hasPrefix("INSERT INTO import ") }.joined(separator: "\n")
    }

    /// The same without the numbers of facts: what was recorded, in its order. Numbers have gaps where rows were known.
    public func contentsInOrder() throws -> String {
        let number = /^(INSERT INTO \w+ VALUES\()\d+/
        return try contents().split(separator: "\n").map { line in
            let isFact = ["engagement", "disposition", "cost"].contains { line.hasPrefix("INSERT INTO \($0) ") }
            return isFact || line.contains("_fact VALUES") ? String(line.replacing(number) { "\($0.1)" }) : String(line)
        }.joined(separator: "\n")
    }

    /// Rows of every table.
    public func counts() throws -> [String: Int] {
        let tables = try rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        var counts: [String: Int] = [:]
        for table in tables { counts[table] = try rows("SELECT count(*) FROM \"\(table)\"").first.flatMap { Int($0) } }
        return counts
    }

    /// `ok` where nothing is broken.
    public func integrity() throws -> String { try rows("PRAGMA integrity_check").joined(separator: "\n") }
}
