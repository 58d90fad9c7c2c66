import Foundation
import WeirAgreement
import WeirApp
import WeirPages

/// One more entry for each list and group of a part of the agreement.
struct DraftRowsView {
    let rows: [DraftForm.Row]
    /// The part: the first step of their paths.
    let group: String
    private static let prefix = "row."

    /// What was typed, by the path of the list or group.
    static func read(_ fields: [(name: String, value: String)]) -> [String: AddedRow] {
        var added: [String: AddedRow] = [:]
        for field in fields where field.name.hasPrefix(prefix) {
            let rest = field.name.dropFirst(prefix.count)
            let value = field.value.trimmingCharacters(in: .whitespaces)
            if rest.hasPrefix("name.") {
                added[String(rest.dropFirst(5)), default: AddedRow(name: "", value: "")].name = value
            } else if rest.hasPrefix("value.") {
                added[String(rest.dropFirst(6)), default: AddedRow(name: "", value: "")].value = value
            }
        }
        return added
    }

    var element: HTMLElement? {
        let own = rows.enumerated().filter { $1.rows.path == group || $1.rows.path.hasPrefix(group + ".") }
        guard !own.isEmpty else { return nil }
        let isTyped = own.contains { $1.mistake != nil || !$1.name.isEmpty || (!$1.rows.isNamed && !$1.value.isEmpty) }
        return details(isTyped ? [.isOpen] : []) {
            summary { "Add an entry" }
            div(.class("grid")) { own.map { row($1, $0) } }
        }
    }

    private func row(_ row: DraftForm.Row, _ number: Int) -> HTMLElement {
        let id = "r\(number)"
        let title = DraftFormView.words(String(row.rows.path.dropFirst(group.count + 1)), else: group)
        let wrong: [HTMLAttribute] = row.mistake == nil ? [] : [.isInvalid, .describedBy("\(id)-wrong")]
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
            if let mistake = row.mistake { span(.class("mistake"), .id("\(id)-wrong")) { mistake } }
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
