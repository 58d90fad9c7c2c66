import WeirFacts
import WeirIntake

/// What the user says about a file to import.
public struct ImportSettings: Sendable {
    public var kind: FactKind
    /// Name of the system the file came from: ids are unique within it.
    public var source: String
    public var mapping: MappingOptions
    /// ISO 4217 code for amounts that name no currency.
    public var currency: String
    /// Whether 3/4/2026 is the third of April.
    public var readsDayFirst: Bool
    public var decimalMark: ValueRules.DecimalMark
    public var format: TableFormat

    public init(
        kind: FactKind, source: String = "crm", mapping: MappingOptions = MappingOptions(), currency: String = "USD",
        readsDayFirst: Bool = false, decimalMark: ValueRules.DecimalMark = .auto, format: TableFormat = .auto
    ) {
        self.kind = kind
        self.source = source
        self.mapping = mapping
        self.currency = currency
        self.readsDayFirst = readsDayFirst
        self.decimalMark = decimalMark
        self.format = format
    }
}

/// How far an import is.
public struct ImportProgress: Sendable {
    public var bytesRead: UInt64
    /// `nil` for a pipe.
    public var bytesTotal: Int64?
    public var rows: Int
}

/// What became of a file.
public struct ImportOutcome: Sendable {
    /// How the file was understood: format, separator, encoding.
    public var summary: String
    /// The mapping used, one line a column.
    public var mappingTable: String
    public var counts: ImportCountsView
    public var notices: [Notice]
    /// What the file lacks, so that none of its rows can be used, with what to do; empty for a usable file.
    public var missing: [String]
    /// Where rejected rows went; `nil` when there are none.
    public var rejectedFile: String?
    /// This very file had been taken in before; nothing changed.
    public var wasKnown: Bool
    /// Rows that an earlier, interrupted run had put on disk; 0 if there was none.
    public var resumedAfter: Int
}

/// Counts of rows; `read` is the sum of the others.
public struct ImportCountsView: Hashable, Sendable {
    public var read: Int
    public var added: Int
    public var known: Int
    public var rejected: Int
    public var skipped: Int
}
