/// Finds records and fields in a window of delimited text: the hot loop of an import.
///
/// Every record that has the table's shape is noted down; at anything else the scan stops and says what it met, so
/// that the loop itself stays short.
struct CSVScanner: Sendable {
    /// Why a scan came to a halt. Records before it are noted; `index` is behind what was consumed.
    enum Stop: Equatable {
        /// The rest of the window is no whole record, or nothing.
        case needsMore
        case enoughRows
        /// The last byte of the file was consumed.
        case finished
        /// A record from `start` to `end` that is not used.
        case odd(RowProblem.Code, start: Int, end: Int)
        /// A quote opened at `quote`, in the record that begins at `start`, and the window ends inside it.
        case openQuote(start: Int, quote: Int)
    }

    var delimiter: UInt8
    var columns: Int
    var fieldLimit: Int

    var fields: [FieldRange] = []
    var lines: [UInt64] = []
    /// Indices of fields in which quotes are doubled.
    var escaped: [Int] = []
    /// Line on which the next record begins, from 1.
    var line: UInt64 = 1
    /// Where the next record begins.
    var index = 0

    init(delimiter: UInt8, columns: Int, fieldLimit: Int) {
        self.delimiter = delimiter
        self.columns = columns
        self.fieldLimit = fieldLimit
    }

    /// Scans records from `index` on. Places are noted as window places plus `shift`. `isLast` says that the file
    /// ends with the window.
    mutating func scan(_ bytes: Span<UInt8>, shift: Int, isLast: Bool, maxRows: Int) -> Stop {
        let end = bytes.count
        var finder = MarkFinder(bytes, delimiter: delimiter, from: index)
        while lines.count < maxRows {
            if index == end { return isLast ? .finished : .needsMore }
            if let stop = record(bytes, &finder, end: end, shift: shift, isLast: isLast) { return stop }
        }
        return .enoughRows
    }

    /// Scans one record; `nil` if it was noted, or was a blank line.
    @inline(__always)
    private mutating func record(
        _ bytes: Span<UInt8>, _ finder: inout MarkFinder, end: Int, shift: Int, isLast: Bool
    ) -> Stop? {
        let delimiter = delimiter
        let start = index
        let firstField = fields.count
        let firstEscaped = escaped.count
        var at = start
        var breaksInside: UInt64 = 0
        var problem: RowProblem.Code?

        while true {
            var fieldStart = at
            var fieldEnd: Int
            // Every byte of a quoted field's beginning is a space or the quote, so one look at the first tells.
            if fieldStart < end, bytes[fieldStart] <= quoteMark, let open = openingQuote(bytes, fieldStart, end) {
                let quoted = quotedField(bytes, from: open, end: end, isLast: isLast)
                guard quoted.isClosed else {
                    forget(firstField, firstEscaped)
                    return isLast ? .openQuote(start: start, quote: open) : .needsMore
                }
                if quoted.isEscaped { escaped.append(fields.count) }
                if quoted.isStray { problem = .strayQuote }
                breaksInside += quoted.breaks
                fieldStart = open + 1
                fieldEnd = quoted.textEnd
                finder.move(to: quoted.next, bytes)
                at = finder.next(bytes)
            } else {
                at = finder.next(bytes)
                fieldEnd = at
            }
            if fieldEnd - fieldStart > fieldLimit, problem == nil { problem = .fieldTooLong }
            fields.append(
                FieldRange(
                    start: UInt32(truncatingIfNeeded: fieldStart &+ shift),
                    count: UInt32(truncatingIfNeeded: fieldEnd &- fieldStart)))
            guard at < end, bytes[at] == delimiter else { break }
            at &+= 1
        }

        let textEnd = at
        if at == end {
            if !isLast {
                forget(firstField, firstEscaped)
                return .needsMore
            }
        } else {
            let isReturn = bytes[at] == carriageReturn
            at &+= 1
            if isReturn {
                if at == end, !isLast {
                    forget(firstField, firstEscaped)
                    return .needsMore
                }
                if at < end, bytes[at] == lineFeed { at = finder.next(bytes) &+ 1 }
            }
        }
        return note(
            start: start, textEnd: textEnd, next: at, firstField: firstField, firstEscaped: firstEscaped,
            breaksInside: breaksInside, problem: problem)
    }

    /// Brings the record to the table's shape, or says why it has none.
    @inline(__always)
    private mutating func note(
        start: Int, textEnd: Int, next: Int, firstField: Int, firstEscaped: Int, breaksInside: UInt64,
        problem: RowProblem.Code?
    ) -> Stop? {
        let recordLine = line
        line &+= 1 &+ breaksInside
        index = next
        let count = fields.count &- firstField
        if textEnd == start {
            forget(firstField, firstEscaped)
            return nil
        }
        if let problem {
            forget(firstField, firstEscaped)
            return .odd(problem, start: start, end: textEnd)
        }
        if count < columns, columns != .max {
            for _ in count..<columns { fields.append(.absent) }
        } else if count > columns {
            let extras = fields[(firstField + columns)...]
            guard extras.allSatisfy({ $0.count == 0 }) else {
                forget(firstField, firstEscaped)
                return .odd(.tooManyFields, start: start, end: textEnd)
            }
            fields.removeLast(count - columns)
        }
        lines.append(recordLine)
        return nil
    }

    private mutating func forget(_ firstField: Int, _ firstEscaped: Int) {
        fields.removeLast(fields.count - firstField)
        escaped.removeLast(escaped.count - firstEscaped)
    }

    /// The quote that opens a field, perhaps behind spaces.
    private func openingQuote(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var at = start
        while at < end, bytes[at] == 0x20 { at += 1 }
        return at < end && bytes[at] == quoteMark ? at : nil
    }
}

let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D
let quoteMark: UInt8 = 0x22
