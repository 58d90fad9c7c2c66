import Foundation

/// An answer as it came over the wire.
struct WireAnswer {
    var status: Int
    /// By name in lower case.
    var headers: [String: String]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:] }
    var code: String? { json["code"] as? String }
}

/// A plain connection: a test says exactly which bytes are sent, and when.
final class Wire: Sendable {
    enum Failure: Error { case notConnected, closed, notHTTP(String) }

    private let handle: Int32

    init(port: Int) throws {
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
        guard status == 0 else { throw Failure.notConnected }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(handle) }

    /// Off the threads that tasks share, since it may block.
    private func away<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<T, any Error>) in
            Thread.detachNewThread { done.resume(with: Result { try work() }) }
        }
    }

    func send(_ bytes: [UInt8]) async throws {
        try await away { [handle] in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Foundation.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { throw Failure.closed }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Says that nothing more will be sent.
    func endSending() { shutdown(handle, Int32(SHUT_WR)) }

    /// What comes next; empty where the other side has closed.
    func receive() async throws -> [UInt8] {
        try await away { [handle] in
            let room = 64 * 1024
            return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = max(0, recv(handle, buffer.baseAddress, room, 0))
            }
        }
    }

    /// Everything until the other side closes.
    func receiveAll() async throws -> [UInt8] {
        var all: [UInt8] = []
        while case let piece = try await receive(), !piece.isEmpty { all += piece }
        return all
    }

    func answer() async throws -> WireAnswer {
        let bytes = try await receiveAll()
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { throw Failure.notHTTP(text) }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        }
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let body = Array(bytes.dropFirst(text[..<end.upperBound].utf8.count))
        let isChunked = headers["transfer-encoding"] == "chunked"
        return WireAnswer(status: status, headers: headers, body: isChunked ? Wire.unchunked(body) : body)
    }

    private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 13) {
            guard let size = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16), size > 0 else { break }
            rest = rest[(end + 2)...]
            body += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
        return body
    }
}
