import Foundation
import WeirFacts
import WeirLedger

/// A folder with everything that one team agreed on and knows: the database, its caches and the draft being edited.
public struct Workspace: Sendable {
    public let folder: String
    public let ledger: Ledger

    /// Opens the workspace in a folder.
    public static func open(_ folder: String) throws -> Workspace {
        Workspace(folder: folder, ledger: try Ledger.open(folder: folder))
    }

    /// The workspace as it stands now, for answers that read it several times while others may write.
    public func snapshot() throws -> Workspace {
        Workspace(folder: folder, ledger: try ledger.snapshot())
    }

    /// Makes a workspace. The folder may exist, but not be one already.
    public static func create(_ folder: String) throws -> Workspace {
        Workspace(folder: folder, ledger: try Ledger.create(folder: folder))
    }
}

/// Files, with errors in our words.
public enum Files {
    /// The bytes of a file.
    /// - Parameter limit: at most so many of them, from the beginning.
    public static func read(_ path: String, limit: Int = .max) throws(AppError) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw AppError(.noInput, "\(path): there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        do {
            return [UInt8](try handle.read(upToCount: limit) ?? Data())
        } catch {
            throw AppError(.noInput, "\(path): cannot be read: \(error.localizedDescription)")
        }
    }

    /// Whether a path is a pipe or the like, whose bytes come once.
    static func isPipe(_ path: String) -> Bool {
        let type =
            try? FileManager.default.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path)[
                .type] as? FileAttributeType
        return type == .typeUnknown || type == .typeCharacterSpecial || path.hasPrefix("/dev/")
    }

    /// Copies a pipe (`-`: standard input) into a file, a piece at a time.
    static func keepPipe(_ path: String, as file: String) throws(AppError) {
        let input = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let input else { throw AppError(.noInput, "\(path) cannot be opened") }
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw AppError(.cannotWrite, "\(file) cannot be written") }
        defer { try? handle.close() }
        do {
            while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
                try handle.write(contentsOf: piece)
            }
        } catch {
            throw AppError(.cannotWrite, "\(path) could not be kept: \(error.localizedDescription)")
        }
    }

    /// Writes a file whole: a reader sees the old bytes or the new ones, never half.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(AppError) {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw AppError(.cannotWrite, "\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
