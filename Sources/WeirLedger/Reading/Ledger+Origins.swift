import GRDB
import WeirFacts

extension Ledger {
    /// Where each attribute of an account came from: of the facts that say it, the last by when it was observed (or else
    /// recorded), as the timeline takes it. An attribute that a source erased last has none.
    /// - Returns: by attribute, the source's name and when it was said.
    public func attributeOrigins(of account: Int64) throws(LedgerError) -> [String: (source: String, at: Instant)] {
        try read { db in
            let select = try RawStatement(
                cached: db,
                """
                SELECT source.name, coalesce(fact.observed_at, fact.recorded_at), fact.attributes
                FROM account_fact AS fact JOIN source ON source.id = fact.source
                WHERE fact.account = ?
                ORDER BY coalesce(fact.observed_at, fact.recorded_at), fact.seq
                """)
            select.bind(account, at: 1)
            defer { select.reset() }
            var origins: [String: (source: String, at: Instant)] = [:]
            while try select.step() {
                let origin = (source: select.text(0) ?? "", at: Instant(milliseconds: select.int(1)))
                for (attribute, value) in StoredAttributes.decode(select.text(2) ?? "") {
                    origins[attribute] = value == nil ? nil : origin
                }
            }
            return origins
        }
    }
}
