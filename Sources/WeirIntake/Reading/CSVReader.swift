/// Reads delimited text, record by record, in memory that does not grow with the file.
///
/// Takes RFC 4180 and what people make of it: comma, semicolon, tab or stroke; any line end; quotes, doubled quotes
/// and line ends inside quotes; UTF-8, UTF-16 and, where a field is not UTF-8, Windows-1252; short rows and blank
/// lines. What cannot be read is rejected row by row, with its line and the reason, and reading goes on.
public struct CSVReader: Sendable {
    /// The columns' names as the file has them, white space around them removed.
    public let headers: [String]
    public let limits: ReaderLimits
    var window: ByteWindow
    var scanner: CSVScanner
    /// Set after a row too long to hold, until its line ends.
    private var isSkippingLine = false
    private var reportedBrokenCharacters = 0

    public init(_ source: any ByteSource, limits: ReaderLimits = ReaderLimits()) throws {
        var window = try ByteWindow(source, first: limits.windowBytes, most: limits.rowBytes + 64)
        try self.init(&window, limits: limits)
    }

    init(_ window: inout ByteWindow, limits: ReaderLimits) throws {
        let dialect = try CSVDialect(&window, limits: limits)
        headers = dialect.headers
        self.limits = limits
        scanner = CSVScanner(
            delimiter: dialect.delimiter, columns: dialect.headers.count, fieldLimit: limits.fieldBytes)
        scanner.line = dialect.lines + 1
        self.window = window
    }

    /// The character between fields.
    public var delimiter: Character { Character(Unicode.Scalar(scanner.delimiter)) }
    public var encoding: TextEncoding { window.encoding }
    /// Bytes taken from the source so far, for progress.
    public var bytesRead: UInt64 { window.bytesRead }
    /// Bytes of the file held in memory.
    public var bufferedBytes: Int { window.bufferedBytes }

    /// Reads at most `maxRows` rows into `batch`, whose memory is used again; false at the end of the file.
    public mutating func read(into batch: inout RecordBatch, maxRows: Int) throws -> Bool {
        batch.removeAll()
        batch.headers = headers
        swap(&batch.fields, &scanner.fields)
        swap(&batch.lines, &scanner.lines)
        scanner.escaped.removeAll(keepingCapacity: true)
        var rejectedBytes = 0
        var isReading = true
        while isReading, scanner.lines.count + batch.rejected.count < maxRows,
            batch.bytes.count + rejectedBytes < limits.batchBytes
        {
            isReading = try step(&batch, maxRows: maxRows, rejectedBytes: &rejectedBytes)
        }
        swap(&batch.fields, &scanner.fields)
        swap(&batch.lines, &scanner.lines)
        batch.unescape(scanner.escaped)
        batch.repairText()
        noteBrokenCharacters(&batch)
        return isReading || !batch.isEmpty
    }

    /// Scans what is in the window, and sees to what stopped the scan; false at the end of the file.
    private mutating func step(_ batch: inout RecordBatch, maxRows: Int, rejectedBytes: inout Int) throws -> Bool {
        if isSkippingLine { return try skipLine() }
        scanner.index = window.start
        let stop = CSVReader.scan(
            window, with: &scanner, shift: batch.bytes.count - window.start, maxRows: maxRows - batch.rejected.count)
        batch.bytes.append(contentsOf: window.storage[window.start..<scanner.index])
        window.consume(to: scanner.index)
        switch stop {
        case .enoughRows:
            return true
        case .finished:
            return false
        case .odd(let code, let start, let end):
            let record = window.storage[start..<end]
            rejectedBytes += record.count
            batch.rejected.append(rejection(code, record, line: scanner.line - lineCount(record)))
            return true
        case .openQuote(_, let quote):
            rejectOpenQuote(at: quote, &batch)
            return true
        case .needsMore where window.isFull:
            rejectOversized(&batch)
            return true
        case .needsMore:
            try window.fill()
            return true
        }
    }

    private static func scan(
        _ window: borrowing ByteWindow, with scanner: inout CSVScanner, shift: Int, maxRows: Int
    ) -> CSVScanner.Stop {
        scanner.scan(
            window.storage.span.extracting(0..<window.end), shift: shift, isLast: window.sourceEnded, maxRows: maxRows)
    }

