import WeirFacts
import WeirIntake

/// When the requests of these tests arrive: 2026-03-27T12:00:00Z.
let received = Instant(milliseconds: 1_774_612_800_000)

func request(
    _ path: String, _ body: String, method: String = "POST", limits: TrackingLimits = .segment,
    at receivedAt: Instant = received
) throws -> TrackingRequest {
    guard let endpoint = TrackingEndpoint(path: path, method: method) else { throw NoSuchAddress(path: path) }
    return TrackingRequest(endpoint: endpoint, body: Array(body.utf8), receivedAt: receivedAt, limits: limits)
}

func decode(
    _ path: String, _ body: String, limits: TrackingLimits = .segment, at receivedAt: Instant = received
) throws -> TrackingBatch {
    try TrackingDecoder.decode(request(path, body, limits: limits, at: receivedAt))
}

/// The only event of a batch of one.
func event(_ item: String) throws -> TrackedEvent {
    let batch = try decode("/v1/batch", "{\"batch\":[\(item)]}")
    guard let event = batch.events.first else { throw Rejected(reason: batch.rejected.first?.reason ?? "no item") }
    return event
}

/// Why the only item of a batch of one is rejected.
func rejection(_ item: String, limits: TrackingLimits = .segment) throws -> RejectedItem? {
    let batch = try decode("/v1/batch", "{\"batch\":[\(item)]}", limits: limits)
    return batch.rejected.first
}

struct NoSuchAddress: Error { var path: String }
struct Rejected: Error { var reason: String }
