/// What is done to a batch once, after its records were found.
extension RecordBatch {
    /// Makes one quote of two in the given fields, in place: the text only gets shorter.
    mutating func unescape(_ indices: [Int]) {
        for index in indices {
            let field = fields[index]
            var text = bytes.mutableSpan
            let count = RecordBatch.unescape(&text, from: Int(field.start), count: Int(field.count))
            fields[index].count = count
        }
    }

    private static func unescape(_ text: inout MutableSpan<UInt8>, from start: Int, count: Int) -> UInt32 {
        let end = start + count
        var from = start
        var to = start
        while from < end {
            text[to] = text[from]
            if text[from] == quoteMark, from + 1 < end, text[from + 1] == quoteMark { from += 1 }
            from += 1
            to += 1
        }
        return UInt32(to - start)
    }

    /// Sees to bytes that are no UTF-8 and to NUL bytes; plain text costs one fast pass.
    mutating func repairText() {
        let kinds = ByteKinds(bytes.span, from: 0, to: bytes.count)
        if kinds.hasNul { rejectRowsWithNul() }
        if kinds.hasHighBytes, !isUTF8(bytes.span, from: 0, to: bytes.count) { readOddFieldsAsWindows1252() }
    }

    private mutating func rejectRowsWithNul() {
        var keptFields: [FieldRange] = []
        var keptLines: [UInt64] = []
        for row in lines.indices {
            let range = row * headers.count..<(row + 1) * headers.count
            let column = fields[range].firstIndex { field in
                bytes[Int(field.isNull ? 0 : field.start)...].prefix(Int(field.count)).contains(0)
            }
            guard let column else {
                keptFields += fields[range]
                keptLines.append(lines[row])
                continue
            }
            let problem = RowProblem(
                line: lines[row], column: headers[column - range.lowerBound], code: .nulByte,
                reason: "holds a NUL byte, which is no text; the file may be damaged")
            rejected.append(RejectedRow(problem: problem, values: texts(row: row)))
        }
        fields = keptFields
        lines = keptLines
    }

    private mutating func readOddFieldsAsWindows1252() {
        for index in fields.indices {
            let field = fields[index]
            let start = Int(field.start)
            guard field.count > 0, !isUTF8(bytes.span, from: start, to: start + Int(field.count)) else { continue }
            let text = Windows1252.utf8(bytes[start..<start + Int(field.count)])
            fields[index] = FieldRange(start: UInt32(bytes.count), count: UInt32(text.count))
            bytes += text
            notices.note(
                .readAsWindows1252, column: headers[index % headers.count], line: lines[index / headers.count],
                "\"\(String(decoding: text.prefix(60), as: UTF8.self))\" is not UTF-8 and was read as Windows-1252")
        }
    }
}
