/// The whole agreement in plain English: what a sales leader reads before signing.
///
/// Every number and every name of the document is stated and nothing is left out, so that signing this text and
/// signing the YAML are the same act. The text depends on the agreement alone.
public enum AgreementEnglish {
    /// A numbered part of the text. The preamble is number 0.
    public struct Clause: Hashable, Sendable {
        public let number: Int
        public let title: String
        /// Each is a paragraph of its own, numbered `1.1`, `1.2` and so on in the text.
        public let sentences: [String]

        public init(number: Int, title: String, sentences: [String]) {
            self.number = number
            self.title = title
            self.sentences = sentences
        }
    }

    /// The preamble and the six clauses, for a page or for `text(of:)`.
    public static func clauses(of agreement: Agreement) -> [Clause] {
        let words = Words(agreement)
        return [
            Clause(number: 0, title: agreement.name, sentences: words.preamble),
            Clause(number: 1, title: Clause.titles[1], sentences: words.market),
            Clause(number: 2, title: Clause.titles[2], sentences: words.buyingGroup),
            Clause(number: 3, title: Clause.titles[3], sentences: words.signals),
            Clause(number: 4, title: Clause.titles[4], sentences: words.qualified),
            Clause(number: 5, title: Clause.titles[5], sentences: words.handOff),
            Clause(number: 6, title: Clause.titles[6], sentences: words.credit),
        ]
    }

    /// The text, wrapped at 92 columns, ending with a line break.
    public static func text(of agreement: Agreement) -> String {
        var lines: [String] = []
        for clause in clauses(of: agreement) {
            if clause.number == 0 {
                lines += [clause.title.uppercased(), ""]
                for sentence in clause.sentences { lines += wrapped(sentence, first: "", rest: "") + [""] }
                continue
            }
            lines += ["", "\(clause.number). \(clause.title)", ""]
            for (index, sentence) in clause.sentences.enumerated() {
                let label = "\(clause.number).\(index + 1)"
                let padding = String(repeating: " ", count: max(1, 6 - label.utf8.count))
                lines += wrapped(sentence, first: label + padding, rest: String(repeating: " ", count: 6)) + [""]
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    static let columns = 92

    /// Breaks at spaces; a word longer than a line stays whole. Line breaks in the text stay.
    static func wrapped(_ text: String, first: String, rest: String) -> [String] {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            for word in paragraph.split(separator: " ") {
                if !isEmpty && line.count + 1 + word.count > columns {
                    lines.append(line)
                    (line, isEmpty) = (rest, true)
                }
                line += isEmpty ? String(word) : " " + word
                isEmpty = false
            }
            lines.append(line)
            (line, isEmpty) = (rest, true)
        }
        return lines
    }
}

extension AgreementEnglish.Clause {
    /// The title of each clause, by its number; the preamble's is the agreement's own name.
    static let titles = [
        "The agreement", "The market", "The buying group", "Signals", "Qualified", "The hand-off", "Credit",
    ]
}
