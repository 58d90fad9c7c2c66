import Foundation
import Glibc
import Synchronization

/// Sends requests over kept connections, one thread each, as fast as they are answered, and notes how long each took.
struct LoadClient: Sendable {
    let port: Int
    let connections: Int
    let seconds: Double
    /// Requests a second over all connections; `nil`: as many as are answered.
    var rate: Double?

    struct Outcome: Sendable {
        var answered = 0
        var refused = 0
        /// Nanoseconds from the first byte sent to the last byte of the answer.
        var nanoseconds: [UInt64] = []
        var elapsed = 0.0

        /// Milliseconds that so many thousandths of the requests took at most.
        func millis(permille: Int) -> Double {
            let sorted = nanoseconds.sorted()
            guard !sorted.isEmpty else { return 0 }
            return Double(sorted[min(sorted.count - 1, sorted.count * permille / 1000)]) / 1e6
        }
    }

    /// - Parameter body: of a request, by its connection and its number there.
    func run(path: String, headers: String, body: @escaping @Sendable (Int, Int) -> String) throws -> Outcome {
        let total = Total()
        let start = DispatchTime.now().uptimeNanoseconds
        for connection in 0..<connections {
            Thread.detachNewThread { total.add(send(connection, path, headers, body, start)) }
        }
        var outcome = total.wait(for: connections)
        outcome.elapsed = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        if outcome.answered == 0 { throw BenchError("the server answered nothing on \(path)") }
        return outcome
    }

    private func send(
        _ connection: Int, _ path: String, _ headers: String, _ body: @Sendable (Int, Int) -> String, _ start: UInt64
    ) -> Outcome {
        var outcome = Outcome()
        guard let wire = BenchWire(port: port) else { return outcome }
        let end = start + UInt64(seconds * 1e9)
        let pause = rate.map { UInt64(Double(connections) / $0 * 1e9) }
        var number = 0
        var due = start + (pause ?? 0) * UInt64(connection) / UInt64(connections)
        while DispatchTime.now().uptimeNanoseconds < end {
            if let pause {
                let now = DispatchTime.now().uptimeNanoseconds
                if due > now { usleep(UInt32((due - now) / 1000)) }
                due += pause
            }
            let text = body(connection, number)
            let request =
                "POST \(path) HTTP/1.1\r\nHost: bench\r\n\(headers)Content-Type: application/json\r\n"
                + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
            let before = DispatchTime.now().uptimeNanoseconds
            guard let status = wire.ask(Array(request.utf8)) else { break }
            outcome.nanoseconds.append(DispatchTime.now().uptimeNanoseconds - before)
            if status == 200 { outcome.answered += 1 } else { outcome.refused += 1 }
            number += 1
        }
        return outcome
    }

    /// What all threads did.
    private final class Total: Sendable {
        private let sum = Mutex(Outcome())
        private let finished = DispatchSemaphore(value: 0)

        func add(_ outcome: Outcome) {
            sum.withLock {
                $0.answered += outcome.answered
                $0.refused += outcome.refused
                $0.nanoseconds += outcome.nanoseconds
            }
            finished.signal()
        }

        func wait(for count: Int) -> Outcome {
            for _ in 0..<count { finished.wait() }
            return sum.withLock { $0 }
        }
    }
}

/// A connection that waits for each answer.
final class BenchWire {
    private let handle: Int32
    private var buffer = [UInt8](repeating: 0, count: 16 * 1024)

    init?(port: Int) {
        handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status != 0 { return nil }
        var one: Int32 = 1
        setsockopt(handle, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(handle) }

    /// Sends a request and reads its answer, whose length its head says.
    /// - Returns: the status; `nil` where the connection was closed.
    func ask(_ request: [UInt8]) -> Int? {
        var sent = 0
        while sent < request.count {
            let count = request.withUnsafeBytes {
                Glibc.send(handle, $0.baseAddress.map { $0 + sent }, request.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return nil }
            sent += count
        }
        var answer: [UInt8] = []
        while true {
            let count = recv(handle, &buffer, buffer.count, 0)
            if count <= 0 { return nil }
            answer += buffer[0..<count]
            if let status = BenchWire.status(ofWhole: answer) { return status }
        }
    }

    private static func status(ofWhole bytes: [UInt8]) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let head = text[..<end.lowerBound].lowercased()
        let length =
            head.range(of: "content-length: ").flatMap { Int(head[$0.upperBound...].prefix { $0.isNumber }) } ?? 0
        guard text.utf8.distance(from: end.upperBound, to: text.endIndex) >= length else { return nil }
        return Int(head.dropFirst(9).prefix(3))
    }
}
