import HTTPTypes
import Hummingbird
import WeirApp
import WeirIntake

/// One thing that may be asked: a method on a path, and who answers it.
struct Route: Sendable {
    /// Who may ask.
    enum Access: Sendable, Equatable {
        /// Anybody; or the handler looks at the credentials itself.
        case open
        /// Whoever has a token with this scope.
        case scope(Scope)
        /// Whoever is signed in and has one of these roles.
        case visitor(Set<Role>)
    }

    let method: HTTPRequest.Method
    /// Steps such as `api/v1/accounts/{account}`; a step in braces takes any one step.
    let path: String
    let access: Access
    /// What requests are counted and timed under.
    let group: Group
    /// How the OpenAPI document describes it; `nil` for what is not part of it.
    let operation: Operation?
    let answer: @Sendable (Call) async throws -> Response

    enum Group: String, Sendable { case tracking, api, stream, operations, page, asset }

    var steps: [String] { path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init) }
}

/// A request that found its route.
struct Call: Sendable {
    let request: Request
    let target: Target
    /// The steps that stand for `{names}` in the route's path.
    let parameters: [String: String]
    /// The id under which the request stands in logs and answers.
    let id: String
    /// The address it comes from, as far as it is known.
    var place = ""
    /// Who asks; `nil` on open routes.
    let caller: APIToken?
    /// Who looks at a page; `nil` on other routes, and on pages that are open.
    var visitor: Visitor?
    /// The body, checked, where the operation takes JSON.
    var json = JSONObject()

    func parameter(_ name: String) throws -> String {
        guard let value = parameters[name] else { throw Problem.unexpected }
        return value
    }

    /// The value of a query parameter.
    func query(_ name: String) -> String? { target.query.first { $0.name == name }?.value }
}
