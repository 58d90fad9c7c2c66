import Foundation
import GRDB

/// Keeps SQLite's write-ahead log short while facts come without a pause.
///
/// Left to itself the writer copies the log into the file whenever it has grown enough, and everybody waits. Here most
/// of that is done beside the writer, through a connection of its own; the writer waits only while the rest is copied
/// and the log begins anew. The file keeps its length then, since writing over it takes the disk less than growing it.
public final class LogKeeper: Sendable {
    private let path: String
    private let stop = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    private let longest: Int
    /// Pages that may be left to copy while the writer waits.
    private static let mostAtOnce = 2048

    /// Begins to look after a ledger's log.
    /// - Parameter longest: a file longer than this, bytes, is cut.
    public init(_ ledger: Ledger, longest: Int = 64 << 20) {
        path = ledger.pool.path
        self.longest = longest
        let thread = Thread { [self] in run() }
        thread.name = "weir.log"
        thread.start()
    }

    public func close() {
        stop.signal()
        hasEnded.wait()
    }

    private func run() {
        var configuration = Configuration()
        // Waiting for a reader to end, it would hold the writer up.
        configuration.busyMode = .timeout(0.02)
        let connection = try? DatabaseQueue(path: path, configuration: configuration)
        var kept: Log?
        while stop.wait(timeout: .now() + 0.5) == .timedOut {
            guard let connection, let log, log != kept else { continue }
            // What fails now is done the next time; the log is only longer until then.
            try? connection.writeWithoutTransaction { db in
                let copied = try db.checkpoint(.passive)
                // Somebody who reads an older moment still needs the rest.
                let rest = copied.walFrameCount - copied.checkpointedFrameCount
                guard rest < LogKeeper.mostAtOnce else { return }
                _ = try db.checkpoint(log.length > longest ? .truncate : .restart)
                kept = log
            }
        }
        try? connection?.close()
        hasEnded.signal()
    }

    /// The log as it was at one moment.
    private struct Log: Equatable {
        var length: Int
        var writtenAt: Date
    }

    /// `nil` where there is nothing in it.
    private var log: Log? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        guard let length = (attributes?[.size] as? NSNumber)?.intValue, length > 0,
            let writtenAt = attributes?[.modificationDate] as? Date
        else { return nil }
        return Log(length: length, writtenAt: writtenAt)
    }
}
