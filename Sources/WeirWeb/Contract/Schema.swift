import WeirIntake

/// What a JSON value may be. The OpenAPI document is written from it and bodies are checked by it, so that the two
/// cannot disagree.
package indirect enum Schema: Sendable {
    case text(TextRule)
    case integer(ClosedRange<Int64>)
    case yesNo
    case list(Schema, atMost: Int)
    /// Exactly these members, no others.
    case object([Member])
    /// Anything the answer may hold: written as given, never used to check.
    case described(JSON)
    /// A schema with a name of its own in the document.
    case named(String)
    case orNull(Schema)

    package struct Member: Sendable {
        package var name: String
        package var schema: Schema
        package var isRequired: Bool
        package var description: String?
        package var example: JSON?

        package init(
            _ name: String, _ schema: Schema, isRequired: Bool = true, _ description: String? = nil,
            example: JSON? = nil
        ) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.description = description
            self.example = example
        }
    }
}

/// What a text may be.
package struct TextRule: Sendable {
    /// Characters (Unicode scalars), as JSON Schema counts them.
    package var length: ClosedRange<Int> = 0...10_000
    package var choices: [String]?
    package var format: Format?

    package enum Format: Sendable, Equatable {
        /// One of our ids, by its prefix.
        case id(String)
        /// A civil day, `2026-03-27`.
        case day
        /// RFC 3339 in UTC.
        case instant
        /// A word of letters, digits, `_`, `.`, `:` and `-`.
        case word
        /// `https://example.com`, without a path; or `*`.
        case origin
        /// An e-mail address, loosely.
        case email
        /// Text on one line that neither begins nor ends with a space.
        case line

        /// An ECMA regular expression, as JSON Schema has it.
        package var pattern: String {
            switch self {
            case .id(let prefix): "^\(prefix)_[0-9]{1,18}$"
            case .day:
                "^(19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
            case .instant:
                "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"
            case .word: "^[A-Za-z0-9_.:-]+$"
            case .origin: "^(\\*|https?://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?)$"
            case .email: "^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"
            case .line: "^[!-~\\u00A1-\\uD7FF]([ -~\\u00A1-\\uD7FF]*[!-~\\u00A1-\\uD7FF])?$"
            }
        }
    }
}

extension Schema {
    package static func text(_ length: ClosedRange<Int>, _ format: TextRule.Format? = nil) -> Schema {
        .text(TextRule(length: length, format: format))
    }

    package static func choice(_ choices: [String]) -> Schema { .text(TextRule(choices: choices)) }

    package static var day: Schema { .text(TextRule(length: 10...10, format: .day)) }

    /// As the OpenAPI document has it (JSON Schema 2020-12).
    package var json: JSON {
        switch self {
        case .text(let rule): rule.json
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .yesNo: ["type": "boolean"]
        case .list(let item, let most): ["type": "array", "items": item.json, "maxItems": .integer(most)]
        case .object(let members):
            .object([
                ("type", "object"), ("properties", .object(members.map { ($0.name, $0.json) })),
                ("required", .list(members.filter(\.isRequired).map { .text($0.name) })),
                ("additionalProperties", false),
            ])
        case .described(let json): json
        case .named(let name): ["$ref": .text("#/components/schemas/\(name)")]
        case .orNull(let schema): ["anyOf": [schema.json, ["type": "null"]]]
        }
    }
}

extension TextRule {
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [("type", "string")]
        if let choices { return .object(members + [("enum", .list(choices.map(JSON.text)))]) }
        members += [("minLength", .integer(length.lowerBound)), ("maxLength", .integer(length.upperBound))]
        if let pattern = format?.pattern { members.append(("pattern", .text(pattern))) }
        return .object(members)
    }
}

extension Schema.Member {
    fileprivate var json: JSON {
        guard case .object(var members) = schema.json else { return schema.json }
        if let description { members.append(("description", .text(description))) }
        if let example { members.append(("examples", [example])) }
        return .object(members)
    }
}
