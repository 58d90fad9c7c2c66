import WeirFacts

extension TableView {
    /// The table for a page: a caption, headings with their scope, and a frame that scrolls where there is no room.
    package var element: HTMLElement {
        HTMLElement(.div, .class("scroll"), .isFocusable, .role("region"), .label(title)) {
            HTMLElement(.table) {
                HTMLElement(.caption) { title }
                HTMLElement(.thead) {
                    HTMLElement(.tr) {
                        for column in columns { heading(column) }
                    }
                }
                HTMLElement(.tbody) {
                    for number in rows.indices { row(number) }
                }
            }
        }
    }

    /// The first rows in sight, the others to open.
    package func element(inSight limit: Int) -> Markup {
        guard rows.count > limit else { return Markup(element) }
        var first = self
        first.keepFirst(limit)
        return Markup {
            first.element
            HTMLElement(.details) {
                HTMLElement(.summary) { "All \(Words.number(rows.count))" }
                element
            }
        }
    }

    /// An empty heading is a cell: a heading that says nothing misleads a screen reader.
    private func heading(_ column: Column) -> HTMLElement {
        let kind: [HTMLAttribute] = column.isTrailing ? [.class("num")] : []
        if column.title.isEmpty { return HTMLElement(.td, kind) }
        return HTMLElement(.th, [.scope(.column)] + kind, content: Markup(text: column.title))
    }

    private func row(_ number: Int) -> HTMLElement {
        HTMLElement(.tr) {
            for (position, cell) in rows[number].enumerated() {
                let isLast = position == columns.count - 1
                let content = Markup {
                    cell.words
                    if isLast, let note = notes[number] { HTMLElement(.span, .class("note")) { note } }
                }
                if position == 0 {
                    HTMLElement(.th, [.scope(.row)], content: content)
                } else {
                    HTMLElement(.td, cellClass(cell, columns[position]), content: content)
                }
            }
        }
    }

    private func cellClass(_ cell: Cell, _ column: Column) -> [HTMLAttribute] {
        var names: [String] = column.isTrailing ? ["num"] : []
        if case .day = cell { names.append("day") }
        if case .share(let share) = cell, share.isSmall { names.append("is-small") }
        return names.isEmpty ? [] : [.class(names.joined(separator: " "))]
    }
}
