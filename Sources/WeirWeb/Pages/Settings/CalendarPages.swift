import Hummingbird
import WeirApp
import WeirFacts
import WeirPages

/// One's own calendar: what is due, for a calendar program to subscribe to.
struct CalendarPages {
    let notices: NoticeDesk

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/settings/calendar") { visit in try page(visit) },
            routing.form("/settings/calendar") { visit in
                let person = visit.visitor.person
                if visit.form("do") == "end" {
                    try await notices.endCalendar(of: person)
                    return .seeOther("/settings/calendar")
                }
                return try page(visit, made: try await notices.newCalendar(of: person))
            },
        ]
    }

    private func page(_ visit: Visit, made path: String? = nil) throws -> Response {
        let since = try notices.calendarSince(of: visit.visitor.person)
        return visit.page("Calendar", room: .settings) {
            PageHead("Calendar") { "What you hold and by when, in the calendar program that you use anyway." }.element
            SettingsRooms(role: visit.visitor.role, here: "/settings/calendar").element
            if let path { Secret(title: "Your calendar's address, after this page's own", secret: path).element }
            if let since {
                p {
                    "Your calendar has an address since "
                    visit.times.element(since, isRelative: false)
                    ". Whoever knows it reads what is due to you."
                }
            } else {
                p(.class("text")) {
                    "Make an address, and subscribe to it. Whoever knows it reads what is due to you; a new one ends the old."
                }
            }
            div(.class("actions")) {
                visit.button(
                    since == nil ? "Make an address" : "Make a new address", "/settings/calendar", kind: "primary")
                if since != nil { visit.button("Take it away", "/settings/calendar", [("do", "end")]) }
            }
        }
    }
}
