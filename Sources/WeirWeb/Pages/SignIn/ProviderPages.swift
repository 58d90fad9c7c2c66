import HTTPTypes
import Hummingbird
import WeirApp
import WeirPages

/// Signing in at the identity provider: out, and back.
struct ProviderPages {
    let door: ProviderDoor

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.open(.get, "/sign-in/provider") { call, _ in
                let (address, state) = try await door.leave(next: SignInPages.next(call.query("next")) ?? "")
                return .seeOther(address, headers: [.setCookie: Cookie.provider.set(state, seconds: 600)])
            },
            routing.open(.get, "/sign-in/provider/back") { call, _ in try await back(call, routing.lobby) },
        ]
    }

    private func back(_ call: Call, _ lobby: Lobby) async throws -> Response {
        if let error = call.query("error") {
            throw Problem(422, "provider_refused", "the identity provider said: \(error.prefix(60)); try again")
        }
        guard let state = call.query("state"), let code = call.query("code"),
            let held = Cookie.provider.value(call.request.headers)
        else { throw Problem(400, "stale_sign_in", "this page is for coming back from the identity provider") }
        let (identity, next) = try await door.comeBack(
            state: state, held: held, code: code, nowSeconds: lobby.now().milliseconds / 1000)
        let (colleague, secret) = try lobby.colleagues.signIn(
            subject: "\(door.provider.issuer) \(identity.subject)", email: identity.email, name: identity.name,
            role: door.provider.role(of: identity.groups), agent: call.request.headers[.userAgent] ?? "")
        var response = SignInPages.enter(secret, next.isEmpty ? colleague.role.firstRoom : next)
        response.headers.append(HTTPField(name: .setCookie, value: Cookie.provider.set("", seconds: 0)))
        return response
    }
}
