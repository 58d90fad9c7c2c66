import Foundation
import WeirAgreement
import WeirApp
import WeirPages

/// One more entry for each list and group of a part of the agreement, and the entries that may go.
struct DraftRowsView {
    let rows: [DraftForm.Row]
    /// The part: the first step of their paths.
    let group: String
    private static let prefix = "row."
    private static let gone = "gone."
    /// Letters of an entry that are shown: enough to tell it from the others.
    private static let shown = 60

    /// What was typed and what was ticked, by the path of the list or group.
    static func read(
        _ fields: [(name: String, value: String)]
    ) -> (added: [String: AddedRow], removed: [String: Set<String>]) {
        var added: [String: AddedRow] = [:]
        var removed: [String: Set<String>] = [:]
        for field in fields where field.name.hasPrefix(gone) {
            removed[String(field.name.dropFirst(gone.count)), default: []].insert(field.value)
        }
        for field in fields where field.name.hasPrefix(prefix) {
            let rest = field.name.dropFirst(prefix.count)
            let value = field.value.trimmingCharacters(in: .whitespaces)
            if rest.hasPrefix("name.") {
                added[String(rest.dropFirst(5)), default: AddedRow(name: "", value: "")].name = value
            } else if rest.hasPrefix("value.") {
                added[String(rest.dropFirst(6)), default: AddedRow(name: "", value: "")].value = value
            }
        }
        return (added, removed)
    }

    @MarkupBuilder var body: Markup {
        let own = rows.enumerated().filter { $1.rows.path == group || $1.rows.path.hasPrefix(group + ".") }
        if !own.isEmpty {
            let isTyped = own.contains { !$1.name.isEmpty || (!$1.rows.isNamed && !$1.value.isEmpty) }
            details(isTyped ? [.isOpen] : []) {
                summary { "Add an entry" }
                div(.class("grid")) { own.map { row($1, $0) } }
            }
            details(own.contains { !$1.removed.isEmpty } ? [.isOpen] : []) {
                summary { "Remove an entry" }
                div(.class("grid")) { own.map { entries($1, $0) } }
            }
        }
    }

    private func title(_ row: DraftForm.Row) -> String {
        DraftFormView.words(row.rows.names.dropFirst(), else: group)
    }

    /// A tick for each entry that stands there.
    private func entries(_ row: DraftForm.Row, _ number: Int) -> HTMLElement {
        let isWrong = row.mistake != nil && !row.removed.isEmpty
        return fieldset(
            [.class("field"), .id("g\(number)"), .takesNoFocus] + (isWrong ? [.describedBy("g\(number)-wrong")] : [])
        ) {
            legend { title(row) }
            for entry in row.rows.entries {
                let isGone = row.removed.contains(entry.step)
                label(.class("check")) {
                    input(
                        [.type(.checkbox), .name(DraftRowsView.gone + row.rows.path), .value(entry.step)]
                            + (isGone ? [.isChecked] : []))
                    " \(DraftRowsView.short(entry.written))"
                }
            }
            if isWrong, let mistake = row.mistake { span(.class("mistake"), .id("g\(number)-wrong")) { mistake } }
        }
    }

    private static func short(_ text: String) -> String {
        text.count > shown ? text.prefix(shown - 1) + "…" : text
    }

    private func row(_ row: DraftForm.Row, _ number: Int) -> HTMLElement {
        let id = "r\(number)"
        let title = title(row)
        let mistake = row.removed.isEmpty ? row.mistake : nil
        let wrong: [HTMLAttribute] = mistake == nil ? [] : [.isInvalid, .describedBy("\(id)-wrong")]
        return div(.class("field")) {
            if row.rows.isNamed {
                label(.for(id)) { "\(title): new name" }
                box(id, "name", row.rows, row.name, wrong)
                label(.for("\(id)-value")) { "its value" }
                box("\(id)-value", "value", row.rows, row.value)
            } else {
                label(.for(id)) { "\(title): one more" }
                box(id, "value", row.rows, row.value, wrong)
                span(.class("hint")) { "such as \(row.rows.lastValue)" }
            }
            if let mistake { span(.class("mistake"), .id("\(id)-wrong")) { mistake } }
        }
    }

    /// A box to type a part of an entry into.
    private func box(
        _ id: String, _ part: String, _ rows: AgreementRows, _ typed: String, _ wrong: [HTMLAttribute] = []
    ) -> HTMLElement {
        input(
            [
                .type(.text), .id(id), .name("\(DraftRowsView.prefix)\(part).\(rows.path)"), .value(typed),
                .autocomplete("off"),
            ] + wrong)
    }
}
