import Foundation

/// The shared data that companies and domains are measured on; absent on a machine without them.
enum MatchingData {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/data").standardizedFileURL

    static let domains = root.appending(path: "domains")
    static let companies = root.appending(path: "companies")
    static var isPresent: Bool { FileManager.default.fileExists(atPath: companies.path) }

    /// The rows of a file of companies, by their columns' names.
    static func rows(_ file: String) throws -> [[String: String]] {
        try rows(at: companies.appending(path: file))
    }

    static func rows(at file: URL) throws -> [[String: String]] {
        let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        var table = table(text)
        guard !table.isEmpty else { return [] }
        let header = table.removeFirst()
        return table.map { cells in
            Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
        }
    }

    /// Cells of a text with quotes, commas and line ends within quotes.
    private static func table(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        func closeCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted: closeCell()
            case 0x0A where !isQuoted:
                closeCell()
                rows.append(row)
                row = []
            case 0x0D where !isQuoted: continue
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !row.isEmpty {
            closeCell()
            rows.append(row)
        }
        return rows
    }
}
