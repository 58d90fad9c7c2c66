import WeirAgreement
import WeirFacts

/// The texts that a market asks one attribute to equal, in its criteria and its matrix, each once, as written.
struct AskedTexts {
    private(set) var values: [String] = []
    private let attribute: String

    init(_ market: MarketDefinition, attribute: String) {
        self.attribute = attribute
        for criteria in [market.addressable, market.served, market.target] { collect(criteria) }
        for row in market.matrix where row.attribute == attribute {
            if case .values(let entries) = row.entries { entries.forEach { note($0.value) } }
        }
    }

    private mutating func collect(_ criteria: Criteria) {
        for line in criteria.lines {
            switch line {
            case .attribute(let name, let tests) where name == attribute:
                for case .oneOf(let asked) in tests { asked.forEach { note($0) } }
            case .not(let inside): collect(inside)
            default: continue
            }
        }
        criteria.alternative.forEach { collect($0) }
    }

    private mutating func note(_ value: AttributeValue) {
        guard case .text(let text) = value, !values.contains(text) else { return }
        values.append(text)
    }
}
