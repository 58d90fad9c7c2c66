import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// A feed as server-sent events: lines as they come, and a comment every fifteen seconds, until the reader leaves or the
/// server stops.
///
/// Readers that are too slow are let go: they come back with `Last-Event-ID` and miss nothing.
struct FeedStream<Line: Sendable>: Sendable {
    /// What each event is called.
    let event: String
    let place: @Sendable (Line) -> Int64
    let json: @Sendable (Line) -> JSON

    /// - Parameter lines: the feed after a place.
    func answer(
        _ call: Call, _ streams: StreamCount,
        _ lines: @escaping @Sendable (Int64) -> AsyncThrowingStream<Line, any Error>
    ) throws -> Response {
        let given = call.request.headers[.lastEventID] ?? call.query("after") ?? "0"
        guard let after = WholeNumber.readDigits(given) else {
            throw Problem(400, "invalid_query", "after, or Last-Event-ID, is a place in the feed")
        }
        guard let seat = streams.open() else {
            throw Problem(503, "too_many_streams", "too many feeds are open", headers: [.retryAfter: "30"])
        }
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(seat) {} }
            try await write(lines(after), to: &writer)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .accelBuffering: "no", .cacheControl: "no-store"],
            body: body)
    }

    /// What goes over the wire.
    private enum Beat: Sendable {
        case line(Line)
        /// Nothing happened: says that the connection lives.
        case pulse
    }

    private func write(
        _ lines: AsyncThrowingStream<Line, any Error>, to writer: inout any ResponseBodyWriter
    ) async throws {
        let (beats, wire) = AsyncThrowingStream<Beat, any Error>.makeStream(bufferingPolicy: .bufferingOldest(1024))
        let reading = Task {
            do {
                for try await line in lines {
                    if case .dropped = wire.yield(.line(line)) { break }
                }
                wire.finish()
            } catch { wire.finish(throwing: error) }
        }
        let pulsing = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(15))
                wire.yield(.pulse)
            }
        }
        defer {
            reading.cancel()
            pulsing.cancel()
        }
        try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
        for try await beat in beats.cancelOnGracefulShutdown() {
            switch beat {
            case .line(let line):
                let text = "id: \(place(line))\nevent: \(event)\ndata: \(json(line).line)\n\n"
                try await writer.write(ByteBuffer(string: text))
            case .pulse: try await writer.write(ByteBuffer(string: ": \n\n"))
            }
        }
        try await writer.finish(nil)
    }
}
