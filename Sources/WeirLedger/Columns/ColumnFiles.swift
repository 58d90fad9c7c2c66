import Foundation
import Synchronization

/// The names, the lock and the exchange of one time zone's column files.
struct ColumnFiles {
    let folder: String
    /// What every file's name begins with.
    private let name: String

    init(folder: String, zone: String) throws(LedgerError) {
        self.folder = folder
        name = zone.replacing("/", with: "-")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw LedgerError(.full, "\(folder) cannot be made: \(error.localizedDescription)")
        }
    }

    private var index: String { "\(folder)/\(name).index" }

    func columns(_ generation: UInt64) -> String { "\(folder)/\(name).\(generation).columns" }

    /// The index and its columns, checked word by word; `nil` where anything is missing, damaged or of another version.
    func read() -> (ColumnIndex, MappedFile)? {
        guard let bytes = (try? FileManager.default.attributesOfItem(atPath: index))?[.size] as? Int, bytes % 8 == 0,
            let file = MappedFile(path: index, byteCount: bytes),
            let found = file.withWords(0..<bytes / 8, { ColumnIndex(decoding: $0) }), let columns = map(found)
        else { return nil }
        return isWhole(columns, found) ? (found, columns) : nil
    }

    func map(_ index: ColumnIndex) -> MappedFile? {
        MappedFile(path: columns(index.generation), byteCount: index.wordCount * 8)
    }

    /// Whether every account's columns are as they were written; all cores look.
    private func isWhole(_ columns: MappedFile, _ index: ColumnIndex) -> Bool {
        let pieces = 64
        let damaged = Counter()
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let accounts = index.extents.count * piece / pieces..<index.extents.count * (piece + 1) / pieces
            for extent in index.extents[accounts] {
                let sum = columns.withWords(extent.place..<extent.place + extent.words, ColumnChecksum.of)
                if sum != extent.checksum { damaged.add() }
            }
        }
        return damaged.value == 0
    }

    /// Puts an index in the place of the one before; a reader finds either.
    func write(_ index: ColumnIndex) throws(LedgerError) {
        let new = "\(self.index).new"
        let file = try WordFile(path: new)
        try file.append(index.encoded())
        try file.synchronize()
        guard rename(new, self.index) == 0 else {
            throw LedgerError(.full, "\(self.index) cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// The highest generation of which there is a file.
    func lastGeneration() -> UInt64 { generations().max() ?? 0 }

    func removeOthers(than generation: UInt64) {
        for other in generations() where other != generation { unlink(columns(other)) }
        for file in names() where file.hasSuffix(".tmp") { unlink("\(folder)/\(file)") }
    }

    private func generations() -> [UInt64] {
        names().compactMap { file in
            file.hasPrefix("\(name).") && file.hasSuffix(".columns")
                ? UInt64(file.dropFirst(name.count + 1).dropLast(".columns".count)) : nil
        }
    }

    private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    /// Waits until no other process writes columns here.
    func lock() throws(LedgerError) -> FolderLock { try FolderLock(path: "\(folder)/lock") }
}

/// Held by one process at a time; the system lets go of it when the process ends, however it ends.
struct FolderLock {
    private let file: Int32

    init(path: String) throws(LedgerError) {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw LedgerError(.full, "\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
        while flock(file, LOCK_EX) != 0 && errno == EINTR {}
    }

    func release() { close(file) }
}

/// Counts from several threads.
private final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}
