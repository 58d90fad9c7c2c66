/// Rows of a table as one run of UTF-8 and the place of each field in it: nothing is allocated per field or row.
///
/// Every row has exactly `headers.count` fields; rows that could not be brought to that shape stand in `rejected`.
public struct RecordBatch: Sendable {
    /// The columns' names as the file has them.
    public internal(set) var headers: [String]
    /// Text of the fields, and between them whatever stood between them in the file.
    public internal(set) var bytes: [UInt8] = []
    /// Row by row, `headers.count` a row.
    public internal(set) var fields: [FieldRange] = []
    /// For each row the line of the file on which it begins, from 1.
    public internal(set) var lines: [UInt64] = []
    /// Rows that are none, with the reason.
    public internal(set) var rejected: [RejectedRow] = []
    /// What the reader did to make sense of the bytes.
    public internal(set) var notices = Notices()

    public init(headers: [String] = []) {
        self.headers = headers
    }

    /// Rows that can be decoded.
    public var rowCount: Int { lines.count }
    public var columnCount: Int { headers.count }
    public var isEmpty: Bool { lines.isEmpty && rejected.isEmpty }

    /// The place of one field.
    public func field(row: Int, column: Int) -> FieldRange {
        fields[row * headers.count + column]
    }

    /// One field's text, for messages and tests; empty where the row does not have it.
    public func text(row: Int, column: Int) -> String {
        text(field(row: row, column: column))
    }

    func text(_ field: FieldRange) -> String {
        guard field.count > 0 else { return "" }
        return String(decoding: bytes[Int(field.start)..<Int(field.start) + Int(field.count)], as: UTF8.self)
    }

    /// All the fields of a row as text.
    public func texts(row: Int) -> [String] {
        (0..<headers.count).map { text(row: row, column: $0) }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        rejected.removeAll(keepingCapacity: true)
        notices = Notices()
    }
}

/// A piece of a batch's bytes.
public struct FieldRange: Hashable, Sendable {
    public var start: UInt32
    public var count: UInt32

    @inlinable
    public init(start: UInt32, count: UInt32) {
        self.start = start
        self.count = count
    }

    /// The row says nothing here.
    public static let absent = FieldRange(start: 0, count: 0)
    /// The row says expressly that there is nothing: a `null` of JSON.
    public static let null = FieldRange(start: .max, count: 0)

    /// Blank, absent or null.
    @inlinable public var isEmpty: Bool { count == 0 }
    @inlinable public var isNull: Bool { count == 0 && start == .max }
}
