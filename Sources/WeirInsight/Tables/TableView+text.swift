/// How text is laid out.
public struct TextOptions: Hashable, Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Only ASCII for lines, plots and signs; names stay as they are.
    public var isASCII: Bool
    /// Most rows of a long list; the rest is counted. `nil`: all.
    public var listLimit: Int?

    public init(width: Int = 100, isASCII: Bool = false, listLimit: Int? = 20) {
        self.width = max(40, width)
        self.isASCII = isASCII
        self.listLimit = listLimit
    }
}

extension TableView {
    /// Aligned columns under a headed line. Where the rows are too wide, the widest text column gives way.
    public func text(_ options: TextOptions = TextOptions(listLimit: nil)) -> String {
        var page = TextPage(options, banner: banner)
        page.heading(title)
        page.table(self)
        return page.text
    }

    /// The lines of the body and the head, without the title.
    func lines(_ options: TextOptions, indent: Int = 2) -> [String] {
        let shown = rows.prefix(options.listLimit ?? rows.count)
        let cells = shown.map { row in row.map { options.plain($0.words) } }
        let widths = columnWidths(cells, room: options.width - indent, ellipsis: options.plain("…"))
        let space = String(repeating: " ", count: indent)
        let line = { (texts: [String]) -> String in
            var joined = ""
            for (position, text) in texts.enumerated() {
                if position > 0 { joined += "  " }
                let cut = DisplayWidth.cut(text, to: widths[position], ellipsis: options.plain("…"))
                joined += DisplayWidth.pad(cut, to: widths[position], isTrailing: columns[position].isTrailing)
            }
            while joined.hasSuffix(" ") { joined.removeLast() }
            return space + joined
        }
        var lines: [String] = []
        if columns.contains(where: { !$0.title.isEmpty }) {
            lines.append(line(columns.map(\.title)))
        }
        for (number, row) in cells.enumerated() {
            lines.append(line(row))
            if let note = notes[number] {
                let words = options.plain(DisplayWidth.harmless(note))
                let room = options.width - indent - 4
                lines.append(space + "    " + DisplayWidth.cut(words, to: room, ellipsis: options.plain("…")))
            }
        }
        let hidden = rows.count - shown.count
        if hidden > 0 {
            lines.append(space + options.plain("… and \(Words.number(hidden)) more: --format json has all"))
        }
        return lines
    }

    private func columnWidths(_ cells: [[String]], room: Int, ellipsis: String) -> [Int] {
        var widths = columns.map { DisplayWidth.of($0.title) }
        for row in cells {
            for (position, text) in row.enumerated() { widths[position] = max(widths[position], DisplayWidth.of(text)) }
        }
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - room
        while excess > 0 {
            let flexible = widths.indices.filter { !columns[$0].isTrailing && widths[$0] > 8 }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
