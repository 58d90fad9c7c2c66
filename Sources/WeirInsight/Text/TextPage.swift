/// Lines of a report for a terminal, headed by ruled titles.
struct TextPage {
    let options: TextOptions
    /// Stands at the right of every heading.
    let banner: String?
    private var lines: [String] = []

    init(_ options: TextOptions, banner: String?) {
        self.options = options
        self.banner = banner
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// A title and a rule to the right edge, with the banner on it; an empty line before, except at the top.
    mutating func heading(_ title: String) {
        if !lines.isEmpty { lines.append("") }
        let mark = banner.map { " \(DisplayWidth.harmless($0)) " + options.plain("──") } ?? ""
        let room = options.width - DisplayWidth.of(mark)
        let name = DisplayWidth.cut(
            options.plain(DisplayWidth.harmless(title)), to: room - 4, ellipsis: options.plain("…"))
        let rule = String(repeating: options.plain("─"), count: max(2, room - DisplayWidth.of(name) - 1))
        lines.append("\(name) \(rule)\(mark)")
    }

    /// A paragraph, broken at spaces.
    mutating func paragraph(_ text: String, indent: Int = 2) {
        let space = String(repeating: " ", count: indent)
        var line = ""
        for word in options.plain(DisplayWidth.harmless(text)).split(separator: " ") {
            if !line.isEmpty && indent + DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > options.width {
                lines.append(space + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(space + line) }
    }

    /// A line as it is.
    mutating func line(_ text: String = "") {
        lines.append(options.plain(text))
    }

    mutating func table(_ table: TableView, indent: Int = 2) {
        lines += table.lines(options, indent: indent)
    }
}

extension TextOptions {
    /// The text with the signs of ours that are not ASCII replaced, where only ASCII is wanted. Names stay.
    func plain(_ text: String) -> String {
        guard isASCII else { return text }
        var plain = ""
        for character in text { plain += TextOptions.asciiSigns[character] ?? String(character) }
        return plain
    }

    private static let asciiSigns: [Character: String] = [
        "─": "-", "·": "-", "×": "x", "…": "...", "−": "-", "±": "+/-", "€": "EUR ", "£": "GBP ", "¥": "JPY ",
        "█": "#", "░": ".", "│": "|", "→": "->", "“": "\"", "”": "\"",
    ]
}
