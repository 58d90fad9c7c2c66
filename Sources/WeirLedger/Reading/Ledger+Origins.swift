import GRDB
import WeirFacts

extension Ledger {
    /// Where each attribute of an account came from: of the facts that say it, the last by when it was observed (or else
    /// recorded), as the timeline takes it. An attribute that a source erased last has none.
    ///
    /// Of an attribute that was never said of the account itself, the origin is that of the oldest account merged into
    /// it of which it was said, just as the value is.
    /// - Returns: by attribute, the source's name and when it was said.
    public func attributeOrigins(of account: Int64) throws(LedgerError) -> [String: (source: String, at: Instant)] {
        try read { db in
            let merged = try RawStatement(
                cached: db,
                "SELECT account FROM account_alias WHERE means = ? AND mention IS NULL ORDER BY account")
            merged.bind(account, at: 1)
            defer { merged.reset() }
            var origins = try Origins(db, of: account)
            while try merged.step() { origins.fill(from: try Origins(db, of: merged.int(0))) }
            return origins.found
        }
    }
}

/// Where the attributes of one account came from, by what was said of that account alone.
private struct Origins {
    var found: [String: (source: String, at: Instant)] = [:]
    /// Attributes that had a value at some time, also those erased since.
    private var said: Set<String> = []

    init(_ db: Database, of account: Int64) throws {
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
        while try select.step() {
            let origin = (source: select.text(0) ?? "", at: Instant(milliseconds: select.int(1)))
            for (attribute, value) in StoredAttributes.decode(select.text(2) ?? "") {
                found[attribute] = value == nil ? nil : origin
                if value != nil { said.insert(attribute) }
            }
        }
    }

    mutating func fill(from merged: Origins) {
        for (attribute, origin) in merged.found where !said.contains(attribute) { found[attribute] = origin }
        said.formUnion(merged.said)
    }
}
