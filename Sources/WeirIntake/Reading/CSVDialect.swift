/// The header of a delimited table: its delimiter and its columns.
struct CSVDialect: Sendable {
    var delimiter: UInt8
    var headers: [String]
    /// Bytes of the window up to the first record, and lines in them.
    var length: Int
    var lines: UInt64

    static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    /// Finds the header at the front of a window that holds all of it.
    init(_ window: inout ByteWindow, limits: ReaderLimits) throws {
        var lines: UInt64 = 0
        var declared: UInt8?
        while true {
            let (record, next) = try CSVDialect.firstRecord(&window)
            let breaks = UInt64(CSVDialect.lineEnds(in: record))
            if record.isEmpty, window.isAtEnd {
                throw IntakeError(.emptyFile, "The file is empty: a header line with the columns' names is needed.")
            }
            if record.allSatisfy({ $0 == 0x20 }) {
                window.consume(to: next)
                lines += 1
                continue
            }
            if lines == 0, declared == nil, let delimiter = CSVDialect.declaredDelimiter(record) {
                declared = delimiter
                window.consume(to: next)
                lines += 1
                continue
            }
            let delimiter = declared ?? CSVDialect.likeliestDelimiter(record)
            self.delimiter = delimiter
            headers = CSVRecord.split(record, delimiter: delimiter).map(CSVDialect.trimmed)
            length = next
            self.lines = lines + 1 + breaks
            break
        }
        try check(limits)
        window.consume(to: length)
    }

    private func check(_ limits: ReaderLimits) throws(IntakeError) {
        if headers.count > limits.columns {
            throw IntakeError(
                .badHeader, "The header has \(headers.count) columns; at most \(limits.columns) are taken in.")
        }
        if headers.allSatisfy(\.isEmpty) {
            throw IntakeError(.badHeader, "The header names no column. The first line must hold the columns' names.")
        }
        if headers.contains(where: { $0.utf8.contains(0) }) {
            throw IntakeError(.notText, "The header holds NUL bytes: this is not a text file, or it is damaged.")
        }
    }

    /// The first record and where the next one begins, reading as much as that takes.
    private static func firstRecord(_ window: inout ByteWindow) throws -> (ArraySlice<UInt8>, next: Int) {
        while true {
            if let (end, next) = recordEnd(window) {
                return (window.storage[window.start..<end], next)
            }
            if window.sourceEnded || window.isFull { break }
            try window.fill()
        }
        let rest = window.storage[window.start..<window.end]
        if window.isFull, !window.sourceEnded {
            throw IntakeError(.badHeader, "No header line ends within the first \(rest.count) bytes.")
        }
        if rest.contains(lineFeed) || rest.last == quoteMark && rest.count(where: { $0 == quoteMark }) % 2 == 1 {
            throw IntakeError(.badHeader, "A quote in the header line is not closed.")
        }
        let end = rest.last == carriageReturn ? window.end - 1 : window.end
        return (window.storage[window.start..<end], window.end)
    }

    private static func recordEnd(_ window: ByteWindow) -> (end: Int, next: Int)? {
        CSVRecord.end(in: window.storage.span.extracting(0..<window.end), from: window.start)
    }

    private static func lineEnds(in record: ArraySlice<UInt8>) -> Int {
        record.count { $0 == lineFeed }
    }

    /// `sep=;`, by which Excel tells itself the delimiter.
    private static func declaredDelimiter(_ record: ArraySlice<UInt8>) -> UInt8? {
        let text = record.filter { $0 != quoteMark }
        guard text.count == 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        return text.last.flatMap { declarable.contains($0) ? $0 : nil }
    }

    /// Letters, digits and quotes cannot part fields.
    private static let declarable = delimiters + Array(":^~".utf8)

    /// The delimiter that the header has most of, outside quotes; a comma where it has none.
    private static func likeliestDelimiter(_ record: ArraySlice<UInt8>) -> UInt8 {
        var counts = [Int](repeating: 0, count: delimiters.count)
        var isQuoted = false
        for byte in record {
            if byte == quoteMark { isQuoted.toggle() }
            if !isQuoted, let index = delimiters.firstIndex(of: byte) { counts[index] += 1 }
        }
        var best = 0
        for index in counts.indices where counts[index] > counts[best] { best = index }
        return delimiters[best]
    }

    static func trimmed(_ text: String) -> String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0.value == 0xFEFF }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
