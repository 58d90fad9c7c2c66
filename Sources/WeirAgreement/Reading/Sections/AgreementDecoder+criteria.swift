import WeirFacts

/// Criteria: lines that must all hold.
extension AgreementDecoder {
    func criteria(_ node: Node?) -> Criteria {
        guard let node, let entries = node.entries(problems, of: "criteria") else { return Criteria() }
        if entries.isEmpty {
            problems.add(
                .empty, at: node.place, "these criteria are empty", "write 'attribute: value', or leave them out")
        }
        var lines: [Criterion] = []
        var alternative: (criteria: Criteria, place: Place)?
        for entry in entries {
            switch entry.key {
            case "in_list":
                if let number = lists.number(entry.value, problems) { lines.append(.inList(lists.names[number])) }
            case "not": lines.append(.not(criteria(entry.value)))
            case "or": alternative = (criteria(entry.value), entry.keyPlace)
            default:
                if let line = attributeLine(entry) { lines.append(line) }
            }
        }
        if let alternative, entries.count == 1 {
            problems.add(
                .empty, at: alternative.place, "'or' stands alone, so that everybody fits",
                "write the other lines beside it")
        }
        return Criteria(lines: lines, or: alternative?.criteria)
    }

    private func attributeLine(_ entry: Node.Entry) -> Criterion? {
        guard let type = type(ofAttribute: entry.key, at: entry.keyPlace, besides: KeySet.combinations.names) else {
            return nil
        }
        let tests: [AttributeTest]
        switch entry.value.content {
        case .mapping: tests = self.tests(entry.value, entry.key, type)
        case .sequence:
            let values = entry.value.distinct(problems) { $0.value(of: type, problems)?.folded }
            // Compared without case, kept as written.
            let written = entry.value.items(problems, mayBeEmpty: true).compactMap { $0.value(of: type, problems) }
            tests = [.oneOf(values.count == written.count ? written : values)]
        case .scalar, .refused: tests = entry.value.value(of: type, problems).map { [.oneOf([$0])] } ?? []
        }
        return .attribute(name: entry.key, tests: tests)
    }

    /// The type of an attribute; `nil` after reporting that there is none of this name.
    func type(ofAttribute name: String, at place: Place, besides others: [String] = []) -> AttributeType? {
        if let type = attributeTypes[name] { return type }
        // Declared, but its own type is a mistake that was reported.
        if attributes.names.contains(name) { return nil }
        let right = problems.nearest(to: name, among: attributes.names + others).map { "did you mean \(quoted($0))?" }
        problems.add(
            .unknownAttribute, at: place, "there is no attribute \(quoted(name))",
            right ?? "declare it under 'attributes', or use \(listed(attributes.names, by: "or"))")
        return nil
    }

    private func tests(_ node: Node, _ name: String, _ type: AttributeType) -> [AttributeTest] {
        let fields = Fields(node, .tests, problems)
        var tests: [AttributeTest] = []
        let isMeasured = [.number, .money, .date].contains(type)
        let hasText = [.text, .set].contains(type)
        let (low, high) = bounds(fields, name, type)
        if let low { tests.append(.atLeast(low)) }
        if let high { tests.append(.atMost(high)) }
        if let node = fields["contains"], isAllowed(node, hasText, "contains", name, type) {
            tests.append(.contains(node.text(problems)))
        }
        if let node = fields["starts_with"], isAllowed(node, hasText, "starts_with", name, type) {
            tests.append(.startsWith(node.text(problems)))
        }
        if let node = fields["is_known"], let isKnown = node.yesNo(problems) {
            if !isKnown && tests.isEmpty == false {
                problems.add(
                    .unreachable, at: node.place, "an unknown value cannot pass the other tests of \(quoted(name))",
                    "write 'is_known: false' alone")
            }
            tests.append(.isKnown(isKnown))
        }
        if isMeasured, let low, let high { report(low, high, node.place, unit: name) }
        return tests
    }

    /// Lower and upper bound of a test or a range, each of the attribute's type.
    func bounds(
        _ fields: Fields, _ name: String, _ type: AttributeType
    ) -> (low: AttributeValue?, high: AttributeValue?) {
        let isMeasured = [.number, .money, .date].contains(type)
        func bound(_ key: String) -> AttributeValue? {
            guard let node = fields[key], isAllowed(node, isMeasured, key, name, type) else { return nil }
            return node.value(of: type, problems)
        }
        return (bound("at_least"), bound("at_most"))
    }

    private func isAllowed(
        _ node: Node, _ isAllowed: Bool, _ test: String, _ name: String, _ type: AttributeType
    ) -> Bool {
        if !isAllowed {
            problems.add(
                .wrongType, at: node.place, "'\(test)' cannot be asked of \(quoted(name)), which is \(type.noun)",
                type == .text || type == .set
                    ? "at_least and at_most are for numbers, money and dates"
                    : "contains and starts_with are for text")
        }
        return isAllowed
    }

    /// Reports bounds that nothing can lie between.
    func report(_ low: AttributeValue, _ high: AttributeValue, _ place: Place, unit name: String) {
        if low.currency != high.currency {
            problems.add(
                .wrongUnit, at: place, "the bounds of \(quoted(name)) are in two currencies", "write both in one")
        } else if let from = low.position, let to = high.position, from > to {
            problems.add(
                .invertedRange, at: place, "nothing is both at least \(low) and at most \(high)", "swap the two bounds")
        }
    }
}

extension AttributeType {
    /// For a message: `a number`.
    var noun: String {
        switch self {
        case .text: "text"
        case .number: "a number"
        case .money: "money"
        case .date: "a date"
        case .set: "a set"
        case .yesNo: "true or false"
        }
    }
}
