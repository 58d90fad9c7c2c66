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

    /// Where something of this name would be.
    public func place(_ name: String) -> String { path + "/" + name }

    /// Writes a file and gives its path.
    public func file(_ name: String, _ text: String) throws -> String {
        try file(name, Array(text.utf8))
    }

    /// Writes a file and gives its path; folders on the way are made.
    public func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(filePath: place(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// Copies a file in, so that what is written beside it stays here.
    public func copy(_ path: String, as name: String) throws -> String {
        try file(name, Array(Data(contentsOf: URL(filePath: path))))
    }
}
