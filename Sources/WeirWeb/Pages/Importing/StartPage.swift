import Hummingbird
import WeirApp
import WeirPages

/// What an empty workspace offers.
struct StartPage {
    let visit: Visit

    func page() -> Response {
        visit.page("Start", room: nil) {
            PageHead("Nothing is here yet") {
                "Weir decides upon facts. Look at an invented market first, or begin with yours."
            }
            .element
            div(.class("columns")) {
                section {
                    h2 { "Look around" }
                    p(.class("text")) {
                        "Three thousand invented companies, their people and a year of what they did, under a signed example agreement whose teams work day and night. It takes some seconds and stays in this workspace; make another one for your own facts."
                    }
                    if visit.visitor.role == .admin {
                        visit.button("Fill it with the demonstration", "/start/demo", kind: "primary")
                    } else {
                        p(.class("fine")) { "An administrator can do this." }
                    }
                }
                section {
                    h2 { "Begin with your facts" }
                    ol(.class("text")) {
                        li {
                            a(.to("/import")) { "Import a file" }
                            ": companies first, then people, then what they did. Exports of Salesforce, HubSpot and Marketo are understood as they are."
                        }
                        li {
                            a(.to("/agreement")) { "Propose an agreement" }
                            " and have both sides sign it. Nothing is decided before."
                        }
                        li {
                            a(.to("/settings/sources")) { "Add a source" }
                            " for what happens from now on."
                        }
                    }
                }
            }
        }
    }
}

/// Step one: the file.
struct FilePage {
    let visit: Visit

    func page(mistake: String? = nil) -> Response {
        visit.page("Import", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("Import a file") { "Nothing is taken in before you have seen what would become of it." }.element
            ImportSteps(step: 1).element
            if let mistake { FormMistake(mistake).element }
            form(.action("/import"), .method(.post), .sendsFiles, .class("stack")) {
                visit.csrfField
                div(.class("drop"), .data("drop", "")) {
                    label(.for("f-file")) { "A CSV or NDJSON file" }
                    input(
                        .type(.file), .id("f-file"), .name("file"), .accept(".csv,.tsv,.txt,.ndjson,.jsonl"),
                        .isRequired)
                    span(.class("fine")) {
                        "Choose it or drop it here. Up to 64 MB; larger ones go through the API or weir import."
                    }
                }
                button(.type(.submit), .class("primary")) { "Look at it" }
            }
        }
    }
}

/// Where somebody is on the way.
struct ImportSteps {
    let step: Int

    var element: HTMLElement {
        let names = ["File", "Map", "Check", "Take in"]
        return ol(.class("steps"), .label("Steps")) {
            for (index, name) in names.enumerated() {
                li(index + 1 == step ? [.isCurrentStep, .class("here")] : []) { name }
            }
        }
    }
}
