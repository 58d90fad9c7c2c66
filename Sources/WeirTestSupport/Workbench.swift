import Foundation

/// A folder of its own for a test, removed when the test is done.
public final class Workbench: Sendable {
    public let path: String

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "weir-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and gives its path.
    public func file(_ name: String, _ text: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }
}

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
}
