import GRDB
import WeirFacts

/// Records that were merged into others, as far as these show what they lack themselves.
extension Ledger {
    /// Accounts that were merged into others and have a domain, by ascending id.
    func mergedDomains() throws(LedgerError) -> [(account: Int64, domain: String, means: Int64)] {
        try read { db in
            let select = try RawStatement(
                db,
                """
                SELECT account.id, account.domain, means FROM account_alias JOIN account ON account.id = account_alias.account
                WHERE mention IS NULL AND account.domain IS NOT NULL ORDER BY account.id
                """)
            defer { select.reset() }
            var domains: [(account: Int64, domain: String, means: Int64)] = []
            while try select.step() { domains.append((select.int(0), select.text(1) ?? "", select.int(2))) }
            return domains
        }
    }

    /// By the id of the person they are read as: what places people who were merged away.
    func mergedPlaces() throws(LedgerError) -> [Int64: (account: Int64?, domain: String?)] {
        try read { db in
            let select = try RawStatement(
                db,
                """
                SELECT means, buyer.account, buyer.domain FROM buyer_alias JOIN buyer ON buyer.id = buyer_alias.buyer
                WHERE mention IS NULL ORDER BY means, buyer.id
                """)
            defer { select.reset() }
            var places: [Int64: (account: Int64?, domain: String?)] = [:]
            while try select.step() {
                let known = places[select.int(0)]
                places[select.int(0)] = (
                    known?.account ?? select.optionalInt(1), known?.domain ?? select.text(2)
                )
            }
            return places
        }
    }

    /// Records that merges or their taking back since a place in the ledger may have moved facts from or to: all that
    /// were ever one with any of them.
    func mergedSince(_ seq: Int64) throws(LedgerError) -> (accounts: Set<Int64>, buyers: Set<Int64>) {
        try read { db in
            (
                try WeirLedger.mergedSince(db, seq, of: .account), try WeirLedger.mergedSince(db, seq, of: .buyer)
            )
        }
    }
}

private func mergedSince(_ db: Database, _ seq: Int64, of kind: RecordKind) throws -> Set<Int64> {
    let kind = kind.rawValue
    let isNew = try RawStatement(db, "SELECT 1 FROM merged WHERE seq > ? AND kind = '\(kind)' LIMIT 1")
    isNew.bind(seq, at: 1)
    defer { isNew.reset() }
    guard try isNew.step() else { return [] }
    let select = try RawStatement(
        db,
        """
        SELECT seq, record, other, (SELECT mention FROM \(kind)_alias WHERE \(kind) = record),
        (SELECT mention FROM \(kind)_alias WHERE \(kind) = other) FROM merged WHERE kind = '\(kind)'
        """)
    defer { select.reset() }
    var neighbours: [Int64: Set<Int64>] = [:]
    var waiting: [Int64] = []
    while try select.step() {
        let records = [select.int(1), select.int(2), select.optionalInt(3), select.optionalInt(4)].compactMap { $0 }
        for record in records { neighbours[record, default: []].formUnion(records) }
        if select.int(0) > seq { waiting += records }
    }
    var found: Set<Int64> = []
    while let next = waiting.popLast() {
        if found.insert(next).inserted { waiting += neighbours[next] ?? [] }
    }
    return found
}
