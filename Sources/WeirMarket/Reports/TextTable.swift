/// Columns of text for a terminal.
enum TextTable {
    static func left(_ text: String, _ width: Int) -> String {
        let cut = cut(text, width)
        return cut + String(repeating: " ", count: max(0, width - cut.count))
    }

    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    static func right(_ number: Int, _ width: Int) -> String { right(Words.count(number), width) }

    /// The text, with `…` in place of what goes beyond the width.
    static func cut(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
    }

    /// The text in lines no wider than this, parted between words; a longer word is cut.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(cut(String(word), width))
            }
        }
        return lines
    }

    /// A bar for a share of the whole; anything above zero shows at least a sliver.
    static func bar(_ part: Int, of whole: Int, width: Int) -> String {
        guard whole > 0, part > 0 else { return "" }
        let eighths = max(1, part * width * 8 / whole)
        let rests = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + rests[eighths % 8]
    }

    /// `8.5 %`; one decimal, rounded to the nearest.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0 %" }
        let permille = (part * 2000 + whole) / (2 * whole)
        if permille == 0 && part > 0 { return "under 0.1 %" }
        return permille % 10 == 0 ? "\(permille / 10) %" : "\(permille / 10).\(permille % 10) %"
    }

    static func trimmedRight(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
