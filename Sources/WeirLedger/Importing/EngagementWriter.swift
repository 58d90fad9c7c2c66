import GRDB
import WeirFacts

/// Writes batches of engagements: the bulk path, bound and stepped directly.
final class EngagementWriter {
    private let source: Int64
    private let identities: Identities
    private let terms: Terms
    private let insert: RawStatement
    private let repeats: Repeats

    init(_ db: Database, source: Int64, identities: Identities, terms: Terms, repeats: Repeats) throws {
        self.source = source
        self.identities = identities
        self.terms = terms
        insert = try RawStatement(
            db,
            """
            INSERT INTO engagement
            (seq, source, message, buyer, signal, at, content, shared_with, campaign, channel)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        self.repeats = repeats
        insert.bind(source, at: 2)
    }

    /// - Parameters:
    ///   - skip: leading rows that are in the ledger already; they are only counted.
    ///   - takeSeq: gives the next number of a fact.
    /// - Returns: rows added, and rows that were known.
    func write(_ batch: EngagementBatch, skip: Int, db: Database, takeSeq: () -> Int64) throws
        -> (added: Int, known: Int)
    {
        var added = 0
        var known = 0
        try batch.text.withUnsafeBufferPointer { text in
            for row in 0..<batch.count {
                let message = batch.message[row]
                let generated = message.isAbsent ? try repeats.message(for: batch, row: row, text: text) : nil
                if row < skip { continue }
                insert.bind(takeSeq(), at: 1)
                if let generated { insert.bind(generated, at: 3) } else { insert.bind(piece(message, text), at: 3) }
                insert.bind(try buyer(batch, row, text), at: 4)
                insert.bind(try terms.number(.signal, piece(batch.signal[row], text)), at: 5)
                insert.bind(batch.at[row], at: 6)
                insert.bind(try term(.content, batch.content[row], text), at: 7)
                insert.bind(try sharedWith(batch.sharedWith[row], text), at: 8)
                insert.bind(try term(.campaign, batch.campaign[row], text), at: 9)
                insert.bind(try term(.channel, batch.channel[row], text), at: 10)
                try insert.run()
                if changes(db) > 0 { added += 1 } else { known += 1 }
            }
        }
        return (added, known)
    }

    private func buyer(_ batch: EngagementBatch, _ row: Int, _ text: UnsafeBufferPointer<UInt8>) throws -> Int64 {
        if !batch.buyerID[row].isAbsent { return try identities.buyer(id: piece(batch.buyerID[row], text)) }
        if !batch.email[row].isAbsent { return try identities.buyer(email: piece(batch.email[row], text)) }
        if !batch.accountID[row].isAbsent {
            return try identities.anonymousBuyer(accountID: batch.string(batch.accountID[row]))
        }
        return try identities.anonymousBuyer(domain: batch.string(batch.domain[row]))
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
