/// Text, choices, yes and no, lists and groups.
extension Node {
    /// A single value as it is written, or `nil` after reporting that there is none.
    func scalar(_ problems: ProblemList, _ right: @autoclosure () -> String) -> (text: String, isQuoted: Bool)? {
        switch content {
        case .refused: return nil
        case .scalar(let text, let isQuoted):
            guard isNull else { return (text, isQuoted) }
            problems.add(.missingValue, at: place, "there is no value here", right())
        case .sequence, .mapping:
            problems.add(.wrongType, at: place, "this is \(shown)", right())
        }
        return nil
    }

    /// Text as it is written: `NO` is the country, `2024` the name. Long prose may have `longest` characters.
    func text(_ problems: ProblemList, longest: Int = Bounds.name) -> String {
        guard let (text, _) = scalar(problems, "write some text") else { return "" }
        let scalars = text.unicodeScalars
        if let hidden = scalars.first(where: { SourceText.isHidden($0) && !($0 == "\n" && longest > Bounds.name) }) {
            let number = String(hidden.value, radix: 16, uppercase: true)
            problems.add(
                .hiddenCharacter, at: place, "the text holds the invisible character U+\(number)",
                "write text without escapes for invisible characters")
            return text
        }
        let trimmed = scalars.first == " " || (scalars.last == " " || scalars.isEmpty)
        if trimmed && longest == Bounds.name {
            problems.add(
                .strayText, at: place,
                scalars.isEmpty ? "the text is empty" : "\(quoted(text)) has space at its ends",
                "write the text without them")
        } else if scalars.count > longest {
            problems.add(
                .outOfRange, at: place, "the text has \(scalars.count) characters", "at most \(longest) are read")
        }
        return text
    }

    /// One of a few words.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type, _ problems: ProblemList) -> Choice? {
        let names = Choice.allCases.map(\.rawValue)
        guard let (text, _) = scalar(problems, "write \(listed(names, by: "or"))") else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let right = problems.nearest(to: text, among: names).map { "did you mean \(quoted($0))?" }
        problems.add(
            .unknownChoice, at: place, "\(quoted(text)) is not one of the choices",
            right ?? "write \(listed(names, by: "or"))")
        return nil
    }

    /// `true` or `false`.
    func yesNo(_ problems: ProblemList) -> Bool? {
        guard let (text, isQuoted) = scalar(problems, "write true or false") else { return nil }
        if !isQuoted && text == "true" { return true }
        if !isQuoted && text == "false" { return false }
        let right =
            switch text.lowercased() {
            case "yes", "on", "true", "y": "write true, without quotes and in lower case"
            case "no", "off", "false", "n": "write false, without quotes and in lower case"
            default: "write true or false"
            }
        problems.add(.wrongType, at: place, "\(quoted(text)) is not true or false", right)
        return nil
    }

    /// The items of a list.
    func items(_ problems: ProblemList, mayBeEmpty: Bool = false) -> [Node] {
        switch content {
        case .sequence(let items):
            if items.isEmpty && !mayBeEmpty {
                problems.add(.empty, at: place, "the list is empty", "name at least one, or leave the key out")
            }
            return items
        case .refused: break
        case .scalar where isNull:
            problems.add(.missingValue, at: place, "there is no list here", "write a list: [first, second]")
        case .scalar, .mapping:
            problems.add(.wrongType, at: place, "this is \(shown)", "write a list: [first, second]")
        }
        return []
    }

    /// The items of a list, none of which may stand twice.
    func distinct<Item: Hashable>(
        _ problems: ProblemList, mayBeEmpty: Bool = false, _ item: (Node) -> Item?
    ) -> [Item] {
        var first: [Item: Place] = [:]
        var found: [Item] = []
        for node in items(problems, mayBeEmpty: mayBeEmpty) {
            guard let read = item(node) else { continue }
            if let before = first[read] {
                problems.add(
                    .duplicateName, at: node.place, "\(node.shown) stands in line \(before.line) already",
                    "name it once")
            } else {
                first[read] = node.place
                found.append(read)
            }
        }
        return found
    }

    /// A list of texts, none twice, whatever their case.
    func texts(_ problems: ProblemList, mayBeEmpty: Bool = false) -> [String] {
        var first: [String: Place] = [:]
        var found: [String] = []
        for node in items(problems, mayBeEmpty: mayBeEmpty) {
            let text = node.text(problems)
            if let before = first.updateValue(node.place, forKey: text.lowercased()) {
                problems.add(
                    .duplicateName, at: node.place, "\(quoted(text)) stands in line \(before.line) already",
                    "name it once")
            } else {
                found.append(text)
            }
        }
        return found
    }

    /// The entries of a group of keys, `nil` after reporting that it is none.
    func entries(_ problems: ProblemList, of what: String, keys: [String] = []) -> [Entry]? {
        let right = keys.isEmpty ? "write 'name: value' lines" : "its keys are \(listed(keys, by: "and"))"
        switch content {
        case .mapping(let entries): return entries
        case .refused: return nil
        case .scalar where isNull:
            problems.add(.missingValue, at: place, "\(what) has nothing in it", right)
        case .scalar, .sequence:
            problems.add(.wrongType, at: place, "\(what) is \(shown) here", right)
        }
        return nil
    }

    /// Names of one's own with their values: `name: value`.
    func named(_ problems: ProblemList, _ what: String, mayBeEmpty: Bool = false) -> [Entry] {
        guard let entries = entries(problems, of: what) else { return [] }
        if entries.isEmpty && !mayBeEmpty {
            problems.add(.empty, at: place, "there is nothing in \(what)", "name at least one")
        }
        for entry in entries {
            _ = Node(place: entry.keyPlace, content: .scalar(entry.key, isQuoted: true)).text(problems)
        }
        return entries
    }
}
