extension Ledger {
    /// By the id of a mere mention of an account: the account meant.
    public func accountAliases() throws(LedgerError) -> [Int64: Int64] { try aliases(of: "account") }

    /// By the id of a mere mention of a buyer: the buyer meant.
    public func buyerAliases() throws(LedgerError) -> [Int64: Int64] { try aliases(of: "buyer") }

    private func aliases(of kind: String) throws(LedgerError) -> [Int64: Int64] {
        try read { db in
            let select = try RawStatement(db, "SELECT \(kind), means FROM \(kind)_alias")
            defer { select.reset() }
            var means: [Int64: Int64] = [:]
            while try select.step() { means[select.int(0)] = select.int(1) }
            // A mention may mean a mention that was resolved later.
            for (mention, var record) in means {
                while let next = means[record], next != mention { record = next }
                means[mention] = record
            }
            return means
        }
    }

    /// Names and domains of accounts that were merged into another, by the id of the one they are read as; in the order
    /// of their ids.
    public func namesOfMergedAccounts() throws(LedgerError) -> [Int64: [(name: String?, domain: String?)]] {
        try read { db in
            let select = try RawStatement(
                db,
                """
                SELECT means, name, domain FROM account_alias JOIN account ON account.id = account_alias.account
                WHERE name IS NOT NULL OR domain IS NOT NULL ORDER BY account.id
                """)
            defer { select.reset() }
            var names: [Int64: [(name: String?, domain: String?)]] = [:]
            while try select.step() {
                names[select.int(0), default: []].append((select.text(1), select.text(2)))
            }
            return names
        }
    }

    /// The newest account's id, and how many are read as another: when neither changed, no account came or went.
    public func accountExtent() throws(LedgerError) -> (newest: Int64, merged: Int64) {
        try read { db in
            let select = try RawStatement(
                cached: db, "SELECT coalesce(max(id), 0), (SELECT count(*) FROM account_alias) FROM account")
            defer { select.reset() }
            return try select.step() ? (select.int(0), select.int(1)) : (0, 0)
        }
    }
}
