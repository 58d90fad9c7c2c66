import GRDB
import WeirFacts

/// Writes who was said to be one, and to be two after all; and whose past that changes.
///
/// Nothing else in the ledger is touched: what is recorded later under the keys of a record that was merged away is
/// recorded under that record as before, and read as the kept one's. So taking a merge back leaves what there would be
/// if it had never been said.
final class MergeWriter {
    private let db: Database
    private let journal: TouchedAccounts
    private let add: RawStatement
    private let find: RawStatement

    init(_ db: Database, journal: TouchedAccounts) throws {
        self.db = db
        self.journal = journal
        add = try RawStatement(
            db,
            """
            INSERT INTO merged (seq, kind, record, other, into_record, undoes, made_by, evidence, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        find = try RawStatement(
            db,
            """
            SELECT kind, record, other, into_record, (SELECT seq FROM merged AS undo WHERE undo.undoes = merged.seq)
            FROM merged WHERE seq = ? AND undoes IS NULL
            """)
    }

    func write(_ word: MergeWord, seq: Int64) throws {
        switch word {
        case .merge(let merge): try write(merge, seq: seq)
        case .takeBack(let end): try write(end, seq: seq)
        }
    }

    // MARK: Merging

    /// - Throws: `notFound` for a record that does not exist; `conflict` for two that are one already, and for an `into`
    ///   that is neither.
    private func write(_ merge: RecordMerge, seq: Int64) throws {
        let groups = MergeGroups(db, of: merge.kind)
        let word = merge.kind.rawValue
        for record in [merge.first, merge.second] where try !groups.exists(record) {
            throw LedgerError(
                .notFound, "there is no \(word) \(merge.kind.label(record)); look for its id in the list of \(word)s")
        }
        let first = try groups.group(of: merge.first)
        let second = try groups.group(of: merge.second)
        try refuseIfOne(merge, first, groups)
        let into = try kept(merge, first, second, groups)
        try touchAll(first.records + second.records, merge.kind)
        try append(
            Row(
                kind: merge.kind, record: try groups.record(meant: merge.first),
                other: try groups.record(meant: merge.second), into: into, by: merge.by, evidence: merge.evidence,
                at: merge.at), seq: seq)
        try groups.flatten(try groups.group(of: merge.first))
    }

    private func refuseIfOne(_ merge: RecordMerge, _ group: MergeGroups.Group, _ groups: MergeGroups) throws {
        let (first, second) = (merge.kind.label(merge.first), merge.kind.label(merge.second))
        if merge.first == merge.second {
            throw LedgerError(.conflict, "\(first) is one record already; name two different ones")
        }
        guard group.records.contains(try groups.record(meant: merge.second)) else { return }
        guard let link = group.links.last else {
            throw LedgerError(
                .conflict,
                "\(first) and \(second) are one already, by their ids and addresses; there is nothing to merge")
        }
        throw LedgerError(
            .conflict,
            "\(first) and \(second) are one already and read as \(merge.kind.label(group.kept)); to keep another, take "
                + "the merge back first (mrg_\(link.seq))")
    }

    /// The record to be kept: known rather than anonymous, described rather than only mentioned; of two alike the one
    /// that was named, or else the one of whom more is known, or else the older one.
    private func kept(
        _ merge: RecordMerge, _ first: MergeGroups.Group, _ second: MergeGroups.Group, _ groups: MergeGroups
    ) throws -> Int64 {
        var isFirst: Bool?
        if let into = merge.into {
            isFirst = into == merge.first || into == first.kept
            guard isFirst == true || into == merge.second || into == second.kept else {
                let names = "\(merge.kind.label(merge.first)) or \(merge.kind.label(merge.second))"
                throw LedgerError(
                    .conflict, "\(merge.kind.label(into)) is neither of the two; name \(names) as the one to keep")
            }
        }
        for isMore in [groups.isKnown, groups.isDescribed] {
            let (one, other) = (try isMore(first.kept), try isMore(second.kept))
            if one != other { return one ? first.kept : second.kept }
        }
        if let isFirst { return isFirst ? first.kept : second.kept }
        let (one, other) = (try richness(first.kept, merge.kind), try richness(second.kept, merge.kind))
        if one != other { return one > other ? first.kept : second.kept }
        return min(first.kept, second.kept)
    }

    /// How many things are known of a record.
    private func richness(_ record: Int64, _ kind: RecordKind) throws -> Int {
        if kind == .account {
            let profile = try String.fetchOne(db, sql: "SELECT profile FROM account WHERE id = ?", arguments: [record])
            return StoredAttributes.decode(profile ?? "").values.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        }
        return try Int.fetchOne(
            db,
            sql: """
                SELECT (account IS NOT NULL) + (domain IS NOT NULL) + (title IS NOT NULL) + (external IS NOT NULL)
                + (person.name IS NOT NULL) + (person.email IS NOT NULL)
                FROM buyer LEFT JOIN person ON person.buyer = buyer.id WHERE buyer.id = ?
                """, arguments: [record]) ?? 0
    }

    // MARK: Taking back

    /// - Throws: `notFound` for a merge that does not exist; `conflict` for one that was taken back already.
    private func write(_ end: MergeTakenBack, seq: Int64) throws {
        find.bind(end.merge, at: 1)
        defer { find.reset() }
        guard try find.step(), let kind = RecordKind(rawValue: find.text(0) ?? "") else {
            throw LedgerError(.notFound, "there is no merge mrg_\(end.merge); the list of merges has their ids")
        }
        guard find.optionalInt(4) == nil else {
            throw LedgerError(
                .conflict,
                "mrg_\(end.merge) was taken back already; merge the two records again if they are one after all")
        }
        let row = Row(
            kind: kind, record: find.int(1), other: find.int(2), into: find.int(3), undoes: end.merge, by: end.by,
            evidence: end.evidence, at: end.at)
        let groups = MergeGroups(db, of: kind)
        try touchAll(try groups.group(of: row.record).records, kind)
        try append(row, seq: seq)
        try groups.flatten(try groups.group(of: row.record))
        try groups.flatten(try groups.group(of: row.other))
    }

    // MARK: Both

    private struct Row {
        var kind: RecordKind
        var record: Int64
        var other: Int64
        var into: Int64
        var undoes: Int64?
        var by: String
        var evidence: String?
        var at: Instant
    }

    private func append(_ row: Row, seq: Int64) throws {
        add.bind(seq, at: 1)
        add.bind(row.kind.rawValue, at: 2)
        add.bind(row.record, at: 3)
        add.bind(row.other, at: 4)
        add.bind(row.into, at: 5)
        add.bind(row.undoes, at: 6)
        add.bind(row.by, at: 7)
        add.bind(row.evidence, at: 8)
        add.bind(row.at.milliseconds, at: 9)
        try add.run()
    }

    private func touchAll(_ records: [Int64], _ kind: RecordKind) throws {
        for record in records {
            switch kind {
            case .account: try journal.touch(account: record)
            case .buyer: try journal.touch(buyer: record)
            }
        }
    }
}
