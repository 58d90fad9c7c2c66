import HTTPTypes
import Hummingbird
import WeirApp

/// The feed of decisions: as pages, and as server-sent events for whoever wants to know at once.
struct TransitionRoutes: Sendable {
    let records: any RecordUseCases
    let streams: StreamCount

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
        ) { [records, streams] call in
            try FeedStream<Decision>(event: "transition", place: { $0.id }, json: { $0.json }).answer(call, streams) {
                records.decisionStream(after: $0)
            }
        }
    }
}
