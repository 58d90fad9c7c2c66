import Crypto
import HTTPTypes
import Hummingbird
import WeirApp
import WeirIntake

/// What stands between a route and its handler: who asks, and whether what is asked follows the contract.
struct RequestDesk: Sendable {
    let access: any AccessUseCases
    let idempotency: any IdempotencyUseCases
    let limits: WebLimits
    let budget: ByteBudget
    let colleagues: SignInDesk
    /// Counts what each token asks for.
    let rates: RateGate

    /// - Parameter place: the address that it comes from.
    func answer(
        _ request: Request, _ target: Target, _ route: Route, _ parameters: [String: String], id: String, place: String
    ) async throws -> Response {
        if route.group == .page, request.method != .get, request.method != .head, !OwnPage.sent(request.head) {
            throw Problem(403, "foreign_form", "this was sent from another site; open the page here and send it again")
        }
        let caller = try authenticate(request, route.access)
        var call = Call(request: request, target: target, parameters: parameters, id: id, place: place, caller: caller)
        guard let operation = route.operation else {
            call.visitor = try admit(request, route.access)
            return try await route.answer(call)
        }
        guard let caller else { return try await answer(call, route, operation) }
        let pace = try pace(of: caller)
        var response = try await answer(call, route, operation)
        for field in pace { response.headers.append(field) }
        return response
    }

    private func answer(_ asked: Call, _ route: Route, _ operation: Operation) async throws -> Response {
        var call = asked
        let request = call.request
        try check(call.target, request.headers, operation)
        guard case .json(let schema)? = operation.body else { return try await route.answer(call) }
        try requireType(request.headers, ["application/json"])
        let body = try await Body.read(request, limit: limits.bodyBytes, budget: budget)
        let value = try JSONValue(parsing: body.bytes)
        let mistakes = schema.mistakes(value)
        guard mistakes.isEmpty, case .object(let object) = value else { throw Problem.mistakes(mistakes, in: "body") }
        call.json = object
        guard operation.isRepeatable, let key = request.headers[.idempotencyKey] else {
            return try await route.answer(call)
        }
        var hash = SHA256()
        hash.update(data: Array("\(request.method.rawValue) \(request.head.path ?? "")\n".utf8))
        hash.update(data: body.bytes)
        let fingerprint = hash.finalize().map { String($0, radix: 16) }.joined(separator: ".")
        return try await once(key, caller: call.caller?.id ?? "", fingerprint) { try await route.answer(call) }
    }

    /// What a token may still ask for, as draft-ietf-httpapi-ratelimit-headers-10 has it.
    private func pace(of caller: APIToken) throws -> HTTPFields {
        let perMinute = limits.tokenRequestsPerMinute
        var fields: HTTPFields = [.rateLimitPolicy: "\"token\";q=\(perMinute);w=60"]
        switch rates.admit(1, from: caller.id, perMinute: perMinute, nowMillis: SteadyClock.millis) {
        case .admitted(let left, let seconds): fields[.rateLimit] = "\"token\";r=\(left);t=\(seconds)"
        case .wait(let seconds):
            fields[.rateLimit] = "\"token\";r=0;t=\(seconds)"
            fields[.retryAfter] = String(seconds)
            throw Problem(
                429, "too_many_requests", "a token may ask \(perMinute) times a minute; ask again in \(seconds) s",
                headers: fields)
        }
        return fields
    }

    private func authenticate(_ request: Request, _ access: Route.Access) throws -> APIToken? {
        guard case .scope(let scope) = access else { return nil }
        guard let secret = Bearer.secret(request.headers), let token = self.access.authenticate(secret) else {
            throw Problem(
                401, "unauthorized", "send Authorization: Bearer with a token of `weir token create`",
                headers: [.wwwAuthenticate: "Bearer realm=\"weir\""])
        }
        guard token.scopes.contains(scope) else {
            throw Problem(403, "forbidden", "this needs a token with the scope \(scope.rawValue)")
        }
        return token
    }

    /// Whose session it is; `nil` on open routes.
    private func admit(_ request: Request, _ access: Route.Access) throws -> Visitor? {
        guard case .visitor(let roles) = access else { return nil }
        guard let visitor = visitor(request.headers) else {
            throw Problem(401, "signed_out", "sign in first")
        }
        guard roles.contains(visitor.role) else {
            let words = roles.map(\.words).sorted().joined(separator: ", ")
            throw Problem(403, "forbidden", "this is for: \(words); you are signed in as \(visitor.role.words)")
        }
        return visitor
    }

