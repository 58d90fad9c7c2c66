import WeirFacts

/// Rows for people and for programs: one table, as aligned text, CSV or JSON.
public struct TableView: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        /// Name of the member in JSON and of the column in CSV: `qualified_since`.
        public var key: String
        public var title: String
        /// Whether figures line up at the right.
        public var isTrailing: Bool

        public init(_ key: String, _ title: String, isTrailing: Bool = false) {
            self.key = key
            self.title = title
            self.isTrailing = isTrailing
        }
    }

    public enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        /// Millipoints.
        case points(Int64)
        case share(Share)
        case day(CivilDay)
        case money(Money)
        case yesNo(Bool)
        /// Nothing, and in text why: `never was`.
        case nothing(String = "")
    }

    public var title: String
    /// `unsigned draft`: in the head of the text, a member of the JSON, a last column of the CSV.
    public var banner: String?
    public var columns: [Column]
    /// Each with one cell for every column.
    public private(set) var rows: [[Cell]]
    /// By the number of a row: words that stand on a line of their own below it, and as `note` in CSV and JSON.
    public private(set) var notes: [Int: String] = [:]

    public init(title: String, banner: String? = nil, columns: [Column], rows: [[Cell]] = []) {
        self.title = title
        self.banner = banner
        self.columns = columns
        self.rows = []
        for row in rows { append(row) }
    }

    /// - Precondition: one cell for every column.
    public mutating func append(_ row: [Cell], note: String? = nil) {
        precondition(row.count == columns.count, "a row of \(row.count) cells in a table of \(columns.count) columns")
        notes[rows.count] = note
        rows.append(row)
    }

    /// Drops all rows after the first so many.
    public mutating func keepFirst(_ count: Int) {
        rows = Array(rows.prefix(count))
    }
}

extension TableView.Cell {
    /// As people read it.
    var words: String {
        switch self {
        case .text(let text): DisplayWidth.harmless(text)
        case .number(let value): Words.number(value)
        case .points(let milli): Words.wholePoints(milli)
        case .share(let share): Words.share(share)
        case .day(let day): day.description
        case .money(let money): Words.money(money)
        case .yesNo(let value): value ? "yes" : "no"
        case .nothing(let why): why
        }
    }
}
