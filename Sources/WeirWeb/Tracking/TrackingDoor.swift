import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirIntake

/// Where events come in: the addresses that tracking clients know.
///
/// Clients decide by the status what to do with a batch: 200 forgets it, 400 to 499 throws it away, 503 sends it again.
/// So 200 is said only when it is on disk, and 503 whenever it could be another time.
struct TrackingDoor: Sendable {
    let events: any EventUseCases
    let origins: Origins
    let rates: RateGate
    let limits: WebLimits
    let budget: ByteBudget
    let meters: Meters
    let now: @Sendable () -> Instant

    static let answer = Array(#"{"success":true}"#.utf8)

    var routes: [Route] {
        TrackingEndpoint.addresses.map { address in
            Route(
                method: address.method == "GET" ? .get : .post, path: address.path, access: .open, group: .tracking,
                operation: nil
            ) { call in
                guard let endpoint = TrackingEndpoint(path: address.path, method: address.method) else {
                    throw Problem.unexpected
                }
                return try await counted(call, endpoint, address.path)
            }
        }
    }

    private func counted(_ call: Call, _ endpoint: TrackingEndpoint, _ path: String) async throws -> Response {
        do {
            let response = try await take(call, endpoint)
            meters.ingestRequests.add(1, path, "200")
            return response
        } catch {
            let problem = Problem(error) ?? .unexpected
            meters.ingestRequests.add(1, path, String(problem.status))
            throw error
        }
    }

    private func take(_ call: Call, _ endpoint: TrackingEndpoint) async throws -> Response {
        let body = try await Body.read(call.request, limit: limits.trackingBodyBytes, budget: budget)
        meters.ingestBytes.add(body.bytes.count)
        var request = TrackingRequest(call, endpoint, body: body.bytes, receivedAt: now())
        request.limits.bodyBytes = limits.trackingBodyBytes
        guard let key = TrackingDecoder.writeKey(of: request), let source = events.source(writeKey: key) else {
            throw Problem(
                401, "unknown_write_key",
                "send the write key of a source that is switched on (weir source list) as the user of Basic "
                    + "authorization or as writeKey in the body")
        }
        guard origins.permits(call.request, source) else {
            throw Problem(
                403, "origin_not_allowed", "this source takes nothing from this page; add its origin to the source")
        }
        request.limits = TrackingLimits(source.settings)
        let batch: TrackingBatch
        do {
            batch = try TrackingDecoder.decode(request)
        } catch { throw Problem(error.status, error.code.rawValue, error.message) }
        if let perMinute = source.settings.eventsPerMinute, perMinute > 0,
            case .wait(let wait) = rates.admit(
                batch.events.count, from: source.id, perMinute: perMinute, nowMillis: SteadyClock.millis)
        {
            throw Problem(
                429, "too_many_events", "this source may send \(perMinute) events a minute",
                headers: [.retryAfter: String(wait), .rateLimitReset: String(wait)])
        }
        let start = ContinuousClock.now
        let receipt = try await events.take(batch, from: source)
        meters.ingestTime.record(ContinuousClock.now - start)
        meters.ingestEvents.add(receipt.added, "added")
        meters.ingestEvents.add(receipt.known, "known")
        meters.ingestEvents.add(receipt.rejected, "rejected")
        meters.ingestEvents.add(batch.optedOut, "opted_out")
        if endpoint == .snowplowPixel { return .bytes(Pixel.gif, type: "image/gif") }
        return .bytes(TrackingDoor.answer, type: "application/json")
    }
}

extension TrackingRequest {
    fileprivate init(_ call: Call, _ endpoint: TrackingEndpoint, body: [UInt8], receivedAt: Instant) {
        let headers = call.request.headers
        let cloudEvents = headers.filter { $0.name.canonicalName.hasPrefix("ce-") }
        self.init(
            endpoint: endpoint, body: body, query: call.target.query.map { Pair(name: $0.name, value: $0.value) },
            contentType: headers[.contentType], authorization: headers[.authorization],
            userAgent: headers[.userAgent],
            cloudEventHeaders: cloudEvents.map { Pair(name: $0.name.canonicalName, value: $0.value) },
            asksNotToBeTracked: headers[.globalPrivacyControl] == "1", receivedAt: receivedAt)
    }
}

extension TrackingLimits {
    fileprivate init(_ settings: TrackingSourceSettings) {
        self.init(bodyBytes: settings.maxRequestBytes, eventBytes: settings.maxEventBytes)
    }
}

/// A clock that never jumps, for durations.
enum SteadyClock {
    private static let start = ContinuousClock.now

    /// Milliseconds since the first question.
    static var millis: Int64 { Int64((ContinuousClock.now - start).inMicroseconds / 1000) }
}

/// The smallest picture there is, for clients that send events as one.
enum Pixel {
    static let gif: [UInt8] = [
        0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x01, 0x00, 0x01, 0x00, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x21, 0xF9, 0x04, 0x01, 0x00, 0x00, 0x00, 0x00, 0x2C, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00,
        0x00, 0x02, 0x02, 0x44, 0x01, 0x00, 0x3B,
    ]
}
