import WeirAgreement
import WeirFacts

/// A test of a property, ready to be asked.
struct CompiledPropertyTest: Sendable {
    private enum Condition: Sendable {
        case oneOf(Set<[UInt8]>)
        case pattern(WordPattern)
        case atLeast(FixedNumber)
        case atMost(FixedNumber)
        case isPresent(Bool)
    }

    private let path: String
    private let condition: Condition

    init(_ test: PropertyTest) {
        path = test.path
        condition =
            switch test.condition {
            case .oneOf(let texts): .oneOf(Set(texts.map(WordPattern.lowered)))
            case .pattern(let text): .pattern(WordPattern(text, isPath: false))
            case .atLeast(let number): .atLeast(number)
            case .atMost(let number): .atMost(number)
            case .isPresent(let present): .isPresent(present)
            }
    }

    /// Of a list, one member must fit.
    func holds(for properties: JSONObject) -> Bool {
        let value = properties.value(at: path)
        if case .isPresent(let wanted) = condition { return (value.map { !$0.isNull } ?? false) == wanted }
        guard let value else { return false }
        if case .list(let items) = value { return items.contains(where: holds) }
        return holds(value)
    }

    private func holds(_ value: JSONValue) -> Bool {
        guard let text = value.plainText, text.utf8.count <= 4096 else { return false }
        switch condition {
        case .oneOf(let wanted): return wanted.contains(WordPattern.lowered(text))
        case .pattern(let pattern): return pattern.fits(WordPattern.lowered(text))
        case .atLeast(let least): return number(text).map { $0 >= least } ?? false
        case .atMost(let most): return number(text).map { $0 <= most } ?? false
        case .isPresent: return false
        }
    }

    private func number(_ text: String) -> FixedNumber? {
        guard let number = try? NumberText(text, ValueRules(decimalMark: .point)).number.scaled(places: 3) else {
            return nil
        }
        return FixedNumber(thousandths: number.value)
    }
}

extension JSONObject {
    /// A text at the end of a path, trimmed; `nil` where there is none.
    func text(at path: String) -> String? {
        guard let text = value(at: path)?.plainText else { return nil }
        let trimmed = CSVDialect.trimmed(text)
        return trimmed.isEmpty || trimmed.utf8.count > 1024 ? nil : trimmed
    }
}
