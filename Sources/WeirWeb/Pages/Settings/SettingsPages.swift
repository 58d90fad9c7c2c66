import HTTPTypes
import Hummingbird
import WeirApp
import WeirPages

/// Settings: one's own account, and for administrators people, sources, tokens and the audit log.
struct SettingsPages: PageGroup {
    let access: any AccessUseCases
    let notices: NoticeDesk
    let views: any ViewUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        ownRoutes(routing) + PeoplePages().routes(routing) + AccessPages(access: access).routes(routing)
            + NoticePages(notices: notices).routes(routing) + CalendarPages(notices: notices).routes(routing)
            + AuditPages(views: views).routes(routing)
    }

    private func ownRoutes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/settings") { visit in OwnAccount(visit: visit).page() },
            routing.form("/settings/zone") { visit in
                try await visit.doing(OwnAccount(visit: visit)) {
                    try visit.lobby.colleagues.changeZone(of: visit.visitor.person, to: visit.form("zone") ?? "")
                }
            },
            routing.form("/settings/password") { visit in
                try await visit.doing(OwnAccount(visit: visit)) {
                    try await visit.lobby.colleagues.changePassword(
                        of: visit.visitor.person, from: visit.form("old") ?? "", to: visit.form("password") ?? "",
                        current: visit.visitor.secret)
                }
            },
            routing.form("/settings/code") { visit in OwnAccount(visit: visit).newCode() },
            routing.form("/settings/code/confirm") { visit in
                do {
                    try await visit.lobby.colleagues.confirmCode(
                        of: visit.visitor.person, key: visit.form("key") ?? "", code: visit.form("code") ?? "",
                        password: visit.form("password") ?? "")
                    return .seeOther("/settings?done=code")
                } catch let error as ServiceError where [.invalid, .overloaded, .conflict].contains(error.code) {
                    return OwnAccount(visit: visit).newCode(mistake: error.description)
                }
            },
            routing.form("/settings/code/remove") { visit in
                try await visit.doing(OwnAccount(visit: visit)) {
                    try await visit.lobby.colleagues.removeCode(
                        of: visit.visitor.person, password: visit.form("password") ?? "")
                }
            },
            routing.form("/settings/sessions/end") { visit in
                try visit.lobby.colleagues.endSessions(
                    of: visit.visitor.person, only: visit.form("session"), current: visit.visitor.secret)
                return .seeOther("/settings?done=sessions")
            },
        ]
    }
}

/// A page of settings that can be shown again with what was wrong.
protocol SettingsForm {
    func page(mistake: String?) -> Response
}

extension Visit {
    /// Changes something, then shows the settings; shows the form again where it was not right.
    func doing(_ form: some SettingsForm, _ body: () async throws -> Void) async throws -> Response {
        do {
            try await body()
            return .seeOther("/settings?done=saved")
        } catch let error as ServiceError where [.invalid, .overloaded, .conflict].contains(error.code) {
            return form.page(mistake: error.description)
        }
    }
}

/// The rooms of the settings.
struct SettingsRooms {
    let role: Role
    let here: String

    var element: HTMLElement {
        let all: [(String, HTMLAddress, Bool)] = [
            ("Your account", "/settings", true), ("Calendar", "/settings/calendar", true),
            ("People", "/settings/people", role == .admin),
            ("Sources", "/settings/sources", role == .admin || role == .marketingOperations),
            ("Tokens", "/settings/tokens", role == .admin),
            ("Notifications", "/settings/notifications", role == .admin || role == .marketingOperations),
            ("Audit log", "/settings/audit", role == .admin || role == .auditor),
            ("Import a file", "/import", role == .admin || role == .marketingOperations),
        ].map { ($0.0, HTMLAddress(path: $0.1, []), $0.2) }
        return Chips(
            "Settings", all.filter(\.2).map { .init($0.0, $0.1, isChosen: $0.1 == HTMLAddress(path: here, [])) }
        ).element
    }
}
