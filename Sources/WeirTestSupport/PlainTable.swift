/// A table of comma-separated values read slowly and simply, for tests that check a fast reader's counts.
public struct PlainTable {
    public private(set) var header: [String] = []
    public private(set) var rows: [[String]] = []

    /// Reads UTF-8, or UTF-16 little-endian where a byte order mark says so. Records that are quite empty are none.
    public init(_ bytes: [UInt8]) {
        var text = String(decoding: bytes, as: UTF8.self)
        if bytes.starts(with: [0xFF, 0xFE]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
            }
            text = String(decoding: units, as: UTF16.self)
        }
        var records = PlainTable.records(Array(text.unicodeScalars))
        if !records.isEmpty { header = records.removeFirst() }
        rows = records
    }

    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// The rows by the names in the header.
    public var named: [[String: String]] {
        rows.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func records(_ scalars: [Unicode.Scalar]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var isEmpty = true
        for (index, scalar) in scalars.enumerated() where !(index == 0 && scalar == "\u{FEFF}") {
            switch (scalar, isQuoted) {
            case ("\"", true): isQuoted = false
            case ("\"", false):
                // The second of a doubled quote stands for one.
                if index > 0, scalars[index - 1] == "\"", !field.isEmpty || !isEmpty { field.append("\"") }
                isQuoted = true
                isEmpty = false
            case (",", false):
                record.append(String(field))
                field = .init()
                isEmpty = false
            case ("\n", false), ("\r", false):
                if !isEmpty { records.append(record + [String(field)]) }
                (record, field, isEmpty) = ([], .init(), true)
            default:
                field.append(scalar)
                isEmpty = false
            }
        }
        if !isEmpty { records.append(record + [String(field)]) }
        return records
    }
}
