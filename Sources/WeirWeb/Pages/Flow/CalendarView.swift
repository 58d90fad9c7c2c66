import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// The campaigns that the forecast counts with, and the way to plan others.
struct CalendarView {
    let calendar: CampaignCalendar
    let today: CivilDay
    let visit: Visit
    var mistake: String?

    @MarkupBuilder var body: Markup {
        h3 { "What is planned" }
        let ahead = calendar.campaigns.filter { $0.to >= today }.sorted { $0.from < $1.from }
        if ahead.isEmpty {
            p(.class("soft")) { "No campaign is planned: the forecast is of what comes by itself." }
        } else {
            DataTable(
                "Campaigns that the forecast counts with",
                columns: [
                    .init("Campaign"), .init("From"), .init("To"),
                    .init("Responses", isNumber: true, definition: "People who are expected to answer it."),
                ],
                rows: ahead.map { campaign in
                    [
                        Markup(text: campaign.name), Markup(campaign.from.timeElement),
                        Markup(campaign.to.timeElement), Markup(text: Texts.number(campaign.responses)),
                    ]
                }
            ).element
        }
        if Role.writers.contains(visit.visitor.role) { change }
    }

    private var change: HTMLElement {
        details(mistake == nil ? [] : [.isOpen]) {
            summary { "Change the calendar" }
            if let mistake { Notice(.breached) { p { mistake } }.element }
            form(.method(.post), .action("/flow/campaigns"), .class("stack wide")) {
                visit.csrfField
                div(.class("field")) {
                    label(.for("campaigns")) { "One campaign a line: name, from, to, responses" }
                    textarea(
                        [.id("campaigns"), .name("campaigns"), .class("code"), .rows(6), .columns(60)]
                            + (mistake == nil ? [] : [.isInvalid])
                    ) { "\n" + calendar.text }
                    span(.class("hint")) {
                        "Such as Spring fair,\(today.advanced(by: 21)),\(today.advanced(by: 25)),400. Kept as campaigns.csv in the workspace."
                    }
                }
                div { button { "Keep" } }
            }
        }
    }
}
