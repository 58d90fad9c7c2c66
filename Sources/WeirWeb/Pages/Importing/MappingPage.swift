import Hummingbird
import WeirApp
import WeirFacts
import WeirIntake
import WeirPages

/// Step two: what each column means.
struct MappingPage {
    let visit: Visit
    let draft: ImportDesk.Draft
    let kind: FactKind
    var choice: ImportChoice?

    private var address: HTMLAddress { HTMLAddress("/import/", step: draft.id) }

    func page(mistake: String? = nil) throws -> Response {
        let understood = try HeaderMapping(headers: draft.headers, kind: kind)
        return visit.page("Map columns", room: .settings, status: mistake == nil ? 200 : 422) {
            PageHead("What do the columns mean?") {
                "\(draft.name): \(draft.summary)"
            }.element
            ImportSteps(step: 2).element
            if let mistake { FormMistake(mistake).element }
            Chips(
                "What the file holds",
                FactKind.allCases.map {
                    .init(
                        $0.rawValue, HTMLAddress("/import/", step: draft.id, [("kind", $0.rawValue)]),
                        isChosen: $0 == kind)
                }
            ).element
            form(.action(address), .method(.post), .class("stack wide")) {
                visit.csrfField
                input(.type(.hidden), .name("kind"), .value(kind.rawValue))
                table(understood)
                div(.class("row")) {
                    Field("The system it comes from", "source", hint: "Ids are unique within it.").input([
                        .type(.text), .value(choice?.source ?? "crm"), .isRequired, .maxLength(100),
                    ])
                    Field("Currency of amounts that name none", "currency").input([
                        .type(.text), .value(choice?.currency ?? "USD"), .isRequired, .maxLength(3),
                    ])
                }
                label(.class("check")) {
                    input(
                        [.type(.checkbox), .name("day_first"), .value("yes")]
                            + (choice?.isDayFirst ?? false ? [.isChecked] : []))
                    "Read 3/4/2026 as the third of April"
                }
                button(.type(.submit), .name("do"), .value("check"), .class("primary")) { "Check every row" }
            }
        }
    }

    private func table(_ understood: HeaderMapping) -> HTMLElement {
        DataTable(
            "Columns of the file",
            columns: [.init("Column"), .init("First rows", isForWideOnly: true), .init("Means")],
            rows: draft.headers.enumerated().map { index, header in
                [
                    Markup(text: header.isEmpty ? "(no name)" : header),
                    Markup(
                        text: draft.samples.compactMap {
                            $0.indices.contains(index) ? String($0[index].prefix(40)) : nil
                        }
                        .filter { !$0.isEmpty }.joined(separator: " · ")),
                    Markup(choices(index, header, understood)),
                ]
            }
        ).element
    }

    private func choices(_ index: Int, _ header: String, _ understood: HeaderMapping) -> HTMLElement {
        let chosen = choice?.fields[index] ?? ""
        let meaning =
            understood.columns.indices.contains(index) ? understood.meaning(of: understood.columns[index]) : ""
        return select(.name("column-\(index)"), .label("What \(header) means")) {
            option([.value("")] + (chosen.isEmpty ? [.isSelected] : [])) { "as understood: \(meaning)" }
            option([.value("-")] + (chosen == "-" ? [.isSelected] : [])) { "leave it out" }
            for field in kind.fields {
                option([.value(field.rawValue)] + (chosen == field.rawValue ? [.isSelected] : [])) { field.rawValue }
            }
        }
    }
}
