import GRDB
import WeirFacts
import WeirFold

/// Brings columns up to date by writing anew the accounts that something happened to, behind the others.
struct ColumnExtension {
    let ledger: Ledger
    let days: ZonedDays
    let isFreeMail: (String) -> Bool

    /// - Parameters:
    ///   - columns: the file, at its end.
    ///   - old: what it holds.
    /// - Returns: what it holds then; `nil` where so much has changed that building anew is cheaper, or a fact is older
    ///   than the columns' first day.
    func extend(_ columns: WordFile, _ old: ColumnIndex, to stamp: LedgerStamp) throws(LedgerError) -> ColumnIndex? {
        let placement = try BuyerPlacement(ledger, isFreeMail: isFreeMail)
        let changed = try changedAccounts(since: old, placement)
        guard changed.count * 4 <= placement.accounts.count else { return nil }
        var index = ColumnIndex(stamp: stamp, firstDay: old.firstDay, lastDay: old.lastDay, generation: old.generation)
        index.accounts = placement.accounts
        index.buyers = placement.buyers
        index.unplacedBuyers = placement.unplaced
        let words = try DealtWords(ledger)
        let titles = NumberedTerms(try ledger.terms(.title))
        var encoder = AccountEncoder()
        for (number, account) in placement.accounts.enumerated() {
            if !changed.contains(account), let place = old.accounts.place(of: account) {
                index.extents.append(old.extents[place])
                continue
            }
            try LedgerError.wrapping { try Task.checkCancellation() }
            let (engagements, notes, profiles) = try facts(of: account, number, placement, words, titles)
            if let first = engagements.first, let last = engagements.last {
                if first.day < old.firstDay || old.engagementCount == 0 { return nil }
                index.lastDay = max(index.lastDay, last.day)
            }
            index.extents.append(
                encoder.encode(
                    engagements, notes, buyers: placement.counts[number], profiles: profiles,
                    firstDay: index.firstDay, place: columns.wordCount + encoder.words.count))
            if encoder.words.count >= 1 << 17 { try columns.append(encoder.takeWords()) }
        }
        try columns.append(encoder.takeWords())
        index.wordCount = columns.wordCount
        index.unplacedEngagements = try ledger.countedEngagements() - index.engagementCount
        return index
    }

    private func facts(
        of account: Int64, _ number: Int, _ placement: BuyerPlacement, _ words: DealtWords, _ titles: NumberedTerms
    ) throws(LedgerError) -> ([ColumnEngagement], [ColumnNote], profiles: Int) {
        let facts = try ledger.readLive(isFreeMail: isFreeMail) { reader in try reader.facts(of: account) }
        guard let facts else { return ([], [], 0) }
        var engagements: [ColumnEngagement] = []
        for row in facts.engagements {
            engagements.append(words.engagement(row, number, placement, days))
        }
        engagements.sort { ($0.day, $0.seq) < ($1.day, $1.seq) }
        var notes = facts.timeline.notes(days)
        for change in facts.titles {
            notes.append(change.note(buyer: placement.number[Int(change.buyer)], titles, days))
        }
        return (engagements, notes, facts.timeline.profiles.count)
    }

    /// Accounts with a new fact, those whose buyers are not the same as before, and those that a merge may have given
    /// facts to or taken from.
    private func changedAccounts(since old: ColumnIndex, _ placement: BuyerPlacement) throws(LedgerError)
        -> Set<Int64>
    {
        var changed = Set<Int64>()
        let before = old.buyers.span
        var oldStarts = [0]
        for extent in old.extents { oldStarts.append(oldStarts[oldStarts.count - 1] + extent.buyers) }
        var start = 0
        for (number, account) in placement.accounts.enumerated() {
            let buyers = start..<start + placement.counts[number]
            start = buyers.upperBound
            guard let place = old.accounts.place(of: account), old.extents[place].buyers == buyers.count else {
                changed.insert(account)
                continue
            }
            let first = oldStarts[place]
            for (offset, buyer) in buyers.enumerated() where before[first + offset] != placement.buyers[buyer] {
                changed.insert(account)
                break
            }
        }
        let news = try ledger.newFacts(after: old.stamp.lastSeq)
        let merged = try ledger.mergedSince(old.stamp.lastSeq)
        for account in news.accounts + merged.accounts { changed.insert(placement.accountAliases[account] ?? account) }
        for buyer in news.buyers + merged.buyers {
            placement.account(of: buyer).map { _ = changed.insert(placement.accounts[$0]) }
        }
        return changed
    }
}

extension Ledger {
    /// Whose facts are newer than a place in the ledger.
    func newFacts(after seq: Int64) throws(LedgerError) -> (accounts: [Int64], buyers: [Int64]) {
        try read { db in
            func ids(_ sql: String) throws -> [Int64] { try Int64.fetchAll(db, sql: sql, arguments: [seq]) }
            return (
                try ids("SELECT DISTINCT account FROM account_fact WHERE seq > ?"),
                try ids("SELECT DISTINCT buyer FROM engagement WHERE seq > ?")
                    + ids("SELECT DISTINCT buyer FROM buyer_fact WHERE seq > ?")
                    + ids(
                        "SELECT DISTINCT buyer FROM engagement WHERE seq IN (SELECT engagement FROM judged WHERE seq > ?)"
                    )
            )
        }
    }

    /// How many engagements count.
    func countedEngagements() throws(LedgerError) -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT (SELECT count(*) FROM engagement) - (SELECT count(*) FROM discounted)") ?? 0
        }
    }

    /// The ledger's state as far as columns depend on it.
    /// - Parameter place: the last fact of the columns whose origin is asked for; `nil` for the ledger as it is.
    func columnStamp(at place: Int64? = nil) throws(LedgerError) -> LedgerStamp {
        try read { db in
            let last = try place ?? Ledger.lastSeq(db)
            let identities =
                try Int64.fetchOne(
                    db,
                    sql: """
                        SELECT (SELECT count(*) FROM buyer_alias) + (SELECT count(*) FROM account_alias)
                        + coalesce((SELECT max(id) FROM buyer), 0) + coalesce((SELECT max(id) FROM account), 0)
                        """) ?? 0
            let ends = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM (SELECT seq, message, at FROM engagement ORDER BY seq LIMIT 1) UNION ALL
                    SELECT * FROM (SELECT seq, message, at FROM engagement WHERE seq <= ? ORDER BY seq DESC LIMIT 1)
                    """, arguments: [last])
            var words: [UInt64] = []
            for row in ends {
                words.append(UInt64(bitPattern: row["seq"]))
                words.append(UInt64(bitPattern: row["at"]))
                words.append(contentsOf: (row["message"] as String).utf8.lazy.map { UInt64($0) })
            }
            return LedgerStamp(lastSeq: last, identities: identities, origin: ColumnChecksum.of(words.span))
        }
    }
}
