import WeirFacts

/// Criteria as conditions on "it", the company.
extension Words {
    func condition(_ criteria: Criteria) -> String {
        let lines = all(criteria.lines.map(condition))
        guard let alternative = criteria.alternative.first else { return lines }
        return "\(lines); or else, whatever this says, if \(condition(alternative))"
    }

    func condition(_ line: Criterion) -> String {
        switch line {
        case .inList(let name): return "it is on the list \(inQuotes(name))"
        case .not(let criteria): return negation(criteria)
        case .attribute(let name, let tests): return all(tests.map { condition(name, $0) })
        }
    }

    private func negation(_ criteria: Criteria) -> String {
        if criteria.lines.count == 1 && criteria.alternative.isEmpty {
            switch criteria.lines[0] {
            case .inList(let name): return "it is not on the list \(inQuotes(name))"
            case .attribute(let name, let tests) where tests.count == 1:
                if case .oneOf(let values) = tests[0], type(of: name) != .set {
                    return "its \(plain(name)) is known and not \(any(values.map { value($0, of: name) }))"
                }
            default: break
            }
        }
        return "it is not so that \(condition(criteria))"
    }

    private func condition(_ name: String, _ test: AttributeTest) -> String {
        let noun = plain(name)
        let isPlural = type(of: name) == .set || noun.hasSuffix("s") && type(of: name) == .number
        switch test {
        case .oneOf(let values):
            let list = any(values.map { value($0, of: name) })
            if type(of: name) == .set { return "its \(noun) include \(list)" }
            return isPlural ? "it has \(list) \(noun)" : "its \(noun) is \(list)"
        case .atLeast(let bound):
            let bound = value(bound, of: name)
            return isPlural ? "it has at least \(bound) \(noun)" : "its \(noun) is at least \(bound)"
        case .atMost(let bound):
            let bound = value(bound, of: name)
            return isPlural ? "it has at most \(bound) \(noun)" : "its \(noun) is at most \(bound)"
        case .contains(let text): return "its \(noun) \(isPlural ? "contain" : "contains") \(inQuotes(text))"
        case .startsWith(let text): return "its \(noun) \(isPlural ? "start" : "starts") with \(inQuotes(text))"
        case .isKnown(let isKnown):
            return "its \(noun) \(isPlural ? "are" : "is") \(isKnown ? "known" : "unknown")"
        }
    }

    func value(_ value: AttributeValue, of name: String) -> String {
        switch value {
        // A year is not grouped.
        case .number(let number) where name == "founded": number.description
        case .number(let number): self.number(number.thousandths)
        case .money(let money):
            number(money.minorUnits * 10) + " " + money.currency
        case .text, .date, .set, .yesNo: value.description
        }
    }

    func type(of attribute: String) -> AttributeType {
        (AttributeDeclaration.standard + agreement.declaredAttributes).first { $0.name == attribute }?.type ?? .text
    }
}
