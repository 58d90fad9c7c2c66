import HTTPTypes
import Hummingbird
import WeirApp

/// Which web pages may send: the answers that browsers want before they hand an answer to a page (CORS).
///
/// The check of a source's own list is made where its write key is known (``permits(_:_:)``); a preflight carries no key,
/// so it is answered for anybody, and reveals nothing.
struct Origins: Sendable {
    private static let maximumAgeSeconds = 7200

    func preflight(_ request: Request) -> Response {
        var response = Response(status: .noContent)
        response.headers[.accessControlAllowMethods] = "POST, GET, OPTIONS"
        // What clients send, and what a browser asks for if it is plain.
        response.headers[.accessControlAllowHeaders] =
            "authorization, content-type, content-encoding, x-request-id, x-retry-count"
        response.headers[.accessControlMaxAge] = String(Origins.maximumAgeSeconds)
        allow(request, &response)
        return response
    }

    /// Lets the page that asked read the answer.
    func allow(_ request: Request, _ response: inout Response) {
        response.headers[.vary] = "Origin"
        guard let origin = request.headers[.origin], origin.utf8.count <= 300 else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlExposeHeaders] = "Retry-After, X-RateLimit-Reset, X-Request-Id"
    }

    /// Whether a source takes events from where a request came. Clients that are no browsers send no `Origin`.
    func permits(_ request: Request, _ source: TrackingSource) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        let list = source.settings.allowedOrigins
        return list.contains("*") || list.contains { $0.lowercased() == origin.lowercased() }
    }
}
