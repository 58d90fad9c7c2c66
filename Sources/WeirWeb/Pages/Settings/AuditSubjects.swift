import WeirApp
import WeirPages

/// What the lines of the audit log are about, by name where the reader may know it.
struct AuditSubjects {
    private let people: [String: String]
    private let overview: Overview?
    private let seesInbox: Bool

    /// - Parameter overview: knows the names of companies; `nil` where nothing is agreed yet.
    init(_ visit: Visit, _ overview: Overview?) {
        self.overview = overview
        people = Dictionary(
            visit.lobby.colleagues.everybody().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        seesInbox = InboxPages.users.contains(visit.visitor.role)
    }

    /// - Parameter subject: as it was written down: `acc_7`, `hof_3: accept`, or words.
    @MarkupBuilder func markup(_ subject: String) -> Markup {
        let id = String(subject.prefix { $0 != ":" && $0 != " " })
        let rest = subject.dropFirst(id.count)
        if id.hasPrefix("acc_") {
            a(.class("subtle"), .to("/accounts/", step: id)) { overview?.accountName(id) ?? id }
            soft(" \(id)\(rest)")
        } else if let name = people[id] {
            name
            soft(" \(id)\(rest)")
        } else if id.hasPrefix("hof_"), seesInbox {
            a(.class("subtle"), .to("/inbox", [("who", "all"), ("h", id)])) { "hand-off \(id)" }
            Texts.plain(String(rest))
        } else {
            subject
        }
    }

    private func soft(_ text: String) -> HTMLElement { span(.class("soft")) { text } }
}
