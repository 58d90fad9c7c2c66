import GRDB
import WeirFacts

extension LiveReader {
    /// Merges after one, in the order they were said.
    /// - Parameters:
    ///   - kind: only those of accounts, or of buyers.
    ///   - includingTakenBack: whether those are listed too that hold no more.
    public func merges(after seq: Int64, limit: Int, kind: RecordKind? = nil, includingTakenBack: Bool = true) throws
        -> [StoredMerge]
    {
        var filters = ["said.seq > ?1"]
        if let kind { filters.append("said.kind = '\(kind.rawValue)'") }
        if !includingTakenBack { filters.append("undo.seq IS NULL") }
        return try merges(filters, seq, limit)
    }

    /// A merge by its place in the ledger; `nil` where there is none.
    public func merge(_ seq: Int64) throws -> StoredMerge? { try merges(["said.seq = ?1"], seq, 1).first }

    private func merges(_ filters: [String], _ seq: Int64, _ limit: Int) throws -> [StoredMerge] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT said.seq, said.kind, said.record, said.other, said.into_record, said.made_by, said.evidence, said.at,
            undo.made_by, undo.evidence, undo.at FROM merged AS said LEFT JOIN merged AS undo ON undo.undoes = said.seq
            WHERE said.undoes IS NULL AND \(filters.joined(separator: " AND ")) ORDER BY said.seq LIMIT ?2
            """)
        select.bind(seq, at: 1)
        select.bind(Int64(limit), at: 2)
        defer { select.reset() }
        var merges: [StoredMerge] = []
        while try select.step() {
            guard let kind = RecordKind(rawValue: select.text(1) ?? "") else { continue }
            let (first, second) = (select.int(2), select.int(3))
            merges.append(
                StoredMerge(
                    seq: select.int(0), kind: kind, first: first, second: second,
                    firstLabel: try label(first, kind), secondLabel: try label(second, kind), into: select.int(4),
                    by: select.text(5) ?? "", evidence: select.text(6), at: Instant(milliseconds: select.int(7)),
                    end: select.optionalInt(10).map {
                        .init(by: select.text(8) ?? "", evidence: select.text(9), at: Instant(milliseconds: $0))
                    }))
        }
        return merges
    }

    /// What people call a record, by what was said of itself.
    private func label(_ id: Int64, _ kind: RecordKind) throws -> String? {
        let select = try RawStatement(
            cached: db,
            kind == .account
                ? "SELECT coalesce(name, domain, external) FROM account WHERE id = ?"
                : """
                SELECT coalesce(person.name, person.email, CASE anonymous WHEN 0 THEN external END)
                FROM buyer LEFT JOIN person ON person.buyer = buyer.id WHERE id = ?
                """)
        select.bind(id, at: 1)
        defer { select.reset() }
        return try select.step() ? select.text(0) : nil
    }
}
