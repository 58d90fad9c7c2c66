import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// The days on which a team is closed or works other hours than its week says, and the way to say so.
struct TeamDays {
    let team: DeskTeamView
    let visit: Visit
    var mistake: String?
    static let writers: Set<Role> = [.admin, .salesManager]

    /// What a form asks for.
    /// - Throws: `invalid` with what is missing or what would be right.
    static func change(_ visit: Visit) throws(ServiceError) -> TeamChange {
        try TeamChange(visit.form("change") ?? "") { name in
            switch name {
            // One day is from itself to itself.
            case "to": visit.form("to").flatMap { $0.isEmpty ? nil : $0 } ?? visit.form("from")
            case "calendar":
                visit.body.files.first { $0.field == "calendar" }.map { String(decoding: $0.bytes, as: UTF8.self) }
            default: visit.form(name)
            }
        }
    }

    @MarkupBuilder var element: Markup {
        let canWrite = TeamDays.writers.contains(visit.visitor.role)
        if canWrite || !team.specialDays.isEmpty {
            details(mistake == nil ? [] : [.isOpen]) {
                summary {
                    team.specialDays.isEmpty
                        ? "Days off and other hours" : "Days off and other hours: \(team.specialDays.count) to come"
                }
                if let mistake { Notice(.breached) { p { mistake } }.element }
                days(canWrite)
                if canWrite {
                    add
                    file
                }
            }
        }
    }

    @MarkupBuilder private func days(_ canWrite: Bool) -> Markup {
        if !team.specialDays.isEmpty {
            DataTable(
                "Days on which \(Texts.name(team.name)) does not work as usual",
                columns: [.init("Day"), .init("Hours"), .init("Why")] + (canWrite ? [.init("Change")] : []),
                rows: team.specialDays.prefix(60).map { day in
                    [
                        Markup(day.day.timeElement),
                        Markup(
                            text: day.hours.isEmpty ? "closed" : day.hours.map(\.text).joined(separator: ", ")),
                        Markup(text: day.why),
                    ] + (canWrite ? [Markup(undo(day.day))] : [])
                }
            ).element
        }
    }

    private func undo(_ day: CivilDay) -> HTMLElement {
        form(.method(.post), .action(address), .class("inline")) {
            visit.csrfField
            input(.type(.hidden), .name("change"), .value("works_as_usual"))
            input(.type(.hidden), .name("from"), .value(day.description))
            button(.type(.submit), .class("plain small"), .label("As usual on \(Texts.day(day))")) { "As usual" }
        }
    }

    private var add: HTMLElement {
        form(.method(.post), .action(address), .class("stack")) {
            visit.csrfField
            field("change", "The team") { id in
                select(.id(id), .name("change")) {
                    for (value, words) in [("closes", "is closed"), ("works", "works other hours")] {
                        option([.value(value)] + (visit.form("change") == value ? [.isSelected] : [])) { words }
                    }
                }
            }
            field("from", "First day") { id in
                input([.type(.date), .id(id), .name("from"), .isRequired] + given("from"))
            }
            field("to", "Last day, where it is another") { id in
                input([.type(.date), .id(id), .name("to")] + given("to"))
            }
            field("hours", "Hours, where it is not closed, such as 09:00-12:30, 13:30-15:00") { id in
                input([.type(.text), .id(id), .name("hours"), .maxLength(200), .autocomplete("off")] + given("hours"))
            }
            field("why", "Why") { id in
                input([.type(.text), .id(id), .name("why"), .maxLength(200), .autocomplete("off")] + given("why"))
            }
            div { button { "Keep these days" } }
        }
    }

    private var file: HTMLElement {
        form(.method(.post), .action(address), .class("stack"), .sendsFiles) {
            visit.csrfField
            input(.type(.hidden), .name("change"), .value("follows_calendar"))
            field("calendar", "Or a calendar file (.ics): the team is closed on its whole days") { id in
                input(.type(.file), .id(id), .name("calendar"), .accept(".ics,text/calendar"), .isRequired)
            }
            div { button(.type(.submit), .class("plain")) { "Close on its days" } }
        }
    }

    private var address: HTMLAddress { HTMLAddress("/flow/teams/", step: team.name) }

    /// What was typed is not lost where it could not be kept.
    private func given(_ name: String) -> [HTMLAttribute] {
        mistake == nil ? [] : visit.form(name).map { [.value($0)] } ?? []
    }

    private func field(_ name: String, _ title: String, _ content: (String) -> HTMLElement) -> HTMLElement {
        let id = "\(name)-\(team.name)"
        return div(.class("field")) {
            label(.for(id)) { title }
            content(id)
        }
    }
}
