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
    private static let partSize = 50

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
            filters
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

    private var role: Role? { visit.query("role").flatMap(Role.init(rawValue:)) }

    private func address(_ role: Role?, from place: Int = 0) -> HTMLAddress {
        HTMLAddress(
            "/settings/people",
            (role.map { [("role", $0.rawValue)] } ?? []) + (place > 0 ? [("from", String(place))] : []))
    }

    private var filters: HTMLElement {
        Chips(
            "Of which role",
            [.init("All", address(nil), isChosen: role == nil)]
                + Role.allCases.map { .init(Texts.title($0.words), address($0), isChosen: role == $0) }
        ).element
    }

    @MarkupBuilder private var table: Markup {
        let all = visit.lobby.colleagues.everybody().filter { role == nil || $0.role == role }
        let start = min(max(0, visit.query("from").flatMap { Int($0) } ?? 0), all.count)
        let part = Array(all.dropFirst(start).prefix(PeopleList.partSize))
        if part.isEmpty { p(.class("soft")) { "Nobody has this role." } } else { people(part) }
        if all.count > PeopleList.partSize {
            Paging(
                "\(start + 1) to \(start + part.count) of \(Texts.number(all.count))",
                first: start > 0 ? address(role) : nil,
                next: start + part.count < all.count ? address(role, from: start + part.count) : nil
            ).element
        }
    }

    private func people(_ part: [Colleague]) -> HTMLElement {
        DataTable(
            role.map { "Everybody who may sign in as \($0.words)" } ?? "Everybody who may sign in",
            columns: [.init("Name"), .init("E-mail", isForWideOnly: true), .init("Role and access"), .init("State")],
            rows: part.map { person in
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
