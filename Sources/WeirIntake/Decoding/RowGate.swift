import WeirFacts

/// Which rows are passed over before anything in them is judged.
struct RowGate: Sendable {
    private struct Filter: Sendable {
        var column: Int
        var values: [[UInt8]]
    }

    private var filters: [Filter] = []
    private var deletedColumns: [Int]
    var isOpen: Bool { filters.isEmpty && deletedColumns.isEmpty }

    init(_ mapping: HeaderMapping) {
        deletedColumns = mapping.columns(of: .isDeleted)
        for only in mapping.options.only {
            // The mapping has refused columns that there are not.
            guard let column = try? mapping.column(named: only.column, option: "--only") else { continue }
            let value = Array(only.value.utf8)
            if let known = filters.firstIndex(where: { $0.column == column }) {
                filters[known].values.append(value)
            } else {
                filters.append(Filter(column: column, values: [value]))
            }
        }
    }

    /// Whether the row is to be read; if not, it is counted as skipped.
    func lets(_ row: Int, of batch: RecordBatch, _ tally: inout RowTally) -> Bool {
        let bytes = batch.bytes.span
        for filter in filters {
            let text = cleanField(bytes, batch.field(row: row, column: filter.column))
            let isMeant = filter.values.contains { value in
                guard value.count == text.count else { return false }
                for index in 0..<text.count where bytes[text.start + index] != value[index] { return false }
                return true
            }
            if !isMeant {
                tally.skippedFiltered += 1
                return false
            }
        }
        for column in deletedColumns {
            let text = cleanField(bytes, batch.field(row: row, column: column))
            if YesNoText.read(bytes, text) == true {
                tally.skippedDeleted += 1
                return false
            }
        }
        return true
    }

    /// Whether a row that lacks something holds nothing at all.
    static func isBlank(_ row: Int, of batch: RecordBatch) -> Bool {
        (0..<batch.columnCount).allSatisfy { column in
            cleanField(batch.bytes.span, batch.field(row: row, column: column)).isEmpty
        }
    }
}

/// Yes or no as systems write it.
enum YesNoText {
    private static let yes = ["true", "yes", "1", "y", "t", "on", "x"].map { Array($0.utf8) }
    private static let no = ["false", "no", "0", "n", "f", "off"].map { Array($0.utf8) }

    /// `nil` if the text says neither.
    static func read(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool? {
        for word in yes where equals(bytes, range, word) { return true }
        for word in no where equals(bytes, range, word) { return false }
        return nil
    }

    static func read(_ text: String) -> Bool? {
        let bytes = Array(text.utf8)
        return read(bytes.span, TextRange(start: 0, count: bytes.count))
    }
}
