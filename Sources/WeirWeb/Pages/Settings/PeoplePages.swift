import Hummingbird
import WeirApp
import WeirPages

/// Who may sign in: for administrators.
struct PeoplePages {
    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/settings/people", for: [.admin]) { visit in PeopleList(visit: visit).page() },
            routing.form("/settings/people", for: [.admin]) { visit in
                let list = PeopleList(visit: visit)
                do {
                    let (person, code) = try visit.lobby.colleagues.invite(
                        name: visit.form("name") ?? "", email: visit.form("email") ?? "",
                        role: visit.form("role").flatMap(Role.init(rawValue:)) ?? .sdr, zone: visit.visitor.zone,
                        by: visit.visitor.person)
                    return list.page(invited: (person, code))
                } catch let error as ServiceError where [.invalid, .conflict].contains(error.code) {
                    return list.page(mistake: error.description)
                }
            },
            routing.form("/settings/people/{person}", for: [.admin]) { visit in
                let list = PeopleList(visit: visit)
                do {
                    _ = try visit.lobby.colleagues.change(
                        visit.parameter("person"),
                        role: visit.form("role").flatMap(Role.init(rawValue:)) ?? .auditor,
                        isDisabled: visit.form("disabled") == "yes", by: visit.visitor.person)
                    return .seeOther("/settings/people?done=changed")
                } catch let error as ServiceError where [.invalid, .conflict].contains(error.code) {
                    return list.page(mistake: error.description)
                }
            },
            routing.form("/settings/people/{person}/invite", for: [.admin]) { visit in
                let id = try visit.parameter("person")
                let person = try visit.lobby.colleagues.colleague(id)
                guard id != visit.visitor.person else {
                    throw Problem(409, "conflict", "this is you; change your own password under your account")
                }
                let code = try visit.lobby.colleagues.inviteAgain(id, by: visit.visitor.person)
                return PeopleList(visit: visit).page(invited: (person, code))
            },
        ]
    }
}

struct PeopleList {
    let visit: Visit
    private static let roles = Role.allCases.map { (value: $0.rawValue, words: $0.words) }

    func page(mistake: String? = nil, invited: (person: Colleague, code: String)? = nil) -> Response {
        visit.page("People", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("People").element
            SettingsRooms(role: visit.visitor.role, here: "/settings/people").element
            if let mistake { FormMistake(mistake).element }
            if visit.query("done") != nil { Notice(.kept) { p { "It is changed." } }.element }
            if let invited {
                Notice(.kept) {
                    p {
                        "\(invited.person.name) chooses a password at "
                        code { "/welcome" }
                        " with this code. It is shown this once and works for seven days:"
                    }
                    p { code(.class("secret")) { invited.code } }
                }.element
            }
            table
            section {
                h2 { "Invite somebody" }
                form(.action("/settings/people"), .method(.post), .class("stack")) {
                    visit.csrfField
                    Field("Name", "name").input([.type(.text), .isRequired, .maxLength(100), .autocomplete("off")])
                    Field("E-mail", "email").input([.type(.email), .isRequired, .autocomplete("off")])
                    Field("Role", "role").select(PeopleList.roles, chosen: Role.sdr.rawValue)
                    button(.type(.submit), .class("primary")) { "Invite" }
                }
            }
        }
    }

    private var table: HTMLElement {
        DataTable(
            "Everybody who may sign in",
            columns: [.init("Name"), .init("E-mail", isForWideOnly: true), .init("Role and access"), .init("State")],
            rows: visit.lobby.colleagues.everybody().map { person in
                [
                    Markup(text: person.name), Markup(text: person.email), Markup(roleForm(person)),
                    Markup {
                        span { person.state }
                        if person.id != visit.visitor.person {
                            visit.button(
                                "New invitation", HTMLAddress(path: "/settings/people/\(person.id)/invite", []))
                        }
                    },
                ]
            }
        ).element
    }

    private func roleForm(_ person: Colleague) -> HTMLElement {
        form(.action(HTMLAddress("/settings/people/", step: person.id)), .method(.post), .class("inline")) {
            visit.csrfField
            label(.class("quiet"), .for("role-\(person.id)")) { "Role of \(person.name)" }
            select(.id("role-\(person.id)"), .name("role")) {
                for role in Role.allCases {
                    option([.value(role.rawValue)] + (role == person.role ? [.isSelected] : [])) { role.words }
                }
            }
            label(.class("check")) {
                input(
                    [.type(.checkbox), .name("disabled"), .value("yes")] + (person.isDisabled ? [.isChecked] : []))
                "No access"
            }
            button(.type(.submit), .class("plain"), .label("Save role and access of \(person.name)")) { "Save" }
        }
    }
}

/// The audit log: who saw, took out and changed what.
struct AuditPages {
    let views: any ViewUseCases
    private static let pageSize = 50

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/settings/audit", for: [.admin, .auditor]) { visit in
                let before = visit.query("before").flatMap { Int64($0) }
                let entries = try visit.lobby.colleagues.audit(before: before, limit: AuditPages.pageSize + 1)
                let shown = entries.prefix(AuditPages.pageSize)
                let next = entries.count > shown.count ? shown.last?.id : nil
                let times = visit.times
                let subjects = AuditSubjects(visit, try? await views.overview())
                return visit.page("Audit log", room: .settings) {
                    PageHead("Audit log") {
                        "Who signed in, and who saw, took out or changed what. Nothing is ever removed."
                    }
                    .element
                    SettingsRooms(role: visit.visitor.role, here: "/settings/audit").element
                    if shown.isEmpty {
                        EmptyState("Nothing yet") { p { "Sign-ins and looks at people's data appear here." } }.element
                    } else {
                        DataTable(
                            "The newest first",
                            columns: [.init("When"), .init("Who"), .init("Did"), .init("What")],
                            rows: shown.map { entry in
                                [
                                    Markup(times.element(entry.at, isRelative: false)),
                                    Markup(text: entry.by ?? (entry.act == .invited ? "the command line" : "somebody")),
                                    Markup(text: entry.act.words),
                                    subjects.markup(entry.subject),
                                ]
                            }
                        ).element
                        Paging(
                            Texts.count(shown.count, "line"),
                            first: before == nil ? nil : HTMLAddress("/settings/audit"),
                            next: next.map { HTMLAddress("/settings/audit", [("before", String($0))]) }
                        ).element
                    }
                }
            }
        ]
    }
}
