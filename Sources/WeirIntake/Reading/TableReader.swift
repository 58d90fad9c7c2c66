/// How the rows of a file are written.
public enum TableFormat: String, Hashable, Sendable, CaseIterable {
    /// By its first character: `{` begins NDJSON, anything else a delimited table.
    case auto
    case csv
    /// One JSON object a line.
    case ndjson
}

/// Reads a table, delimited or NDJSON, batch by batch. A reader has one owner: a copy would share its source.
public struct TableReader: Sendable {
    // One of the two is there.
    private var csv: CSVReader?
    private var ndjson: NDJSONReader?

    public init(
        _ source: any ByteSource, format: TableFormat = .auto, limits: ReaderLimits = ReaderLimits()
    ) throws {
        var window = try ByteWindow(source, first: limits.windowBytes, most: limits.rowBytes + 64)
        let firstByte = window.storage[window.start..<window.end].first { $0 > 0x20 }
        let isJSON = format == .ndjson || format == .auto && (firstByte == 0x7B || firstByte == 0x5B)
        if isJSON {
            ndjson = try NDJSONReader(&window, limits: limits)
        } else {
            csv = try CSVReader(&window, limits: limits)
        }
    }

    /// The columns' names. In NDJSON the keys seen so far; later batches may carry more.
    public var headers: [String] { csv?.headers ?? ndjson?.headers ?? [] }
    public var format: TableFormat { csv == nil ? .ndjson : .csv }

    /// `CSV, semicolon-separated, UTF-16LE`: how the file was understood.
    public var summary: String {
        guard let csv else { return "NDJSON, \(ndjson?.encoding.rawValue ?? "")" }
        let names: [Character: String] = [",": "comma", ";": "semicolon", "\t": "tab", "|": "stroke"]
        return "CSV, \(names[csv.delimiter] ?? String(csv.delimiter))-separated, \(csv.encoding.rawValue)"
    }

    /// The character between fields; a comma for NDJSON, whose rejected rows are written as a table too.
    public var delimiter: Character { csv?.delimiter ?? "," }

    /// Whether the table uses semicolons, as spreadsheets do where the comma is the decimal mark.
    public var isSemicolonSeparated: Bool { csv?.delimiter == ";" }

    /// Bytes taken from the source so far, for progress.
    public var bytesRead: UInt64 { csv?.bytesRead ?? ndjson?.bytesRead ?? 0 }

    /// Bytes of the file held in memory; bounded by the limits, whatever the file's size.
    public var bufferedBytes: Int { csv?.bufferedBytes ?? ndjson?.bufferedBytes ?? 0 }

    /// The next batch, of at most `maxRows` rows and about `limits.batchBytes`; `nil` at the end of the file.
    public mutating func nextBatch(maxRows: Int = 20_000) throws -> RecordBatch? {
        var batch = RecordBatch()
        return try read(into: &batch, maxRows: maxRows) ? batch : nil
    }

    /// Like ``nextBatch(maxRows:)``, into a batch whose memory is used again; false at the end of the file.
    public mutating func read(into batch: inout RecordBatch, maxRows: Int = 20_000) throws -> Bool {
        // Through the optionals, so that the reader inside is changed in place and not copied.
        if let isReading = try csv?.read(into: &batch, maxRows: maxRows) { return isReading }
        return try ndjson?.read(into: &batch, maxRows: maxRows) ?? false
    }
}
