import Foundation
import WeirFacts

/// The column files of a workspace: a cache beside the database, made, extended and mended as they are asked for.
///
/// Per time zone there is an index, replaced whole under its name once what it speaks of is on disk, and a file of
/// columns that is only appended to. Whatever is found to be of another version, of another ledger or damaged is made
/// anew; nobody need ever delete anything. Where the folder cannot be written, they are made elsewhere for once.
public struct ColumnStore {
    private let ledger: Ledger
    private let folder: String
    private let days: ZonedDays
    private let isFreeMail: (String) -> Bool
    private let progress: (Int, Int) throws -> Void

    /// - Parameters:
    ///   - folder: `columns` in a workspace; made where it is missing.
    ///   - isFreeMail: domains that place nobody on a company.
    ///   - progress: called now and then while columns are made, with the engagements read and about how many there are;
    ///     may throw to stop.
    public init(
        _ ledger: Ledger, folder: String, days: ZonedDays, isFreeMail: @escaping (String) -> Bool,
        progress: @escaping (Int, Int) throws -> Void = { _, _ in }
    ) {
        self.ledger = ledger
        self.folder = folder
        self.days = days
        self.isFreeMail = isFreeMail
        self.progress = progress
    }

    /// The columns of the ledger as it stands.
    public func columns() throws(LedgerError) -> AccountColumns {
        let snapshot = try ledger.snapshot()
        do {
            return try columns(of: snapshot, in: folder)
        } catch  where error.code == .full {
            let elsewhere = NSTemporaryDirectory() + "weir-columns-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: elsewhere) }
            return try columns(of: snapshot, in: elsewhere)
        }
    }

    private func columns(of snapshot: Ledger, in folder: String) throws(LedgerError) -> AccountColumns {
        let files = try ColumnFiles(folder: folder, zone: days.timeZone)
        let stamp = try snapshot.columnStamp()
        if let (index, file) = files.read(), index.stamp == stamp {
            return try AccountColumns(index, MappedHistory(index, file), snapshot)
        }
        let lock = try files.lock()
        defer { lock.release() }
        // Another process may have brought them up to date while this one waited.
        let found = files.read()
        if let (index, file) = found, index.stamp == stamp {
            return try AccountColumns(index, MappedHistory(index, file), snapshot)
        }
        let index: ColumnIndex
        if let (old, _) = found, let new = try extended(old, snapshot, stamp, files) {
            index = new
        } else {
            index = try built(snapshot, stamp, files)
        }
        guard let file = files.map(index) else {
            throw LedgerError(.full, "the columns in \(folder) cannot be read back; is the disk full?")
        }
        return try AccountColumns(index, MappedHistory(index, file), snapshot)
    }

    private func extended(_ old: ColumnIndex, _ snapshot: Ledger, _ stamp: LedgerStamp, _ files: ColumnFiles)
        throws(LedgerError) -> ColumnIndex?
    {
        // A ledger that does not know the columns' last fact is another one, or was restored from a backup.
        guard old.stamp.lastSeq <= stamp.lastSeq,
            try snapshot.columnStamp(at: old.stamp.lastSeq).origin == old.stamp.origin,
            old.wordCount <= 2 * old.wordsInUse + 1024
        else { return nil }
        let columns = try WordFile(path: files.columns(old.generation), keeping: old.wordCount)
        let step = ColumnExtension(ledger: snapshot, days: days, isFreeMail: isFreeMail)
        guard let index = try step.extend(columns, old, to: stamp) else { return nil }
        try columns.synchronize()
        try files.write(index)
        return index
    }

    private func built(_ snapshot: Ledger, _ stamp: LedgerStamp, _ files: ColumnFiles) throws(LedgerError)
        -> ColumnIndex
    {
        var index = ColumnIndex(stamp: stamp, generation: files.lastGeneration() &+ 1)
        let columns = try WordFile(path: files.columns(index.generation))
        let builder = ColumnBuilder(
            ledger: snapshot, days: days, isFreeMail: isFreeMail, scratch: files.folder, progress: progress)
        try builder.build(into: columns, &index)
        try columns.synchronize()
        try files.write(index)
        files.removeOthers(than: index.generation)
        return index
    }
}
