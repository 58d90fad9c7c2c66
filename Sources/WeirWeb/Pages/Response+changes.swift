import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

extension Response {
    /// Server-sent events, until the reader leaves or the server stops.
    /// - Parameter work: sends what happens; cancelled at the end.
    static func changes(
        _ streams: StreamCount,
        _ work: @escaping @Sendable (_ send: @escaping @Sendable (String) async throws -> Void) async throws -> Void
    ) throws -> Response {
        guard let seat = streams.open() else {
            throw Problem(503, "too_many_streams", "too many pages are open", headers: [.retryAfter: "30"])
        }
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(seat) {} }
            let (lines, line) = AsyncThrowingStream<String, any Error>.makeStream(
                bufferingPolicy: .bufferingOldest(256))
            let working = Task {
                do {
                    try await work { text in
                        if case .dropped = line.yield(text) { throw CancellationError() }
                    }
                    line.finish()
                } catch { line.finish() }
            }
            defer { working.cancel() }
            try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
            for try await text in lines.cancelOnGracefulShutdown() {
                try await writer.write(ByteBuffer(string: text))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .accelBuffering: "no", .cacheControl: "no-store"], body: body)
    }
}
