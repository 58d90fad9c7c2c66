/// A table of a page: a caption, headings with their scope, rows whose first cell heads them, and a frame that scrolls.
public struct DataTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var title: Markup
        /// Figures line up at the right.
        public var isNumber: Bool
        /// Dropped on small screens: the page behind the row has it.
        public var isForWideOnly: Bool

        public init(_ title: String, isNumber: Bool = false, isForWideOnly: Bool = false, definition: String? = nil) {
            self.title = definition.map { Markup(Defined(title, $0).element) } ?? Markup(text: title)
            self.isNumber = isNumber
            self.isForWideOnly = isForWideOnly
        }

        fileprivate var attributes: [HTMLAttribute] {
            let names = (isNumber ? ["num"] : []) + (isForWideOnly ? ["wide-only"] : [])
            return names.isEmpty ? [] : [.class(names.joined(separator: " "))]
        }
    }

    public var caption: Markup
    public var columns: [Column]
    /// Each with one piece for every column.
    public var rows: [[Markup]]
    /// The last row, in bold: sums.
    public var foot: [Markup]?
    /// `fit` for tables no wider than what they hold.
    public var kind: String?
    /// Whether J and K walk down the links of its rows.
    public var isWalked = false

    public init(_ caption: String, columns: [Column], rows: [[Markup]] = [], kind: String? = nil) {
        self.caption = Markup(text: caption)
        self.columns = columns
        self.rows = rows
        self.kind = kind
    }

    public var element: HTMLElement {
        div(.class("scroll"), .takesFocus, .role("region"), .label(String(caption.plainText.prefix(120)))) {
            table(kind.map { [.class($0)] } ?? []) {
                WeirPages.caption { caption }
                thead {
                    tr {
                        for column in columns {
                            if column.title.isEmpty || column.title.plainText.isEmpty {
                                td(column.attributes)
                            } else {
                                th([.scope(.column)] + column.attributes) { column.title }
                            }
                        }
                    }
                }
                tbody(isWalked ? [.data("walk", "")] : []) {
                    for row in rows { tr { cells(row) } }
                }
                if let foot { tfoot { tr { cells(foot) } } }
            }
        }
    }

    @MarkupBuilder private func cells(_ row: [Markup]) -> Markup {
        for (column, cell) in zip(columns.indices, row) {
            if column == 0 {
                th([.scope(.row)] + columns[column].attributes) { cell }
            } else {
                td(columns[column].attributes) { cell }
            }
        }
    }
}
