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

    /// - Throws: `AppError.cannotWrite` where the path is a file, or a folder that is not empty.
    public init(_ path: String) throws {
        folder = URL(filePath: path).standardizedFileURL.path
        unfinished = folder + ".unfinished-\(ProcessInfo.processInfo.processIdentifier)"
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: folder, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw AppError(.cannotWrite, "\(path) is a file; name a folder that is new or empty")
            }
            guard try manager.contentsOfDirectory(atPath: folder).isEmpty else {
                throw AppError(.cannotWrite, "\(path) is not empty; name another folder, or empty it first")
            }
        }
        do {
            try manager.createDirectory(atPath: unfinished + "/truth", withIntermediateDirectories: true)
        } catch {
            throw AppError(.cannotWrite, "cannot make the folder \(unfinished): \(error.localizedDescription)")
        }
    }

    /// Removes what was written, for a world that will not be finished.
    public mutating func discard() {
        for handle in handles.values { try? handle.close() }
        handles = [:]
        try? FileManager.default.removeItem(atPath: unfinished)
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
        // `rmdir` takes away an empty folder and nothing else.
        _ = rmdir(folder)
        do {
            try FileManager.default.moveItem(atPath: unfinished, toPath: folder)
        } catch {
            throw AppError(.cannotWrite, "\(unfinished) is complete, but could not be named \(folder)")
        }
    }
}
