import HTTPTypes
import Hummingbird
import WeirIntake

/// The script that websites load, and what Segment's own browser library asks before it sends.
struct Snippet: Sendable {
    var routes: [Route] {
        let script = Array(WeirSnippet.javascript.utf8)
        let tag = "\"\(WeirSnippet.integrity)\""
        return [
            Route(method: .get, path: "/weir.js", access: .open, group: .tracking, operation: nil) { call in
                let headers: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=3600"]
                if call.request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
                var response = Response.bytes(script, type: "text/javascript; charset=utf-8", headers: headers)
                // Any page may load it, also with a hash of its content.
                response.headers[.crossOriginResourcePolicy] = "cross-origin"
                return response
            },
            // The address to send to is left out: the library's own setting holds.
            Route(
                method: .get, path: "/v1/projects/{key}/settings", access: .open, group: .tracking, operation: nil
            ) { call in
                .json([
                    "integrations": [
                        "Segment.io": ["apiKey": .text(try call.parameter("key")), "unbundledIntegrations": []]
                    ]
                ])
            },
        ]
    }
}
