/// The text of a sound agreement, in which single values can be set to others to see what they would do.
///
/// The result is a text again, read and checked like any draft; nothing else in it changes.
public struct AgreementText: Sendable {
    public let bytes: [UInt8]
    /// Its name, for the places of mistakes.
    public let file: String
    let root: Node

    /// - Parameters:
    ///   - bytes: the file as it is, a sound agreement.
    ///   - file: its name.
    /// - Throws: the first mistake, where the text cannot be read at all.
    public init(_ bytes: [UInt8], file: String) throws(AgreementProblem) {
        let problems = ProblemList(file: file)
        let root = AgreementReader.root(of: bytes, startWith: "agreement: NAME", problems)
        if let problem = problems.inOrder.first { throw problem }
        self.bytes = bytes
        self.file = file
        self.root = root ?? Node(place: .start, content: .mapping([]))
    }

    /// Every value that can be set, in the order of the text.
    public var settings: [AgreementSetting] { settings(in: root, after: "", names: []) }

    private func settings(in node: Node, after walked: String, names: [String]) -> [AgreementSetting] {
        let before = walked.isEmpty ? "" : walked + "."
        guard case .scalar(let written, _) = node.content else {
            return node.steps.flatMap {
                settings(in: $0.value, after: before + $0.name, names: names + [node.title(of: $0)])
            }
        }
        guard let place = bytes(of: written, at: node.place),
            var setting = AgreementSetting(path: walked, written: written, place: node.place, bytes: place)
        else { return [] }
        setting.names = names
        return [setting]
    }

    /// The value at the end of a path.
    ///
    /// - Parameter path: keys with points between them, an item of a list by its number, from 1:
    ///   `market.matrix.2.ranges.1.points`.
    /// - Throws: where the path leads nowhere, or to something that is no number.
    public func setting(at path: String) throws(AgreementProblem) -> AgreementSetting {
        var node = root
        var walked = ""
        var rest = path[...]
        while !rest.isEmpty {
            let step = try step(into: node, rest, after: walked)
            walked += (walked.isEmpty ? "" : ".") + step.name
            rest = rest.dropFirst(step.name.count + 1)
            node = step.value
        }
        guard case .scalar(let written, _) = node.content else {
            throw problem(
                .wrongType, node.place, "\(quoted(path)) leads to \(node.shown)", whatFollows(node, "go on to a number")
            )
        }
        guard let place = bytes(of: written, at: node.place),
            let setting = AgreementSetting(path: walked, written: written, place: node.place, bytes: place)
        else {
            throw problem(
                .wrongType, node.place, "\(quoted(path)) is \(node.shown), which is no number",
                "name a number, a length of time or a share of the agreement, such as qualified_account.enter.score")
        }
        return setting
    }

    /// The text with some values set to others.
    ///
    /// - Parameter values: settings of this text, no two the same, with what is to stand in their places.
    public func bytes(with values: [(setting: AgreementSetting, text: String)]) -> [UInt8] {
        var changed = bytes
        for (setting, text) in values.sorted(by: { $0.setting.bytes.lowerBound > $1.setting.bytes.lowerBound }) {
            changed.replaceSubrange(setting.bytes, with: Array(text.utf8))
        }
        return changed
    }
}

// MARK: - The way along a path

extension AgreementText {
    /// The next step along a path. A name may itself hold a point, so the longest that fits is taken.
    private func step(
        into node: Node, _ rest: Substring, after walked: String
    ) throws(AgreementProblem) -> (name: String, value: Node) {
        let fits = { (name: String) in rest == name || rest.hasPrefix(name + ".") }
        let found: (name: String, value: Node)?
        switch node.content {
        case .mapping(let entries):
            found = entries.filter { fits($0.key) }.max { $0.key.count < $1.key.count }.map { ($0.key, $0.value) }
        case .sequence(let items):
            found = items.indices.first { fits(String($0 + 1)) }.map { (String($0 + 1), items[$0]) }
        case .scalar, .refused: found = nil
        }
        if let found { return found }
        let name = String(rest.prefix { $0 != "." })
        let place = walked.isEmpty ? "the agreement" : quoted(walked)
        throw problem(.unknownKey, node.place, "there is no \(quoted(name)) in \(place)", whatFollows(node, name))
    }

    /// What a path may go on with.
    private func whatFollows(_ node: Node, _ word: String) -> String {
        switch node.content {
        case .mapping(let entries):
            let names = entries.map(\.key)
            let near = ProblemList(file: file).nearest(to: word, among: names)
            return near.map { "did you mean \(quoted($0))?" } ?? "it has \(listed(Array(names.prefix(16)), by: "and"))"
        case .sequence(let items): return "it is a list: say 1 to \(items.count) for one of its items"
        case .scalar, .refused: return "it is \(node.shown), and the path ends here"
        }
    }

    private func problem(
        _ code: AgreementProblem.Code, _ place: Place, _ what: String, _ right: String
    ) -> AgreementProblem {
        AgreementProblem(
            file: file, line: place.line, column: place.column, code: code, whatIsWrong: what,
            whatWouldBeRight: right)
    }

    /// Where the bytes of a value stand; `nil` where they are not written as they are read (in several lines, escaped).
    func bytes(of written: String, at place: Place) -> Range<Int>? {
        guard let offset = offset(of: place) else { return nil }
        let text = Array(written.utf8)
        for start in [offset, offset + 1] where bytes[min(start, bytes.endIndex)...].starts(with: text) {
            let isQuote = start == offset || [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[offset])
            return isQuote && !text.isEmpty ? start..<start + text.count : nil
        }
        return nil
    }

    /// The byte that stands at a place; `nil` where the text has fewer lines.
    func offset(of place: Place) -> Int? {
        var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        while line < place.line {
            guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            offset = end + 1
            line += 1
        }
        var column = 1
        while column < place.column, offset < bytes.endIndex {
            offset += 1
            while offset < bytes.endIndex, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }
}