    /// Who is signed in; `nil` where nobody is.
    func visitor(_ headers: HTTPFields) -> Visitor? {
        guard let secret = Cookie.session.value(headers) else { return nil }
        return colleagues.visitor(secret).map { Visitor($0, secret: secret) }
    }

    private func check(_ target: Target, _ headers: HTTPFields, _ operation: Operation) throws {
        var mistakes: [Problem.Mistake] = []
        for (index, pair) in target.query.enumerated() {
            guard let rule = operation.parameters.first(where: { $0.place == .query && $0.name == pair.name }) else {
                let name = Problem.Mistake.escaped(pair.name)
                mistakes.append(.init(pointer: name, code: "unknown_parameter", message: "is not known here"))
                continue
            }
            if target.query[..<index].contains(where: { $0.name == pair.name }) {
                mistakes.append(.init(pointer: pair.name, code: "twice", message: "is given twice; give it once"))
            }
            if let mistake = rule.schema.mistake(inQuery: pair.value, at: pair.name) { mistakes.append(mistake) }
        }
        for rule in operation.parameters where rule.place == .query && rule.isRequired {
            if !target.query.contains(where: { $0.name == rule.name }) {
                mistakes.append(.init(pointer: rule.name, code: "missing", message: "is missing; it is required"))
            }
        }
        let headerRules = operation.parameters.filter { $0.place == .header }
        for rule in headerRules + (operation.isRepeatable ? [Parameter.idempotencyKey] : []) {
            guard let name = HTTPField.Name(rule.name), let value = headers[name] else { continue }
            if let mistake = rule.schema.mistake(inQuery: value, at: rule.name) { mistakes.append(mistake) }
        }
        if !mistakes.isEmpty { throw Problem.mistakes(mistakes, in: "query", status: 400) }
        if operation.parameters.contains(where: { $0.name == "If-Match" }), headers[.ifMatch] == nil {
            throw Problem(428, "if_match_missing", "send If-Match with the ETag of what you read")
        }
    }

    /// Does something once for a key, however often it is asked.
    private func once(
        _ key: String, caller: String, _ fingerprint: String, _ work: () async throws -> Response
    ) async throws -> Response {
        switch try await idempotency.begin(key: key, caller: caller, fingerprint: fingerprint) {
        case .answered(let answer): return Response(answer)
        case .running:
            throw Problem(409, "still_running", "the same request is being worked on; ask again in a moment")
        case .differs:
            throw Problem(422, "key_reused", "this Idempotency-Key was used for another request; take a new one")
        case .fresh: break
        }
        do {
            let response = try await work()
            let (answer, again) = try await IdempotentAnswer.of(response)
            try await idempotency.keep(answer, key: key, caller: caller)
            return again
        } catch {
            // Nothing was done, so the same key may try again.
            try? await idempotency.release(key: key, caller: caller)
            throw error
        }
    }
}

/// Reads `Authorization`.
enum Bearer {
    static func secret(_ headers: HTTPFields) -> String? {
        guard let field = headers[.authorization] else { return nil }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}

/// Whether a body is of a type that is taken here.
@discardableResult
func requireType(_ headers: HTTPFields, _ types: [String]) throws -> String {
    let given = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? ""
    guard types.contains(given) else {
        throw Problem(415, "unsupported_media_type", "send Content-Type \(types.joined(separator: " or "))")
    }
    return given
}

extension Problem {
    static func mistakes(_ mistakes: [Mistake], in place: String, status: Int = 422) -> Problem {
        let count = mistakes.count == 1 ? "a mistake" : "\(mistakes.count) mistakes"
        let first = mistakes.first.map { ": \($0.pointer) \($0.message)" } ?? ""
        return Problem(status, "invalid_\(place)", "the \(place) has \(count)\(first)", mistakes: mistakes)
    }
}

extension Schema {
    /// What is wrong with a query parameter or header, which are always text; `nil` when nothing is.
    package func mistake(inQuery text: String, at name: String) -> Problem.Mistake? {
        switch self {
        case .text(let rule): return rule.mistake(text, at: name)
        case .integer(let range):
            guard let number = WholeNumber.readDigits(text), range.contains(number) else {
                let words = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
                return .init(pointer: name, code: "out_of_range", message: words)
            }
            return nil
        case .yesNo:
            let isFine = text == "true" || text == "false"
            return isFine ? nil : .init(pointer: name, code: "wrong_type", message: "write true or false")
        case .list, .object, .described, .named, .orNull: return nil
        }
    }
}
