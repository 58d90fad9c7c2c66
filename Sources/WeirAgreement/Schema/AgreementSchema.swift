import WeirFacts

/// The language as a JSON Schema (2020-12), so that editors complete and check an agreement while it is written.
///
/// It is made from the same key sets that the reader uses. What a schema cannot say - names that must exist, `stay`
/// against `enter`, ranges that cover each other - only the reader checks.
public enum AgreementSchema {
    /// The schema's text, ending with a line break. It changes only when the language does.
    public static let text = document.written() + "\n"

    private static let document: JSONText = {
        var keys: [(String, JSONText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("Weir agreement")),
            ("description", .text("What Marketing and Sales agreed: market, buying group, signals, gates, hand-off.")),
        ]
        keys += group(.agreement)
        keys.append(("$defs", .keys([("criteria", criteria), ("attributeValue", attributeValue)])))
        return .keys(keys)
    }()

    private static func group(_ keySet: KeySet) -> [(String, JSONText)] {
        let properties = keySet.keys.map { key -> (String, JSONText) in
            (key.name, described(schema(key.shape), key.meaning))
        }
        let required = keySet.keys.filter(\.isRequired).map { JSONText.text($0.name) }
        var keys: [(String, JSONText)] = [
            ("type", .text("object")), ("properties", .keys(properties)), ("additionalProperties", .yesNo(false)),
        ]
        if !required.isEmpty { keys.append(("required", .list(required))) }
        if required.isEmpty && !keySet.mayBeEmpty { keys.append(("minProperties", .number("1"))) }
        return keys
    }

    private static func described(_ keys: [(String, JSONText)], _ meaning: String) -> JSONText {
        .keys([("description", .text(meaning))] + keys)
    }

    private static func schema(_ shape: Shape) -> [(String, JSONText)] {
        switch shape {
        case .text: [("type", .text("string")), ("minLength", .number("1"))]
        case .pattern(let pattern, let example):
            [("type", .text("string")), ("pattern", .text(pattern)), ("examples", .list([.text(example)]))]
        case .yesNo: [("type", .text("boolean"))]
        case .whole(let bounds):
            [
                ("type", .text("integer")), ("minimum", .number(String(bounds.lowerBound))),
                ("maximum", .number(String(bounds.upperBound))),
            ]
        case .decimal(let bounds):
            [
                ("type", .text("number")), ("minimum", number(bounds.lowerBound)),
                ("maximum", number(bounds.upperBound)),
            ]
        case .choice(let names): [("enum", .list(names.map { .text($0) }))]
        case .list(let item, let least):
            [("type", .text("array")), ("items", .keys(schema(item))), ("minItems", .number(String(least)))]
        case .named(let value, let least):
            [
                ("type", .text("object")), ("additionalProperties", .keys(schema(value))),
                ("minProperties", .number(String(least))),
            ]
        case .keys(let keySet): group(keySet)
        case .either(let shapes): [("anyOf", .list(shapes.map { .keys(schema($0)) }))]
        case .criteria: [("$ref", .text("#/$defs/criteria"))]
        case .attributeValue: [("$ref", .text("#/$defs/attributeValue"))]
        }
    }

    private static func number(_ thousandths: Int64) -> JSONText {
        .number(FixedNumber(thousandths: thousandths).description)
    }

    /// Attributes may have any name, so that other keys than `in_list`, `not` and `or` are tests of attributes.
    private static let criteria: JSONText = {
        let combinations = KeySet.combinations.keys.map { ($0.name, described(schema($0.shape), $0.meaning)) }
        let standard = AttributeDeclaration.standard.map { attribute in
            (attribute.name, described(attributeTest, "A standard attribute: \(attribute.type.noun)."))
        }
        return .keys([
            (
                "description",
                .text("Lines that must all hold: 'attribute: value', 'attribute: [one of these]' or tests.")
            ),
            ("type", .text("object")),
            ("properties", .keys(combinations + standard)),
            ("additionalProperties", .keys(attributeTest)),
            ("minProperties", .number("1")),
        ])
    }()

    private static let attributeTest: [(String, JSONText)] = schema(
        .either([.attributeValue, .list(.attributeValue, atLeast: 1), .keys(.tests)]))

    private static let attributeValue: JSONText = .keys([
        ("description", .text("Text, a number, money such as 250000 EUR, a date such as 2026-03-27, true or false.")),
        ("type", .list([.text("string"), .text("number"), .text("boolean")])),
    ])
}
