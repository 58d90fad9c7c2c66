import Foundation
import Logging
import Synchronization
import WeirFacts

/// Where log lines go: one JSON object each. They carry ids and codes, never a person's data, a secret or a query.
public struct LogSink: Sendable {
    let write: @Sendable ([UInt8]) -> Void

    /// Standard output, a line in one system call, so that lines of several threads do not mix.
    public static let standardOutput = LogSink { bytes in
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = Foundation.write(1, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
                if count <= 0 { return }
                sent += count
            }
        }
    }

    public init(_ write: @escaping @Sendable ([UInt8]) -> Void) { self.write = write }
}

/// What the server says while it works.
struct EventLog: Sendable {
    let sink: LogSink
    let now: @Sendable () -> Instant

    func info(_ event: String, _ fields: (String, JSON)...) { line("info", event, fields) }
    func warning(_ event: String, _ fields: (String, JSON)...) { line("warning", event, fields) }
    func error(_ event: String, _ fields: (String, JSON)...) { line("error", event, fields) }

    func line(_ level: String, _ event: String, _ fields: [(String, JSON)]) {
        let value = JSON.object(
            [("ts", .text(now().description)), ("level", .text(level)), ("event", .text(event))] + fields)
        sink.write(value.bytes + [UInt8(ascii: "\n")])
    }

    /// The same sink for the libraries we use; only what they call a warning or worse.
    var libraryLogger: Logger {
        Logger(label: "weir") { [self] _ in LibraryLog(log: self) }
    }
}

/// Messages of libraries, in our lines.
private struct LibraryLog: LogHandler {
    let log: EventLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.warning

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        log.line(event.level.rawValue, "library", [("message", .text(event.message.description))])
    }
}
