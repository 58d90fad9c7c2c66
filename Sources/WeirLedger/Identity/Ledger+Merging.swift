import GRDB

extension Ledger {
    /// Puts on disk who is one, or two after all, for whoever has no ``EventIntake`` at hand. A running service sees it.
    /// - Returns: the merge as it stands now.
    /// - Throws: `notFound` for a record or a merge that does not exist; `conflict` for records that are one already,
    ///   for an `into` that is neither of the two, and for a merge that was taken back before.
    public func record(_ word: MergeWord) throws(LedgerError) -> StoredMerge {
        try write { db in
            let journal = try TouchedAccounts(db)
            let seq = try Ledger.lastSeq(db) + 1
            try MergeWriter(db, journal: journal).write(word, seq: seq)
            try journal.flush(seq: seq)
            var place = seq
            if case .takeBack(let end) = word { place = end.merge }
            guard let stored = try LiveReader(db, isFreeMail: { _ in false }).merge(place) else {
                throw LedgerError(.database, "the merge was not stored")
            }
            return stored
        }
    }
}
