import WeirApp
import WeirDesk
import WeirPages

/// A few fields for somebody whom Sales found.
struct LeadForm {
    let visit: Visit

    /// What was filled in.
    var lead: SalesLead {
        func given(_ name: String) -> String? { visit.form(name).flatMap { $0.isEmpty ? nil : $0 } }
        return SalesLead(
            email: given("email") ?? "", name: given("name"), title: given("title"), company: given("company"),
            note: given("note"))
    }

    @MarkupBuilder var element: Markup {
        if let added = visit.query("added") {
            let stage = Stage(rawValue: added)
            Notice(.kept) {
                p {
                    stage == nil || stage == .lead
                        ? "The lead is taken in, and counts by the agreement's definition from now on."
                        : "They are known already, as \(stage?.name ?? added), and stay where they are."
                }
            }.element
        }
        details(.class("move")) {
            summary(.class("button plain"), .data("key", "a")) {
                "Add a lead"
                kbd(.isHiddenFromReaders) { "A" }
            }
            form(.action("/inbox/leads"), .method(.post), .class("pop")) {
                visit.csrfField
                Field("Their e-mail address", "email").input([.type(.email), .isRequired])
                Field("Name", "name").input([.type(.text)])
                Field("Job title", "title").input([.type(.text)])
                Field("Company", "company").input([.type(.text)])
                Field("Where you met", "note").input([.type(.text)])
                button(.type(.submit), .class("primary")) { "Add" }
            }
        }
    }
}
