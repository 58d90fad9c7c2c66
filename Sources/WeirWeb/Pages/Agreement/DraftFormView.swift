import WeirAgreement
import WeirApp
import WeirPages

/// The draft as a form: every threshold, half-life, share and point in a field of its own, under the names that the text
/// gives them. The text stays what somebody wrote; only the values in it change.
struct DraftFormView {
    let form: DraftForm
    let visit: Visit
    let canWrite: Bool
    /// Sent to be checked, and not kept.
    var isChecked = false
    /// Somebody kept another text meanwhile.
    var clash: DraftClash?

    /// What a field's name begins with, so that no value is taken for another field of the form.
    static let prefix = "value."

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.to("/agreement")) { "Agreement" } }
        PageHead("Draft of the agreement", badges: badges) {
            "Every value of the text. What is kept is the text with these values in their places; comments stay."
        }.element
        DraftFormView.ways("/agreement/draft/form")
        clash?.notice
        mistakes
        WeirPages.form(.method(.post), .action("/agreement/draft/form"), .class("stack wide")) {
            visit.csrfField
            input(.type(.hidden), .name("revision"), .value(form.revision))
            for (number, group) in groups.enumerated() { section(group.name, group.fields, number) }
            if canWrite {
                div(.class("actions")) {
                    button(.name("then"), .value("keep")) { "Keep" }
                    button(.class("plain"), .name("then"), .value("check")) { "Check only" }
                }
            }
        }
    }

    /// Text or form, to choose.
    static func ways(_ here: String) -> HTMLElement {
        Chips(
            "Edited as",
            [
                .init("Text", HTMLAddress("/agreement/draft"), isChosen: here == "/agreement/draft"),
                .init("Form", HTMLAddress("/agreement/draft/form"), isChosen: here == "/agreement/draft/form"),
            ]
        ).element
    }

    private var count: Int {
        form.elsewhere.count + form.fields.map(\.mistakes.count).reduce(0, +) + form.rows.count { $0.mistake != nil }
    }

    private var badges: [Badge] {
        if count > 0 { return [Badge(Texts.count(count, "mistake"), .breached, icon: .warning)] }
        return [isChecked ? Badge("Sound, not kept yet", .risk) : Badge("Sound", .kept, icon: .kept)]
    }

    @MarkupBuilder private var mistakes: Markup {
        if count > 0 {
            Notice(.breached) {
                ul(.class("plain-list")) {
                    for field in form.fields where !field.mistakes.isEmpty {
                        li {
                            a(.href(.place(id(field)))) { DraftFormView.words(field.names) }
                            ": \(field.mistakes.joined(separator: "; "))."
                        }
                    }
                    for (number, row) in form.rows.enumerated() {
                        if let mistake = row.mistake {
                            li {
                                a(.href(.place(row.removed.isEmpty ? "r\(number)" : "g\(number)"))) {
                                    DraftFormView.words(row.rows.names)
                                }
                                ": \(mistake)."
                            }
                        }
                    }
                    for problem in form.elsewhere.prefix(20) {
                        li { "Line \(problem.line) of the text: \(problem.whatIsWrong); \(problem.whatWouldBeRight)." }
                    }
                }
            }.element
        }
    }

    /// Fields by the part of the agreement that they stand in.
    private var groups: [(name: String, fields: [DraftForm.Field])] {
        var groups: [(name: String, fields: [DraftForm.Field])] = []
        for field in form.fields {
            let name = String(field.path.prefix { $0 != "." })
            if groups.last?.name == name {
                groups[groups.count - 1].fields.append(field)
            } else {
                groups.append((name, [field]))
            }
        }
        // Parts without a number, such as lists of names, take entries all the same.
        for row in form.rows {
            let name = String(row.rows.path.prefix { $0 != "." })
            if !groups.contains(where: { $0.name == name }) { groups.append((name, [])) }
        }
        return groups
    }

    private func section(_ name: String, _ fields: [DraftForm.Field], _ number: Int) -> HTMLElement {
        fieldset(.class("values")) {
            legend { Texts.title(name) }
            div(.class("grid")) { fields.map { self.field($0, under: name) } }
            if canWrite { DraftRowsView(rows: form.rows, group: name).body }
        }
    }

    private func field(_ field: DraftForm.Field, under group: String) -> HTMLElement {
        let id = id(field)
        let isWrong = !field.mistakes.isEmpty
        return div(.class("field")) {
            label(.for(id)) { DraftFormView.words(field.names.dropFirst(), else: group) }
            input(
                [
                    .type(.text), .id(id), .name(DraftFormView.prefix + field.path), .value(field.value),
                    .autocomplete("off"),
                ] + (canWrite ? [] : [.isReadOnly]) + (isWrong ? [.isInvalid, .describedBy("\(id)-wrong")] : []))
            if isWrong {
                span(.class("mistake"), .id("\(id)-wrong")) { field.mistakes.joined(separator: "; ") }
            }
        }
    }

    private func id(_ field: DraftForm.Field) -> String {
        "v" + String(form.fields.firstIndex { $0.path == field.path } ?? 0)
    }

    /// `enter`, `engaged_buyers` as `Enter · engaged buyers`.
    static func words(_ names: some Collection<String>, else name: String = "") -> String {
        let steps = names.isEmpty ? [name] : Array(names)
        let text = steps.map(Texts.plain).joined(separator: " · ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
