import HTTPTypes
import Hummingbird
import WeirApp

/// The OpenAPI 3.1 document, written from the very routes that answer.
struct OpenAPIDocument {
    let version: String
    let routes: [Route]
    /// The schemas of answers, by name.
    let schemas: [(String, JSON)]

    var json: JSON {
        [
            "openapi": "3.1.1",
            "info": [
                "title": "Weir", "version": .text(version),
                "summary": "The system of record between Marketing and Sales.",
                "description": .text(OpenAPIDocument.introduction),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "tags": .list(tags.map { ["name": .text($0)] }),
            "security": [["token": []]],
            "paths": paths,
            "components": [
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "A token made with `weir token create` or `POST /api/v1/tokens`.",
                    ]
                ],
                "schemas": .object(schemas + [("Problem", OpenAPIDocument.problem)]),
                "headers": OpenAPIDocument.headers,
                "responses": .object(OpenAPIDocument.problems.map { ($0.name, $0.json) }),
            ],
        ]
    }

    /// Where it is served; written once.
    var route: Route {
        let bytes = json.bytes
        return Route(method: .get, path: "/api/v1/openapi.json", access: .open, group: .api, operation: nil) { _ in
            .bytes(bytes, type: "application/json", headers: [.cacheControl: "public, max-age=300"])
        }
    }

    static let introduction = """
        Ids are texts with a prefix (`acc_7`). Times are RFC 3339 in UTC, days civil days in the agreement's time zone, \
        points whole thousandths (`score_milli`), money whole minor units with a currency. Lists come in pages: follow \
        `next_cursor`. Problems are RFC 9457 with a stable `code`. Fields may be added to answers at any time.
        """

    private var described: [(Route, Operation)] {
        routes.compactMap { route in route.operation.map { (route, $0) } }
    }

    private var tags: [String] {
        var tags: [String] = []
        for (_, operation) in described where !tags.contains(operation.tag) { tags.append(operation.tag) }
        return tags
    }

    private var paths: JSON {
        var order: [String] = []
        var byPath: [String: [(String, JSON)]] = [:]
        for (route, operation) in described {
            if byPath[route.path] == nil { order.append(route.path) }
            byPath[route.path, default: []].append((route.method.rawValue.lowercased(), json(of: operation, route)))
        }
        return .object(order.map { ($0, .object(byPath[$0] ?? [])) })
    }

    private func json(of operation: Operation, _ route: Route) -> JSON {
        var members: [(String, JSON)] = [
            ("operationId", .text(operation.id)), ("tags", [.text(operation.tag)]),
            ("summary", .text(operation.summary)),
        ]
        if let description = description(of: operation, route) { members.append(("description", .text(description))) }
        if route.access == .open { members.append(("security", .list([]))) }
        let parameters = operation.parameters + (operation.isRepeatable ? [Parameter.idempotencyKey] : [])
        if !parameters.isEmpty { members.append(("parameters", .list(parameters.map(\.json)))) }
        if let body = operation.body { members.append(("requestBody", body.json)) }
        var answers = operation.answers.map { (String($0.status), $0.json(links: operation.links)) }
        for problem in problems(of: operation, route) {
            answers.append((String(problem.status), ["$ref": .text("#/components/responses/\(problem.name)")]))
        }
        members.append(("responses", .object(answers)))
        return .object(members)
    }

    private func description(of operation: Operation, _ route: Route) -> String? {
        guard case .scope(let scope) = route.access else { return operation.description }
        let needs = "Needs a token with the scope `\(scope.rawValue)`."
        return operation.description.map { "\($0) \(needs)" } ?? needs
    }

    /// The statuses of problems that an operation may answer with.
    private func problems(of operation: Operation, _ route: Route) -> [KnownProblem] {
        var statuses: Set<Int> = [400, 404, 405, 408, 413, 503]
        if route.access != .open { statuses.formUnion([401, 403, 429]) }
        if operation.body != nil { statuses.formUnion([415, 422]) }
        if operation.isRepeatable { statuses.formUnion([409, 422]) }
        if operation.parameters.contains(where: { $0.name == "If-Match" }) { statuses.formUnion([412, 428]) }
        statuses.formUnion(operation.problems)
        return OpenAPIDocument.problems.filter { statuses.contains($0.status) }
    }
}

extension Parameter {
    fileprivate var json: JSON {
        [
            "name": .text(name), "in": .text(place.rawValue), "required": .yesNo(isRequired),
            "description": .text(description), "schema": schema.json,
        ]
    }
}

extension BodyRule {
    fileprivate var json: JSON {
        let content: [(String, JSON)]
        switch self {
        case .json(let schema): content = [("application/json", ["schema": schema.json])]
        case .bytes(let types, _): content = types.map { ($0, [:]) }
        }
        return ["required": true, "content": .object(content)]
    }
}

extension AnswerRule {
    fileprivate func json(links: [Operation.Link]) -> JSON {
        var members: [(String, JSON)] = [("description", .text(description))]
        if !headers.isEmpty {
            members.append(
                ("headers", .object(headers.map { ($0, ["$ref": .text("#/components/headers/\($0)")]) })))
        }
        if !mediaTypes.isEmpty {
            // Bytes that are no JSON have no schema.
            let content: JSON = schema.map { ["schema": $0.json] } ?? [:]
            members.append(("content", .object(mediaTypes.map { ($0, content) })))
        }
        if !links.isEmpty, status == 201 || status == 202 {
            members.append(
                (
                    "links",
                    .object(
                        links.map {
                            (
                                $0.operation,
                                [
                                    "operationId": .text($0.operation),
                                    "parameters": .object([($0.parameter, .text("$response.body#\($0.pointer)"))]),
                                ]
                            )
                        })
                ))
        }
        return .object(members)
    }
}
