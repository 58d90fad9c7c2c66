import Foundation
import WeirFacts
import WeirIntake
import WeirLedger

extension Workspace {
    /// Takes a file in. Every row becomes a fact, is known already, was left out as asked, or is written to
    /// `FILE.rejected.csv` with the reason; and an import that was stopped goes on where it was.
    /// - Parameters:
    ///   - now: time of recording.
    ///   - onMapping: called once, before the first row, with the mapping that will be used.
    ///   - progress: called after every batch.
    /// - Throws: `CancellationError` when the task was cancelled: what was read until then is on disk.
    public func importFile(
        _ path: String, _ settings: ImportSettings, now: Instant, onMapping: (String, String) -> Void = { _, _ in },
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportOutcome {
        if path == "-" || Files.isPipe(path) {
            // A file can be hashed first and read again after a stop; a pipe cannot, so it becomes one.
            let spool = "\(folder)/piped-\(ProcessInfo.processInfo.processIdentifier)"
            try Files.keepPipe(path, as: spool)
            defer { try? FileManager.default.removeItem(atPath: spool) }
            return try await importFile(spool, settings, now: now, onMapping: onMapping, progress: progress)
        }
        let source = try FileBytes(path: path)
        let reader = try TableReader(source, format: settings.format)
        let mapping = try HeaderMapping(headers: reader.headers, kind: settings.kind, options: settings.mapping)
        onMapping(reader.summary, mapping.table)
        let session = try ImportSession(
            ledger,
            ImportRequest(
                source: settings.source, kind: settings.kind, file: URL(filePath: path).lastPathComponent,
                digest: try FileDigest.sha256(path), mapping: mapping.json + settings.readingWords),
            now: now)
        let stage = DecodingStage(reader, mapping, settings.rules(for: reader))
        var outcome = ImportOutcome(
            summary: reader.summary, mappingTable: mapping.table, counts: ImportCountsView(session.counts),
            notices: [], missing: mapping.missing, rejectedFile: nil, wasKnown: session.isFinished,
            resumedAfter: session.counts.read)
        if session.isFinished { return outcome }
        var rejects = RejectWriter(
            path: rejectedPath(of: path),
            text: RejectText(headers: reader.headers, format: reader.format, delimiter: reader.delimiter))
        let last = try await takeIn(stage, session, &rejects) {
            progress(ImportProgress(bytesRead: $0.bytesRead, bytesTotal: source.size, rows: $0.rowsRead))
        }
        try rejects.finish()
        try session.finish(
            read: last?.rowsRead ?? 0, rejected: last?.rowsRejected ?? 0, skipped: last?.rowsSkipped ?? 0, now: now)
        outcome.counts = ImportCountsView(session.counts)
        outcome.notices = await stage.notices
        outcome.rejectedFile = rejects.count > 0 ? rejects.path : nil
        return outcome
    }

    /// Beside the file; in the workspace where the file's folder takes no files.
    private func rejectedPath(of path: String) -> String {
        let name = URL(filePath: path).lastPathComponent + ".rejected.csv"
        let beside = URL(filePath: path).deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: beside) ? path + ".rejected.csv" : folder + "/" + name
    }

    /// Writes batch after batch while the next one is being decoded.
    /// - Returns: the last batch, whose totals are the file's; `nil` for a file without rows.
    private func takeIn(
        _ stage: DecodingStage, _ session: ImportSession, _ rejects: inout RejectWriter,
        _ progress: (DecodedBatch) -> Void
    ) async throws -> DecodedBatch? {
        let alreadyRead = session.counts.read
        var last: DecodedBatch?
        var current = try await stage.next()
        while let batch = current {
            async let following = stage.next()
            try rejects.append(batch.rejected)
            try session.write(batch, isOnDisk: batch.rowsRead <= alreadyRead)
            progress(batch)
            last = batch
            current = try await following
            try Task.checkCancellation()
        }
        return last
    }
}

extension ImportSession {
    fileprivate func write(_ batch: DecodedBatch, isOnDisk: Bool) throws {
        let place = ImportPlace(read: batch.rowsRead, rejected: batch.rowsRejected, skipped: batch.rowsSkipped)
        switch batch.facts {
        case .engagements(let engagements):
            // Even rows on disk are looked at, so that rows without an id are counted from the file's beginning.
            try write(engagements, skip: isOnDisk ? engagements.count : 0, upTo: isOnDisk ? reached : place)
        case .accounts(let accounts): if !isOnDisk { try write(accounts, upTo: place) }
        case .buyers(let buyers): if !isOnDisk { try write(buyers, upTo: place) }
        case .opportunities(let opportunities): if !isOnDisk { try write(opportunities, upTo: place) }
        case .dispositions(let dispositions): if !isOnDisk { try write(dispositions, upTo: place) }
        case .costs(let costs): try write(costs, isOnDisk: isOnDisk, upTo: isOnDisk ? reached : place)
        }
    }

    private var reached: ImportPlace {
        ImportPlace(read: counts.read, rejected: counts.rejected, skipped: counts.skipped)
    }
}

extension ImportSettings {
    /// What else decides how the same bytes are read; part of an import's identity.
    var readingWords: String {
        " currency=\(currency) dates=\(readsDayFirst ? "day-first" : "month-first") decimal=\(decimalMark.rawValue)"
    }

    /// How values are read where the file leaves it open.
    func rules(for reader: TableReader) -> ValueRules {
        var rules = ValueRules(
            decimalMark: decimalMark, commaIsInDoubt: reader.isSemicolonSeparated, defaultCurrency: currency)
        if readsDayFirst { rules.times.slashOrder = .dayFirst }
        return rules
    }
}

extension ImportCountsView {
    init(_ counts: ImportCounts) {
        self.init(
            read: counts.read, added: counts.added, known: counts.known, rejected: counts.rejected,
            skipped: counts.skipped)
    }
}
