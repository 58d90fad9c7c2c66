import Foundation

/// Files of the project and of the data beside it.
public enum ProjectFiles {
    /// The project's root.
    public static func root(_ file: String = #filePath) -> String {
        URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    }

    /// A file of the shared data, or `nil` with a word about it where it is absent.
    public static func shared(_ path: String) -> String? {
        let full = root() + "/../shared/" + path
        if FileManager.default.fileExists(atPath: full) { return full }
        print("skipped: ../shared/\(path) is not here")
        return nil
    }

    /// Whether a file of the shared data is there.
    public static func hasShared(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root() + "/../shared/" + path)
    }

    /// The CSV files in a folder of the shared data and in those below it, by path, sorted.
    public static func sharedTables(in folder: String) -> [String] {
        let root = root() + "/../shared/" + folder
        let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".csv") }.sorted()
    }

    /// The agreement that the demo uses.
    public static var exampleAgreement: String { root() + "/Examples/northwind/agreement.yaml" }

    public static func text(_ path: String) throws -> String {
        try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
}
