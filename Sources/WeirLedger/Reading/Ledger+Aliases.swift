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
}
