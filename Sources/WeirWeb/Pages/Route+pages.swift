import HTTPTypes
import Hummingbird
import WeirApp

/// Makes the routes of pages.
struct PageRouting: Sendable {
    let lobby: Lobby
    let limits: WebLimits
    let budget: ByteBudget
    let pending = PendingPages()
}

/// Pages of a part of the application.
protocol PageGroup: Sendable {
    func routes(_ routing: PageRouting) -> [Route]
}

extension PageRouting {
    /// A page that is read.
    func page(
        _ path: String, for roles: Set<Role> = .everybody,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, access: .visitor(roles), group: .page, operation: nil) {
            [lobby, pending, limits] call in
            guard let visitor = call.visitor else { throw Problem.unexpected }
            let visit = Visit(call: call, visitor: visitor, lobby: lobby, agreement: await lobby.bar.agreement())
            guard visit.canWait else { return try await answer(visit) }
            let key = PendingPages.Key(session: visitor.secret, address: call.request.head.path ?? path)
            let page = try await pending.page(key, patience: .milliseconds(limits.pageMillis)) {
                try await answer(visit)
            }
            return page ?? visit.pending()
        }
    }

    /// A form that is sent. The session, the role, where it comes from and its token are checked before.
    /// - Parameter limit: bytes of its body; forms with files need more.
    func form(
        _ path: String, for roles: Set<Role> = .everybody, limit: Int = 256 * 1024,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: .post, path: path, access: .visitor(roles), group: .page, operation: nil) {
            [lobby, budget] call in
            guard let visitor = call.visitor else { throw Problem.unexpected }
            let body = try await FormBody.read(call.request, limit: limit, budget: budget)
            guard let token = body.value("csrf"), SignInDesk.isFormToken(token, of: visitor.secret) else {
                throw Problem(
                    403, "bad_form_token", "this form is from another session; load the page and send it again")
            }
            return try await answer(
                Visit(call: call, visitor: visitor, body: body, lobby: lobby, agreement: await lobby.bar.agreement()))
        }
    }

    /// A page for whoever is not signed in, too.
    func open(
        _ method: HTTPRequest.Method, _ path: String,
        _ answer: @escaping @Sendable (Call, FormBody) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: .open, group: .page, operation: nil) { [budget] call in
            guard method == .post else { return try await answer(call, FormBody()) }
            let body = try await FormBody.read(call.request, limit: 16 * 1024, budget: budget)
            return try await answer(call, body)
        }
    }
}

extension Response {
    static func html(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Response {
        .text(
            text, type: "text/html; charset=utf-8",
            status: HTTPResponse.Status(code: status, reasonPhrase: Status.title(status)), headers: headers)
    }

    /// What was asked for is done; look there.
    static func seeOther(_ path: String, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.location] = path
        return Response(status: .seeOther, headers: headers)
    }
}
