/// The text of a `.rejected.csv`: Weir's notes on each row, then the row as it was, so that it can be mended and
/// taken in again; the notes are then passed over.
///
/// Values stand as they came and are only quoted. A spreadsheet may read one that begins with `=` as a formula.
public struct RejectText: Sendable {
    private let headers: [String]
    private let notesInFile: Range<Int>
    private let hasRaw: Bool
    private let delimiter: String

    /// `headers` and `delimiter` are those of the file that was read, so that its numbers are read in the same way
    /// again. Lines of NDJSON that could not be taken apart go into a column of their own.
    public init(headers: [String], format: TableFormat, delimiter: Character = ",") {
        self.delimiter = String(delimiter)
        notesInFile = RejectNote.columns(in: headers)
        hasRaw = format == .ndjson
        self.headers = headers
    }

    /// The first line.
    public var header: String {
        let columns = headers.indices.filter { !notesInFile.contains($0) }.map { headers[$0] }
        return joined(RejectNote.all + (hasRaw ? [RejectNote.raw] : []) + columns)
    }

    /// A line for a rejected row.
    public func line(_ row: RejectedRow) -> String {
        let notes = [
            String(row.problem.line), row.problem.column ?? "", row.problem.code.rawValue, row.problem.reason,
        ]
        let values = row.values.indices.filter { !notesInFile.contains($0) }.map { row.values[$0] }
        return joined(notes + (hasRaw ? [row.raw ?? ""] : []) + values)
    }

    private func joined(_ values: [String]) -> String {
        values.map(quoted).joined(separator: delimiter) + "\n"
    }

    /// Quoted where RFC 4180 asks for it, and where spaces at an end would be lost.
    private func quoted(_ value: String) -> String {
        let needsQuotes = value.utf8.contains { byte in
            byte == quoteMark || byte == delimiter.utf8.first || byte == lineFeed || byte == carriageReturn
        }
        let hasOuterSpace = value.utf8.first == 0x20 || value.utf8.last == 0x20
        guard needsQuotes || hasOuterSpace else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
