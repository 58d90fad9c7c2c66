/// The six kinds of call of the tracking API.
public enum TrackingKind: String, Hashable, Sendable, CaseIterable {
    case identify, group, track, page, screen, alias
}

/// An address that takes events in.
public enum TrackingEndpoint: Hashable, Sendable {
    /// One call; the address says which, whatever its `type` says.
    case single(TrackingKind)
    /// `{"batch": […]}`
    case batch
    /// Past events: a batch whose times are taken as they are.
    case historical
    /// A Snowplow tracker's POST.
    case snowplow
    /// A Snowplow tracker's GET: one event in the query.
    case snowplowPixel
    /// CloudEvents 1.0, structured, in batches or binary.
    case cloudEvents

    /// - Parameters:
    ///   - path: without the query; one slash at the end is passed over.
    ///   - method: as HTTP has it, in capitals.
    /// - Returns: `nil` where no events are taken in.
    public init?(path: some StringProtocol, method: some StringProtocol) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : String(path)
        switch (String(method), path) {
        case ("GET", "/i"): self = .snowplowPixel
        case ("POST", "/com.snowplowanalytics.snowplow/tp2"): self = .snowplow
        case ("POST", "/v1/events"): self = .cloudEvents
        case ("POST", "/v1/batch"), ("POST", "/v1/b"): self = .batch
        case ("POST", "/v1/import"): self = .historical
        case ("POST", _):
            guard path.hasPrefix("/v1/"), let kind = TrackingEndpoint.kind(named: path.dropFirst(4)) else { return nil }
            self = .single(kind)
        default: return nil
        }
    }

    /// Every address with its method, for routers and documentation.
    public static let addresses: [(method: String, path: String)] =
        TrackingKind.allCases.map { ("POST", "/v1/" + $0.rawValue) }
        + TrackingKind.allCases.map { ("POST", "/v1/" + $0.rawValue.prefix(1)) }
        + [
            ("POST", "/v1/batch"), ("POST", "/v1/b"), ("POST", "/v1/import"), ("POST", "/v1/events"),
            ("POST", "/com.snowplowanalytics.snowplow/tp2"), ("GET", "/i"),
        ]

    /// By its name, or by its first letter as browsers shorten it.
    private static func kind(named name: Substring) -> TrackingKind? {
        TrackingKind.allCases.first { name == $0.rawValue || name == $0.rawValue.prefix(1) }
    }
}
