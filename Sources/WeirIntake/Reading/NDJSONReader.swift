/// Reads NDJSON: one JSON object a line, flat or nested. The columns are the keys, in the order in which they first
/// appear; a bad line is rejected with its line, the place in it and the reason, and the others go in.
public struct NDJSONReader: Sendable {
    /// The keys seen so far; more may follow while the file is read.
    public private(set) var headers: [String] = []
    public let limits: ReaderLimits
    private var window: ByteWindow
    private var columnOfKey: [[UInt8]: Int] = [:]
    private var keys: [[UInt8]] = []
    private var line: UInt64 = 1
    private var isSkippingLine = false

    /// How many lines are looked at for keys before the first batch.
    private static let linesLookedAt = 1000

    public init(_ source: any ByteSource, limits: ReaderLimits = ReaderLimits()) throws {
        var window = try ByteWindow(source, first: limits.windowBytes, most: limits.rowBytes + 64)
        try self.init(&window, limits: limits)
    }

    init(_ window: inout ByteWindow, limits: ReaderLimits) throws {
        self.limits = limits
        while !window.sourceEnded, window.end < window.storage.count { try window.fill() }
        self.window = window
        let held = window.storage[window.start..<window.end]
        guard let first = held.first(where: { $0 > 0x20 }) else {
            throw IntakeError(.emptyFile, "The file is empty: NDJSON has one JSON object a line.")
        }
        if first == Json.openBracket {
            throw IntakeError(
                .notText, "This is one JSON array. NDJSON has one object a line; jq -c '.[]' FILE makes it so.")
        }
        lookForKeys()
    }

    public var encoding: TextEncoding { window.encoding }
    /// Bytes taken from the source so far, for progress.
    public var bytesRead: UInt64 { window.bytesRead }
    /// Bytes of the file held in memory.
    public var bufferedBytes: Int { window.bufferedBytes }

    /// Reads at most `maxRows` rows into `batch`, whose memory is used again; false at the end of the file.
    public mutating func read(into batch: inout RecordBatch, maxRows: Int) throws -> Bool {
        batch.removeAll()
        batch.headers = headers
        var rejectedBytes = 0
        var isReading = true
        while isReading, batch.lines.count + batch.rejected.count < maxRows,
            batch.bytes.count + rejectedBytes < limits.batchBytes
        {
            guard let lineEnd = try nextLineEnd(&batch) else {
                isReading = !window.isAtEnd
                continue
            }
            let start = window.start
            let taken = row(start..<lineEnd, &batch)
            if !taken { break }
            if batch.rejected.last?.problem.line == line { rejectedBytes += lineEnd - start }
            window.consume(to: min(lineEnd + 1, window.end))
            line += 1
        }
        batch.repairText()
        return isReading || !batch.isEmpty
    }

    /// Where the line at the front of the window ends; `nil` if there is none, or it had to be skipped.
    private mutating func nextLineEnd(_ batch: inout RecordBatch) throws -> Int? {
        while true {
            if let end = window.storage[window.start..<window.end].firstIndex(of: lineFeed) {
                guard isSkippingLine else { return end }
                isSkippingLine = false
                window.consume(to: end + 1)
                line += 1
                continue
            }
            if window.sourceEnded {
                if isSkippingLine { window.consume(to: window.end) }
                return window.isAtEnd ? nil : window.end
            }
            if isSkippingLine {
                window.consume(to: window.end)
            } else if window.isFull {
                reject(
                    .rowTooLong, "is longer than \(limits.rowBytes) bytes; it is not kept", window.start..<window.start,
                    &batch)
                isSkippingLine = true
                window.consume(to: window.end)
                return nil
            }
            try window.fill()
        }
    }

    /// Takes in one line; false if it has keys that the rows already in the batch do not know.
    private mutating func row(_ range: Range<Int>, _ batch: inout RecordBatch) -> Bool {
        var object = JSONLine(start: range.lowerBound, end: range.upperBound, limits: limits)
        object.skipSpaces(window.storage.span)
        if object.at == range.upperBound { return true }
        object.at = range.lowerBound
        let textBefore = batch.bytes.count
        do {
            try object.parse(window.storage.span, text: &batch.bytes)
        } catch {
            batch.bytes.removeLast(batch.bytes.count - textBefore)
            let place = error.at - range.lowerBound + 1
            reject(error.code, "\(error.reason) (character \(place) of the line)", range, &batch)
            return true
        }
        let before = headers.count
        let columns = object.pairs.enumerated().map { column(of: $0.element.key, expected: $0.offset) }
        guard headers.count <= limits.columns else {
            forgetKeys(from: before)
            batch.bytes.removeLast(batch.bytes.count - textBefore)
            reject(.tooManyKeys, "brings the keys to more than \(limits.columns)", range, &batch)
            return true
        }
        if headers.count > before {
            guard batch.lines.isEmpty else {
                batch.bytes.removeLast(batch.bytes.count - textBefore)
                return false
            }
            batch.headers = headers
        }
        let first = batch.fields.count
        batch.fields.append(contentsOf: repeatElement(.absent, count: batch.headers.count))
        for (pair, column) in zip(object.pairs, columns) { batch.fields[first + column] = pair.value }
        batch.lines.append(line)
        return true
    }

    private func reject(
        _ code: RowProblem.Code, _ reason: String, _ range: Range<Int>, _ batch: inout RecordBatch
    ) {
        let raw = CSVRecord.readable(window.storage[range].prefix(64 << 10))
        batch.rejected.append(
            RejectedRow(problem: RowProblem(line: line, code: code, reason: reason), raw: raw.isEmpty ? nil : raw))
    }

    private mutating func column(of key: [UInt8], expected: Int) -> Int {
        if expected < keys.count, keys[expected] == key { return expected }
        if let known = columnOfKey[key] { return known }
        columnOfKey[key] = headers.count
        keys.append(key)
        headers.append(CSVDialect.trimmed(CSVRecord.readable(key[...])))
        return headers.count - 1
    }

    private mutating func forgetKeys(from count: Int) {
        for key in keys[count...] { columnOfKey[key] = nil }
        keys.removeLast(keys.count - count)
        headers.removeLast(headers.count - count)
    }

    /// Finds the keys of the lines in the first window, so that the columns can be shown before anything is read.
    private mutating func lookForKeys() {
        var start = window.start
        var text: [UInt8] = []
        for _ in 0..<NDJSONReader.linesLookedAt where start < window.end {
            let lineEnd = window.storage[start..<window.end].firstIndex(of: lineFeed)
            guard let end = lineEnd ?? (window.sourceEnded ? window.end : nil) else { return }
            var object = JSONLine(start: start, end: end, limits: limits)
            text.removeAll(keepingCapacity: true)
            let before = headers.count
            if (try? object.parse(window.storage.span, text: &text)) != nil {
                for (index, pair) in object.pairs.enumerated() { _ = column(of: pair.key, expected: index) }
                if headers.count > limits.columns { forgetKeys(from: before) }
            }
            start = end + 1
        }
    }
}
