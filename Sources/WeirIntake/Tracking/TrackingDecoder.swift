import WeirFacts

/// Turns what tracking clients send into events. Pure: the same request gives the same events.
///
/// Understood: Segment's HTTP API as its own, RudderStack's and analytics.js's clients speak it, Snowplow's `tp2` and
/// `/i`, and CloudEvents 1.0.
public enum TrackingDecoder {
    /// The events of a request, and the items that are none. Throws where the request as a whole cannot be read.
    public static func decode(_ request: TrackingRequest) throws(TrackingError) -> TrackingBatch {
        guard request.body.count <= request.limits.bodyBytes else {
            throw TrackingError(
                .bodyTooLarge,
                "the body has \(request.body.count) bytes; at most \(request.limits.bodyBytes) are taken in, so send"
                    + " fewer events at a time")
        }
        switch request.endpoint {
        case .single(let kind): return try SegmentRequest(request).single(kind)
        case .batch: return try SegmentRequest(request).batch()
        case .historical: return try SegmentRequest(request, isHistorical: true).batch()
        case .snowplow: return try SnowplowRequest(request).batch()
        case .snowplowPixel: return try SnowplowRequest(pixel: request).batch()
        case .cloudEvents: return try CloudEventRequest(request).batch()
        }
    }

    /// Decodes an event or a rejected item again from what was kept of it.
    ///
    /// - Parameters:
    ///   - raw: the item's bytes.
    ///   - envelope: what was kept beside them.
    ///   - receivedAt: when it was received at first, so that its time comes out the same.
    public static func decode(
        raw: [UInt8], envelope: [UInt8], receivedAt: Instant, limits: TrackingLimits = .segment
    ) throws(TrackingError) -> TrackingBatch {
        var limits = limits
        limits.bodyBytes = max(limits.bodyBytes, raw.count + envelope.count + 64)
        func request(_ endpoint: TrackingEndpoint, _ body: [UInt8]) -> TrackingRequest {
            TrackingRequest(endpoint: endpoint, body: body, receivedAt: receivedAt, limits: limits)
        }
        if envelope == SnowplowRequest.kept {
            return try SnowplowRequest(request(.snowplow, Array("{\"data\":[".utf8) + raw + Array("]}".utf8))).batch()
        }
        if envelope == CloudEventRequest.kept {
            return try CloudEventRequest(request(.cloudEvents, [Json.openBracket] + raw + [Json.closeBracket])).batch()
        }
        // The envelope's members follow the item inside one object: {"batch":[item],…}.
        let rest = envelope.isEmpty ? [Json.closeBrace] : envelope.dropFirst()
        let body = Array("{\"batch\":[".utf8) + raw + Array((rest.count > 1 ? "]," : "]").utf8) + rest
        return try SegmentRequest(request(.batch, body), isStored: true).batch()
    }
}
