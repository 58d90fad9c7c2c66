import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import WeirApp

/// The feed of decisions: as pages, and as server-sent events for whoever wants to know at once.
struct TransitionRoutes: Sendable {
    let records: any RecordUseCases
    let streams: StreamCount
    /// Feeds open at once.
    static let maximumStreams = 200

    var routes: [Route] { [feed, stream] }

    private var feed: Route {
        .get(
            "/api/v1/transitions", .accountsRead,
            Operation(
                id: "listTransitions", tag: "Transitions", summary: "Decisions after a place in the feed",
                parameters: [
                    .query("after", .integer(0...1_000_000_000_000), "The last one you have; 0 if not given."),
                    .query("limit", .integer(1...1000), "How many to give; 100 if not given."),
                ], answers: [.json(200, .named("TransitionFeed"), "Some transitions.")])
        ) { call in
            let after = call.query("after").flatMap { Int64($0) } ?? 0
            let limit = call.query("limit").flatMap { Int($0) } ?? 100
            let decisions = try await records.decisions(after: after, limit: limit)
            return .json([
                "data": .list(decisions.map(\.json)), "last": .integer(decisions.last?.id ?? after),
            ])
        }
    }

    private var stream: Route {
        Route(
            method: .get, path: "/api/v1/transitions/stream", access: .scope(.accountsRead), group: .stream,
            operation: nil
        ) { call in
            let given = call.request.headers[.lastEventID] ?? call.query("after") ?? "0"
            guard let after = WholeNumber.readDigits(given) else {
                throw Problem(400, "invalid_query", "after, or Last-Event-ID, is the number of a transition")
            }
            guard streams.begin(limit: TransitionRoutes.maximumStreams) else {
                throw Problem(503, "too_many_streams", "too many feeds are open", headers: [.retryAfter: "30"])
            }
            let body = ResponseBody { [records, streams] writer in
                defer { streams.end() }
                try await write(records.decisionStream(after: after), to: &writer)
            }
            return Response(
                status: .ok,
                headers: [.contentType: "text/event-stream", .accelBuffering: "no", .cacheControl: "no-store"],
                body: body)
        }
    }
}

/// What goes over a feed's wire.
private enum Beat: Sendable {
    case decision(Decision)
    /// Nothing happened: says that the connection lives.
    case pulse
}

/// Writes decisions as they are made, and a comment every fifteen seconds, until the reader leaves or the server stops.
///
/// Readers that are too slow are let go: they come back with `Last-Event-ID` and miss nothing.
private func write(
    _ decisions: AsyncThrowingStream<Decision, any Error>, to writer: inout any ResponseBodyWriter
) async throws {
    let (beats, line) = AsyncThrowingStream<Beat, any Error>.makeStream(bufferingPolicy: .bufferingOldest(1024))
    let reading = Task {
        do {
            for try await decision in decisions {
                if case .dropped = line.yield(.decision(decision)) { break }
            }
            line.finish()
        } catch { line.finish(throwing: error) }
    }
    let pulsing = Task {
        while !Task.isCancelled {
            try await Task.sleep(for: .seconds(15))
            line.yield(.pulse)
        }
    }
    defer {
        reading.cancel()
        pulsing.cancel()
    }
    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
    for try await beat in beats.cancelOnGracefulShutdown() {
        switch beat {
        case .decision(let decision):
            let text = "id: \(decision.id)\nevent: transition\ndata: \(decision.json.line)\n\n"
            try await writer.write(ByteBuffer(string: text))
        case .pulse: try await writer.write(ByteBuffer(string: ": \n\n"))
        }
    }
    try await writer.finish(nil)
}
