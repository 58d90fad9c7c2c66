/// What became of the rows: each one is accepted, rejected or skipped, and none is lost.
public struct RowTally: Sendable {
    public var accepted = 0
    public var rejected = 0
    /// Rows the source marks as deleted.
    public var skippedDeleted = 0
    /// Rows that a filter of the user's leaves out.
    public var skippedFiltered = 0
    /// Rows of delimiters only, as spreadsheets leave behind.
    public var skippedBlank = 0
    /// Rejected rows not yet taken away by ``drainRejected()``.
    public var rejectedRows: [RejectedRow] = []
    public var notices = Notices()

    public init() {}

    public var skipped: Int { skippedDeleted + skippedFiltered + skippedBlank }
    public var rows: Int { accepted + rejected + skipped }

    /// Hands over the rejected rows, to be written away, so that memory does not grow with the file.
    public mutating func drainRejected() -> [RejectedRow] {
        defer { rejectedRows.removeAll(keepingCapacity: true) }
        return rejectedRows
    }

    mutating func reject(_ row: RejectedRow) {
        rejected += 1
        rejectedRows.append(row)
    }

    /// Puts the rejected rows from `start` on, which came from one batch, into the order of the file.
    mutating func sortRejectedRows(from start: Int) {
        let sorted = rejectedRows[start...].sorted { $0.problem.line < $1.problem.line }
        rejectedRows.replaceSubrange(start..., with: sorted)
    }

    mutating func absorb(readerOf batch: RecordBatch) {
        for row in batch.rejected { reject(row) }
        notices.merge(batch.notices)
    }
}

/// Something done with a value that its owner should know of; the row went in all the same.
public struct Notice: Hashable, Sendable {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case readAsWindows1252 = "text.windows-1252"
        case brokenUTF16 = "text.broken-utf-16"
        case lowerEndOfBand = "number.lower-end"
        case decimalComma = "number.decimal-comma"
        case footnoteDropped = "number.footnote"
        case rounded = "number.rounded"
        case currencyDropped = "number.currency-dropped"
        case assumedCurrency = "money.assumed-currency"
        case emailDropped = "email.dropped"
        case domainDropped = "domain.dropped"
        case yearDropped = "founded.dropped"
        case newColumn = "column.appeared-late"
    }

    public var code: Code
    public var column: String?
    /// How many rows it concerns.
    public var count: Int
    public var firstLine: UInt64
    /// The first one's case in words.
    public var example: String
}

/// Notices of a kind are counted and shown once.
public struct Notices: Sendable {
    private var byKey: [Key: Notice] = [:]

    private struct Key: Hashable {
        var code: Notice.Code
        var column: String?
    }

    public init() {}

    public var isEmpty: Bool { byKey.isEmpty }

    /// In the order of their first lines.
    public var all: [Notice] {
        byKey.values.sorted { ($0.firstLine, $0.code.rawValue) < ($1.firstLine, $1.code.rawValue) }
    }

    mutating func note(_ code: Notice.Code, column: String?, line: UInt64, _ example: @autoclosure () -> String) {
        let key = Key(code: code, column: column)
        if (byKey[key]?.count += 1) != nil { return }
        byKey[key] = Notice(code: code, column: column, count: 1, firstLine: line, example: example())
    }

    mutating func merge(_ other: Notices) {
        for (key, notice) in other.byKey {
            if (byKey[key]?.count += notice.count) != nil { continue }
            byKey[key] = notice
        }
    }
}
