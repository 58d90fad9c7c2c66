import Hummingbird
import WeirApp
import WeirPages

/// The audit log: who saw, took out and changed what.
struct AuditPages {
    let views: any ViewUseCases
    private static let pageSize = 50
    private static let kinds: [(name: String, words: String, acts: [AuditEntry.Act])] = [
        ("saw", "Seen", [.saw]), ("exported", "Taken out", [.exported]), ("changed", "Changed", [.changed]),
        ("people", "People and access", [.invited, .changedPerson, .changedAccess]),
        ("doors", "Signed in and out", [.signedIn, .signedOut, .refused]),
    ]

    func routes(_ routing: PageRouting) -> [Route] {
        [routing.page("/settings/audit", for: [.admin, .auditor]) { visit in try await page(visit) }]
    }

    private func page(_ visit: Visit) async throws -> Response {
        let before = visit.query("before").flatMap { Int64($0) }
        let kind = AuditPages.kinds.first { $0.name == visit.query("kind") }
        let people = visit.lobby.colleagues.everybody()
        let who = people.first { $0.id == visit.query("who") }
        let entries = try visit.lobby.colleagues.audit(
            before: before, limit: AuditPages.pageSize + 1, acts: kind?.acts ?? [], by: who?.id)
        let shown = entries.prefix(AuditPages.pageSize)
        let next = entries.count > shown.count ? shown.last?.id : nil
        let subjects = AuditSubjects(visit, try? await views.overview())
        func address(_ kind: String?, _ before: Int64? = nil) -> HTMLAddress {
            let filters = [("kind", kind), ("who", who?.id), ("before", before.map { String($0) })]
            return HTMLAddress("/settings/audit", filters.compactMap { name, value in value.map { (name, $0) } })
        }
        return visit.page("Audit log", room: .settings) {
            PageHead("Audit log") { "Who signed in, and who saw, took out or changed what. Nothing is ever removed." }
                .element
            SettingsRooms(role: visit.visitor.role, here: "/settings/audit").element
            div(.class("filters")) {
                Chips(
                    "Of which kind",
                    [.init("All", address(nil), isChosen: kind == nil)]
                        + AuditPages.kinds.map { .init($0.words, address($0.name), isChosen: kind?.name == $0.name) }
                ).element
                choice(of: people, who, kind?.name)
            }
            if shown.isEmpty {
                EmptyState(before == nil && kind == nil && who == nil ? "Nothing yet" : "Nothing of this kind") {
                    p { "Sign-ins and looks at people's data appear here." }
                }.element
            } else {
                table(shown, subjects, visit.times)
                Paging(
                    Texts.count(shown.count, "line"), first: before == nil ? nil : address(kind?.name),
                    next: next.map { address(kind?.name, $0) }
                ).element
            }
        }
    }

    /// Whose acts.
    private func choice(of people: [Colleague], _ chosen: Colleague?, _ kind: String?) -> HTMLElement {
        form(.action("/settings/audit"), .method(.get), .class("inline")) {
            if let kind { input(.type(.hidden), .name("kind"), .value(kind)) }
            label(.for("audit-who"), .class("quiet")) { "By whom" }
            select(.id("audit-who"), .name("who")) {
                option(.value("")) { "Everybody" }
                for person in people {
                    option([.value(person.id)] + (person.id == chosen?.id ? [.isSelected] : [])) { person.name }
                }
            }
            button(.type(.submit), .class("plain")) { "Filter" }
        }
    }

    private func table(_ shown: ArraySlice<AuditEntry>, _ subjects: AuditSubjects, _ times: TimeWords) -> HTMLElement {
        DataTable(
            "The newest first", columns: [.init("When"), .init("Who"), .init("Did"), .init("What")],
            rows: shown.map { entry in
                [
                    Markup(times.element(entry.at, isRelative: false)),
                    Markup(text: entry.by ?? (entry.act == .invited ? "the command line" : "somebody")),
                    Markup(text: entry.act.words), subjects.markup(entry.subject),
                ]
            }
        ).element
    }
}