    private func lineCount(_ record: ArraySlice<UInt8>) -> UInt64 {
        var count: UInt64 = 1
        var previous: UInt8 = 0
        for byte in record {
            if byte == lineFeed, previous != carriageReturn { count += 1 }
            if byte == carriageReturn { count += 1 }
            previous = byte
        }
        return count
    }

    private mutating func skipLine() throws -> Bool {
        let rest = window.storage[window.start..<window.end]
        guard let lineEnd = rest.firstIndex(where: { $0 == lineFeed || $0 == carriageReturn }) else {
            window.consume(to: window.end)
            try window.fill()
            if window.isAtEnd { isSkippingLine = false }
            return !window.isAtEnd
        }
        if rest[lineEnd] == carriageReturn, lineEnd + 1 == window.end, !window.sourceEnded {
            window.consume(to: lineEnd)
            try window.fill()
            return true
        }
        let isPair = rest[lineEnd] == carriageReturn && lineEnd + 1 < window.end && rest[lineEnd + 1] == lineFeed
        window.consume(to: lineEnd + (isPair ? 2 : 1))
        scanner.line += 1
        isSkippingLine = false
        return true
    }

    private mutating func noteBrokenCharacters(_ batch: inout RecordBatch) {
        guard window.brokenCharacters > reportedBrokenCharacters else { return }
        reportedBrokenCharacters = window.brokenCharacters
        batch.notices.note(
            .brokenUTF16, column: nil, line: batch.lines.first ?? scanner.line,
            "half a character of UTF-16 stands alone; it was replaced by U+FFFD")
    }
}

// MARK: - Rejecting

extension CSVReader {
    private func rejection(_ code: RowProblem.Code, _ record: ArraySlice<UInt8>, line: UInt64) -> RejectedRow {
        var values: [String] = []
        let reason: String
        switch code {
        case .tooManyFields:
            values = CSVRecord.split(record, delimiter: scanner.delimiter)
            reason =
                "has \(values.count) fields where the header has \(headers.count); "
                + "a value that holds the delimiter must stand in quotes"
        case .strayQuote:
            values = CSVRecord.split(record, delimiter: scanner.delimiter)
            reason = "has text behind a closing quote; a quote inside a quoted value must be doubled"
        default:
            reason = "has a field of more than \(limits.fieldBytes) bytes; it is not kept"
        }
        return RejectedRow(
            problem: RowProblem(line: line, code: code, reason: reason), values: Array(values.prefix(limits.columns)))
    }

    /// The quote that is never closed spoils its own line; the lines behind it are read as if it had been.
    private mutating func rejectOpenQuote(at quote: Int, _ batch: inout RecordBatch) {
        let start = window.start
        let held = window.storage[start..<window.end]
        let lineEnd = held[quote...].firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? window.end
        let openedOn = scanner.line + lineCount(held[start..<quote]) - 1
        let problem = RowProblem(
            line: scanner.line, code: .openQuote,
            reason: "a quote opened on line \(openedOn) is not closed; close it, or double it if it belongs to the text"
        )
        let values = CSVRecord.split(
            held[start..<lineEnd].prefix(limits.fieldBytes), delimiter: scanner.delimiter, honouringQuotes: false)
        batch.rejected.append(RejectedRow(problem: problem, values: Array(values.prefix(limits.columns))))
        scanner.line = openedOn
        window.consume(to: lineEnd)
        isSkippingLine = true
    }

    /// The window is as large as it gets and holds no whole record.
    private mutating func rejectOversized(_ batch: inout RecordBatch) {
        if let quote = openQuoteInWindow() { return rejectOpenQuote(at: quote, &batch) }
        let problem = RowProblem(
            line: scanner.line, code: .rowTooLong,
            reason: "is longer than \(limits.rowBytes) bytes; it is not kept")
        batch.rejected.append(RejectedRow(problem: problem))
        window.consume(to: window.end)
        isSkippingLine = true
    }

    /// Where the quote opened that is still open at the window's end, if one is.
    private func openQuoteInWindow() -> Int? {
        var probe = CSVScanner(delimiter: scanner.delimiter, columns: .max, fieldLimit: .max)
        probe.index = window.start
        let held = window.storage.span.extracting(0..<window.end)
        guard case .openQuote(_, let quote) = probe.scan(held, shift: 0, isLast: true, maxRows: 1) else { return nil }
        return quote
    }
}
