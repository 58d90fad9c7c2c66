/// A status that problems come with.
struct KnownProblem: Sendable {
    var status: Int
    var name: String
    var description: String
    var headers: [String] = []

    var json: JSON {
        var members: [(String, JSON)] = [("description", .text(description))]
        if !headers.isEmpty {
            members.append(("headers", .object(headers.map { ($0, ["$ref": .text("#/components/headers/\($0)")]) })))
        }
        members.append(
            ("content", ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]]))
        return .object(members)
    }
}

extension OpenAPIDocument {
    static let problems = [
        KnownProblem(status: 400, name: "BadRequest", description: "The request makes no sense as given."),
        KnownProblem(
            status: 401, name: "Unauthorized", description: "No token, or one that is unknown, revoked or expired.",
            headers: ["WWW-Authenticate"]),
        KnownProblem(status: 403, name: "Forbidden", description: "The token lacks the scope."),
        KnownProblem(status: 404, name: "NotFound", description: "There is no such thing."),
        KnownProblem(
            status: 405, name: "MethodNotAllowed", description: "The path exists, but not with this method.",
            headers: ["Allow"]),
        KnownProblem(status: 408, name: "RequestTimeout", description: "The request came in too slowly."),
        KnownProblem(status: 409, name: "Conflict", description: "It does not fit the state that things are in."),
        KnownProblem(status: 412, name: "PreconditionFailed", description: "Somebody changed it in between."),
        KnownProblem(status: 413, name: "ContentTooLarge", description: "The body is too large."),
        KnownProblem(status: 415, name: "UnsupportedMediaType", description: "The body is of a type not known here."),
        KnownProblem(status: 422, name: "UnprocessableContent", description: "The body can be read, but has mistakes."),
        KnownProblem(status: 428, name: "PreconditionRequired", description: "`If-Match` is missing."),
        KnownProblem(
            status: 429, name: "TooManyRequests", description: "Too much in too short a time.",
            headers: ["Retry-After"]),
        KnownProblem(
            status: 503, name: "ServiceUnavailable", description: "Not now; send it again.", headers: ["Retry-After"]),
    ]

    static let problem: JSON = [
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "required": ["type", "title", "status", "detail", "code", "message", "request_id"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"],
            "status": ["type": "integer", "minimum": 400, "maximum": 599],
            "detail": ["type": "string"],
            "code": ["type": "string", "pattern": "^[a-z][a-z0-9_]*$", "description": "Stable; for programs."],
            "message": ["type": "string", "description": "What was found, and what to do."],
            "request_id": ["type": "string"],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["pointer", "code", "message"],
                    "properties": [
                        "pointer": ["type": "string"], "code": ["type": "string"], "message": ["type": "string"],
                    ],
                ],
            ],
        ],
    ]

    static let headers: JSON = [
        "WWW-Authenticate": ["required": true, "schema": ["type": "string"]],
        "Allow": ["required": true, "schema": ["type": "string"]],
        "Retry-After": [
            "required": true, "description": "Seconds.", "schema": ["type": "string", "pattern": "^[0-9]+$"],
        ],
        "ETag": ["required": true, "schema": ["type": "string"]],
        "Location": ["required": true, "schema": ["type": "string"]],
    ]
}
