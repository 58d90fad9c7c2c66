import GRDB

/// What was said last of whom an account belongs to.
public struct SaidParent: Hashable, Sendable {
    public var account: Int64
    /// What the account is called.
    public var name: String
    /// As said: an id, a domain or a name.
    public var parent: String
}

extension Ledger {
    /// Of every account of which a parent was said, by ascending id; where nothing was said of the account itself, what
    /// was said of the oldest account merged into it.
    /// - Parameter id: only of accounts with a higher id.
    public func parentsSaid(after id: Int64 = 0) throws(LedgerError) -> [SaidParent] {
        try read { db in
            let select = try RawStatement(
                db,
                """
                SELECT coalesce(means, id) AS meant, profile FROM account
                LEFT JOIN account_alias ON account_alias.account = account.id
                WHERE id > ? AND instr(profile, 'parent') > 0 ORDER BY meant, meant <> id, id
                """)
            select.bind(id, at: 1)
            defer { select.reset() }
            var said: [SaidParent] = []
            while try select.step() {
                let account = select.int(0)
                if said.last?.account == account { continue }
                guard case .text(let parent)?? = StoredAttributes.decode(select.text(1) ?? "")["parent"] else {
                    continue
                }
                said.append(SaidParent(account: account, name: try name(of: account, db), parent: parent))
            }
            return said
        }
    }

    /// The one account that a text means, and what it is called: by our id (`acc_7`), its id in a source, its domain or
    /// its name without case; `nil` where it is none or several.
    /// - Parameter domain: the domain that the text is, where it is one.
    public func account(saidAs text: String, domain: String?) throws(LedgerError) -> (account: Int64, name: String)? {
        try read { db in
            var found =
                text.hasPrefix("acc_") ? try accounts("SELECT CAST(?1 AS INTEGER)", String(text.dropFirst(4)), db) : []
            for keys in [
                "SELECT account FROM account_key WHERE key IN (SELECT 'i:' || id || ':' || ?1 FROM source)",
                "SELECT account FROM account_key WHERE key = 'd:' || ?1",
                "SELECT account FROM account_key WHERE key = 'n:' || ?1",
            ] where found.isEmpty {
                var words = text
                if keys.contains("'d:'") { words = domain ?? "" }
                if keys.contains("'n:'") {
                    words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                found = try accounts(keys, words, db)
            }
            guard let one = found.first, found.count == 1 else { return nil }
            return (one, try name(of: one, db))
        }
    }

    /// The accounts that a statement names, as they are read now.
    private func accounts(_ keys: String, _ text: String, _ db: Database) throws -> Set<Int64> {
        let select = try RawStatement(
            cached: db,
            """
            SELECT DISTINCT coalesce(means, id) FROM account LEFT JOIN account_alias ON account_alias.account = account.id
            WHERE id IN (\(keys))
            """)
        select.bind(text, at: 1)
        defer { select.reset() }
        var found: Set<Int64> = []
        while try select.step() { found.insert(select.int(0)) }
        return found
    }

    private func name(of account: Int64, _ db: Database) throws -> String {
        let select = try RawStatement(
            cached: db,
            """
            SELECT coalesce(\(Filled.column("name", of: .account)), \(Filled.column("domain", of: .account)),
            \(Filled.column("external", of: .account)), 'acc_' || id) FROM account WHERE id = ?
            """)
        select.bind(account, at: 1)
        defer { select.reset() }
        return try select.step() ? select.text(0) ?? "" : ""
    }
}
