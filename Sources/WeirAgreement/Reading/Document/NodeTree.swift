/// Builds the tree of nodes from the events of a document, and refuses what could hide something: anchors, aliases,
/// merge keys, tags, directives, a second document, keys that stand twice, and nesting without end.
struct NodeTree {
    /// The deepest nesting an agreement may have. The example needs six levels.
    static let deepest = 24
    static let remedyForDepth = "nothing in an agreement is: look for brackets or spaces that are not meant"

    /// A list or a group of keys that is not closed yet.
    private struct Open {
        let place: Place
        let isMapping: Bool
        var items: [Node] = []
        var entries: [Node.Entry] = []
        /// The key whose value comes next; the outer `nil` while a key comes next.
        var key: (name: String?, place: Place)?
        var keys: [String: Place] = [:]
    }

    private let problems: ProblemList
    private var open: [Open] = []
    private var root: Node?
    private var documents = 0

    /// - Returns: the document's root; `nil` when the text is not one YAML document, which is then reported.
    static func compose(_ text: [UInt8], _ problems: ProblemList) -> (root: Node?, fault: YAMLFault?) {
        var tree = NodeTree(problems: problems)
        let fault = YAMLEvents.walk(text) { tree.take($0) }
        return (fault == nil ? tree.root : nil, fault)
    }

    private init(problems: ProblemList) {
        self.problems = problems
    }

    /// - Returns: false to stop.
    private mutating func take(_ event: YAMLEvent) -> Bool {
        let place = event.place
        refuseHiding(event)
        switch event.kind {
        case .documentStart(let hasDirectives):
            if hasDirectives {
                problems.add(.directive, at: place, "a % directive changes how YAML is read", "leave it out")
            }
            documents += 1
            guard documents > 1 else { return true }
            problems.add(
                .severalDocuments, at: place, "a second document starts here",
                "one file holds one agreement: leave out the '---'")
            return false
        case .scalar(let text, let isQuoted):
            add(Node(place: place, content: .scalar(text, isQuoted: isQuoted)))
        case .alias(let name):
            problems.add(
                .alias, at: place, "'*\(name)' repeats something written elsewhere", "write it out, as people sign it")
            add(Node(place: place, content: .refused))
        case .sequenceStart, .mappingStart:
            guard open.count < NodeTree.deepest else {
                problems.add(
                    .nestedTooDeep, at: place, "this is nested more than \(NodeTree.deepest) deep",
                    NodeTree.remedyForDepth)
                root = nil
                return false
            }
            var isMapping = false
            if case .mappingStart = event.kind { isMapping = true }
            open.append(Open(place: place, isMapping: isMapping))
        case .sequenceEnd, .mappingEnd:
            guard let closed = open.popLast() else { return false }
            let content: Node.Content = closed.isMapping ? .mapping(closed.entries) : .sequence(closed.items)
            add(Node(place: closed.place, content: content))
        case .other: break
        }
        return true
    }

    private func refuseHiding(_ event: YAMLEvent) {
        if let anchor = event.anchor {
            problems.add(
                .anchor, at: event.place, "'&\(anchor)' names this so that it can be repeated elsewhere",
                "leave it out and write things out, as people sign them")
        }
        if let tag = event.tag {
            problems.add(
                .tag, at: event.place, "the tag \(quoted(tag)) changes what the value is",
                "leave it out; text that looks like a number goes in quotes")
        }
    }

    /// Puts a finished node where it belongs: into the list or group that is open, or at the root.
    private mutating func add(_ node: Node) {
        guard let last = open.indices.last else {
            root = node
            return
        }
        guard open[last].isMapping else {
            open[last].items.append(node)
            return
        }
        guard let key = open[last].key else {
            open[last].key = (keyName(node, in: open[last]), node.place)
            return
        }
        open[last].key = nil
        guard let name = key.name else { return }
        open[last].keys[name] = key.place
        open[last].entries.append(Node.Entry(key: name, keyPlace: key.place, value: node))
    }

    /// The name of a key, or `nil` after reporting why it cannot be one.
    private func keyName(_ node: Node, in mapping: Open) -> String? {
        if node.isRefused { return nil }
        guard case .scalar(let name, let isQuoted) = node.content else {
            problems.add(.wrongType, at: node.place, "the key is \(node.shown)", "a key is one word or name")
            return nil
        }
        if name == "<<" && !isQuoted {
            problems.add(
                .mergeKey, at: node.place, "'<<' merges in what is written elsewhere",
                "write it out, as people sign it")
            return nil
        }
        if node.isNull || name.isEmpty {
            problems.add(.missingValue, at: node.place, "the key is missing before ':'", "write the key's name")
            return nil
        }
        if let first = mapping.keys[name] {
            problems.add(
                .duplicateKey, at: node.place, "\(quoted(name)) stands in line \(first.line) already",
                "keep one of the two")
            return nil
        }
        return name
    }
}
