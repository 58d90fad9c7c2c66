/// The keys that accounts and people are known by.
extension Identities {
    func key(id: String) -> String { "i:\(source):\(id)" }

    func key(name: String) -> String {
        "n:" + name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func domain(ofEmail email: String) -> String? {
        email.lastIndex(of: "@").map { String(email[email.index(after: $0)...]) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    func find(_ statement: RawStatement, _ key: String) throws -> Int64? {
        statement.bind(key, at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.int(0) : nil
    }

    func add(_ statement: RawStatement, _ key: String, _ value: Int64) throws {
        statement.bind(key, at: 1)
        statement.bind(value, at: 2)
        try statement.run()
    }

    func oneInt(_ statement: RawStatement) throws -> Int64 {
        defer { statement.reset() }
        guard try statement.step() else { throw LedgerError(.database, "the database returned no id") }
        let value = statement.int(0)
        while try statement.step() {}
        return value
    }
}
