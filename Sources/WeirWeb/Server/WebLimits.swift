/// What the server grants anybody before it knows who it is: limits on everything that costs memory or time.
public struct WebLimits: Sendable {
    /// Connections open at once; further ones wait in the kernel's queue.
    public var connections = 12_000
    /// Seconds a connection may be idle between two requests.
    public var idleSeconds = 75
    /// Seconds granted for a request's head, and again for its body before ``minimumBodyRate`` counts.
    public var readingSeconds = 20
    /// Bytes a second a body has to bring on average after that, or the connection is closed.
    public var minimumBodyRate = 1_000
    /// Bytes of all header fields of a request.
    public var headerBytes = 32 * 1024
    public var headerFields = 100
    /// Bytes of a tracking request's body, before and after inflating. A source's own limits are at most this.
    public var trackingBodyBytes = 5 * 1024 * 1024
    /// Bytes of a body of the REST API that is read whole.
    public var bodyBytes = 2 * 1024 * 1024
    /// Bytes of an import, which goes to disk as it comes.
    public var importBytes = 2 * 1024 * 1024 * 1024
    /// Bytes of bodies in memory at once, over all requests.
    public var bodyBytesInFlight = 256 * 1024 * 1024
    /// Requests of the REST API that one token may send in a minute.
    public var tokenRequestsPerMinute = 60_000
    /// Milliseconds that somebody waits for a page before they are told that it is being made.
    public var pageMillis = 250
    /// Seconds that requests under way are given to finish after SIGTERM.
    public var stoppingSeconds = 20

    public init() {}
}
