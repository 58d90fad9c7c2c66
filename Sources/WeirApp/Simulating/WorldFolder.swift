import Foundation
import WeirSimulation

/// Writes a simulated world into a folder.
///
/// The folder appears whole: everything is written beside it under another name, and renamed at the end, so that a
/// stopped simulation never leaves half a world under the name asked for.
public struct WorldFolder: WorldSink {
    private let folder: String
    private let unfinished: String
    private var handles: [WorldFile: FileHandle] = [:]

    /// - Throws: `AppError.cannotWrite` where the folder exists and is not empty.
    public init(_ folder: String) throws {
        self.folder = folder
        unfinished = folder + ".unfinished"
        let manager = FileManager.default
        if let inside = try? manager.contentsOfDirectory(atPath: folder), !inside.isEmpty {
            throw AppError(.cannotWrite, "\(folder) is not empty; name another folder, or remove it first")
        }
        try? manager.removeItem(atPath: unfinished)
        do {
            try manager.createDirectory(atPath: unfinished + "/truth", withIntermediateDirectories: true)
        } catch {
            throw AppError(.cannotWrite, "cannot make the folder \(unfinished): \(error.localizedDescription)")
        }
    }

    public mutating func write(_ bytes: [UInt8], to file: WorldFile) throws {
        let handle: FileHandle
        if let open = handles[file] {
            handle = open
        } else {
            let path = unfinished + "/" + file.path
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let opened = FileHandle(forWritingAtPath: path)
            else { throw AppError(.cannotWrite, "\(path) cannot be written") }
            handle = opened
            handles[file] = opened
        }
        try handle.write(contentsOf: bytes)
    }

    /// Gives the finished world its name.
    public mutating func finish() throws {
        for handle in handles.values { try handle.close() }
        handles = [:]
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.moveItem(atPath: unfinished, toPath: folder)
    }
}
