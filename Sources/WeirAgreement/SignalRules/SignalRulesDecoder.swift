import WeirFacts

/// Makes rules of a document's nodes. Total, as the agreement's decoder is: what is wrong is reported, and reading goes on.
struct SignalRulesDecoder {
    private let problems: ProblemList
    private let signals: NameTable

    init(_ problems: ProblemList, _ agreement: Agreement) {
        self.problems = problems
        signals = NameTable("signal", .unknownSignal, agreement.signals.map(\.name))
    }

    func rules(_ root: Node) -> SignalRules {
        let fields = Fields(root, .signalRules, problems)
        let nodes = fields["rules"]?.items(problems) ?? []
        var rules: [SignalRule] = []
        for node in nodes {
            let rule = rule(node)
            if let rule, let before = rules.first(where: { $0.covers(rule) }) {
                problems.add(
                    .unreachable, at: node.place, "the rule in line \(before.line) takes all events of this one",
                    "put this one before it")
            }
            if let rule { rules.append(rule) }
        }
        return SignalRules(rules: rules)
    }

    private func rule(_ node: Node) -> SignalRule? {
        let fields = Fields(node, .signalRule, problems)
        guard fields.isPresent, let outcome = outcome(fields) else { return nil }
        let kinds = words(fields["kind"]) { $0.choice(SignalRule.Kind.self, problems) }
        return SignalRule(
            line: node.place.line, kinds: kinds, events: patterns(fields["event"]), names: patterns(fields["name"]),
            paths: paths(fields["path"]), properties: properties(fields["properties"]), outcome: outcome,
            content: detail("content", fields, outcome), sharedWith: detail("shared_with", fields, outcome),
            campaign: detail("campaign", fields, outcome), channel: detail("channel", fields, outcome))
    }

    private func outcome(_ fields: Fields) -> SignalRule.Outcome? {
        let ignored = fields["ignore"].map { $0.text(problems) }
        if let signal = fields["signal"] {
            if fields["ignore"] != nil {
                problems.add(
                    .duplicateKey, at: signal.place, "the rule has 'signal' and 'ignore'", "keep one of the two")
            }
            return signals.number(signal, problems).map { .signal(signals.names[$0]) }
        }
        guard let ignored else {
            problems.add(
                .missingKey, at: fields.place, "the rule has no 'signal'",
                "add 'signal: NAME', or 'ignore: WHY' for events that are worth nothing")
            return nil
        }
        return .ignored(ignored)
    }

    /// One value, or a list of them.
    private func words<Item: Hashable>(_ node: Node?, _ read: (Node) -> Item?) -> [Item] {
        guard let node else { return [] }
        if case .sequence = node.content { return node.distinct(problems, read) }
        return read(node).map { [$0] } ?? []
    }

    private func patterns(_ node: Node?) -> [String] {
        words(node) { $0.text(problems) }
    }

    private func paths(_ node: Node?) -> [String] {
        words(node) { node in
            let path = node.text(problems)
            if !path.hasPrefix("/"), !path.hasPrefix("*") {
                problems.add(
                    .wrongType, at: node.place, "\(quoted(path)) does not begin with a slash",
                    "write a path without scheme and host, such as /pricing/**")
            }
            return path
        }
    }

    // MARK: Properties

    private func properties(_ node: Node?) -> [PropertyTest] {
        guard let node else { return [] }
        return node.named(problems, "properties").flatMap { entry -> [PropertyTest] in
            conditions(entry.value).map { PropertyTest(path: entry.key, condition: $0) }
        }
    }

    private func conditions(_ node: Node) -> [PropertyTest.Condition] {
        switch node.content {
        case .refused: return []
        case .scalar: return [.oneOf([node.text(problems)])]
        case .sequence: return [.oneOf(node.texts(problems))]
        case .mapping: break
        }
        let fields = Fields(node, .propertyTest, problems)
        var conditions: [PropertyTest.Condition] = []
        if let list = fields["one_of"] { conditions.append(.oneOf(list.texts(problems))) }
        if let pattern = fields["pattern"] { conditions.append(.pattern(pattern.text(problems))) }
        if let least = fields["at_least"]?.number(problems) { conditions.append(.atLeast(least)) }
        if let most = fields["at_most"]?.number(problems) { conditions.append(.atMost(most)) }
        if let present = fields["present"]?.yesNo(problems) { conditions.append(.isPresent(present)) }
        return conditions
    }

    // MARK: Details

    private func detail(_ key: String, _ fields: Fields, _ outcome: SignalRule.Outcome) -> ValueSource? {
        guard let node = fields[key] else { return nil }
        if case .ignored = outcome {
            problems.add(.unknownKey, at: node.place, "'\(key)' has no use in a rule that ignores", "leave it out")
            return nil
        }
        let text = node.text(problems)
        guard let dot = text.firstIndex(of: "."), !text.contains(" ") else {
            return text == "name" ? .name : .fixed(text)
        }
        let (place, field) = (String(text[..<dot]), String(text[text.index(after: dot)...]))
        switch place {
        case "properties" where !field.isEmpty: return .property(field)
        case "traits" where !field.isEmpty: return .trait(field)
        case "page":
            if let field = choice(field, ValueSource.PageField.self, at: node.place) { return .page(field) }
        case "campaign":
            if let field = choice(field, ValueSource.CampaignField.self, at: node.place) { return .campaign(field) }
        default:
            guard let near = problems.nearest(to: place, among: ["properties", "traits", "page", "campaign"]) else {
                return .fixed(text)
            }
            problems.add(
                .unknownChoice, at: node.place, "\(quoted(text)) is no field of an event",
                "did you mean '\(near).\(field)'?")
        }
        return nil
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ text: String, _ choices: Choice.Type, at place: Place
    ) -> Choice? {
        Node(place: place, content: .scalar(text, isQuoted: false)).choice(choices, problems)
    }
}

extension SignalRule {
    /// Whether every event that `other` takes is taken here, as far as that can be seen without an event.
    func covers(_ other: SignalRule) -> Bool {
        func takesAll(_ own: [String], _ others: [String]) -> Bool {
            own.isEmpty || (!others.isEmpty && others.allSatisfy { own.contains($0) || own.contains("*") })
        }
        return other.takenKinds.allSatisfy(takenKinds.contains) && takesAll(events, other.events)
            && takesAll(names, other.names)
            && takesAll(paths, other.paths) && properties.allSatisfy(other.properties.contains)
    }
}
