/// A part of the document with its place: one value, a list, or keys with values.
struct Node: Sendable {
    enum Content: Sendable {
        /// One value. Quoted text is never a number, a date or true or false.
        case scalar(String, isQuoted: Bool)
        case sequence([Node])
        /// In the order written; no key stands twice.
        case mapping([Entry])
        /// Something that was refused and reported already, so that nothing more need be said of it.
        case refused
    }

    struct Entry: Sendable {
        let key: String
        let keyPlace: Place
        let value: Node
    }

    let place: Place
    let content: Content

    var isRefused: Bool {
        if case .refused = content { true } else { false }
    }

    /// Nothing, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let text, isQuoted: false) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What stands here, for a message: `'30 dais'`, `a list`.
    var shown: String {
        switch content {
        case .scalar(let text, _): isNull ? "nothing" : quoted(text)
        case .sequence: "a list"
        case .mapping: "a group of keys"
        case .refused: "nothing"
        }
    }
}

/// Text inside a message: in quotes, on one line, not too long.
func quoted(_ text: some StringProtocol) -> String {
    let most = 60
    let scalars = text.unicodeScalars
    let shortened = scalars.count > most ? String(String.UnicodeScalarView(scalars.prefix(most))) + "…" : String(text)
    return "'" + shortened.split(whereSeparator: { $0.isNewline }).joined(separator: " ") + "'"
}

/// `a`, `a or b`, `a, b or c`.
func listed(_ parts: [String], by word: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
}
