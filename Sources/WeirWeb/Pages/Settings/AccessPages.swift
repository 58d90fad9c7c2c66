import Hummingbird
import WeirApp
import WeirFacts
import WeirPages

/// Which systems may send events, and which programs may ask.
struct AccessPages {
    let access: any AccessUseCases
    private static let senders: Set<Role> = [.admin, .marketingOperations]

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/settings/sources", for: AccessPages.senders) { visit in try await sources(visit) },
            routing.form("/settings/sources", for: AccessPages.senders) { visit in
                let origins = (visit.form("origins") ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," })
                do {
                    let (source, key) = try await access.createSource(
                        name: visit.form("name") ?? "", TrackingSourceSettings(allowedOrigins: origins.map(String.init))
                    )
                    try visit.note(.changedAccess, source.id)
                    return try await sources(visit, made: (source, key))
                } catch let error as ServiceError where [.invalid, .conflict].contains(error.code) {
                    return try await sources(visit, mistake: error.description)
                }
            },
            routing.form("/settings/sources/{source}", for: AccessPages.senders) { visit in
                let source = try await access.source(visit.parameter("source"))
                try visit.note(.changedAccess, source.id)
                switch visit.form("do") {
                case "key":
                    let made = try await access.replaceKey(of: source.id)
                    return try await sources(visit, made: (made.0, made.key))
                case "delete": try await access.deleteSource(source.id, revision: nil)
                default:
                    var settings = source.settings
                    settings.isEnabled = visit.form("do") == "enable"
                    _ = try await access.changeSource(source.id, settings, revision: nil)
                }
                return .seeOther("/settings/sources")
            },
            routing.page("/settings/tokens", for: [.admin]) { visit in try await tokens(visit) },
            routing.form("/settings/tokens", for: [.admin]) { visit in
                let scopes = visit.body.fields.filter { $0.name == "scope" }.compactMap { Scope(rawValue: $0.value) }
                let days = visit.form("days").flatMap { Int64($0) }.map { min(max($0, 1), 3650) }
                do {
                    let (token, secret) = try await access.createToken(
                        name: visit.form("name") ?? "", scopes: Set(scopes),
                        expiresAt: days.map {
                            Instant(milliseconds: visit.lobby.now().milliseconds + $0 * 86_400_000)
                        })
                    try visit.note(.changedAccess, token.id)
                    return try await tokens(visit, made: (token, secret))
                } catch let error as ServiceError where error.code == .invalid {
                    return try await tokens(visit, mistake: error.description)
                }
            },
            routing.form("/settings/tokens/{token}/revoke", for: [.admin]) { visit in
                let id = try visit.parameter("token")
                try await access.revokeToken(id)
                try visit.note(.changedAccess, id)
                return .seeOther("/settings/tokens")
            },
        ]
    }

    private static let partSize = 50

    @MarkupBuilder private static func paging(
        _ path: StaticString, _ count: Int, _ next: String?, _ visit: Visit
    ) -> Markup {
        let isPart = visit.query("cursor") != nil
        if next != nil || isPart {
            Paging(
                "\(count) shown", first: isPart ? HTMLAddress(path) : nil,
                next: next.map { HTMLAddress(path, [("cursor", $0)]) }
            ).element
        }
    }

    private func sources(_ visit: Visit, made: (TrackingSource, key: String)? = nil, mistake: String? = nil)
        async throws -> Response
    {
        let part = try await access.sources(PageRequest(limit: AccessPages.partSize, cursor: visit.query("cursor")))
        let all = part.items
        return visit.page("Sources", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("Sources") { "Websites, products and forms that send events. Each has a write key of its own." }
                .element
            SettingsRooms(role: visit.visitor.role, here: "/settings/sources").element
            if let mistake { FormMistake(mistake).element }
            if let made { Secret(title: "The write key of \(made.0.name)", secret: made.key).element }
            if all.isEmpty {
                EmptyState("No source yet") {
                    p { "Make one below, and give its write key to the tracker of your website." }
                }.element
            } else {
                DataTable(
                    "Sources", columns: [.init("Name"), .init("Key"), .init("Web pages"), .init("State"), .init("")],
                    rows: all.map { source in
                        let address = HTMLAddress("/settings/sources/", step: source.id)
                        return [
                            Markup(text: source.name), Markup(code { source.keyHint }),
                            Markup(text: source.settings.allowedOrigins.joined(separator: " ")),
                            Markup(
                                source.settings.isEnabled
                                    ? Badge("may send", .kept, icon: .kept).element : Badge("may not send").element),
                            Markup {
                                visit.button(
                                    source.settings.isEnabled ? "Stop" : "Let it send", address,
                                    [("do", source.settings.isEnabled ? "disable" : "enable")])
                                visit.button("New key", address, [("do", "key")])
                                visit.button("Delete", address, [("do", "delete")])
                            },
                        ]
                    }
                ).element
                AccessPages.paging("/settings/sources", all.count, part.next, visit)
            }
            section {
                h2 { "Add a source" }
                form(.action("/settings/sources"), .method(.post), .class("stack")) {
                    visit.csrfField
                    Field("Name", "name").input([.type(.text), .isRequired, .maxLength(100)])
                    Field(
                        "Web pages that may send", "origins",
                        hint: "Like https://www.example.com, parted by spaces. Empty: servers only."
                    ).input([.type(.text), .maxLength(2000)])
                    button(.type(.submit), .class("primary")) { "Add" }
                }
            }
        }
    }

    private func tokens(_ visit: Visit, made: (APIToken, secret: String)? = nil, mistake: String? = nil) async throws
        -> Response
    {
        let part = try await access.tokens(PageRequest(limit: AccessPages.partSize, cursor: visit.query("cursor")))
        let all = part.items
        let times = visit.times
        return visit.page("Tokens", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("Tokens") {
                "With a token, a program asks the REST API. It can do what its scopes say and nothing else."
            }
            .element
            SettingsRooms(role: visit.visitor.role, here: "/settings/tokens").element
            if let mistake { FormMistake(mistake).element }
            if let made { Secret(title: "The token \(made.0.name)", secret: made.secret).element }
            if all.isEmpty {
                EmptyState("No token yet") { p { "Programs cannot ask anything." } }.element
            } else {
                DataTable(
                    "Tokens",
                    columns: [
                        .init("Name"), .init("Scopes"), .init("Used last"), .init("Expires"), .init(""),
                    ],
                    rows: all.map { token in
                        [
                            Markup {
                                token.name
                                " "
                                code { token.hint }
                            },
                            Markup(text: token.scopes.map(\.rawValue).sorted().joined(separator: ", ")),
                            token.lastUsedAt.map { Markup(times.element($0)) } ?? Markup(text: "never"),
                            token.expiresAt.map { Markup(times.element($0, isRelative: false)) }
                                ?? Markup(text: "never"),
                            Markup(
                                visit.button("Revoke", HTMLAddress(path: "/settings/tokens/\(token.id)/revoke", []))),
                        ]
                    }
                ).element
                AccessPages.paging("/settings/tokens", all.count, part.next, visit)
            }
            section {
                h2 { "Make a token" }
                form(.action("/settings/tokens"), .method(.post), .class("stack")) {
                    visit.csrfField
                    Field("What it is for", "name").input([.type(.text), .isRequired, .maxLength(100)])
                    fieldset {
                        legend { "Scopes" }
                        for scope in Scope.allCases {
                            label(.class("check")) {
                                input(.type(.checkbox), .name("scope"), .value(scope.rawValue))
                                scope.rawValue
                            }
                        }
                    }
                    Field("Days until it expires", "days", hint: "Empty: never.").input([
                        .type(.number), .min("1"), .max("3650"),
                    ])
                    button(.type(.submit), .class("primary")) { "Make" }
                }
            }
        }
    }
}

/// A secret that is shown this once.
struct Secret {
    let title: String
    let secret: String

    var element: HTMLElement {
        Notice(.kept) {
            p { "\(title), shown this once:" }
            p {
                code(.class("secret")) { secret }
                button(.type(.button), .class("plain"), .data("copy", secret)) { "Copy" }
            }
        }.element
    }
}
