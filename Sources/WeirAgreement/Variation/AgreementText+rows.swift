/// A list, or a group of named entries, in an agreement's text that takes one more.
public struct AgreementRows: Hashable, Sendable {
    /// The keys that lead to it, with points between them: `market.matrix.1.points`.
    public let path: String
    /// The steps of the path as people name them: an item of a list by what it is about, not by its number.
    public let names: [String]
    /// The name of its last entry; `nil` for a list, whose items have none.
    public let lastName: String?
    /// Its last entry in one line, for the next to be written like.
    public let lastValue: String
    /// What stands in it now, in the order of the text.
    public let entries: [Entry]

    /// One entry that stands in a list or group.
    public struct Entry: Hashable, Sendable {
        /// Its name, or its number from 1 in a list.
        public let step: String
        /// As the text would have it in one line: `web: 4`.
        public let written: String
    }

    public var isNamed: Bool { lastName != nil }

    /// Its last entry as the text would have it.
    public var last: String { AgreementRows.entry(lastValue, named: lastName) }

    /// An entry as the text would have it: `web: 4`, or `4` for an item of a list.
    public static func entry(_ value: String, named name: String?) -> String { name.map { "\($0): \(value)" } ?? value }

    fileprivate init?(_ node: Node, path: [String], names: [String]) {
        guard let last = node.steps.last else { return nil }
        self.path = path.joined(separator: ".")
        self.names = names
        let isNamed = if case .mapping = node.content { true } else { false }
        lastName = isNamed ? last.name : nil
        lastValue = last.value.inOneLine
        entries = node.steps.map {
            Entry(step: $0.name, written: AgreementRows.entry($0.value.inOneLine, named: isNamed ? $0.name : nil))
        }
    }
}

extension AgreementText {
    /// Groups whose entries the two sides name themselves; `*` is any step.
    private static let named = [
        "attributes", "lists", "market.tiers", "market.matrix.*.points", "buying_group.functions",
        "buying_group.roles", "buying_group.wanted", "categories", "signals", "teams", "teams.*.members",
        "dispositions.recycle.after",
    ].map { $0.split(separator: ".") }

    /// Every list and group that takes one more entry, in the order of the text.
    public var rows: [AgreementRows] { rows(in: root, after: [], names: []) }

    private func rows(in node: Node, after path: [String], names: [String]) -> [AgreementRows] {
        let isOpen: Bool
        switch node.content {
        case .mapping:
            isOpen = AgreementText.named.contains { pattern in
                pattern.count == path.count && zip(pattern, path).allSatisfy { $0 == "*" || $0 == $1 }
            }
        case .sequence: isOpen = true
        case .scalar, .refused: return []
        }
        let own = isOpen ? AgreementRows(node, path: path, names: names) : nil
        return (own.map { [$0] } ?? [])
            + node.steps.flatMap { rows(in: $0.value, after: path + [$0.name], names: names + [node.title(of: $0)]) }
    }

    /// The text with one more entry at the end of a list or group; nothing else in it changes.
    /// - Parameters:
    ///   - value: as the text would have it: `20`, `{category: web, points: 4}`.
    ///   - name: of the entry; `nil` for an item of a list.
    ///   - path: one of ``rows``.
    /// - Returns: `nil` where it cannot stand there; it can be written into the text by hand.
    public func adding(_ value: String, named name: String?, to path: String) -> [UInt8]? {
        guard let node = node(at: path), let place = place(after: node) else { return nil }
        let entry = AgreementRows.entry(value, named: name.map(Node.written))
        let added: String
        switch place.style {
        case .inLine: added = ", \(entry)"
        case .lines(let indent):
            added = "\n" + String(repeating: " ", count: indent) + (name == nil ? "- " : "") + entry
        }
        var changed = bytes
        changed.insert(contentsOf: Array(added.utf8), at: place.byte)
        // Whatever was typed, the rest must read as before.
        guard let after = try? AgreementText(changed, file: file), let grown = after.node(at: path),
            grown.entryCount == node.entryCount + 1,
            after.root.inOneLine(without: grown.lastPlace) == root.inOneLine
        else { return nil }
        return changed
    }

    private enum Style {
        case inLine
        /// Each entry in lines of its own, so many spaces in.
        case lines(Int)
    }

    /// Where one more entry begins.
    private func place(after node: Node) -> (byte: Int, style: Style)? {
        guard let last = node.lastValue, let end = end(of: last), let start = offset(of: node.place) else { return nil }
        if start < bytes.count, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[start]) { return (end, .inLine) }
        guard let first = node.lastPlace, let begin = offset(of: first) else { return nil }
        let line = bytes[..<begin].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let indent = bytes[line..<begin].prefix { $0 == UInt8(ascii: " ") }.count
        return (bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count, .lines(indent))
    }

    /// The byte behind a value.
    func end(of node: Node) -> Int? {
        switch node.content {
        case .scalar(let written, let isQuoted):
            return bytes(of: written, at: node.place).map { $0.upperBound + (isQuoted ? 1 : 0) }
        case .mapping, .sequence:
            guard let start = offset(of: node.place), start < bytes.count,
                let inner = node.lastValue.map(end) ?? start
            else { return nil }
            let closing: UInt8
            switch bytes[start] {
            case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
            case UInt8(ascii: "["): closing = UInt8(ascii: "]")
            default: return inner
            }
            return bytes[inner...].firstIndex(of: closing).map { $0 + 1 }
        case .refused: return nil
        }
    }

    func node(at path: String) -> Node? {
        var found: Node? = root
        var rest = path[...]
        while !rest.isEmpty, let node = found {
            let steps = node.steps.filter { rest == $0.name || rest.hasPrefix($0.name + ".") }
            guard let step = steps.max(by: { $0.name.count < $1.name.count }) else { return nil }
            found = step.value
            rest = rest.dropFirst(step.name.count + 1)
        }
        return found
    }
}

extension Node {
    /// What stands in it: by name, or by number from 1.
    var steps: [(name: String, value: Node)] {
        switch content {
        case .mapping(let entries): entries.map { ($0.key, $0.value) }
        case .sequence(let items): items.enumerated().map { (String($0 + 1), $1) }
        case .scalar, .refused: []
        }
    }

    var entryCount: Int { steps.count }
    fileprivate var lastValue: Node? { steps.last?.value }

    /// Where the last entry begins: at its name, if it has one.
    fileprivate var lastPlace: Place? {
        if case .mapping(let entries) = content { return entries.last?.keyPlace }
        return lastValue?.place
    }

    /// The value as one line of text.
    var inOneLine: String { inOneLine(without: nil) }

    /// The same without the entry that begins at a place.
    func inOneLine(without place: Place?) -> String {
        switch content {
        case .mapping(let entries):
            let kept = entries.filter { $0.keyPlace != place }
            return "{"
                + kept.map { "\(Node.written($0.key)): \($0.value.inOneLine(without: place))" }
                .joined(separator: ", ") + "}"
        case .sequence(let items):
            let kept = items.filter { $0.place != place }
            return "[" + kept.map { $0.inOneLine(without: place) }.joined(separator: ", ") + "]"
        case .scalar(let text, let isQuoted): return isQuoted ? Node.quoted(text) : text
        case .refused: return ""
        }
    }

    /// A name as it stands in a text.
    fileprivate static func written(_ name: String) -> String {
        let isPlain =
            name.unicodeScalars.first?.properties.isAlphabetic == true
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-".unicodeScalars.contains($0)
            }
        return isPlain ? name : quoted(name)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
}
