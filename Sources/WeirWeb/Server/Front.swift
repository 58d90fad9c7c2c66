import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import WeirApp
import WeirFacts

/// What every request passes: it gets an id, finds its route, is answered, counted and logged. Whatever goes wrong
/// behind it becomes a ``Problem``; nobody ever sees an error's insides.
struct Front: HTTPResponder {
    struct Context: InitializableFromSource {
        let peer: SocketAddress?
        init(source: ApplicationRequestContextSource) { peer = source.channel.remoteAddress }
    }

    let table: RouteTable
    let desk: RequestDesk
    let origins: Origins
    let meters: Meters
    let log: EventLog
    let lobby: Lobby

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        let id = RequestID.given(request.headers) ?? RequestID.new()
        let target = Target(request.head.path ?? "/")
        let finding = table.find(request.method, target.steps)
        var response: Response
        var code: String?
        do {
            response = try await answer(request, target, finding, id: id, place: context.place(request.headers))
        } catch let error as HTTPParserError {
            throw error
        } catch {
            let problem = Problem(error) ?? .unexpected
            if problem.status == 500 {
                log.error("unexpected", ("request_id", .text(id)), ("error", .text("\(error)")))
            }
            code = problem.code
            response = answer(problem, request, target, finding, id: id)
        }
        if request.method == .head { response = Response(status: response.status, headers: response.headers) }
        finish(&response, request, finding, id: id)
        note(request, finding, response, code: code, id: id, took: ContinuousClock.now - start)
        return response
    }

    private func answer(_ request: Request, _ target: Target, _ finding: RouteTable.Finding, id: String, place: String)
        async throws -> Response
    {
        if request.method == .options {
            return finding.group == .tracking ? origins.preflight(request) : options(target)
        }
        switch finding {
        case .route(let route, let parameters):
            return try await desk.answer(request, target, route, parameters, id: id, place: place)
        case .otherMethods(_, let methods):
            let names = methods.map(\.rawValue).joined(separator: ", ")
            throw Problem(405, "method_not_allowed", "this takes \(names)", headers: [.allow: names])
        case .nothing:
            throw Problem.notFound("nothing is here; /api/v1/openapi.json lists what there is")
        }
    }

    /// What went wrong, as whoever asked reads it: a page, the way to the door, or JSON.
    private func answer(
        _ problem: Problem, _ request: Request, _ target: Target, _ finding: RouteTable.Finding, id: String
    ) -> Response {
        let wantsPage = request.headers[.accept]?.contains("text/html") ?? false
        guard finding.group == .page || (!finding.isKnown && wantsPage && !target.path.hasPrefix("/api/")) else {
            return .problem(problem, requestID: id)
        }
        if problem.code == "signed_out" {
            // A part of a page cannot become the page for signing in.
            if request.headers[.partialRequest] == "true" {
                return Response(status: .unauthorized, headers: [.hxRedirect: "/sign-in"])
            }
            let isPage = request.method == .get || request.method == .head
            return .seeOther("/sign-in" + (isPage ? SignInPages.way(back: request.head.path ?? "/") : ""))
        }
        let problem = finding.isKnown ? problem : Problem.notFound("there is no page at this address")
        return lobby.page(
            problem, request.headers, desk.visitor(request.headers), path: target.path, requestID: id)
    }

    private func options(_ target: Target) -> Response {
        let methods = table.methods(target.steps)
        return Response(status: .noContent, headers: [.allow: methods.map(\.rawValue).joined(separator: ", ")])
    }

    private func finish(_ response: inout Response, _ request: Request, _ finding: RouteTable.Finding, id: String) {
        response.headers[.requestID] = id
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if response.headers[.contentType]?.hasPrefix("text/html") ?? false {
            response.headers[.contentSecurityPolicy] = Front.pagePolicy
            response.headers[.strictTransportSecurity] = "max-age=31536000"
            response.headers[.vary] = "Cookie, HX-Request"
        }
        if finding.group == .tracking { origins.allow(request, &response) }
    }

    /// Pages load what is ours and nothing else, run no script and take no style that stands in them.
    private static let pagePolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
        "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private func note(
        _ request: Request, _ finding: RouteTable.Finding, _ response: Response, code: String?, id: String,
        took duration: Duration
    ) {
        let path = finding.path
        meters.requests.add(1, path, finding.isKnown ? request.method.rawValue : "other", String(response.status.code))
        meters.requestTime.record(duration, finding.group.rawValue)
        let isFailure = response.status.code >= 500
        // Tracking requests are too many to write a line for each; they are counted.
        // Whether it is ready is asked all the time, and logged by whoever asks.
        switch finding.group {
        case .operations, .asset: return
        case .tracking: guard isFailure else { return }
        case .api, .stream, .page: break
        }
        log.line(
            isFailure ? "error" : "info", "request",
            [
                ("request_id", .text(id)), ("method", .text(finding.isKnown ? request.method.rawValue : "other")),
                ("route", .text(path)), ("status", .integer(response.status.code)), ("code", .text(orNull: code)),
                ("micros", .integer(duration.inMicroseconds)),
            ])
    }
}

extension RouteTable.Finding {
    /// The route's path with its `{names}`: few, and nothing personal, unlike the path as it was asked for.
    fileprivate var path: String {
        switch self {
        case .route(let route, _): route.path
        case .otherMethods(let path, _): path
        case .nothing: "none"
        }
    }

    fileprivate var isKnown: Bool { if case .route = self { true } else { false } }

    fileprivate var group: Route.Group {
        switch self {
        case .route(let route, _): route.group
        case .otherMethods(let path, _): path.hasPrefix("/v1/") || path.hasPrefix("/com.") ? .tracking : .operations
        case .nothing: .operations
        }
    }
}

extension Front.Context {
    /// The address that a request comes from: what a proxy on this machine says, or who is connected.
    fileprivate func place(_ headers: HTTPFields) -> String {
        let direct = peer?.ipAddress ?? ""
        guard direct == "127.0.0.1" || direct == "::1", let said = headers[.forwardedFor] else { return direct }
        return said.split(separator: ",").last.map { $0.filter { $0 != " " } } ?? direct
    }
}

/// The id of a request in answers and logs.
enum RequestID {
    /// The one that a proxy gave it, if that is a plain word.
    static func given(_ headers: HTTPFields) -> String? {
        guard let id = headers[.requestID], (1...64).contains(id.utf8.count) else { return nil }
        let isPlain = id.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                || $0 == 0x5F || $0 == 0x2E
        }
        return isPlain ? id : nil
    }

    static func new() -> String {
        let number = UInt64.random(in: .min ... .max)
        let text = String(number, radix: 16)
        return "req_" + String(repeating: "0", count: 16 - text.count) + text
    }
}
