import WeirAgreement
import WeirFacts

/// A line of criteria in words, as it stands in a report: `employees at least 1,000`.
enum CriterionWords {
    static func line(_ line: Criterion, limit: Int = 6) -> String {
        switch line {
        case .attribute(let name, let tests):
            tests.isEmpty ? "\(name): anything" : tests.map { test(name, $0, limit) }.joined(separator: " and ")
        case .inList(let list): "on the list “\(list)”"
        case .not(let criteria): "not " + nested(criteria, limit)
        }
    }

    static func criteria(_ criteria: Criteria, limit: Int = 6) -> String {
        let lines = criteria.lines.map { line($0, limit: limit) }.joined(separator: ", ")
        guard let other = criteria.alternative.first else { return lines.isEmpty ? "everyone" : lines }
        let instead = self.criteria(other, limit: limit)
        return lines.isEmpty ? instead : lines + ", or else " + instead
    }

    private static func nested(_ criteria: Criteria, _ limit: Int) -> String {
        let inside = self.criteria(criteria, limit: limit)
        return criteria.lines.count == 1 && criteria.alternative.isEmpty ? inside : "(\(inside))"
    }

    private static func test(_ name: String, _ test: AttributeTest, _ limit: Int) -> String {
        switch test {
        case .oneOf(let values): "\(name) \(Words.list(values.map(Words.value), "or", limit: limit))"
        case .atLeast(let bound): "\(name) at least \(Words.value(bound))"
        case .atMost(let bound): "\(name) at most \(Words.value(bound))"
        case .contains(let piece): "\(name) containing “\(piece)”"
        case .startsWith(let piece): "\(name) starting with “\(piece)”"
        case .isKnown(true): "\(name) known"
        case .isKnown(false): "\(name) unknown"
        }
    }
}
