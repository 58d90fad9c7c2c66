import GRDB
import WeirFacts

/// Gives rows without an id one that is the same whenever the file, or a longer one, comes again.
///
/// Two equal rows of one file are two acts, so the id is the row's content and how often it came before in the file.
/// The counts stand in a temporary table, so memory does not grow with the file.
final class Repeats {
    private let count: RawStatement

    init(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS temp.repeated")
        try db.execute(sql: "CREATE TEMP TABLE repeated (hash INTEGER PRIMARY KEY, times INTEGER NOT NULL)")
        count = try RawStatement(
            db,
            """
            INSERT INTO temp.repeated (hash, times) VALUES (?, 1)
            ON CONFLICT (hash) DO UPDATE SET times = times + 1 RETURNING times
            """)
    }

    func message(for batch: EngagementBatch, row: Int, text: UnsafeBufferPointer<UInt8>) throws -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bitPattern: batch.at[row])
        let slices = [
            batch.buyerID[row], batch.email[row], batch.accountID[row], batch.domain[row], batch.signal[row],
            batch.content[row], batch.sharedWith[row], batch.campaign[row], batch.channel[row],
        ]
        for slice in slices {
            for index in Int(slice.start)..<Int(slice.start + slice.count) {
                hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3
            }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return "row:\(String(hash, radix: 16)):\(try times(hash))"
    }

    /// The id of a row given by its text.
    func message(for text: String) throws -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "row:\(text):\(try times(hash))"
    }

    /// How often the hash has come in this file, with this time.
    private func times(_ hash: UInt64) throws -> Int64 {
        count.bind(Int64(bitPattern: hash), at: 1)
        defer { count.reset() }
        guard try count.step() else { throw LedgerError(.database, "a row was not counted") }
        let times = count.int(0)
        while try count.step() {}
        return times
    }
}
