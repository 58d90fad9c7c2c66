import Foundation

/// A file that came over the network, in a folder of its own in the workspace's `spool`, until it is imported or let go.
final class Spool: Sendable {
    /// As it was called, in plain letters.
    let name: String
    let path: String
    /// For what else is made of it; removed with it.
    let folder: String
    private let handle: FileHandle

    /// How much of the rejected rows is kept.
    static let rejectsLimit = 16 << 20

    init(_ workspace: Workspace, name: String) throws {
        let plain = name.split(separator: "/").last.map(String.init) ?? "import"
        let letters = plain.filter { $0.isLetter || $0.isNumber || ".-_ ".contains($0) }.prefix(80)
        self.name = letters.allSatisfy { $0 == "." } ? "import" : String(letters)
        folder = try Spool.newFolder(workspace)
        path = folder + "/" + self.name
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Spool.refusal("") }
        self.handle = handle
    }

    func append(_ piece: [UInt8]) throws {
        do { try handle.write(contentsOf: piece) } catch { throw Spool.refusal(": \(error.localizedDescription)") }
    }

    func close() throws { try handle.close() }

    func remove() {
        try? handle.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A fresh folder; whoever asks for it removes it.
    static func newFolder(_ workspace: Workspace) throws -> String {
        let folder = "\(workspace.folder)/spool/\(UUID().uuidString.lowercased())"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw refusal(": \(error.localizedDescription)") }
        return folder
    }

    /// Removes what a process left that was ended: nobody knows of it any more.
    static func sweep(_ workspace: Workspace) {
        try? FileManager.default.removeItem(atPath: workspace.folder + "/spool")
    }

    private static func refusal(_ why: String) -> ServiceError {
        ServiceError(.unavailable, "the file cannot be kept here\(why)", retryAfterSeconds: 30)
    }
}
