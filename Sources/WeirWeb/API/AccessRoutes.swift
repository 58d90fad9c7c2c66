import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirIntake

/// Who may send and who may ask.
struct AccessRoutes: Sendable {
    let access: any AccessUseCases
    let now: @Sendable () -> Instant

    private let source = Parameter.path("source", "src", "The source.")
    private let token = Parameter.path("token", "tok", "The token.")

    init(_ access: any AccessUseCases, now: @escaping @Sendable () -> Instant) {
        self.access = access
        self.now = now
    }

    var routes: [Route] { [setUp] + sourceRoutes + tokenRoutes }

    private var setUp: Route {
        Route(
            method: .post, path: "/api/v1/setup", access: .open, group: .api,
            operation: Operation(
                id: "setUp", tag: "Access", summary: "Make the first token",
                description: "With the secret that `weir serve` printed at its first start. It works once.",
                body: .json(
                    .object([
                        .init("secret", .text(1...200), "The secret that was printed."),
                        .init("name", .text(1...100, .line), "What the token is for.", example: "Maria's laptop"),
                    ])),
                answers: [.json(201, .named("TokenWithSecret"), "The token; its secret is shown this once.")],
                problems: [403, 409])
        ) { call in
            do {
                let (token, secret) = try await access.setUp(
                    secret: call.json.text("secret") ?? "", tokenName: call.json.text("name") ?? "")
                return .json(token.json(secret: secret), status: .created)
            } catch let error as ServiceError where error.code == .invalid {
                throw Problem(403, "wrong_secret", error.description)
            }
        }
    }

    private var sourceRoutes: [Route] {
        [
            .get(
                "/api/v1/sources", .admin,
                Operation(
                    id: "listSources", tag: "Access", summary: "Sources of events", parameters: Parameter.page,
                    answers: [.page(of: "Source", "Some sources.")])
            ) { call in
                call.page(try await access.sources(call.pageRequest)) { $0.json() }
            },
            .post(
                "/api/v1/sources", .admin,
                Operation(
                    id: "createSource", tag: "Access", summary: "Make a source", body: .json(SourceBody.creation),
                    answers: [
                        .json(
                            201, .named("SourceWithKey"), "The source; its write key is shown this once.",
                            headers: ["Location", "ETag"])
                    ], isRepeatable: true,
                    links: [
                        .init(operation: "getSource", parameter: "source", pointer: "/id"),
                        .init(operation: "changeSource", parameter: "source", pointer: "/id"),
                        .init(operation: "deleteSource", parameter: "source", pointer: "/id"),
                    ])
            ) { call in
                let (source, key) = try await access.createSource(
                    name: call.json.text("name") ?? "", SourceBody.settings(call.json, onto: TrackingSourceSettings()))
                return .json(
                    source.json(key: key), status: .created,
                    headers: [.location: "/api/v1/sources/\(source.id)", .eTag: source.tag])
            },
            .get(
                "/api/v1/sources/{source}", .admin,
                Operation(
                    id: "getSource", tag: "Access", summary: "A source", parameters: [source],
                    answers: [.json(200, .named("Source"), "The source.", headers: ["ETag"])])
            ) { call in
                let source = try await access.source(call.parameter("source"))
                return .json(source.json(), headers: [.eTag: source.tag])
            },
            changeSource, deleteSource,
            .post(
                "/api/v1/sources/{source}/key", .admin,
                Operation(
                    id: "replaceSourceKey", tag: "Access", summary: "Give a source a new write key",
                    description: "The old one stops working at once.", parameters: [source],
                    answers: [.json(200, .named("SourceWithKey"), "The new key is shown this once.", headers: ["ETag"])]
                )
            ) { call in
                let (source, key) = try await access.replaceKey(of: call.parameter("source"))
                return .json(source.json(key: key), headers: [.eTag: source.tag])
            },
        ]
    }

    private var changeSource: Route {
        Route(
            method: .patch, path: "/api/v1/sources/{source}", access: .scope(.admin), group: .api,
            operation: Operation(
                id: "changeSource", tag: "Access", summary: "Change what a source may do",
                description: "Members that are not given stay as they are.", parameters: [source, .ifMatch],
                body: .json(SourceBody.change),
                answers: [.json(200, .named("Source"), "The source as it is now.", headers: ["ETag"])])
        ) { call in
            let id = try call.parameter("source")
            let current = try await access.source(id)
            try requireMatch(call.request.headers, current.tag)
            let changed = try await access.changeSource(
                id, SourceBody.settings(call.json, onto: current.settings), revision: current.revision)
            return .json(changed.json(), headers: [.eTag: changed.tag])
        }
    }

    private var deleteSource: Route {
        Route(
            method: .delete, path: "/api/v1/sources/{source}", access: .scope(.admin), group: .api,
            operation: Operation(
                id: "deleteSource", tag: "Access", summary: "Delete a source",
                description: "It can send no more; what it sent stays.", parameters: [source, .ifMatch],
                answers: [.nothing])
        ) { call in
            let id = try call.parameter("source")
            let current = try await access.source(id)
            try requireMatch(call.request.headers, current.tag)
            try await access.deleteSource(id, revision: current.revision)
            return .nothing
        }
    }

