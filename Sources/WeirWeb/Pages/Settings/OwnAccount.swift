import Hummingbird
import WeirApp
import WeirPages

/// One's own account: time zone, password, authenticator, browsers.
struct OwnAccount: SettingsForm {
    let visit: Visit

    func page(mistake: String? = nil) -> Response {
        let own = try? visit.lobby.colleagues.colleague(visit.visitor.person)
        return visit.page("Settings", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("Settings").element
            SettingsRooms(role: visit.visitor.role, here: "/settings").element
            if let mistake { FormMistake(mistake).element }
            if mistake == nil, visit.query("done") != nil { Notice(.kept) { p { "It is changed." } }.element }
            section {
                h2 { "Your account" }
                dl(.class("facts")) {
                    dt { "Name" }
                    dd { visit.visitor.name }
                    dt { "E-mail" }
                    dd { visit.visitor.email }
                    dt { "Role" }
                    dd { visit.visitor.role.words }
                }
                form(.action("/settings/zone"), .method(.post), .class("stack")) {
                    visit.csrfField
                    Field("Time zone", "zone", hint: "Times on pages are said in it. Like Europe/Berlin.").input([
                        .type(.text), .value(own?.zone ?? "UTC"), .isRequired, .maxLength(60),
                    ])
                    button(.type(.submit), .class("plain")) { "Save" }
                }
            }
            section {
                h2 { "Keys" }
                label(.class("check")) {
                    input(.type(.checkbox), .isChecked, .data("keys-switch", ""))
                    "Single keys do something, in this browser (1, 2, 3, H, J, K, /, ?)"
                }
            }
            if own?.hasPassword ?? false { passwordSection }
            if own?.hasPassword ?? false { codeSection(own?.hasCode ?? false) }
            sessions
        }
    }

    private var passwordSection: HTMLElement {
        section {
            h2 { "Password" }
            form(.action("/settings/password"), .method(.post), .class("stack")) {
                visit.csrfField
                Field("The one you have now", "old").input([
                    .type(.password), .autocomplete("current-password"), .isRequired,
                ])
                NewPassword(title: "A new one").element
                button(.type(.submit), .class("plain")) { "Change password" }
            }
            p(.class("fine")) { "Your other sessions end." }
        }
    }

    @MarkupBuilder private func codeSection(_ hasCode: Bool) -> Markup {
        section {
            h2 { "Authenticator" }
            if hasCode {
                p { "Signing in asks for a code of your authenticator." }
                form(.action("/settings/code/remove"), .method(.post), .class("stack")) {
                    visit.csrfField
                    div(.class("field")) {
                        label(.for("f-remove")) { "Your password" }
                        input(
                            .type(.password), .id("f-remove"), .name("password"), .autocomplete("current-password"),
                            .isRequired)
                    }
                    button(.type(.submit), .class("plain")) { "Sign in without a code from now on" }
                }
            } else {
                p(.class("text")) { "With an authenticator, nobody signs in with your password alone." }
                visit.button("Set an authenticator up", "/settings/code")
            }
        }
    }

    /// Shows a key for an authenticator, and asks for its first code.
    func newCode(mistake: String? = nil) -> Response {
        let own = try? visit.lobby.colleagues.colleague(visit.visitor.person)
        guard let own else { return .seeOther("/settings") }
        let (key, address) = visit.lobby.colleagues.newCodeKey(for: own)
        let secret = address.split(separator: "secret=").last?.prefix { $0 != "&" } ?? ""
        return visit.page("Authenticator", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("Set an authenticator up").element
            if let mistake { FormMistake(mistake + "; this is a new key").element }
            ol(.class("text")) {
                li { "Open your authenticator (any that shows six digits) and add an account by typing a key in." }
                li {
                    "Account: "
                    strong { own.email }
                    ". Key, based on time: "
                    code { String(secret) }
                }
                li { "Type the six digits that it shows now." }
            }
            form(.action("/settings/code/confirm"), .method(.post), .class("stack")) {
                visit.csrfField
                input(.type(.hidden), .name("key"), .value(key))
                Field("Six-digit code", "code").input([
                    .type(.text), .inputMode("numeric"), .autocomplete("one-time-code"), .maxLength(8), .isRequired,
                ])
                Field("Your password", "password").input([
                    .type(.password), .autocomplete("current-password"), .isRequired,
                ])
                button(.type(.submit), .class("primary")) { "Turn it on" }
            }
            p(.class("fine")) { a(.to("/settings")) { "Not now" } }
        }
    }

    @MarkupBuilder private var sessions: Markup {
        let all = (try? visit.lobby.colleagues.sessions(of: visit.visitor.person, current: visit.visitor.secret)) ?? []
        let times = visit.times
        section {
            h2 { "Where you are signed in" }
            DataTable(
                "A session ends after ten hours without use, and after seven days.",
                columns: [.init("Browser"), .init("Signed in"), .init("Used last"), .init("")],
                rows: all.map { session in
                    [
                        Markup(text: Browser(session.agent).words + (session.isCurrent ? ", this one" : "")),
                        Markup(times.element(session.createdAt)), Markup(times.element(session.usedAt)),
                        session.isCurrent
                            ? Markup()
                            : Markup(visit.button("End", "/settings/sessions/end", [("session", session.id)])),
                    ]
                }
            ).element
            if all.count > 1 { visit.button("End all others", "/settings/sessions/end") }
        }
    }
}

/// A browser by the words it says of itself.
struct Browser {
    let words: String

    init(_ agent: String) {
        let names = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"),
        ]
        let name = names.first { agent.contains($0.0) }?.1 ?? "A browser"
        let system = systems.first { agent.contains($0.0) }?.1
        words = name + (system.map { " on \($0)" } ?? "")
    }
}
