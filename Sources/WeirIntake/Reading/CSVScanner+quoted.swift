extension CSVScanner {
    /// What stands between quotes.
    struct QuotedField {
        /// Behind the last byte of the text.
        var textEnd = 0
        /// At the delimiter, the line's end or the window's end.
        var next = 0
        /// Line ends inside.
        var breaks: UInt64 = 0
        var isEscaped = false
        /// Something other than a delimiter follows the closing quote; `next` is then at the end of that line.
        var isStray = false
        var isClosed = true
    }

    /// Reads a quoted field whose opening quote is at `open`.
    ///
    /// A quote at the very end of a window that is not the last may be half of a doubled one; it counts as not
    /// closed, so that the caller fetches more.
    func quotedField(_ bytes: Span<UInt8>, from open: Int, end: Int, isLast: Bool) -> QuotedField {
        var field = QuotedField()
        var at = open + 1
        while true {
            while at < end {
                let byte = bytes[at]
                if byte == quoteMark { break }
                if byte <= carriageReturn { field.breaks += lineBreak(bytes, at: at, end: end) }
                at &+= 1
            }
            if at == end || (at + 1 == end && !isLast) {
                field.isClosed = false
                return field
            }
            if at + 1 < end, bytes[at + 1] == quoteMark {
                field.isEscaped = true
                at += 2
                continue
            }
            break
        }
        field.textEnd = at
        at += 1
        while at < end, bytes[at] == 0x20 { at += 1 }
        if at < end, bytes[at] != delimiter, bytes[at] != lineFeed, bytes[at] != carriageReturn {
            field.isStray = true
            while at < end, bytes[at] != lineFeed, bytes[at] != carriageReturn { at += 1 }
        }
        field.next = at
        return field
    }

    /// 1 at a line feed or at a carriage return that no line feed follows.
    private func lineBreak(_ bytes: Span<UInt8>, at: Int, end: Int) -> UInt64 {
        if bytes[at] == lineFeed { return 1 }
        return bytes[at] == carriageReturn && !(at + 1 < end && bytes[at + 1] == lineFeed) ? 1 : 0
    }
}

/// A record taken apart without haste: for the header and for what goes to the rejects.
enum CSVRecord {
    /// Where the record that begins at `start` ends and where the next begins; `nil` if the bytes end before it does.
    /// Line ends inside quotes belong to it.
    static func end(in bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int)? {
        var isQuoted = false
        for at in start..<max(start, bytes.count) {
            let byte = bytes[at]
            if byte == quoteMark { isQuoted.toggle() }
            if !isQuoted, byte == lineFeed { return (at, at + 1) }
            if !isQuoted, byte == carriageReturn {
                guard at + 1 < bytes.count else { return nil }
                return (at, bytes[at + 1] == lineFeed ? at + 2 : at + 1)
            }
        }
        return nil
    }

    /// The fields as text. Outside of a well-formed quoted field, quotes are taken as they stand.
    static func split(_ record: ArraySlice<UInt8>, delimiter: UInt8, honouringQuotes: Bool = true) -> [String] {
        var values: [String] = []
        var at = record.startIndex
        while true {
            var text: [UInt8] = []
            let open = record[at...].firstIndex { $0 != 0x20 } ?? record.endIndex
            if honouringQuotes, open < record.endIndex, record[open] == quoteMark {
                at = open + 1
                while at < record.endIndex {
                    if record[at] == quoteMark {
                        guard at + 1 < record.endIndex, record[at + 1] == quoteMark else { break }
                        at += 1
                    }
                    text.append(record[at])
                    at += 1
                }
                at = min(at + 1, record.endIndex)
            }
            let rest = record[at...].firstIndex(of: delimiter) ?? record.endIndex
            text += record[at..<rest]
            values.append(readable(text[...]))
            if rest == record.endIndex { return values }
            at = rest + 1
        }
    }

    /// Text of bytes that may be Windows-1252.
    static func readable(_ bytes: ArraySlice<UInt8>) -> String {
        let copy = Array(bytes)
        return isUTF8(copy.span, from: 0, to: copy.count)
            ? String(decoding: copy, as: UTF8.self) : String(decoding: Windows1252.utf8(bytes), as: UTF8.self)
    }
}
