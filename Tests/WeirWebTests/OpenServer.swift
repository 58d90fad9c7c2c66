import Foundation
import Synchronization
import WeirFacts
import WeirWeb

/// A server on a port of its own, stopped when the test is done.
final class OpenServer: Sendable {
    let house: StubHouse
    let port: Int
    let logged: Lines
    private let work: Task<Void, any Error>

    init(_ limits: WebLimits = WebLimits()) async throws {
        var settings = WebSettings()
        settings.port = 0
        house = try StubHouse()
        settings.limits = limits
        settings.version = "0.0-test"
        let lines = Lines()
        logged = lines
        let sink = LogSink { lines.add(String(decoding: $0, as: UTF8.self)) }
        let server = WebServer(house, settings, log: sink, clock: { Instant(milliseconds: 1_800_000_000_000) })
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        work = Task { try await server.run { listening.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        port = await iterator.next() ?? 0
    }

    deinit { work.cancel() }

    /// Stops the server and waits for it.
    func stop() async throws {
        work.cancel()
        try? await work.value
    }

    /// What was logged.
    final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    /// Sends a request and reads its answer.
    func ask(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: [UInt8] = []
    ) async throws -> WireAnswer {
        let wire = try Wire(port: port)
        var head = "\(method) \(path) HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if !body.isEmpty || method == "POST" || method == "PATCH" { head += "Content-Length: \(body.count)\r\n" }
        try await wire.send(Array((head + "\r\n").utf8) + body)
        return try await wire.answer()
    }

    func ask(_ method: String, _ path: String, _ headers: [String: String] = [:], json: String) async throws
        -> WireAnswer
    {
        try await ask(
            method, path, ["Content-Type": "application/json"].merging(headers) { $1 }, body: Array(json.utf8))
    }
}
