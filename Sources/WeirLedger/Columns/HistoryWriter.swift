import WeirFold

/// Writes columns account by account without a ledger behind them: for measuring, and to prove that what is mapped
/// folds as what is held in memory.
public final class HistoryWriter {
    private let files: ColumnFiles
    private let columns: WordFile
    private var encoder = AccountEncoder()
    private var index: ColumnIndex

    /// - Parameters:
    ///   - folder: made where it is missing; columns in it are replaced.
    ///   - firstDay: day 0 of the accounts to come, from 1970-01-01.
    public init(folder: String, firstDay: Int32) throws(LedgerError) {
        files = try ColumnFiles(folder: folder, zone: "written")
        index = ColumnIndex(stamp: LedgerStamp(lastSeq: 0, identities: 0, origin: 0), firstDay: firstDay)
        columns = try WordFile(path: files.columns(index.generation))
    }

    /// Appends an account's rows as they are.
    /// - Parameter profiles: how many profiles of its own the account has, which its notes number from 0, so that the
    ///   profiles of all accounts count on from each other; 0 for every account where they share profiles instead.
    public func append(_ rows: borrowing AccountRows, profiles: Int = 0) throws(LedgerError) {
        // Even numbers for notes, odd ones for engagements: each note sorts right before the one it stands before.
        let engagements = (0..<rows.engagementCount).map { row in
            ColumnEngagement(
                day: rows.firstDay + Int32(rows.days[row]), seq: Int64(row) * 2 + 1, buyer: UInt32(rows.buyer(row)),
                signal: rows.signals[row], content: UInt32(rows.content(row)),
                sharedWith: rows.sharedWith(row).map { UInt32($0) } ?? History.Exchange.none)
        }
        var notes: [ColumnNote] = []
        for number in 0..<rows.noteCount {
            let note = rows.note(number)
            notes.append(
                ColumnNote(
                    day: rows.firstDay + Int32(note.day), seq: Int64(note.before) * 2, buyer: note.buyer,
                    value: note.value))
        }
        index.accounts.append(Int64(index.accounts.count))
        index.buyers.append(contentsOf: (0..<rows.buyerCount).map { Int64($0) })
        index.extents.append(
            encoder.encode(
                engagements, notes, buyers: rows.buyerCount, profiles: profiles, firstDay: index.firstDay,
                place: columns.wordCount + encoder.words.count))
        if encoder.words.count >= 1 << 17 { try columns.append(encoder.takeWords()) }
    }

    /// Closes the columns and maps them.
    public func finish() throws(LedgerError) -> MappedHistory {
        try columns.append(encoder.takeWords())
        try columns.synchronize()
        index.wordCount = columns.wordCount
        try files.write(index)
        guard let history = try HistoryWriter.open(folder: files.folder) else {
            throw LedgerError(.full, "the columns in \(files.folder) cannot be read back")
        }
        return history
    }

    /// Maps columns that were written and finished before.
    /// - Returns: `nil` where there are none, or they are damaged.
    public static func open(folder: String) throws(LedgerError) -> MappedHistory? {
        try ColumnFiles(folder: folder, zone: "written").read().map { MappedHistory($0, $1) }
    }
}