    private var tokenRoutes: [Route] {
        [
            .get(
                "/api/v1/tokens", .admin,
                Operation(
                    id: "listTokens", tag: "Access", summary: "Tokens, without their secrets",
                    parameters: Parameter.page,
                    answers: [.page(of: "Token", "Some tokens.")])
            ) { call in
                call.page(try await access.tokens(call.pageRequest)) { $0.json() }
            },
            .post(
                "/api/v1/tokens", .admin,
                Operation(
                    id: "createToken", tag: "Access", summary: "Make a token", body: .json(TokenBody.schema),
                    answers: [
                        .json(
                            201, .named("TokenWithSecret"), "The token; its secret is shown this once.",
                            headers: ["Location"])
                    ], isRepeatable: true,
                    links: [
                        .init(operation: "getToken", parameter: "token", pointer: "/id"),
                        .init(operation: "revokeToken", parameter: "token", pointer: "/id"),
                    ])
            ) { call in
                let scopes = call.json.texts("scopes").compactMap(Scope.init(rawValue:))
                let expiresAt = call.json.whole("expires_in_days").map { days in
                    Instant(milliseconds: now().milliseconds + Int64(days) * 86_400_000)
                }
                let (token, secret) = try await access.createToken(
                    name: call.json.text("name") ?? "", scopes: Set(scopes), expiresAt: expiresAt)
                return .json(
                    token.json(secret: secret), status: .created, headers: [.location: "/api/v1/tokens/\(token.id)"])
            },
            .get(
                "/api/v1/tokens/{token}", .admin,
                Operation(
                    id: "getToken", tag: "Access", summary: "A token, without its secret", parameters: [token],
                    answers: [.json(200, .named("Token"), "The token.")])
            ) { call in
                .json(try await access.token(call.parameter("token")).json())
            },
            Route(
                method: .delete, path: "/api/v1/tokens/{token}", access: .scope(.admin), group: .api,
                operation: Operation(
                    id: "revokeToken", tag: "Access", summary: "Revoke a token",
                    description: "It stops working at once.", parameters: [token], answers: [.nothing])
            ) { call in
                try await access.revokeToken(call.parameter("token"))
                return .nothing
            },
        ]
    }
}

/// What is said of a source in a body.
private enum SourceBody {
    private static let settings: [Schema.Member] = [
        .init(
            "allowed_origins", .list(.text(1...300, .origin), atMost: 100), isRequired: false,
            "Web pages that may send from a browser; none if not given, all with `*`.",
            example: ["https://www.example.com"]),
        .init("max_event_bytes", .integer(1_024...4_194_304), isRequired: false, "Largest event; 32 KiB if not given."),
        .init(
            "max_request_bytes", .integer(1_024...4_194_304), isRequired: false, "Largest request; 4 MiB if not given."),
        .init(
            "events_per_minute", .orNull(.integer(1...10_000_000)), isRequired: false, "No limit if not given or null."),
        .init("is_enabled", .yesNo, isRequired: false, "Whether it may send at all."),
    ]

    static let creation = Schema.object(
        [.init("name", .text(1...100, .line), "How people call it.", example: "Website")] + settings)
    static let change = Schema.object(settings)

    static func settings(_ json: JSONObject, onto base: TrackingSourceSettings) -> TrackingSourceSettings {
        var settings = base
        if json["allowed_origins"] != nil { settings.allowedOrigins = json.texts("allowed_origins") }
        if let bytes = json.whole("max_event_bytes") { settings.maxEventBytes = bytes }
        if let bytes = json.whole("max_request_bytes") { settings.maxRequestBytes = bytes }
        if json["events_per_minute"] != nil { settings.eventsPerMinute = json.whole("events_per_minute") }
        if case .yesNo(let isEnabled)? = json["is_enabled"] { settings.isEnabled = isEnabled }
        return settings
    }
}

/// What is said of a token in a body.
private enum TokenBody {
    static let schema = Schema.object([
        .init("name", .text(1...100, .line), "What it is for.", example: "Reverse ETL"),
        .init(
            "scopes", .list(.choice(Scope.allCases.map(\.rawValue)), atMost: 100), "What its bearer may do.",
            example: ["accounts:read"]),
        .init(
            "expires_in_days", .orNull(.integer(1...3650)), isRequired: false, "Never, if not given or null."),
    ])
}

/// Whether `If-Match` names what is there now.
func requireMatch(_ headers: HTTPFields, _ tag: String) throws {
    let given = headers[.ifMatch] ?? ""
    let tags = given.split(separator: ",").map { $0.drop { $0 == " " } }.map { $0.prefix { $0 != " " } }
    guard tags.contains("*") || tags.contains(Substring(tag)) else {
        throw Problem(412, "changed", "somebody changed it in between; read it again, then change it")
    }
}
