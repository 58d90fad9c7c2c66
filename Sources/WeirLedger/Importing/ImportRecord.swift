import WeirFacts

/// One file taken in, or being taken in.
public struct ImportRequest: Hashable, Sendable {
    /// Name of the system the file came from; ids are unique within it.
    public var source: String
    public var kind: FactKind
    /// The file's name, for people.
    public var file: String
    /// SHA-256 of the file's bytes, hexadecimal.
    public var digest: String
    /// The mapping used, as text; the same file under another mapping is another import.
    public var mapping: String

    public init(source: String, kind: FactKind, file: String, digest: String, mapping: String) {
        self.source = source
        self.kind = kind
        self.file = file
        self.digest = digest
        self.mapping = mapping
    }
}

/// What became of a file's rows. `read` is the sum of the others.
public struct ImportCounts: Hashable, Sendable {
    public var read = 0
    /// New facts.
    public var added = 0
    /// Rows that said nothing new.
    public var known = 0
    public var rejected = 0
    /// Rows the user or the source asked to leave out (filters, deleted records).
    public var skipped = 0

    public init(read: Int = 0, added: Int = 0, known: Int = 0, rejected: Int = 0, skipped: Int = 0) {
        self.read = read
        self.added = added
        self.known = known
        self.rejected = rejected
        self.skipped = skipped
    }
}

/// An import as the ledger remembers it.
public struct ImportRecord: Hashable, Sendable {
    public var id: Int64
    public var request: ImportRequest
    public var counts: ImportCounts
    public var startedAt: Instant
    /// `nil`: interrupted; run it again to go on where it stopped.
    public var finishedAt: Instant?
}
