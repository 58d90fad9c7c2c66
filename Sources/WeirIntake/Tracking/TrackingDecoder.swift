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
        case .snowplow, .snowplowPixel, .cloudEvents:
            throw TrackingError(.badEnvelope, "this kind of request is not understood yet")
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
        let envelope = envelope.isEmpty ? Array("{}".utf8) : envelope
        // The envelope's members follow the item's, inside one object: {"batch":[item],…}.
        let rest = envelope.dropFirst()
        let body = Array("{\"batch\":[".utf8) + raw + Array((rest.count > 1 ? "]," : "]").utf8) + rest
        var limits = limits
        limits.bodyBytes = max(limits.bodyBytes, body.count)
        let request = TrackingRequest(endpoint: .batch, body: body, receivedAt: receivedAt, limits: limits)
        return try SegmentRequest(request, isStored: true).batch()
    }
}
