import HTTPTypes
import Hummingbird
import WeirApp
import WeirPages

/// The door: signing in and out, the first person, invitations.
struct SignInPages: PageGroup {
    let provider: ProviderDoor?

    func routes(_ routing: PageRouting) -> [Route] {
        let lobby = routing.lobby
        return [
            routing.open(.get, "/") { call, _ in
                if lobby.colleagues.isEmpty { return .seeOther("/setup") }
                return .seeOther(visitor(call, lobby)?.role.firstRoom ?? "/sign-in")
            },
            routing.open(.get, "/sign-in") { call, _ in
                if lobby.colleagues.isEmpty { return .seeOther("/setup") }
                if let visitor = visitor(call, lobby) { return .seeOther(visitor.role.firstRoom) }
                return page(call, lobby, SignInForm(provider: provider, next: SignInPages.next(call.query("next"))))
            },
            routing.open(.post, "/sign-in") { call, form in try await signIn(call, form, lobby) },
            routing.open(.get, "/setup") { call, _ in
                lobby.colleagues.isEmpty ? page(call, lobby, SetUpForm()) : .seeOther("/sign-in")
            },
            routing.open(.post, "/setup") { call, form in try await setUp(call, form, lobby) },
            routing.open(.get, "/welcome") { call, _ in page(call, lobby, WelcomeForm()) },
            routing.open(.post, "/welcome") { call, form in try await welcome(call, form, lobby) },
            routing.form("/sign-out") { visit in
                try visit.lobby.colleagues.signOut(visit.visitor.secret)
                return .seeOther(
                    "/sign-in",
                    headers: [.setCookie: Cookie.session.set("", seconds: 0), .clearSiteData: "\"cache\", \"storage\""])
            },
            routing.form("/settings/theme") { visit in
                let theme = visit.form("theme").flatMap(Theme.init(rawValue:)) ?? .auto
                let cookie = Cookie.theme.set(theme.rawValue, seconds: 31_536_000)
                return .seeOther("/settings", headers: [.setCookie: cookie])
            },
        ] + (provider.map { ProviderPages(door: $0).routes(routing) } ?? [])
    }

    private func signIn(_ call: Call, _ form: FormBody, _ lobby: Lobby) async throws -> Response {
        let next = SignInPages.next(form.value("next"))
        let email = form.value("email") ?? ""
        do {
            let (colleague, secret) = try await lobby.colleagues.signIn(
                email: email, password: form.value("password") ?? "", code: form.value("code"), from: call.place,
                agent: call.request.headers[.userAgent] ?? "")
            return SignInPages.enter(secret, next ?? colleague.role.firstRoom)
        } catch let error as ServiceError {
            return page(
                call, lobby, SignInForm(provider: provider, next: next, email: email, mistake: error.description),
                error)
        }
    }

    private func setUp(_ call: Call, _ form: FormBody, _ lobby: Lobby) async throws -> Response {
        let filled = SetUpForm(
            code: form.value("code") ?? "", name: form.value("name") ?? "", email: form.value("email") ?? "")
        let password = form.value("password") ?? ""
        do {
            _ = try await lobby.colleagues.setUp(
                secret: filled.code, name: filled.name, email: filled.email, password: password,
                zone: form.value("zone") ?? "UTC", from: call.place)
            let (_, secret) = try await lobby.colleagues.signIn(
                email: filled.email, password: password, code: nil, from: call.place,
                agent: call.request.headers[.userAgent] ?? "")
            return SignInPages.enter(secret, "/start")
        } catch let error as ServiceError {
            var filled = filled
            filled.mistake = error.description
            return page(call, lobby, filled, error)
        }
    }

    private func welcome(_ call: Call, _ form: FormBody, _ lobby: Lobby) async throws -> Response {
        let code = form.value("code") ?? ""
        do {
            let (colleague, secret) = try await lobby.colleagues.accept(
                code: code, password: form.value("password") ?? "", from: call.place,
                agent: call.request.headers[.userAgent] ?? "")
            return SignInPages.enter(secret, colleague.role.firstRoom)
        } catch let error as ServiceError {
            return page(call, lobby, WelcomeForm(code: code, mistake: error.description), error)
        }
    }

    // MARK: Within

    private func visitor(_ call: Call, _ lobby: Lobby) -> Visitor? {
        Cookie.session.value(call.request.headers).flatMap { secret in
            lobby.colleagues.visitor(secret).map { Visitor($0, secret: secret) }
        }
    }

    private func page(_ call: Call, _ lobby: Lobby, _ form: some DoorForm, _ error: ServiceError? = nil) -> Response {
        var headers = HTTPFields()
        if let seconds = error?.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
        let status = error.map { $0.code == .overloaded ? 429 : 422 } ?? 200
        return .html(
            lobby.frame(call.request.headers, nil).page(form.title) { form.body }, status: status, headers: headers)
    }

    static func enter(_ secret: String, _ path: String) -> Response {
        .seeOther(path, headers: [.setCookie: Cookie.session.set(secret)])
    }

    /// A path of ours to go to after signing in; `nil` for anything else, which could lead elsewhere.
    static func next(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 2000, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return nil }
        return text
    }

    /// `?next=` with the page that was asked for.
    static func way(back path: String) -> String {
        guard let path = next(path), path != "/" else { return "" }
        return HTMLAddress("/sign-in", [("next", path)]).location.replacing("/sign-in", with: "", maxReplacements: 1)
    }
}
