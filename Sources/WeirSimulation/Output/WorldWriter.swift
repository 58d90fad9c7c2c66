/// Collects the bytes of each file and hands them to the sink in large pieces.
///
/// It knows the sink only as a function: were it generic, everything that writes would be, and slow for a sink from
/// another module.
struct WorldWriter {
    private let give: ([UInt8], WorldFile) throws -> Void
    private var texts: [CSVText]
    /// Rows begun in each file, without the header.
    private(set) var rows: [Int]

    private static var pieceBytes: Int { 1 << 18 }

    init(give: @escaping ([UInt8], WorldFile) throws -> Void) {
        self.give = give
        texts = WorldFile.allCases.map { file in
            var text = CSVText()
            if let header = file.header {
                text.bytes += header.utf8
                text.endLine()
            }
            return text
        }
        rows = Array(repeating: 0, count: WorldFile.allCases.count)
    }

    /// Writes one row; the closure writes its fields, the line end follows.
    mutating func row(_ file: WorldFile, _ fields: (inout CSVText) -> Void) throws {
        fields(&texts[file.rawValue])
        texts[file.rawValue].endLine()
        rows[file.rawValue] += 1
        if texts[file.rawValue].bytes.count >= WorldWriter.pieceBytes { try flush(file) }
    }

    /// Counts a row that is written by somebody else.
    mutating func count(_ file: WorldFile) { rows[file.rawValue] &+= 1 }

    /// Writes whole rows that are already counted.
    mutating func write(_ bytes: [UInt8], to file: WorldFile) throws {
        // The header, before the first.
        try flush(file)
        if !bytes.isEmpty { try give(bytes, file) }
    }

    mutating func flush(_ file: WorldFile) throws {
        guard !texts[file.rawValue].bytes.isEmpty else { return }
        try give(texts[file.rawValue].bytes, file)
        texts[file.rawValue].bytes.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws {
        for file in WorldFile.allCases { try flush(file) }
    }

    func rows(in file: WorldFile) -> Int { rows[file.rawValue] }
}
