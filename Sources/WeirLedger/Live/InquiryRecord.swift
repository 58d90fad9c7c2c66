import GRDB
import WeirFacts

/// An inquiry and the answer it got.
public struct InquiryRecord: Hashable, Sendable {
    /// Place in the ledger; 0 before it has one.
    public var seq: Int64
    /// The sender's id, or one made of the content.
    public var message: String
    /// What the visitor wrote, as JSON.
    public var raw: [UInt8]
    public var receivedAt: Instant
    public var verdict: String
    /// Codes, in the order in which they weigh.
    public var reasons: [String]
    public var account: Int64?

    public init(
        seq: Int64 = 0, message: String, raw: [UInt8], receivedAt: Instant, verdict: String, reasons: [String],
        account: Int64?
    ) {
        self.seq = seq
        self.message = message
        self.raw = raw
        self.receivedAt = receivedAt
        self.verdict = verdict
        self.reasons = reasons
        self.account = account
    }
}

struct InquiryWriter {
    private let add: RawStatement

    init(_ db: Database) throws {
        add = try RawStatement(
            db,
            """
            INSERT INTO inquiry (seq, message, raw, received_at, verdict, reasons, account) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (message) DO NOTHING
            """)
    }

    /// - Returns: whether it was new.
    func write(_ inquiry: InquiryRecord, seq: Int64, _ db: Database) throws -> Bool {
        add.bind(seq, at: 1)
        add.bind(inquiry.message, at: 2)
        add.bind(bytes: inquiry.raw, at: 3)
        add.bind(inquiry.receivedAt.milliseconds, at: 4)
        add.bind(inquiry.verdict, at: 5)
        add.bind(inquiry.reasons.joined(separator: ","), at: 6)
        add.bind(inquiry.account, at: 7)
        try add.run()
        return changes(db) > 0
    }
}

extension LiveReader {
    /// The inquiry of an id; `nil` where there is none.
    public func inquiry(message: String) throws -> InquiryRecord? {
        let select = try RawStatement(
            cached: db,
            "SELECT seq, message, raw, received_at, verdict, reasons, account FROM inquiry WHERE message = ?")
        select.bind(message, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        return InquiryRecord(
            seq: select.int(0), message: select.text(1) ?? "", raw: select.bytes(2),
            receivedAt: Instant(milliseconds: select.int(3)), verdict: select.text(4) ?? "",
            reasons: (select.text(5) ?? "").split(separator: ",").map(String.init),
            account: select.optionalInt(6))
    }
}
