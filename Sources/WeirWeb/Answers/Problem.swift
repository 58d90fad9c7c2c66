import HTTPTypes

/// What went wrong with a request, as RFC 9457 has it, with a `code` that never changes and a `message` that says what
/// to do. Clients that know neither standard read `code` and `message`, too.
package struct Problem: Error, Sendable {
    /// One mistake in a body or a query.
    package struct Mistake: Hashable, Sendable {
        /// A JSON pointer into the body as a fragment (`#/name`), or the parameter's name.
        package var pointer: String
        package var code: String
        package var message: String
    }

    var status: Int
    /// Stable, in snake_case.
    var code: String
    var message: String
    var mistakes: [Mistake]
    /// Header fields the answer needs, such as `Allow` or `Retry-After`.
    var headers: HTTPFields

    init(_ status: Int, _ code: String, _ message: String, mistakes: [Mistake] = [], headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.message = message
        self.mistakes = mistakes
        self.headers = headers
    }

    static func tooLarge(limit: Int) -> Problem {
        Problem(413, "body_too_large", "the body has more than \(limit) bytes; send less at a time")
    }

    static var overloaded: Problem { overloaded(retryAfterSeconds: 2) }

    static func overloaded(retryAfterSeconds: Int) -> Problem {
        Problem(
            503, "overloaded", "more is coming in than can be put on disk; send it again in \(retryAfterSeconds) s",
            headers: [.retryAfter: String(retryAfterSeconds)])
    }

    static func notFound(_ message: String) -> Problem { Problem(404, "not_found", message) }

    static var unexpected: Problem {
        Problem(500, "internal_error", "something went wrong here; the log says what, under this request's id")
    }

    func json(requestID: String) -> JSON {
        var members: [(String, JSON)] = [
            ("type", .text("about:blank")), ("title", .text(Status.title(status))), ("status", .integer(Int64(status))),
            ("detail", .text(message)), ("code", .text(code)), ("message", .text(message)),
            ("request_id", .text(requestID)),
        ]
        if !mistakes.isEmpty {
            members.append(
                (
                    "errors",
                    .list(
                        mistakes.map {
                            ["pointer": .text($0.pointer), "code": .text($0.code), "message": .text($0.message)]
                        })
                ))
        }
        return .object(members)
    }
}

/// Names of statuses.
enum Status {
    static func title(_ code: Int) -> String {
        switch code {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 503: "Service Unavailable"
        case 507: "Insufficient Storage"
        default: "Error"
        }
    }
}
