/// Engagements as columns: the bulk path from a file to the ledger, without an object or a `String` for each row.
///
/// Every text column holds ranges into `text`; an empty range means the row did not say.
public struct EngagementBatch: Sendable {
    /// A piece of the batch's `text`.
    public struct Slice: Hashable, Sendable {
        public var start: UInt32
        public var count: UInt32

        @inlinable
        public init(start: UInt32, count: UInt32) {
            self.start = start
            self.count = count
        }

        public static let absent = Slice(start: 0, count: 0)
        @inlinable public var isAbsent: Bool { count == 0 }
    }

    /// UTF-8 that the slices point into.
    public var text: [UInt8] = []
    /// The sender's id of the act, unique per source. Absent where the file has none.
    public var message: [Slice] = []
    public var buyerID: [Slice] = []
    /// Lower case, trimmed.
    public var email: [Slice] = []
    public var accountID: [Slice] = []
    /// Lower case host name.
    public var domain: [Slice] = []
    public var signal: [Slice] = []
    public var content: [Slice] = []
    /// Id or e-mail of the buyer the content was shared with.
    public var sharedWith: [Slice] = []
    public var campaign: [Slice] = []
    public var channel: [Slice] = []
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var at: [Int64] = []
    /// Line of the file on which each row begins, from 1.
    public var line: [UInt64] = []

    public init() {}

    public var count: Int { at.count }

    /// A slice's text.
    public func string(_ slice: Slice) -> String {
        String(decoding: text[Int(slice.start)..<Int(slice.start + slice.count)], as: UTF8.self)
    }

    /// Forgets the rows, keeps the memory.
    public mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        message.removeAll(keepingCapacity: true)
        buyerID.removeAll(keepingCapacity: true)
        email.removeAll(keepingCapacity: true)
        accountID.removeAll(keepingCapacity: true)
        domain.removeAll(keepingCapacity: true)
        signal.removeAll(keepingCapacity: true)
        content.removeAll(keepingCapacity: true)
        sharedWith.removeAll(keepingCapacity: true)
        campaign.removeAll(keepingCapacity: true)
        channel.removeAll(keepingCapacity: true)
        at.removeAll(keepingCapacity: true)
        line.removeAll(keepingCapacity: true)
    }
}
