import Foundation
import GRDB

/// Keeps SQLite's write-ahead log short while facts come without a pause.
///
/// Left to itself the writer copies the log into the file whenever it has grown enough, and everybody waits. Here most
/// of that is done beside the writer, through a connection of its own; the writer waits only while the rest is copied
/// and the log begins anew.
public final class LogKeeper: Sendable {
    private let path: String
    private let stop = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    private let longest: Int
    /// Pages that may be left to copy while the writer waits.
    private static let mostAtOnce = 2048

    /// Begins to look after a ledger's log.
    /// - Parameter longest: the log is begun anew when it is longer than this, bytes.
    public init(_ ledger: Ledger, longest: Int = 24 << 20) {
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
        // Waiting for a reader to end, it would hold the writer up; a writer ends in less than this.
        configuration.busyMode = .timeout(0.1)
        let connection = try? DatabaseQueue(path: path, configuration: configuration)
        while stop.wait(timeout: .now() + 0.25) == .timedOut {
            guard let connection, length > longest else { continue }
            // What fails now is done the next time; the log is only longer until then.
            try? connection.writeWithoutTransaction { db in
                let copied = try db.checkpoint(.passive)
                // Somebody who reads an older moment still needs the rest.
                let rest = copied.walFrameCount - copied.checkpointedFrameCount
                if rest < LogKeeper.mostAtOnce { _ = try db.checkpoint(.truncate) }
            }
        }
        try? connection?.close()
        hasEnded.signal()
    }

    private var length: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
