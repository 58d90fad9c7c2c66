/// How much of a file a reader holds at once. Whatever is larger is rejected with a reason, never buffered.
public struct ReaderLimits: Hashable, Sendable {
    /// Longest field, in bytes.
    public var fieldBytes: Int
    /// Longest row, in bytes, with its line ends inside quotes.
    public var rowBytes: Int
    /// Bytes read ahead at first; grows up to `rowBytes` where a row asks for it.
    public var windowBytes: Int
    /// Bytes of text in one batch, beyond which it is handed over whatever number of rows it has.
    public var batchBytes: Int
    /// Most columns a table may have.
    public var columns: Int
    /// How deep JSON may nest.
    public var depth: Int

    public init(
        fieldBytes: Int = 1 << 20, rowBytes: Int = 4 << 20, windowBytes: Int = 256 << 10, batchBytes: Int = 1 << 20,
        columns: Int = 4096, depth: Int = 32
    ) {
        self.fieldBytes = fieldBytes
        self.rowBytes = rowBytes
        self.windowBytes = windowBytes
        self.batchBytes = batchBytes
        self.columns = columns
        self.depth = depth
    }
}
