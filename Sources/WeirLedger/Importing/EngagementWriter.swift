import GRDB
import WeirFacts

/// Writes batches of engagements: the bulk path, bound and stepped directly.
///
/// Rows go in by tens in one statement: SQLite then keeps its place in the index from row to row, which halves the
/// cost where ids come in order.
final class EngagementWriter {
    private static let rowsAtOnce = 10
    private static let columns: Int32 = 10

    private let source: Int64
    private let identities: Identities
    private let terms: Terms
    private let insertOne: RawStatement
    private let insertMany: RawStatement
    private let repeats: Repeats

    init(_ db: Database, source: Int64, identities: Identities, terms: Terms, repeats: Repeats) throws {
        self.source = source
        self.identities = identities
        self.terms = terms
        self.repeats = repeats
        insertOne = try RawStatement(db, EngagementWriter.insertion(rows: 1))
        insertMany = try RawStatement(db, EngagementWriter.insertion(rows: EngagementWriter.rowsAtOnce))
    }

    private static func insertion(rows: Int) -> String {
        let row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        return """
            INSERT INTO engagement
            (seq, source, message, buyer, signal, at, content, shared_with, campaign, channel)
            VALUES \(Array(repeating: row, count: rows).joined(separator: ", ")) ON CONFLICT (message, source) DO NOTHING
            """
    }

    /// - Parameters:
    ///   - skip: leading rows that are in the ledger already; they are only counted.
    ///   - takeSeq: gives the next number of a fact.
    /// - Returns: rows added, and rows that were known.
    func write(_ batch: EngagementBatch, skip: Int, db: Database, takeSeq: () -> Int64) throws
        -> (added: Int, known: Int)
    {
        var added = 0
        try batch.text.withUnsafeBufferPointer { text in
            for row in 0..<min(skip, batch.count) { _ = try generatedMessage(batch, row, text) }
            var row = min(skip, batch.count)
            while row < batch.count {
                let isFull = batch.count - row >= EngagementWriter.rowsAtOnce
                let statement = isFull ? insertMany : insertOne
                for place in 0..<(isFull ? EngagementWriter.rowsAtOnce : 1) {
                    try bind(batch, row, text, to: statement, after: Int32(place) * EngagementWriter.columns, takeSeq())
                    row += 1
                }
                try statement.run()
                added += Int(changes(db))
            }
            // The batch's text goes away; nothing may point into it.
            insertOne.clear()
            insertMany.clear()
        }
        return (added, max(0, batch.count - skip) - added)
    }

    private func bind(
        _ batch: EngagementBatch, _ row: Int, _ text: UnsafeBufferPointer<UInt8>, to insert: RawStatement,
        after offset: Int32, _ seq: Int64
    ) throws {
        insert.bind(seq, at: offset + 1)
        insert.bind(source, at: offset + 2)
        if let generated = try generatedMessage(batch, row, text) {
            insert.bind(generated, at: offset + 3)
        } else {
            insert.bind(inPlace: piece(batch.message[row], text), at: offset + 3)
        }
        insert.bind(try buyer(batch, row, text), at: offset + 4)
        insert.bind(try terms.number(.signal, piece(batch.signal[row], text)), at: offset + 5)
        insert.bind(batch.at[row], at: offset + 6)
        insert.bind(try term(.content, batch.content[row], text), at: offset + 7)
        insert.bind(try sharedWith(batch.sharedWith[row], text), at: offset + 8)
        insert.bind(try term(.campaign, batch.campaign[row], text), at: offset + 9)
        insert.bind(try term(.channel, batch.channel[row], text), at: offset + 10)
    }

    private func generatedMessage(_ batch: EngagementBatch, _ row: Int, _ text: UnsafeBufferPointer<UInt8>) throws
        -> String?
    {
        batch.message[row].isAbsent ? try repeats.message(for: batch, row: row, text: text) : nil
    }

    private func buyer(_ batch: EngagementBatch, _ row: Int, _ text: UnsafeBufferPointer<UInt8>) throws -> Int64 {
        if !batch.buyerID[row].isAbsent || !batch.email[row].isAbsent {
            let buyer =
                batch.buyerID[row].isAbsent
                ? try identities.buyer(email: piece(batch.email[row], text))
                : try identities.buyer(id: piece(batch.buyerID[row], text))
            if !batch.accountID[row].isAbsent || !batch.domain[row].isAbsent { try place(buyer, batch, row) }
            return buyer
        }
        if !batch.accountID[row].isAbsent {
            return try identities.anonymousBuyer(accountID: batch.string(batch.accountID[row]))
        }
        return try identities.anonymousBuyer(domain: batch.string(batch.domain[row]))
    }

    private func place(_ buyer: Int64, _ batch: EngagementBatch, _ row: Int) throws {
        let account = batch.accountID[row]
        let domain = batch.domain[row]
        try identities.place(
            buyer, accountID: account.isAbsent ? nil : batch.string(account),
            domain: domain.isAbsent ? nil : batch.string(domain))
    }

    private func sharedWith(_ slice: EngagementBatch.Slice, _ text: UnsafeBufferPointer<UInt8>) throws -> Int64? {
        if slice.isAbsent { return nil }
        let piece = piece(slice, text)
        return piece.contains(UInt8(ascii: "@")) ? try identities.buyer(email: piece) : try identities.buyer(id: piece)
    }

    private func term(_ kind: Terms.Kind, _ slice: EngagementBatch.Slice, _ text: UnsafeBufferPointer<UInt8>) throws
        -> Int64?
    {
        slice.isAbsent ? nil : try terms.number(kind, piece(slice, text))
    }

    private func piece(_ slice: EngagementBatch.Slice, _ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
    {
        UnsafeBufferPointer(rebasing: text[Int(slice.start)..<Int(slice.start + slice.count)])
    }
}
